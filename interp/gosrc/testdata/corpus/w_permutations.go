package main

import (
	"fmt"
	"slices"
	"strings"
)

func Permutations[T any](xs []T) [][]T {
	if len(xs) <= 1 {
		return [][]T{append([]T(nil), xs...)}
	}
	var out [][]T
	for i, x := range xs {
		rest := append(append([]T{}, xs[:i]...), xs[i+1:]...)
		for _, p := range Permutations(rest) {
			out = append(out, append([]T{x}, p...))
		}
	}
	return out
}
func Combinations(n, k int) func(func([]int) bool) {
	return func(yield func([]int) bool) {
		c := make([]int, k)
		var rec func(start, d int) bool
		rec = func(start, d int) bool {
			if d == k {
				return yield(slices.Clone(c))
			}
			for i := start; i <= n-(k-d); i++ {
				c[d] = i
				if !rec(i+1, d+1) {
					return false
				}
			}
			return true
		}
		rec(0, 0)
	}
}
func PowerSet[T any](xs ...T) (out [][]T) {
	for m := 0; m < 1<<len(xs); m++ {
		var s []T
		for i := range xs {
			if m&(1<<uint(i)) != 0 {
				s = append(s, xs[i])
			}
		}
		out = append(out, s)
	}
	return
}
func queens(n int) (count int, first []int) {
	cols, d1, d2 := make([]bool, n), make([]bool, 2*n), make([]bool, 2*n)
	place := make([]int, 0, n)
	var solve func(r int)
	solve = func(r int) {
		if r == n {
			if count == 0 {
				first = append([]int{}, place...)
			}
			count++
			return
		}
		for c := 0; c < n; c++ {
			if cols[c] || d1[r+c] || d2[r-c+n] {
				continue
			}
			cols[c], d1[r+c], d2[r-c+n] = true, true, true
			place = append(place, c)
			solve(r + 1)
			place = place[:len(place)-1]
			cols[c], d1[r+c], d2[r-c+n] = false, false, false
		}
	}
	solve(0)
	return
}
func hanoi(n int, a, b, c string, move func(from, to string)) {
	if n == 0 {
		return
	}
	hanoi(n-1, a, c, b, move)
	move(a, c)
	hanoi(n-1, b, a, c, move)
}
func Main() {
	fmt.Println(Permutations([]int{1, 2, 3}))
	fmt.Println(len(Permutations(strings.Split("abcd", ""))), Permutations([]string{"x"}), Permutations([]rune{}))
	for c := range Combinations(4, 2) {
		fmt.Print(c, " ")
		if c[0] == 1 {
			break
		}
	}
	fmt.Println()
	fmt.Println(PowerSet("a", "b"), len(PowerSet[int]()))
	fmt.Println(queens(5))
	n := 0
	hanoi(4, "A", "B", "C", func(from, to string) {
		if n++; n <= 3 {
			fmt.Printf("%s->%s ", from, to)
		}
	})
	fmt.Println(n)
}

func main() { Main() }
