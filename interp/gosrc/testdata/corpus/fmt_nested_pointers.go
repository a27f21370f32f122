package main

import (
	"fmt"
	"time"
)

type Node struct {
	Val   int
	Left  *Node
	Right *Node
}

type Tree struct {
	Root  *Node
	Count int
	Extra map[string]*Node
	F     func()
	C     chan int
	E     error
	A     any
	P     *int
	When  time.Duration
	Month time.Month
}

type Matrix [][]float64
type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s Stack[T]) String() string {
	return fmt.Sprintf("Stack%v", s.items)
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

type Inner struct{ A, B int }
type Outer struct {
	Inner
	*Tree
	Name string
}

func Main() {
	t := Tree{Count: 2, When: 1500 * time.Millisecond, Month: time.March}
	fmt.Printf("%v\n%+v\n", t, t)
	fmt.Printf("%#v\n", Tree{Count: 1})
	fmt.Println(&Node{1, nil, nil}, &t == nil)
	fmt.Printf("%+v\n", &Node{Val: 3})
	fmt.Println(Outer{Inner{1, 2}, nil, "o"})
	fmt.Printf("%+v\n", Outer{Inner{1, 2}, nil, "o"})
	fmt.Printf("%#v\n", Inner{3, 4})
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	fmt.Println(s, &s, []Stack[string]{s})
	fmt.Printf("%v %+v %T %s\n", s, s, s, s)
	p := Pair[string, Inner]{"k", Inner{1, 2}}
	fmt.Printf("%v %+v %T\n", p, p, p)
	fmt.Printf("%#v\n", p)
	fmt.Println([]Pair[int, bool]{{1, true}, {2, false}}, map[string]Pair[int, bool]{"x": {3, true}})
	fmt.Println(Matrix{{1, 2}, {3.5, 4}}, Matrix(nil), [][]string{{"a"}, nil, {}})
	fmt.Printf("%v %d %5.1f\n", Matrix{{1}}, [][]int{{1, 2}}, Matrix{{1.25, 2}})
	var np *Node
	var ne error
	var na any
	var nm map[string]int
	var nf func()
	fmt.Println(np, ne, na, nm, nf == nil)
	fmt.Printf("%v %+v %#v %T\n", np, np, np, np)
	fmt.Printf("%v %d %s\n", ne, na, nm)
	fmt.Println([]*Node{nil}, []error{nil}, []any{nil, np}, [2]*int{})
	type local struct {
		X int
		y string
	}
	fmt.Printf("%v %+v %#v %T\n", local{1, "a"}, local{1, "a"}, local{1, "a"}, local{})
	anon := struct {
		Name string
		In   Inner
	}{"n", Inner{1, 2}}
	fmt.Printf("%v %+v %T\n", anon, anon, anon)
	fmt.Printf("%#v\n", anon)
	fmt.Printf("%#v %#v %#v\n", []Inner{{1, 2}}, map[string]Inner{"a": {}}, [1]Inner{})
	fmt.Printf("%#v %#v %#v %#v\n", []any{1, "a", nil}, []int(nil), map[int]bool{}, struct{}{})
	fmt.Printf("%v %v\n", time.Second*90, []time.Duration{1, 2000})
	fmt.Printf("%T %T %T %T\n", t.F, t.C, t.When, []any{})
	fmt.Printf("%T %T %T\n", func(a int, b ...string) (x error) { return nil }, make(<-chan Inner), map[Inner][]*Node{})
}

func main() { Main() }
