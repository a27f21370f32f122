package main

import (
	"fmt"
	"strings"
)

func hanoi(n int, a, b, c string, moves *[]string) {
	if n == 0 {
		return
	}
	hanoi(n-1, a, c, b, moves)
	*moves = append(*moves, a+c)
	hanoi(n-1, b, a, c, moves)
}

func perms(xs []int) [][]int {
	if len(xs) <= 1 {
		return [][]int{append([]int{}, xs...)}
	}
	var out [][]int
	for i := range xs {
		rest := append(append([]int{}, xs[:i]...), xs[i+1:]...)
		for _, p := range perms(rest) {
			out = append(out, append([]int{xs[i]}, p...))
		}
	}
	return out
}

func quick(xs []int) []int {
	if len(xs) < 2 {
		return xs
	}
	p := xs[0]
	var lo, hi []int
	for _, x := range xs[1:] {
		if x < p {
			lo = append(lo, x)
		} else {
			hi = append(hi, x)
		}
	}
	return append(append(quick(lo), p), quick(hi)...)
}

func mergeSort(xs []string) []string {
	if len(xs) < 2 {
		return xs
	}
	m := len(xs) / 2
	l, r := mergeSort(xs[:m]), mergeSort(xs[m:])
	out := make([]string, 0, len(xs))
	for len(l) > 0 && len(r) > 0 {
		if l[0] <= r[0] {
			out, l = append(out, l[0]), l[1:]
		} else {
			out, r = append(out, r[0]), r[1:]
		}
	}
	return append(append(out, l...), r...)
}

func queens(n int) (count int) {
	cols := make([]int, 0, n)
	var place func(int)
	place = func(r int) {
		if r == n {
			count++
			return
		}
	next:
		for c := 0; c < n; c++ {
			for pr, pc := range cols {
				if pc == c || pc-c == pr-r || pc-c == r-pr {
					continue next
				}
			}
			cols = append(cols, c)
			place(r + 1)
			cols = cols[:len(cols)-1]
		}
	}
	place(0)
	return
}

func subsets(xs []string) (out [][]string) {
	for m := 0; m < 1<<len(xs); m++ {
		var s []string
		for i, x := range xs {
			if m>>i&1 == 1 {
				s = append(s, x)
			}
		}
		out = append(out, s)
	}
	return
}

func ack(m, n int) int {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}

func bsearch(xs []int, t int) int {
	lo, hi := 0, len(xs)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if xs[mid] < t {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func editDistance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			c := 1
			if a[i-1] == b[j-1] {
				c = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+c)
		}
	}
	return d[len(a)][len(b)]
}

func Main() {
	var moves []string
	hanoi(3, "A", "B", "C", &moves)
	fmt.Println(len(moves), moves)
	fmt.Println(perms([]int{1, 2, 3}))
	fmt.Println(quick([]int{3, 6, 1, 8, 2, 9, 2}), mergeSort(strings.Fields("pear fig apple kiwi")))
	fmt.Println(queens(6), subsets([]string{"a", "b"}), ack(2, 3), bsearch([]int{1, 3, 5, 7}, 6))
	fmt.Println(editDistance("kitten", "sitting"))
	memo := map[int]int{}
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		if v, ok := memo[n]; ok {
			return v
		}
		memo[n] = fib(n-1) + fib(n-2)
		return memo[n]
	}
	fmt.Println(fib(80), len(memo))
}

func main() { Main() }
