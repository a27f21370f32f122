package main

import "fmt"

type T struct{ n int }

func (t *T) inc() int       { t.n++; return t.n }
func show(xs ...int) string { return fmt.Sprint(xs) }
func trace(s string) string { fmt.Print(s, " "); return s }

func Main() {
	t := &T{}
	fmt.Println(show(t.inc(), t.inc(), t.inc()))
	m := map[string]int{}
	m[trace("k")] = len(trace("value"))
	fmt.Println(m)
	a := []int{t.inc(), t.inc()}
	fmt.Println(a, trace("a")+trace("b"))
	x, y := t.inc(), t.inc()
	fmt.Println(x, y)
	if trace("l") == "x" && trace("r") == "r" {
		fmt.Println("no")
	}
	s := struct{ A, B string }{B: trace("B"), A: trace("A")}
	fmt.Println(s)
	var stack []int
	push := func(v int) { stack = append(stack, v) }
	pop := func() int {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		return v
	}
	push(1)
	push(2)
	push(pop() + pop())
	fmt.Println(stack, len(stack))
	i := 0
	i, a[i] = 1, 99
	fmt.Println(i, a)
	func(a, b string) { fmt.Println(a, b) }(trace("1"), trace("2"))
	defer fmt.Println("deferred", trace("arg"))
	fmt.Println("end")
}

func main() { Main() }
