package main

import "fmt"

func roman(n int) (s string) {
	for _, p := range []struct {
		v int
		r string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= p.v {
			s += p.r
			n -= p.v
		}
	}
	return
}

func value(r string) (n int) {
	m := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
	for i := range len(r) {
		if i+1 < len(r) && m[r[i]] < m[r[i+1]] {
			n -= m[r[i]]
		} else {
			n += m[r[i]]
		}
	}
	return
}

func Main() {
	for _, n := range []int{4, 9, 1994, 2024, 3999} {
		fmt.Println(n, roman(n), value(roman(n)) == n)
	}
}

func main() { Main() }
