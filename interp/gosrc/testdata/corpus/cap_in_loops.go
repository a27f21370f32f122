package main

import "fmt"

type st struct{ a, b, c int }

func grow() {
	var s []int
	for i := range 10 {
		s = append(s, i)
		fmt.Println(len(s), cap(s))
	}
}

func escaping() []int {
	var s []int
	for i := range 5 {
		s = append(s, i)
		fmt.Println("esc", len(s), cap(s))
	}
	return s
}

func printed() {
	var s []string
	for i := range 5 {
		s = append(s, "x")
		fmt.Println("p", i, s, len(s), cap(s))
	}
	var b []byte
	b = append(b, 'x')
	fmt.Println(cap(b))
	var t []st
	t = append(t, st{})
	fmt.Println(cap(t))
}

func lit() {
	s := []int{}
	prev := -1
	for i := 0; i < 100; i++ {
		s = append(s, i)
		if cap(s) != prev {
			prev = cap(s)
			fmt.Println("cap", prev)
		}
	}
}

func main() { grow(); fmt.Println(escaping()); printed(); lit() }
