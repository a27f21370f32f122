package main

import (
	"fmt"
)

type Matrix[T any] [][]T

func New[T any](r, c int, f func(i, j int) T) Matrix[T] {
	m := make(Matrix[T], r)
	for i := range m {
		m[i] = make([]T, c)
		for j := range m[i] {
			m[i][j] = f(i, j)
		}
	}
	return m
}
func (m Matrix[T]) Rotate() Matrix[T] {
	return New(len(m[0]), len(m), func(i, j int) T { return m[len(m)-1-j][i] })
}
func (m Matrix[T]) Spiral() (out []T) {
	top, bot, left, right := 0, len(m)-1, 0, len(m[0])-1
	for top <= bot && left <= right {
		for j := left; j <= right; j++ {
			out = append(out, m[top][j])
		}
		for i := top + 1; i <= bot; i++ {
			out = append(out, m[i][right])
		}
		if top < bot && left < right {
			for j := right - 1; j >= left; j-- {
				out = append(out, m[bot][j])
			}
			for i := bot - 1; i > top; i-- {
				out = append(out, m[i][left])
			}
		}
		top, bot, left, right = top+1, bot-1, left+1, right-1
	}
	return
}

type Life [6][6]bool

func (l *Life) Step() {
	var next Life
	for r := range l {
		for c := range l[r] {
			n := 0
			for dr := -1; dr <= 1; dr++ {
				for dc := -1; dc <= 1; dc++ {
					if (dr != 0 || dc != 0) && l[(r+dr+6)%6][(c+dc+6)%6] {
						n++
					}
				}
			}
			next[r][c] = n == 3 || n == 2 && l[r][c]
		}
	}
	*l = next
}
func (l Life) String() (s string) {
	for _, row := range l {
		for _, c := range row {
			s += map[bool]string{true: "#", false: "."}[c]
		}
		s += "\n"
	}
	return
}

func fold(grid [][]rune, f func(acc int, r rune) int) (n int) {
	for _, row := range grid {
		for _, r := range row {
			n = f(n, r)
		}
	}
	return
}

func main() {
	m := New(3, 4, func(i, j int) int { return i*4 + j })
	fmt.Println(m.Rotate(), m.Spiral(), m.Rotate().Rotate().Rotate().Rotate()[2][3])
	var l Life
	for _, p := range [][2]int{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		l[p[0]][p[1]] = true
	}
	old := l
	for range 4 {
		l.Step()
	}
	fmt.Print(l)
	fmt.Println(old == l, old[0][1], l[1][2])
	g := [][]rune{[]rune("ab#"), []rune("#é")}
	fmt.Println(fold(g, func(a int, r rune) int {
		if r == '#' {
			return a + 1
		}
		return a
	}))
	tri := make([][]int, 5)
	for i := range tri {
		tri[i] = make([]int, i+1)
		tri[i][0], tri[i][i] = 1, 1
		for j := 1; j < i; j++ {
			tri[i][j] = tri[i-1][j-1] + tri[i-1][j]
		}
	}
	fmt.Println(tri)
	tri[2][3]++
}
