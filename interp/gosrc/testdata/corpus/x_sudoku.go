package main

import (
	"fmt"
	"math/bits"
	"strings"
)

type Cell = uint16
type Board [9][9]Cell

const all Cell = 1<<9 - 1

type solver struct {
	b                Board
	row, col         [9]Cell
	box              [3][3]Cell
	nodes, backtrack int
}

func parse(s string) (b Board, err error) {
	s = strings.Map(func(r rune) rune {
		if r == '.' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
	if len(s) != 81 {
		return b, fmt.Errorf("want 81 cells, got %d", len(s))
	}
	for i := range s {
		if c := s[i]; c != '.' && c != '0' {
			b[i/9][i%9] = 1 << (c - '1')
		}
	}
	return
}

func (b Board) String() string {
	var sb strings.Builder
	for r := range b {
		if r%3 == 0 && r > 0 {
			sb.WriteString("---+---+---\n")
		}
		for c, v := range b[r] {
			if c == 3 || c == 6 {
				sb.WriteByte('|')
			}
			if v == 0 {
				sb.WriteByte('.')
			} else {
				sb.WriteByte('1' + byte(bits.TrailingZeros16(v)))
			}
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}

func (s *solver) set(r, c int, v Cell) {
	s.b[r][c] = v
	s.row[r] ^= v
	s.col[c] ^= v
	s.box[r/3][c/3] ^= v
}

func (s *solver) solve() bool {
	s.nodes++
	best, br, bc := 10, -1, -1
	var bm Cell
search:
	for r := 0; r < 9; r++ {
		for c := 0; c < 9; c++ {
			if s.b[r][c] != 0 {
				continue
			}
			m := all &^ (s.row[r] | s.col[c] | s.box[r/3][c/3])
			n := bits.OnesCount16(m)
			if n < best {
				best, br, bc, bm = n, r, c, m
				if n <= 1 {
					break search
				}
			}
		}
	}
	switch best {
	case 10:
		return true
	case 0:
		s.backtrack++
		return false
	}
	for m := bm; m != 0; m &= m - 1 {
		v := m & -m
		s.set(br, bc, v)
		if s.solve() {
			return true
		}
		s.row[br] ^= v
		s.col[bc] ^= v
		s.box[br/3][bc/3] ^= v
		s.b[br][bc] = 0
	}
	return false
}

func newSolver(b Board) (s *solver, ok bool) {
	s = &solver{}
	for r, row := range b {
		for c, v := range row {
			if v == 0 {
				continue
			}
			if (s.row[r]|s.col[c]|s.box[r/3][c/3])&v != 0 {
				return nil, false
			}
			s.set(r, c, v)
		}
	}
	return s, true
}

func queens(n int) (count int) {
	var place func(cols, d1, d2 uint32, row int)
	place = func(cols, d1, d2 uint32, row int) {
		if row == n {
			count++
			return
		}
		for free := ^(cols | d1 | d2) & (1<<n - 1); free != 0; free &= free - 1 {
			bit := free & -free
			place(cols|bit, (d1|bit)<<1, (d2|bit)>>1, row+1)
		}
	}
	place(0, 0, 0, 0)
	return
}

func permutations[T any](xs []T) (out [][]T) {
	var rec func(int)
	rec = func(k int) {
		if k == len(xs) {
			out = append(out, append([]T(nil), xs...))
			return
		}
		for i := k; i < len(xs); i++ {
			xs[k], xs[i] = xs[i], xs[k]
			rec(k + 1)
			xs[k], xs[i] = xs[i], xs[k]
		}
	}
	rec(0)
	return
}

func sieve(n int) []int {
	comp := make([]bool, n+1)
	var ps []int
	for i := 2; i <= n; i++ {
		if comp[i] {
			continue
		}
		ps = append(ps, i)
		for j := i * i; j <= n; j += i {
			comp[j] = true
		}
	}
	return ps
}

func life(g [][]bool, steps int) [][]bool {
	h, w := len(g), len(g[0])
	for range steps {
		next := make([][]bool, h)
		for y := range next {
			next[y] = make([]bool, w)
			for x := range next[y] {
				n := 0
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						if (dx != 0 || dy != 0) && g[(y+dy+h)%h][(x+dx+w)%w] {
							n++
						}
					}
				}
				next[y][x] = n == 3 || n == 2 && g[y][x]
			}
		}
		g = next
	}
	return g
}

func collatz(n uint64) (steps int, peak uint64) {
	for peak = n; n != 1; steps++ {
		if n&1 == 0 {
			n >>= 1
		} else {
			n = 3*n + 1
		}
		peak = max(peak, n)
	}
	return
}

func main() {
	b, err := parse("53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79")
	fmt.Println(err)
	s, ok := newSolver(b)
	fmt.Println(ok, s.solve(), s.nodes, s.backtrack)
	fmt.Print(s.b)
	fmt.Println(b == s.b, b[0] == [9]Cell{1 << 4, 1 << 2, 0, 0, 1 << 6})
	b[0][2] = b[0][0]
	_, ok = newSolver(b)
	_, err = parse("12")
	fmt.Println(ok, err)
	fmt.Println(queens(6), queens(7), permutations([]string{"a", "b", "c"}), len(permutations([]int{1, 2, 3, 4})))
	fmt.Println(sieve(50))
	g := make([][]bool, 5)
	for i := range g {
		g[i] = make([]bool, 5)
	}
	for _, p := range [][2]int{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		g[p[0]][p[1]] = true
	}
	for _, row := range life(g, 4) {
		for _, c := range row {
			fmt.Print(map[bool]string{true: "#", false: "."}[c])
		}
		fmt.Println()
	}
	fmt.Println(collatz(27))
	var x Cell = 0xF0F0
	x, y := x<<4|x>>12, x
	fmt.Printf("%04x %04x %016b %d\n", x, y, x^y, -y)
}
