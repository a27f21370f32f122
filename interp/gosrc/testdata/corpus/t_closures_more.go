package main

import (
	"fmt"
	"strings"
)

func gens() []func() int {
	var fs []func() int
	for i := 0; i < 3; i++ {
		n := i * i
		fs = append(fs, func() int { n += i; return n })
	}
	return fs
}

func acc() (add func(int), get func() int) {
	var total int
	add = func(n int) { total += n }
	get = func() int { return total }
	return
}

type Lazy[T any] struct {
	f    func() T
	v    T
	done bool
}

func (l *Lazy[T]) Get() T {
	if !l.done {
		l.v, l.done = l.f(), true
	}
	return l.v
}

func curry(a int) func(int) func(int) int {
	return func(b int) func(int) int {
		return func(c int) int { return a*100 + b*10 + c }
	}
}

func Main() {
	for _, f := range gens() {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	add, get := acc()
	add(1)
	add(2)
	fmt.Println(get())
	l := Lazy[string]{f: func() string { fmt.Print("once "); return "v" }}
	fmt.Println(l.Get(), l.Get())
	fmt.Println(curry(1)(2)(3))
	x := 10
	inc := func() { x++ }
	inc()
	p := &x
	*p *= 2
	inc()
	fmt.Println(x)
	var even, odd func(int) bool
	even = func(n int) bool { return n == 0 || odd(n-1) }
	odd = func(n int) bool { return n != 0 && even(n-1) }
	fmt.Println(even(10), odd(7))
	arr := [3]int{1, 2, 3}
	f := func() int { return arr[0] }
	arr[0] = 50
	fmt.Println(f())
	s := struct{ n int }{1}
	g := func() { s.n++ }
	g()
	g()
	fmt.Println(s.n)
	for i := range 2 {
		defer func() { i += 10; fmt.Println("d", i) }()
	}
	fs := map[string]func(...int) int{
		"sum": func(xs ...int) (t int) {
			for _, x := range xs {
				t += x
			}
			return
		},
		"cnt": func(xs ...int) int { return len(xs) },
	}
	fmt.Println(fs["sum"](1, 2, 3), fs["cnt"]())
	var sb strings.Builder
	w := sb.WriteString
	w("a")
	w("b")
	fmt.Println(sb.String())
	func() {
		x := x
		x = -1
		_ = x
	}()
	fmt.Println(x)
}

func main() { Main() }
