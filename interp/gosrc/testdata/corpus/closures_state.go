package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

type Middleware func(Handler) Handler
type Handler func(string) string

func chain(h Handler, ms ...Middleware) Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func logging(log *[]string) Middleware {
	return func(next Handler) Handler {
		return func(s string) string {
			*log = append(*log, "in:"+s)
			defer func() { *log = append(*log, "out:"+s) }()
			return next(s)
		}
	}
}

func wrap(l, r string) Middleware {
	return func(next Handler) Handler { return func(s string) string { return l + next(s) + r } }
}

func counter() (inc func() int, reset func(), get func() int) {
	n := 0
	inc = func() int { n++; return n }
	reset = func() { n = 0 }
	get = func() int { return n }
	return
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

func memo(f func(int) int) func(int) int {
	cache := map[int]int{}
	return func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		v := f(n)
		cache[n] = v
		return v
	}
}

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }
func curry(f func(a, b, c int) int) func(int) func(int) func(int) int {
	return func(a int) func(int) func(int) int {
		return func(b int) func(int) int { return func(c int) int { return f(a, b, c) } }
	}
}

func main() {
	var log []string
	h := chain(func(s string) string { return strings.ToUpper(s) }, logging(&log), wrap("<", ">"), wrap("[", "]"))
	fmt.Println(h("hi"), h("yo"), log)
	inc, reset, get := counter()
	inc()
	inc()
	fmt.Println(inc(), get())
	reset()
	fmt.Println(get(), inc())
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var fact func(int) int
	fact = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * fact(n-1)
	}
	calls := 0
	sq := memo(func(n int) int { calls++; return n * n })
	fmt.Println(fact(10), sq(4), sq(4), sq(5), calls)
	toLen := compose(strconv.Itoa, func(s string) int { return len(s) })
	fmt.Println(toLen(12345), curry(func(a, b, c int) int { return a*100 + b*10 + c })(1)(2)(3))
	var funcs [3]func() (int, string)
	for i, s := range []string{"x", "y", "z"} {
		funcs[i] = func() (int, string) { i *= 10; s += "!"; return i, s }
	}
	for _, f := range funcs {
		f()
		fmt.Println(f())
	}
	ops := map[string]func(float64, float64) (float64, error){
		"+": func(a, b float64) (float64, error) { return a + b, nil },
		"/": func(a, b float64) (float64, error) {
			if b == 0 {
				return 0, errors.New("div by zero")
			}
			return a / b, nil
		},
	}
	fmt.Println(ops["+"](1, 2))
	fmt.Println(ops["/"](1, 0))
	x := 1
	{
		x := 2
		x++
		func() { x := x * 10; _ = x }()
		fmt.Println(x)
	}
	if x := 5; x > 3 {
		fmt.Println(x)
	} else if y := x; y > 0 {
		fmt.Println(y)
	}
	fmt.Println(x, func(a ...int) int { return len(a) }(1, 2, 3), func() int { return x }())
	defer func(v int) { fmt.Println("deferred", v, x) }(x)
	x = 99
}
