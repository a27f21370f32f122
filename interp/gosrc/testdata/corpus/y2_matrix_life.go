package main

import (
	"errors"
	"fmt"
	"strings"
)

type Matrix[T ~int | ~float64] [][]T

func New[T ~int | ~float64](r, c int, vals ...T) Matrix[T] {
	m := make(Matrix[T], r)
	for i := range m {
		m[i] = make([]T, c)
		for j := range m[i] {
			if k := i*c + j; k < len(vals) {
				m[i][j] = vals[k]
			}
		}
	}
	return m
}

var ErrShape = errors.New("shapes differ")

func (m Matrix[T]) Mul(o Matrix[T]) (Matrix[T], error) {
	if len(m[0]) != len(o) {
		return nil, fmt.Errorf("%w: %dx%d and %dx%d", ErrShape, len(m), len(m[0]), len(o), len(o[0]))
	}
	out := New[T](len(m), len(o[0]))
	for i, row := range m {
		for j := range o[0] {
			for k, v := range row {
				out[i][j] += v * o[k][j]
			}
		}
	}
	return out, nil
}

func (m Matrix[T]) T() Matrix[T] {
	t := New[T](len(m[0]), len(m))
	for i := range m {
		for j := range m[i] {
			t[j][i] = m[i][j]
		}
	}
	return t
}

func (m Matrix[T]) Map(f func(T) T) Matrix[T] {
	for _, row := range m {
		for j := range row {
			row[j] = f(row[j])
		}
	}
	return m
}

func (m Matrix[T]) String() string {
	rows := make([]string, len(m))
	for i, r := range m {
		rows[i] = fmt.Sprint(r)
	}
	return strings.Join(rows, "/")
}

func pow(m Matrix[int], n int) Matrix[int] {
	result := New(len(m), len(m), 1, 0, 0, 1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			result, _ = result.Mul(m)
		}
		m, _ = m.Mul(m)
	}
	return result
}

const size = 6

type board [size][size]bool

func (b *board) set(ps ...[2]int) *board {
	for _, p := range ps {
		b[p[0]][p[1]] = true
	}
	return b
}

func (b board) neighbours(r, c int) (n int) {
	for dr := -1; dr <= 1; dr++ {
		for dc := -1; dc <= 1; dc++ {
			if dr == 0 && dc == 0 {
				continue
			}
			if b[(r+dr+size)%size][(c+dc+size)%size] {
				n++
			}
		}
	}
	return
}

func (b board) next() (out board) {
	for r, row := range b {
		for c, alive := range row {
			n := b.neighbours(r, c)
			out[r][c] = n == 3 || alive && n == 2
		}
	}
	return
}

func (b board) String() string {
	var sb strings.Builder
	for _, row := range b {
		for _, alive := range row {
			sb.WriteByte(map[bool]byte{true: '#', false: '.'}[alive])
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}

func spiral(n int) [][]int {
	g := New[int](n, n)
	r, c, dr, dc := 0, 0, 0, 1
	for i := 1; i <= n*n; i++ {
		g[r][c] = i
		if nr, nc := r+dr, c+dc; nr < 0 || nr >= n || nc < 0 || nc >= n || g[nr][nc] != 0 {
			dr, dc = dc, -dr
		}
		r, c = r+dr, c+dc
	}
	return g
}

func pascal(n int) (rows [][]int) {
	for i := range n {
		row := make([]int, i+1)
		row[0], row[i] = 1, 1
		for j := 1; j < i; j++ {
			row[j] = rows[i-1][j-1] + rows[i-1][j]
		}
		rows = append(rows, row)
	}
	return
}

func Main() {
	a, b := New(2, 3, 1, 2, 3, 4, 5, 6), New(3, 2, 1, 0, 0, 1, 1, 1)
	fmt.Println(a.Mul(b))
	_, err := a.Mul(a)
	fmt.Println(err, errors.Is(err, ErrShape))
	fmt.Println(a.T(), New(1, 2, 1.5, 2).Map(func(x float64) float64 { return x * x }))
	fmt.Println(pow(New(2, 2, 1, 1, 1, 0), 30)[0][1])
	glider := new(board).set([2]int{0, 1}, [2]int{1, 2}, [2]int{2, 0}, [2]int{2, 1}, [2]int{2, 2})
	gen := *glider
	for range 4 {
		gen = gen.next()
	}
	fmt.Print(gen, gen == *glider, "\n")
	for _, row := range spiral(4) {
		fmt.Println(row)
	}
	fmt.Println(pascal(5))
}

func main() { Main() }
