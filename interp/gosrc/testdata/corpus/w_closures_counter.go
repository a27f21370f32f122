package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

type Op func(float64, float64) (float64, error)

func counter(start int) (inc, dec func() int, get func() int) {
	n := start
	inc = func() int { n++; return n }
	dec = func() int { n--; return n }
	get = func() int { return n }
	return
}
func compose[T any](fs ...func(T) T) func(T) T {
	return func(x T) T {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}
func curry(f func(a, b, c int) int) func(int) func(int) func(int) int {
	return func(a int) func(int) func(int) int {
		return func(b int) func(int) int {
			return func(c int) int { return f(a, b, c) }
		}
	}
}
func debounce(limit int, f func(string)) func(string) bool {
	calls := 0
	return func(s string) bool {
		if calls++; calls > limit {
			return false
		}
		f(s)
		return true
	}
}
func fibgen() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

var ops = map[string]Op{
	"+": func(a, b float64) (float64, error) { return a + b, nil },
	"/": func(a, b float64) (float64, error) {
		if b == 0 {
			return 0, errors.New("div by zero")
		}
		return a / b, nil
	},
	"pow": func(a, b float64) (float64, error) { return math.Pow(a, b), nil },
}

func rpn(s string) (res float64, err error) {
	var st []float64
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("stack underflow: %v", r)
		}
	}()
	for _, tok := range strings.Fields(s) {
		if op, ok := ops[tok]; ok {
			a, b := st[len(st)-2], st[len(st)-1]
			st = st[:len(st)-2]
			v, err := op(a, b)
			if err != nil {
				return 0, fmt.Errorf("%s %g %g: %w", tok, a, b, err)
			}
			st = append(st, v)
			continue
		}
		v, err := strconv.ParseFloat(tok, 64)
		if err != nil {
			return 0, err
		}
		st = append(st, v)
	}
	return st[0], nil
}
func Main() {
	inc, dec, get := counter(10)
	inc()
	inc()
	dec()
	fmt.Println(get())
	fmt.Println(compose(func(i int) int { return i + 1 }, func(i int) int { return i * 2 })(5), compose[string]()("same"), compose(strings.TrimSpace, strings.ToUpper)(" hi "))
	fmt.Println(curry(func(a, b, c int) int { return a*100 + b*10 + c })(1)(2)(3))
	var got []string
	d := debounce(2, func(s string) { got = append(got, s) })
	fmt.Println(d("a"), d("b"), d("c"), got)
	f := fibgen()
	for i := 0; i < 10; i++ {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	for _, e := range []string{"3 4 +", "2 3 pow 4 /", "1 0 /", "1 +", "x"} {
		v, err := rpn(e)
		fmt.Println(v, err)
	}
	var funcs [3]func() int
	for i := range funcs {
		funcs[i] = func() int { i *= 10; return i }
	}
	fmt.Println(funcs[1](), funcs[1](), funcs[2]())
	x := 1
	func() {
		x := x + 1
		x++
		_ = x
	}()
	fmt.Println(x)
	acc := func() func(...int) int {
		t := 0
		return func(ns ...int) int {
			for _, n := range ns {
				t += n
			}
			return t
		}
	}()
	acc(1, 2)
	acc([]int{3, 4}...)
	fmt.Println(acc())
	type handler = func(string) string
	chain := []handler{strings.ToLower, func(s string) string { return s + "!" }}
	out := "HEY"
	for _, h := range chain {
		out = h(out)
	}
	fmt.Println(out)
}

func main() { Main() }
