package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
)

type Matrix [][]float64

func NewMatrix(r, c int) Matrix {
	m := make(Matrix, r)
	for i := range m {
		m[i] = make([]float64, c)
	}
	return m
}

func (m Matrix) Mul(o Matrix) (Matrix, error) {
	if len(m[0]) != len(o) {
		return nil, fmt.Errorf("size mismatch %dx%d * %dx%d", len(m), len(m[0]), len(o), len(o[0]))
	}
	out := NewMatrix(len(m), len(o[0]))
	for i := range m {
		for j := range o[0] {
			for k := range o {
				out[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return out, nil
}

func (m Matrix) T() Matrix {
	out := NewMatrix(len(m[0]), len(m))
	for i, row := range m {
		for j, v := range row {
			out[j][i] = v
		}
	}
	return out
}

func (m Matrix) String() string {
	var sb strings.Builder
	for _, r := range m {
		for j, v := range r {
			if j > 0 {
				sb.WriteByte(' ')
			}
			fmt.Fprintf(&sb, "%6.2f", v)
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}

func spiral(n int) [][]int {
	g := make([][]int, n)
	for i := range g {
		g[i] = make([]int, n)
	}
	dr, dc := [4]int{0, 1, 0, -1}, [4]int{1, 0, -1, 0}
	r, c, d := 0, 0, 0
	for k := 1; k <= n*n; k++ {
		g[r][c] = k
		nr, nc := r+dr[d], c+dc[d]
		if nr < 0 || nr >= n || nc < 0 || nc >= n || g[nr][nc] != 0 {
			d = (d + 1) % 4
			nr, nc = r+dr[d], c+dc[d]
		}
		r, c = nr, nc
	}
	return g
}

func life(g [][]bool) [][]bool {
	n := len(g)
	out := make([][]bool, n)
	for i := range out {
		out[i] = make([]bool, n)
		for j := range out[i] {
			c := 0
			for di := -1; di <= 1; di++ {
				for dj := -1; dj <= 1; dj++ {
					if (di != 0 || dj != 0) && g[(i+di+n)%n][(j+dj+n)%n] {
						c++
					}
				}
			}
			out[i][j] = c == 3 || c == 2 && g[i][j]
		}
	}
	return out
}

func Main() {
	a := Matrix{{1, 2}, {3, 4}, {5, 6}}
	p, err := a.Mul(a.T())
	fmt.Print(p, err, "\n")
	_, err = a.Mul(a)
	fmt.Println(err)
	for _, r := range spiral(4) {
		for _, v := range r {
			fmt.Printf("%3d", v)
		}
		fmt.Println()
	}
	g := make([][]bool, 5)
	for i := range g {
		g[i] = make([]bool, 5)
	}
	g[1][2], g[2][2], g[3][2] = true, true, true
	for range 2 {
		for _, r := range g {
			for _, c := range r {
				if c {
					fmt.Print("#")
				} else {
					fmt.Print(".")
				}
			}
			fmt.Println()
		}
		g = life(g)
	}
	tri := [][]int{}
	for i := range 5 {
		row := make([]int, i+1)
		row[0], row[i] = 1, 1
		for j := 1; j < i; j++ {
			row[j] = tri[i-1][j-1] + tri[i-1][j]
		}
		tri = append(tri, row)
	}
	fmt.Println(tri)
	w := tabwriter.NewWriter(&strings.Builder{}, 0, 8, 1, ' ', 0)
	w.Flush()
	for _, row := range [][]any{{"name", "qty"}, {"apple", 3}, {"kiwi", 12}} {
		fmt.Printf("%-8v|%5v|\n", row...)
	}
}

func main() { Main() }
