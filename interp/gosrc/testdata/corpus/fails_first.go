package main

import "fmt"

type queue struct {
	items []int
	last  any
	next  *queue
}

func (q *queue) pop() (x int) {
	x, q.items = q.items[0], q.items[1:]
	return x
}

func split(s []int) (int, []int) { return s[0], s[2:] }

func pair(a int, b []int) string { return fmt.Sprint(a, b) }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	q := &queue{items: []int{7}, last: "x"}
	fmt.Println(q.pop(), len(q.items))
	var s []int
	var p *queue
	var x any = "text"
	n := 0
	try("pop", func() { q.pop() })
	try("return", func() { fmt.Println(split(s)) })
	try("argument", func() { fmt.Println(pair(s[0], s[1:])) })
	try("slice first", func() { fmt.Println(pair(len(s[1:]), s[:n-1])) })
	try("assertion", func() { fmt.Println(s[0], x.(int)) })
	try("assertion of a field", func() { a, b := p.items, q.last.(int); fmt.Println(a, b) })
	try("pointer", func() { a, b := p.items, s[3:]; fmt.Println(a, b) })
	try("deref", func() { a, b := *p, s[:4]; fmt.Println(a, b) })
	try("literal", func() { fmt.Println([]int{s[1], len(s[2:])}) })
	try("field literal", func() { fmt.Println(queue{items: s[n+5:], last: s[n+6]}) })
	try("division", func() { fmt.Println(1/n, s[5:]) })
	try("string", func() { t := "abc"; fmt.Println(t[n+9], t[n+4:]) })
	try("comma ok", func() { a, ok := x.(int); fmt.Println(a, ok, s[n:]) })
	try("return both", func() { a, b := func() (int, int) { return s[n], x.(int) }(); fmt.Println(a, b) })
	try("sum", func() { fmt.Println(s[n] + x.(int)) })
	try("conversion", func() { fmt.Println(s[n], [2]int(s)) })
	try("map key", func() { m := map[any]int{}; fmt.Println(s[n], m[s]) })
	try("map fine", func() { m := map[string]int{}; fmt.Println(m["a"], s[n]) })
	s = []int{1, 2, 3}
	a, rest := s[0], s[1:]
	fmt.Println(a, rest, pair(s[0], s[1:]))
}
