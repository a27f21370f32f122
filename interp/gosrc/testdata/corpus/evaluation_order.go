package main

import (
	"fmt"
)

var trace []string

func t[T any](name string, v T) T { trace = append(trace, name); return v }
func flush()                      { fmt.Println(trace); trace = nil }

type rec struct{ n int }

func (r *rec) add(x int) *rec { trace = append(trace, fmt.Sprint("add", x)); r.n += x; return r }
func pair() (int, string)     { trace = append(trace, "pair"); return 1, "p" }
func use(a int, b string)     { trace = append(trace, "use") }

func main() {
	_ = t("a", 1) + t("b", 2)*t("c", 3)
	flush()
	_ = t("f", false) && t("g", true) || t("h", true)
	flush()
	m := map[string]int{t("k1", "x"): t("v1", 1), t("k2", "y"): t("v2", 2)}
	flush()
	s := []int{t("e0", 0), t("e1", 1)}
	flush()
	s[t("i", 0)], m[t("k", "x")] = t("r1", 5), t("r2", 6)
	flush()
	(&rec{}).add(t("x1", 1)).add(t("x2", 2))
	flush()
	use(pair())
	flush()
	func(a, b int) {}(t("p1", 1), t("p2", 2))
	flush()
	if x := t("init", 1); x == t("cond", 1) {
		t("then", 0)
	}
	flush()
	for i := t("start", 0); i < t("limit", 2); i += t("step", 1) {
		t("body", 0)
	}
	flush()
	switch t("tag", 3) {
	case t("c1", 1), t("c2", 2):
	case t("c3", 3):
		t("hit", 0)
	}
	flush()
	defer flush()
	defer t("deferred", t("deferred arg", 0))
	flush()
	func() (r int) {
		defer func() { r = t("in defer", r+1) }()
		return t("ret", 1)
	}()
	flush()
	s[t("idx", 1)] += t("val", 10)
	s[t("idx", 0)]++
	flush()
	p := &s
	(*p)[t("a", 0)], (*p)[t("b", 1)] = (*p)[t("c", 1)], (*p)[t("d", 0)]
	flush()
	fmt.Println(s, m)
	var ch = make(chan int, 1)
	t("chan", ch) <- t("sent", 4)
	fmt.Println(<-t("from", ch))
	flush()
	_ = struct{ a, b int }{b: t("fb", 1), a: t("fa", 2)}
	_ = [3]int{2: t("two", 2), 0: t("zero", 0)}
	flush()
	select {
	case t("c", ch) <- t("v", 1):
	case <-t("d", make(chan int)):
	}
	flush()
	for range t("rangee", []int{1, 2}) {
	}
	var a any = t("boxed", 5)
	_, _ = a.(int)
	_ = s[t("lo", 0):t("hi", 1)]
	flush()
	x, y := t("x", 1), t("y", 2)
	x, y = y, x
	i := 0
	i, s[i] = 1, 99
	fmt.Println(x, y, i, s)
	trace = nil
}
