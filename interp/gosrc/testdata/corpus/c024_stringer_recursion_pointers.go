package main

import (
	"fmt"
)

type Tree struct {
	L, R *Tree
	V    int
}

func (t *Tree) String() string {
	if t == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", t.L, t.V, t.R)
}

type Stack struct {
	items []fmt.Stringer
}

func (s Stack) String() string { return fmt.Sprintf("Stack%v", s.items) }

type Temp float64

func (t *Temp) String() string { return "ptr temp" }

type Wrapper struct {
	T *Tree
	S Stack
	t *Tree
}

func main() {
	t := &Tree{&Tree{nil, nil, 1}, nil, 2}
	fmt.Println(t, Stack{[]fmt.Stringer{t, Stack{}}})
	fmt.Printf("%v %s %+v\n", t, t.L, t.R)
	tp := Temp(3)
	fmt.Println(tp, &tp)
	w := Wrapper{T: t.L}
	fmt.Printf("%v\n%+v\n", w, w)
	m := map[string]*Tree{"x": t.L, "n": nil}
	fmt.Println(m)
	var s fmt.Stringer
	fmt.Println(s == nil)
	s = (*Tree)(nil)
	fmt.Println(s == nil, s)
	fmt.Println([]*Tree{nil, t.L}, [2]Stack{})
	fmt.Printf("%d\n", t.L.V)
	fmt.Printf("%s|%v|%d\n", []Temp{1}, []Temp{2}, []Temp{3})
}
