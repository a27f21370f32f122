package main

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

type Gen[T any] func() (T, bool)

func (g Gen[T]) Collect() (out []T) {
	for v, ok := g(); ok; v, ok = g() {
		out = append(out, v)
	}
	return
}
func (g Gen[T]) Take(n int) Gen[T] {
	return func() (v T, ok bool) {
		if n <= 0 {
			return
		}
		n--
		return g()
	}
}
func Map[A, B any](g Gen[A], f func(A) B) Gen[B] {
	return func() (b B, ok bool) {
		a, ok := g()
		if !ok {
			return b, false
		}
		return f(a), true
	}
}
func Zip[A, B any](a Gen[A], b Gen[B]) Gen[struct {
	L A
	R B
}] {
	return func() (p struct {
		L A
		R B
	}, ok bool) {
		if p.L, ok = a(); !ok {
			return
		}
		p.R, ok = b()
		return
	}
}
func Count(from, step int) Gen[int] {
	return func() (int, bool) { defer func() { from += step }(); return from, true }
}
func Of[T any](xs ...T) Gen[T] {
	i := -1
	return func() (v T, ok bool) {
		if i++; i < len(xs) {
			return xs[i], true
		}
		return
	}
}

type op func(float64) (float64, error)

func pipeline(ops ...op) op {
	return func(x float64) (y float64, err error) {
		y = x
		for i, o := range ops {
			if y, err = o(y); err != nil {
				return 0, fmt.Errorf("step %d: %w", i, err)
			}
		}
		return
	}
}

var errNeg = errors.New("negative")

func debounce(n int, f func(string)) func(string) {
	calls := 0
	return func(s string) {
		if calls++; calls%n == 0 {
			f(s)
		}
	}
}

func main() {
	fmt.Println(Count(1, 2).Take(4).Collect(), Map(Of("a", "bb"), func(s string) int { return len(s) }).Collect())
	for z, i := Zip(Of("x", "y", "z"), Count(0, -1)), 0; ; i++ {
		p, ok := z()
		if !ok {
			fmt.Println("end", i)
			break
		}
		fmt.Print(p.L, p.R, " ")
	}
	fmt.Printf("%+v\n", Zip(Of(1), Of(true)).Collect())
	p := pipeline(func(x float64) (float64, error) { return x - 1, nil }, func(x float64) (float64, error) {
		if x < 0 {
			return 0, errNeg
		}
		return math.Sqrt(x), nil
	})
	fmt.Println(p(10))
	_, err := p(0)
	fmt.Println(err, errors.Is(err, errNeg))
	var hits []string
	d := debounce(2, func(s string) { hits = append(hits, s) })
	for _, s := range strings.Split("abcde", "") {
		d(s)
	}
	fmt.Println(hits)
	fns := make(map[string]func() string)
	for i, name := range []string{"one", "two"} {
		prefix := strings.Repeat(">", i+1)
		fns[name] = func() string { prefix += "."; return prefix + name }
	}
	fmt.Println(fns["one"](), fns["one"](), fns["two"]())
	acc := func() func(int) int {
		s := 0
		return func(n int) int { s += n; return s }
	}
	a, b := acc(), acc()
	a(1)
	a(2)
	b(10)
	fmt.Println(a(0), b(0))
	var rec func(int, ...func(int)) int
	rec = func(n int, fs ...func(int)) int {
		for _, f := range fs {
			f(n)
		}
		if n == 0 {
			return 0
		}
		return n + rec(n-1, append(fs, func(m int) { fmt.Print("<", n, m, ">") })...)
	}
	fmt.Println(rec(2))
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print("d", i, " ") }()
		if i == 1 {
			i++
		}
	}
	x, y := 1, 2
	func() { x, y = y, x }()
	fmt.Println(x, y)
}
