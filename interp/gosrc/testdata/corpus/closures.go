package main

import (
	"fmt"
)

func counter() func() int {
	n := 0
	return func() int { n++; return n }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func fib() func() int {
	a, b := 0, 1
	return func() int { r := a; a, b = b, a+b; return r }
}

type op func(int, int) int

func Main() {
	a, b := counter(), counter()
	fmt.Println(a(), a(), b(), a())
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 2 })(3))
	f := fib()
	for range 8 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	ops := map[string]op{"+": func(a, b int) int { return a + b }, "*": func(a, b int) int { return a * b }}
	fmt.Println(ops["+"](2, 3), ops["*"](2, 3))
	var rec func(int) int
	rec = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * rec(n-1)
	}
	fmt.Println(rec(10))
	func() {
		x := 5
		inc := func() { x++ }
		inc()
		inc()
		fmt.Println(x)
	}()
}

func main() { Main() }
