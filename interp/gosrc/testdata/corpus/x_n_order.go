package main

import "fmt"

var trace []string

func t[T any](name string, v T) T { trace = append(trace, name); return v }
func flush(label string)          { fmt.Println(label, trace); trace = nil }

type S struct{ a, b, c int }

func (s *S) m(x int) *S { trace = append(trace, fmt.Sprint("m", x)); return s }
func (s S) v(x int) int { trace = append(trace, fmt.Sprint("v", s.a, x)); return s.a + x }

func multi() (int, string, error)   { trace = append(trace, "multi"); return 1, "x", nil }
func take(a int, b string, e error) { trace = append(trace, fmt.Sprint(a, b, e)) }

func main() {
	_ = t("a", 1) + t("b", 2)*t("c", 3)
	flush("binary")
	_ = []int{t("x", 0), t("y", 1)}[t("i", 1)]
	flush("index")
	m := map[string]int{}
	m[t("k", "k")] = t("v", 1)
	flush("mapassign")
	arr := [3]int{1, 2, 3}
	i := 0
	i, arr[i] = 2, 9
	fmt.Println(i, arr)
	arr[0], arr[1], arr[2] = arr[2], arr[0], arr[1]
	fmt.Println(arr)
	_ = t("l", false) && t("r", true) || t("o", true)
	flush("bool")
	s := &S{a: 1}
	s.m(t("1", 1)).m(t("2", 2)).m(t("3", 3))
	flush("chain")
	take(multi())
	flush("multi")
	_ = S{c: t("c", 1), a: t("a", 2)}
	flush("keyed")
	switch t("tag", 2) {
	case t("c1", 1), t("c2", 2), t("c3", 3):
	case t("c4", 4):
	}
	flush("switch")
	for i := t("init", 0); i < t("cond", 2); i += t("post", 1) {
	}
	flush("for")
	f := t("f", func(a, b int) int { return a })
	_ = f(t("p", 1), t("q", 2))
	flush("call")
	func() {
		defer t("d1", func() { trace = append(trace, "run1") })()
		defer take(t("arg", 3), "z", nil)
		for i := range 2 {
			defer func(n int) { trace = append(trace, fmt.Sprint("loop", n, i)) }(t("n", i*10))
		}
	}()
	flush("defer")
	g := s.v
	s.a = 100
	trace = append(trace, fmt.Sprint(g(1), s.v(1)))
	flush("methodvalue")
	var p *S
	func() {
		defer func() { trace = append(trace, fmt.Sprint(recover())) }()
		h := p.v
		_ = h
	}()
	flush("nil method value")
	x := []int{1, 2, 3}
	for i, v := range x {
		x = append(x, v*10)
		x[i] = 0
	}
	fmt.Println(x)
	y := [3]int{1, 2, 3}
	for i, v := range y {
		y[2] = 10
		if i == 2 {
			fmt.Println(v)
		}
	}
	for i, v := range &y {
		y[2] = 20
		if i == 2 {
			fmt.Println(v)
		}
	}
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	mm := map[int]int{1: 1, 2: 2, 3: 3}
	n := 0
	for k := range mm {
		delete(mm, k)
		n++
	}
	fmt.Println(n, len(mm))
	k := 0
	var ar [4]int
	ar[k], k = 5, 3
	fmt.Println(ar, k)
	a, b := 1, 2
	a, b = b, a+b
	pa := &a
	*pa, a = 7, 8
	fmt.Println(a, b)
	sl := []int{0, 1, 2}
	sl, sl[0] = nil, 5
	fmt.Println(sl)
	z := 1
	res := z + func() int { z = 10; return z }()
	fmt.Println(res, z)
	l := []int{1}
	q := append(l, func() int { l = append(l, 100); return len(l) }())
	fmt.Println(l, q)
	type T struct {
		p *T
		n int
	}
	tt := &T{}
	tt.p, tt = &T{n: 3}, nil
	fmt.Println(tt)
}
