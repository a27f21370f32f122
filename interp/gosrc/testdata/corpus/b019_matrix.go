package main

import (
	"fmt"
	"strings"
)

type Matrix [][]float64

func New(r, c int) Matrix {
	m := make(Matrix, r)
	for i := range m {
		m[i] = make([]float64, c)
	}
	return m
}
func (m Matrix) Mul(o Matrix) (Matrix, error) {
	if len(m[0]) != len(o) {
		return nil, fmt.Errorf("dims %dx%d * %dx%d", len(m), len(m[0]), len(o), len(o[0]))
	}
	res := New(len(m), len(o[0]))
	for i := range m {
		for j := range o[0] {
			for k := range o {
				res[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return res, nil
}
func (m Matrix) T() Matrix {
	t := New(len(m[0]), len(m))
	for i, row := range m {
		for j, v := range row {
			t[j][i] = v
		}
	}
	return t
}
func (m Matrix) String() string {
	var b strings.Builder
	for i, r := range m {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, v := range r {
			fmt.Fprintf(&b, "%6.2f", v)
		}
	}
	return b.String()
}

type Mat2 [2][2]int

func (a Mat2) Mul(b Mat2) (c Mat2) {
	for i := range 2 {
		for j := range 2 {
			for k := range 2 {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return
}
func fib(n int) int {
	r, b := Mat2{{1, 0}, {0, 1}}, Mat2{{1, 1}, {1, 0}}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = r.Mul(b)
		}
		b = b.Mul(b)
	}
	return r[0][1]
}
func spiral(m [][]int) (out []int) {
	for len(m) > 0 {
		out = append(out, m[0]...)
		m = m[1:]
		if len(m) == 0 {
			break
		}
		n := len(m[0])
		rot := make([][]int, n)
		for i := range rot {
			for j := range m {
				rot[i] = append(rot[i], m[j][n-1-i])
			}
		}
		m = rot
	}
	return
}

func main() {
	a := Matrix{{1, 2}, {3, 4}, {5, 6}}
	p, err := a.Mul(a.T())
	fmt.Println(p, err)
	_, err = a.Mul(a)
	fmt.Println(err)
	fmt.Printf("%v|%s|%T\n", a.T(), Matrix{{1}}, a)
	for i := range 10 {
		fmt.Print(fib(i), " ")
	}
	fmt.Println(fib(90))
	fmt.Println(spiral([][]int{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}))
	var cube [2][3][2]int
	n := 0
	for i := range cube {
		for j := range cube[i] {
			for k := range cube[i][j] {
				cube[i][j][k] = n
				n++
			}
		}
	}
	fmt.Println(cube, len(cube), len(cube[0]), cube[1][2][1])
	x := [...][2]string{{"a", "b"}, {"c"}}
	fmt.Printf("%q %v\n", x, x == [2][2]string{{"a", "b"}, {"c", ""}})
}
