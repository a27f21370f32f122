package main

import (
	"errors"
	"fmt"
	"strings"
)

type Matrix [][]float64
type ErrShape struct{ r1, c1, r2, c2 int }

func (e ErrShape) Error() string { return fmt.Sprintf("shape %dx%d vs %dx%d", e.r1, e.c1, e.r2, e.c2) }
func New(r, c int) Matrix {
	m := make(Matrix, r)
	for i := range m {
		m[i] = make([]float64, c)
	}
	return m
}
func (m Matrix) Dims() (int, int) {
	if len(m) == 0 {
		return 0, 0
	}
	return len(m), len(m[0])
}
func (m Matrix) Mul(o Matrix) (Matrix, error) {
	r, c := m.Dims()
	r2, c2 := o.Dims()
	if c != r2 {
		return nil, ErrShape{r, c, r2, c2}
	}
	out := New(r, c2)
	for i := range out {
		for j := range out[i] {
			for k := range c {
				out[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return out, nil
}
func (m Matrix) T() Matrix {
	r, c := m.Dims()
	out := New(c, r)
	for i, row := range m {
		for j, v := range row {
			out[j][i] = v
		}
	}
	return out
}
func (m Matrix) String() string {
	var sb strings.Builder
	for i, row := range m {
		if i > 0 {
			sb.WriteByte('\n')
		}
		for _, v := range row {
			fmt.Fprintf(&sb, "%6.2f", v)
		}
	}
	return sb.String()
}
func (m Matrix) Det() float64 {
	n := len(m)
	if n == 1 {
		return m[0][0]
	}
	d, sign := 0.0, 1.0
	for j := range n {
		sub := make(Matrix, 0, n-1)
		for _, row := range m[1:] {
			r := append([]float64{}, row[:j]...)
			sub = append(sub, append(r, row[j+1:]...))
		}
		d += sign * m[0][j] * sub.Det()
		sign = -sign
	}
	return d
}
func spiral(n int) [][]int {
	g := make([][]int, n)
	for i := range g {
		g[i] = make([]int, n)
	}
	x, y, dx, dy := 0, 0, 1, 0
	for i := 1; i <= n*n; i++ {
		g[y][x] = i
		if nx, ny := x+dx, y+dy; nx < 0 || nx >= n || ny < 0 || ny >= n || g[ny][nx] != 0 {
			dx, dy = -dy, dx
		}
		x, y = x+dx, y+dy
	}
	return g
}
func Main() {
	a := Matrix{{1, 2}, {3, 4}, {5, 6}}
	b := Matrix{{1, 0, 2}, {0, 1, 3}}
	p, err := a.Mul(b)
	fmt.Println(p)
	fmt.Println(err)
	_, err = a.Mul(a)
	var es ErrShape
	fmt.Println(err, errors.As(err, &es), es.r2)
	fmt.Printf("%v\n%s\n", a.T(), b.T())
	fmt.Println(Matrix{{2, 0, 1}, {1, 3, 2}, {1, 1, 1}}.Det())
	for _, r := range spiral(4) {
		fmt.Printf("%2d\n", r)
	}
	var id [3][3]int
	for i := range id {
		id[i][i] = 1
	}
	fmt.Println(id, len(id), id == [3][3]int{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})
}

func main() { Main() }
