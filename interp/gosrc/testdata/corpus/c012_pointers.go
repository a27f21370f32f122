package main

import (
	"fmt"
)

type Node struct {
	Val         int
	Left, Right *Node
}

func (n *Node) Insert(v int) *Node {
	if n == nil {
		return &Node{Val: v}
	}
	if v < n.Val {
		n.Left = n.Left.Insert(v)
	} else {
		n.Right = n.Right.Insert(v)
	}
	return n
}
func (n *Node) Walk(f func(*Node)) {
	if n == nil {
		return
	}
	n.Left.Walk(f)
	f(n)
	n.Right.Walk(f)
}
func swap(a, b *int)     { *a, *b = *b, *a }
func reset(p **int)      { *p = nil }
func alloc() *[3]int     { return &[3]int{1, 2, 3} }
func grow(s *[]string)   { *s = append(*s, "more") }
func setm(m map[int]int) { m[1] = 1; m = nil; _ = m }

type big struct {
	arr [2]struct{ p *int }
	in  struct{ m map[string]*int }
}

func main() {
	var root *Node
	for _, v := range []int{5, 2, 8, 1, 9} {
		root = root.Insert(v)
	}
	root.Walk(func(n *Node) { n.Val *= 10; fmt.Print(n.Val, " ") })
	fmt.Println(root.Left.Left.Val, root.Right.Left == nil)
	a, b := 1, 2
	swap(&a, &b)
	fmt.Println(a, b)
	p := &a
	pp := &p
	**pp = 50
	fmt.Println(a, *p == **pp, p == *pp)
	reset(pp)
	fmt.Println(p == nil)
	arr := alloc()
	arr[1] = 20
	for i, v := range arr {
		fmt.Print(i, v, ";")
	}
	fmt.Println(len(arr), arr[1:], *arr)
	s := []string{"x"}
	grow(&s)
	(*(&s))[0] = "y"
	fmt.Println(s)
	m := map[int]int{}
	setm(m)
	fmt.Println(m)
	x := 3
	bg := big{}
	bg.arr[1].p = &x
	bg.in.m = map[string]*int{"x": &x}
	*bg.arr[1].p++
	*bg.in.m["x"] *= 2
	fmt.Println(x, bg.arr[0].p == nil)
	ptrs := []*int{}
	for i := range 3 {
		ptrs = append(ptrs, &i)
	}
	for _, q := range ptrs {
		*q *= *q
		fmt.Print(*q, " ")
	}
	fmt.Println()
	e := &s[0]
	s = append(s, "z", "w", "v")
	*e = "detached?"
	fmt.Println(s[0] == "y", *e)
	fn := func(n *Node) func() int { return func() int { n.Val++; return n.Val } }(root)
	fn()
	fmt.Println(fn(), root.Val)
	n1, n2 := new(Node), &Node{}
	fmt.Println(*n1 == *n2, n1 == n2, new(int) == nil)
	st := struct{ *Node }{root}
	st.Val = 1
	fmt.Println(root.Val, st.Left.Val)
	defer func() { fmt.Println(recover() != nil) }()
	var np *Node
	fmt.Println(np.Val)
}
