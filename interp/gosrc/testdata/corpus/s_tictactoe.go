package main

import "fmt"

type Cell byte
type Board [3][3]Cell

func (c Cell) String() string {
	if c == 0 {
		return "."
	}
	return string(rune(c))
}

func (b *Board) Play(r, c int, p Cell) error {
	if b[r][c] != 0 {
		return fmt.Errorf("cell %d,%d is taken by %v", r, c, b[r][c])
	}
	b[r][c] = p
	return nil
}

func (b Board) Winner() Cell {
	for i := range 3 {
		if b[i][0] != 0 && b[i][0] == b[i][1] && b[i][1] == b[i][2] {
			return b[i][0]
		}
		if b[0][i] != 0 && b[0][i] == b[1][i] && b[1][i] == b[2][i] {
			return b[0][i]
		}
	}
	if b[1][1] != 0 && (b[0][0] == b[1][1] && b[1][1] == b[2][2] || b[0][2] == b[1][1] && b[1][1] == b[2][0]) {
		return b[1][1]
	}
	return 0
}

func Main() {
	var b Board
	moves := [][2]int{{1, 1}, {0, 0}, {0, 2}, {0, 0}, {2, 0}}
	p := Cell('X')
	for _, m := range moves {
		if err := b.Play(m[0], m[1], p); err != nil {
			fmt.Println(err)
			continue
		}
		if p == 'X' {
			p = 'O'
		} else {
			p = 'X'
		}
	}
	for _, row := range b {
		fmt.Println(row[0], row[1], row[2])
	}
	fmt.Println(b.Winner(), b)
}

func main() { Main() }
