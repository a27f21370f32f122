package main

import (
	"errors"
	"fmt"
	"strings"
)

type Board [3][3]byte
type Pos struct{ R, C int8 }
type Moves []Pos
type Game struct {
	b    Board
	turn byte
	hist Moves
}

func (b *Board) At(p Pos) *byte { return &b[p.R][p.C] }
func (b Board) String() string {
	var sb strings.Builder
	for _, row := range b {
		for _, c := range row {
			if c == 0 {
				c = '.'
			}
			sb.WriteByte(c)
		}
		sb.WriteByte('/')
	}
	return sb.String()
}
func (b Board) Lines() (ls [][3]byte) {
	for i := range 3 {
		ls = append(ls, b[i], [3]byte{b[0][i], b[1][i], b[2][i]})
	}
	return append(ls, [3]byte{b[0][0], b[1][1], b[2][2]}, [...]byte{b[0][2], b[1][1], b[2][0]})
}
func (b Board) Winner() byte {
	for _, l := range b.Lines() {
		if l == [3]byte{'X', 'X', 'X'} || l == [3]byte{'O', 'O', 'O'} {
			return l[0]
		}
	}
	return 0
}

var ErrTaken = errors.New("taken")

func (g *Game) Play(r, c int8) (byte, error) {
	p := Pos{r, c}
	if cell := g.b.At(p); *cell != 0 {
		return 0, fmt.Errorf("%v: %w", p, ErrTaken)
	} else {
		*cell = g.turn
	}
	g.hist = append(g.hist, p)
	g.turn ^= 'X' ^ 'O'
	return g.b.Winner(), nil
}

func main() {
	g := Game{turn: 'X'}
	for _, m := range []Pos{{1, 1}, {0, 0}, {1, 1}, {0, 2}, {2, 1}, {2, 0}} {
		w, err := g.Play(m.R, m.C)
		fmt.Println(g.b, w, err, string(rune(g.turn)))
	}
	seen := map[Board]int{g.b: 1, {}: 2}
	seen[g.b]++
	fmt.Println(len(seen), seen[g.b], seen[Board{}], len(g.hist), g.hist[0] == Pos{1, 1})
	copyOf := g.b
	copyOf[0][0] = 'Z'
	fmt.Println(copyOf != g.b, [3]byte(copyOf[0]), copyOf[0][:2])
	g.Play(3, 0)
}
