package main

import "fmt"

type Stats struct{ total, n int }

func (s Stats) Mean() int { return s.total / s.n }

func main() {
	s := Stats{10, 4}
	fmt.Println(s.Mean())
	defer func() { fmt.Println("total", s.total) }()
	s.n = 0
	fmt.Println(s.Mean())
}
