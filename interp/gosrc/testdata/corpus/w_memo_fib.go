package main

import (
	"fmt"
	"strings"
)

func memo[K comparable, V any](f func(K) V) func(K) V {
	cache := make(map[K]V)
	return func(k K) V {
		if v, ok := cache[k]; ok {
			return v
		}
		v := f(k)
		cache[k] = v
		return v
	}
}

type Memo struct {
	calls int
	m     map[[2]int]int
}

func (m *Memo) Grid(r, c int) int {
	if r == 0 || c == 0 {
		return 1
	}
	k := [2]int{r, c}
	if v, ok := m.m[k]; ok {
		return v
	}
	m.calls++
	v := m.Grid(r-1, c) + m.Grid(r, c-1)
	m.m[k] = v
	return v
}
func lcs(a, b string) string {
	dp := make([][]int, len(a)+1)
	for i := range dp {
		dp[i] = make([]int, len(b)+1)
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			if a[i-1] == b[j-1] {
				dp[i][j] = dp[i-1][j-1] + 1
			} else {
				dp[i][j] = max(dp[i-1][j], dp[i][j-1])
			}
		}
	}
	var out []byte
	for i, j := len(a), len(b); i > 0 && j > 0; {
		switch {
		case a[i-1] == b[j-1]:
			out = append([]byte{a[i-1]}, out...)
			i--
			j--
		case dp[i-1][j] >= dp[i][j-1]:
			i--
		default:
			j--
		}
	}
	return string(out)
}
func edit(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	prev := make([]int, len(rb)+1)
	for j := range prev {
		prev[j] = j
	}
	for i, x := range ra {
		cur := append([]int{i + 1}, make([]int, len(rb))...)
		for j, y := range rb {
			cost := 1
			if x == y {
				cost = 0
			}
			cur[j+1] = min(prev[j+1]+1, cur[j]+1, prev[j]+cost)
		}
		prev = cur
	}
	return prev[len(rb)]
}
func knap(w, v []int, cap int) int {
	best := make([]int, cap+1)
	for i := range w {
		for c := cap; c >= w[i]; c-- {
			best[c] = max(best[c], best[c-w[i]]+v[i])
		}
	}
	return best[cap]
}
func coins(amount int, cs ...int) (ways int) {
	dp := make([]int, amount+1)
	dp[0] = 1
	for _, c := range cs {
		for a := c; a <= amount; a++ {
			dp[a] += dp[a-c]
		}
	}
	return dp[amount]
}
func Main() {
	n := 0
	var fib func(int) int
	fib = memo(func(k int) int {
		n++
		if k < 2 {
			return k
		}
		return fib(k-1) + fib(k-2)
	})
	fmt.Println(fib(50), n, fib(50), n)
	m := &Memo{m: map[[2]int]int{}}
	fmt.Println(m.Grid(6, 7), m.calls, len(m.m))
	fmt.Println(lcs("AGGTAB", "GXTXAYB"), edit("kitten", "sitting"), edit("größe", "grosse"), knap([]int{1, 3, 4, 5}, []int{1, 4, 5, 7}, 7), coins(10, 1, 2, 5))
	up := memo(strings.ToUpper)
	fmt.Println(up("a"), up("a"), memo(func(s string) int { return len(s) })("four"))
}

func main() { Main() }
