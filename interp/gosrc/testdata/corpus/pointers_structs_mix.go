package main

import (
	"fmt"
)

type Inner struct {
	V  int
	Ps *[]string
}
type Outer struct {
	In   Inner
	Ptr  *Inner
	Arr  [2]Inner
	Sl   []Inner
	M    map[string]*Inner
	Self *Outer
	F    func(*Outer) int
	I    any
}

func (o *Outer) Touch() *Outer { o.In.V++; return o }
func (o Outer) Copy() Outer    { o.In.V = -1; o.Arr[0].V = -1; o.Sl[0].V = -1; return o }

func swap[T any](a, b *T) { *a, *b = *b, *a }
func ptr[T any](v T) *T   { return &v }
func incAll(ps ...*int) {
	for _, p := range ps {
		*p++
	}
}
func ret() (p *Inner, q **Inner) { p = &Inner{V: 1}; q = &p; return }

func main() {
	o := &Outer{Sl: make([]Inner, 2, 4), M: map[string]*Inner{"k": {V: 5}}}
	o.Self = o
	o.F = func(x *Outer) int { return x.In.V * 10 }
	o.Ptr = &o.Arr[1]
	o.Ptr.V = 9
	o.Touch().Touch().Self.Self.Touch()
	fmt.Println(o.In.V, o.Arr[1].V, o.F(o), o.Self.F(o.Self))
	c := o.Copy()
	fmt.Println(o.In.V, c.In.V, o.Arr[0].V, c.Arr[0].V, o.Sl[0].V, c.Sl[0].V, c.Ptr == o.Ptr)
	incAll(&o.In.V, &o.Arr[0].V, &o.Sl[1].V, &o.M["k"].V, &o.Ptr.V)
	fmt.Println(o.In.V, o.Arr, o.Sl, o.M["k"].V)
	a, b := Inner{V: 1}, Inner{V: 2}
	swap(&a, &b)
	pa, pb := &a, &b
	swap(&pa, &pb)
	fmt.Println(a.V, b.V, pa.V, pb.V, *ptr(3), *ptr("x"), ptr(a).V)
	p, q := ret()
	(*q).V = 77
	fmt.Println(p.V, (**q).V, p == *q)
	o.Sl = append(o.Sl, Inner{V: 30})
	first := &o.Sl[0]
	o.Sl = append(o.Sl, Inner{}, Inner{})
	first.V = 1000
	fmt.Println(o.Sl[0].V, len(o.Sl), cap(o.Sl) >= 5)
	list := []string{"a"}
	o.In.Ps = &list
	*o.In.Ps = append(*o.In.Ps, "b")
	(*o.In.Ps)[0] = "z"
	fmt.Println(list, len(*o.In.Ps))
	o.I = o.In
	in := o.I.(Inner)
	in.V = -5
	fmt.Println(o.I.(Inner).V, in.V)
	o.I = &o.In
	o.I.(*Inner).V = 123
	fmt.Println(o.In.V)
	m := map[string][2]int{"a": {1, 2}}
	arr := m["a"]
	arr[0] = 9
	fmt.Println(m, arr)
	pp := &[]*int{ptr(1), nil}
	(*pp)[1] = (*pp)[0]
	*(*pp)[1] = 42
	fmt.Println(*(*pp)[0])
	st := struct {
		a, b int
		c    *struct{ d int }
	}{1, 2, &struct{ d int }{3}}
	st2 := st
	st2.c.d = 4
	st2.a = 10
	fmt.Println(st.a, st.c.d, st2.a, st == st2)
	x := [3]*int{}
	for i := range x {
		x[i] = &i
	}
	fmt.Println(*x[0], *x[1], *x[2])
	var np *Outer
	defer func() { fmt.Println("end:", recover()) }()
	np.In.Ps = nil
}
