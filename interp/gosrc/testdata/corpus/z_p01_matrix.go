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
		return nil, fmt.Errorf("shape %dx%d vs %dx%d", len(m), len(m[0]), len(o), len(o[0]))
	}
	out := New(len(m), len(o[0]))
	for i, row := range m {
		for j := range o[0] {
			for k, v := range row {
				out[i][j] += v * o[k][j]
			}
		}
	}
	return out, nil
}

func (m Matrix) String() string {
	var sb strings.Builder
	for _, row := range m {
		fmt.Fprintf(&sb, "%6.2f\n", row)
	}
	return sb.String()
}

func main() {
	a := Matrix{{1, 2}, {3, 4}}
	b := Matrix{{0.5, 1.5}, {2.5, -1}}
	p, err := a.Mul(b)
	fmt.Print(p, err, "\n")
	_, err = a.Mul(Matrix{{1}})
	fmt.Println(err)
	fmt.Printf("%v|%T|%d\n", Matrix{{1}}, p, len(p))
}
