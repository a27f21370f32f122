package main

import "fmt"

func wrap(seq func(func(string) bool)) []string {
	var lines, cur []string
	n := 0
	for w := range seq {
		lines = append(lines, cur...)
		cur, n = nil, n+1
		cur = append(cur, w)
	}
	return append(lines, cur...)
}

func two() {
	var cur []int
	var m map[string]int
	n := 1
	f := func() {
		cur, n = nil, 0
		m, n = nil, 3
	}
	f()
	fmt.Println(cur, n, m == nil)
}

func main() {
	fmt.Println(wrap(func(y func(string) bool) { _ = y("a") && y("b") }))
	two()
}
