package main

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float64 | ~complex128
}

type Matrix[T Number] struct {
	rows, cols int
	data       []T
}

type ShapeError struct{ a, b [2]int }

func (e ShapeError) Error() string { return fmt.Sprintf("shapes %v and %v do not fit", e.a, e.b) }

func NewMatrix[T Number](rows, cols int, data ...T) *Matrix[T] {
	m := &Matrix[T]{rows: rows, cols: cols, data: make([]T, rows*cols)}
	copy(m.data, data)
	return m
}

func Identity[T Number](n int) *Matrix[T] {
	m := NewMatrix[T](n, n)
	for i := range n {
		*m.At(i, i) = 1
	}
	return m
}

func (m *Matrix[T]) At(r, c int) *T { return &m.data[r*m.cols+c] }
func (m Matrix[T]) Shape() [2]int   { return [2]int{m.rows, m.cols} }

func (m *Matrix[T]) Mul(o *Matrix[T]) (*Matrix[T], error) {
	if m.cols != o.rows {
		return nil, ShapeError{m.Shape(), o.Shape()}
	}
	out := NewMatrix[T](m.rows, o.cols)
	for i := range m.rows {
		for j := range o.cols {
			cell := out.At(i, j)
			for k := range m.cols {
				*cell += *m.At(i, k) * *o.At(k, j)
			}
		}
	}
	return out, nil
}

func (m *Matrix[T]) Pow(n int) *Matrix[T] {
	result := Identity[T](m.rows)
	base := m
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			result, _ = result.Mul(base)
		}
		base, _ = base.Mul(base)
	}
	return result
}

func Map[T, U Number](m *Matrix[T], f func(T) U) *Matrix[U] {
	out := NewMatrix[U](m.rows, m.cols)
	for i, v := range m.data {
		out.data[i] = f(v)
	}
	return out
}

func (m *Matrix[T]) T() *Matrix[T] {
	out := NewMatrix[T](m.cols, m.rows)
	for i := range m.data {
		*out.At(i%m.cols, i/m.cols) = m.data[i]
	}
	return out
}

func (m *Matrix[T]) String() string {
	var b strings.Builder
	for r := 0; r < m.rows; r++ {
		fmt.Fprintln(&b, m.data[r*m.cols:(r+1)*m.cols])
	}
	return strings.TrimRight(b.String(), "\n")
}

type Celsius float64

type Vec3 [3]float64

func (v Vec3) Dot(w Vec3) (s float64) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}
func (v Vec3) Len() float64 { return math.Sqrt(v.Dot(v)) }
func (v Vec3) Scale(k float64) Vec3 {
	for i := range v {
		v[i] *= k
	}
	return v
}
func (v *Vec3) Norm() *Vec3 {
	l := v.Len()
	for i := range v {
		v[i] /= l
	}
	return v
}

func det(m [][]float64) float64 {
	if len(m) == 1 {
		return m[0][0]
	}
	total, sign := 0.0, 1.0
	for c := range m[0] {
		var sub [][]float64
		for _, row := range m[1:] {
			r := append([]float64{}, row[:c]...)
			sub = append(sub, append(r, row[c+1:]...))
		}
		total += sign * m[0][c] * det(sub)
		sign = -sign
	}
	return total
}

func main() {
	a := NewMatrix(2, 3, 1, 2, 3, 4, 5, 6)
	fmt.Println(a, a.Shape())
	fmt.Println(a.T())
	p, err := a.Mul(a.T())
	fmt.Println(p, err)
	_, err = a.Mul(a)
	var se ShapeError
	fmt.Println(err, errors.As(err, &se), se.a, se == ShapeError{[2]int{2, 3}, [2]int{2, 3}})
	fib := NewMatrix[int64](2, 2, 1, 1, 1, 0)
	fmt.Println(*fib.Pow(80).At(0, 1))
	fmt.Println(Map(a, func(i int) Celsius { return Celsius(i) / 2 }))
	fmt.Println(Map(p, func(i int) complex128 { return complex(0, float64(i)) }))
	fmt.Printf("%v %T %T\n", Map(a, func(i int) float64 { return 1 / float64(i-1) }), a, Map(a, func(i int) Celsius { return 0 }))
	v := Vec3{1, 2, 2}
	w := v
	fmt.Println(v.Len(), v.Scale(2), *w.Norm(), v, w == Vec3{1. / 3, 2. / 3, 2. / 3})
	fmt.Println(Vec3{}.Scale(-1), Vec3{1, 0, 0}.Scale(-1))
	fmt.Printf("%.2f %5.1f %v %T\n", w, v, &v, w)
	fmt.Println(det([][]float64{{2, 0, 1}, {1, 3, 2}, {1, 1, 1}}))
	grid := [3][4]rune{}
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = '.'
		}
	}
	snapshot := grid
	grid[1][2] = '#'
	for _, row := range grid {
		row[0] = '!'
		fmt.Println(string(row[:]))
	}
	fmt.Println(snapshot == grid, snapshot[1] == grid[0], len(grid), cap(grid[0][:2]))
	ptr := &grid[2]
	ptr[3] = '@'
	for i, r := range ptr {
		fmt.Print(i, string(r), " ")
	}
	fmt.Println()
	spiral(4)
	fmt.Println(math.Inf(1), -math.Inf(1), math.NaN(), math.MaxInt64, math.Pi, float32(math.Pi), 1e21, 1e20, 1e-7)
}

func spiral(n int) {
	m := make([][]int, n)
	for i := range m {
		m[i] = make([]int, n)
	}
	x, y, dx, dy := 0, 0, 1, 0
	for k := 1; k <= n*n; k++ {
		m[y][x] = k
		if nx, ny := x+dx, y+dy; nx < 0 || ny < 0 || nx >= n || ny >= n || m[ny][nx] != 0 {
			dx, dy = -dy, dx
		}
		x, y = x+dx, y+dy
	}
	for _, row := range m {
		for _, v := range row {
			fmt.Printf("%3d", v)
		}
		fmt.Println()
	}
}
