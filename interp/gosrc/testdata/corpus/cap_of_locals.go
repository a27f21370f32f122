package main

import "fmt"

type point struct{ x, y int }

type big struct{ a, b, c, d, e int }

type names []string

func steps() {
	var s []int
	last := -1
	for i := range 200 {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(len(s), "/", last, " ")
		}
	}
	fmt.Println()
}

func shown() {
	var s []int
	for i := range 5 {
		s = append(s, i)
		fmt.Println(s, len(s), cap(s))
	}
}

func describe(s []int) { fmt.Printf("len=%d cap=%d\n", len(s), cap(s)) }

func display(s []int) { fmt.Printf("len=%d cap=%d %v\n", len(s), cap(s), s) }

func sum(s []int) (t int) {
	for _, x := range s {
		t += x
	}
	return t
}

func kinds() {
	var b []byte
	b = append(b, 'x')
	var r []rune
	r = append(r, 'a', 'b')
	n := names{}
	n = append(n, "a")
	var p []point
	p = append(p, point{1, 2})
	var g []big
	g = append(g, big{})
	var f []float64
	f = append(f, 1, 2, 3, 4, 5)
	fmt.Println(cap(b), cap(r), cap(n), cap(p), cap(g), cap(f))
	f = nil
	f = append(f, 1)
	fmt.Println(cap(f))
}

func made() {
	s := make([]int, 0, 2)
	for i := range 4 {
		s = append(s, i)
		fmt.Print(cap(s), " ")
	}
	e := make([]int, 0)
	e = append(e, 1)
	fmt.Println(cap(e), s[0])
}

func loop() {
	for range 3 {
		var s []string
		s = append(s, "a")
		fmt.Print(cap(s), " ")
	}
	fmt.Println()
}

func total() {
	var a []int
	for i := range 3 {
		a = append(a, i)
		fmt.Println(cap(a), sum(a))
	}
}

func build(n int) []int {
	var s []int
	for i := range n {
		s = append(s, i)
		fmt.Print(len(s), "/", cap(s), " ")
	}
	fmt.Println()
	return s
}

func words() []string {
	s := []string{}
	s = append(s, "a")
	fmt.Println(cap(s))
	s = append(s, "b", "c")
	fmt.Println(cap(s))
	return s
}

var global []int

func main() {
	steps()
	shown()
	kinds()
	made()
	loop()
	var a, b []int
	describe(a)
	a = append(a, 1)
	describe(a)
	a = append(a, 2, 3, 4, 5)
	describe(a)
	b = append(b, 1)
	display(b)
	b = append(b, 2, 3)
	display(b)
	total()
	global = append(global, 1)
	fmt.Println(cap(global))
	fmt.Println(len(build(9)), len(words()))
}
