package main

import (
	"fmt"
)

type Point struct{ X, Y int }
type Line struct {
	From, To Point
	label    string
}
type Base struct{ ID int }

func (b Base) Describe() string { return fmt.Sprint("base ", b.ID) }
func (b *Base) SetID(id int)    { b.ID = id }

type Derived struct {
	Base
	Name string
}
type Node struct {
	Value int
	Next  *Node
}

func Main() {
	p := Point{1, 2}
	q := p
	q.X = 9
	fmt.Println(p, q, p == Point{1, 2}, p != q)
	l := Line{p, q, "l"}
	fmt.Printf("%v %+v\n", l, p)
	d := Derived{Base{1}, "d"}
	d.SetID(7)
	fmt.Println(d.Describe(), d.ID, d)
	var list *Node
	for i := range 3 {
		list = &Node{i, list}
	}
	for n := list; n != nil; n = n.Next {
		fmt.Print(n.Value, " ")
	}
	fmt.Println()
	m := map[Point]string{{1, 2}: "a"}
	fmt.Println(m[p], len(m[q]))
	a := [3]int{1, 2, 3}
	b := a
	b[0] = 100
	fmt.Println(a, b, a == [3]int{1, 2, 3})
	anon := struct {
		A int
		B string
	}{1, "x"}
	fmt.Println(anon.A, anon.B)
	pp := &p
	pp.X++
	fmt.Println(p.X, *pp)
}

func main() { Main() }
