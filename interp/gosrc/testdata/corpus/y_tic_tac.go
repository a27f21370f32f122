package main

import (
	"fmt"
	"strings"
)

type Mark rune
type Board [3][3]Mark

const (
	Empty Mark = '.'
	X     Mark = 'X'
	O     Mark = 'O'
)

func New() (b Board) {
	for i := range b {
		for j := range b[i] {
			b[i][j] = Empty
		}
	}
	return
}
func (b Board) String() string {
	var s strings.Builder
	for _, row := range b {
		for _, m := range row {
			s.WriteRune(rune(m))
		}
		s.WriteString("\n")
	}
	return s.String()
}
func (b *Board) Play(m Mark, r, c int) error {
	if r < 0 || r > 2 || c < 0 || c > 2 {
		return fmt.Errorf("(%d,%d) is off the board", r, c)
	}
	if b[r][c] != Empty {
		return fmt.Errorf("(%d,%d) is taken by %c", r, c, b[r][c])
	}
	b[r][c] = m
	return nil
}
func (b Board) Winner() (Mark, bool) {
	lines := [][3][2]int{{{0, 0}, {1, 1}, {2, 2}}, {{0, 2}, {1, 1}, {2, 0}}}
	for i := 0; i < 3; i++ {
		lines = append(lines, [3][2]int{{i, 0}, {i, 1}, {i, 2}}, [3][2]int{{0, i}, {1, i}, {2, i}})
	}
	for _, l := range lines {
		a, bb, c := b[l[0][0]][l[0][1]], b[l[1][0]][l[1][1]], b[l[2][0]][l[2][1]]
		if a != Empty && a == bb && bb == c {
			return a, true
		}
	}
	return Empty, false
}
func Main() {
	b := New()
	old := b
	moves := [][2]int{{1, 1}, {0, 0}, {1, 1}, {0, 2}, {5, 0}, {2, 1}, {0, 1}, {1, 0}}
	turn := X
	for _, m := range moves {
		if err := b.Play(turn, m[0], m[1]); err != nil {
			fmt.Println(err)
			continue
		}
		if w, ok := b.Winner(); ok {
			fmt.Printf("%c wins\n", w)
			break
		}
		if turn == X {
			turn = O
		} else {
			turn = X
		}
	}
	fmt.Print(b)
	fmt.Println(old == New(), b == old, len(b), b[1])
	fmt.Printf("%s|%c|%q\n", old, b[0][0], X)
}

func main() { Main() }
