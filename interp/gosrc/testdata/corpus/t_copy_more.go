package main

import "fmt"

type Inner struct {
	A [2]int
	M map[string]int
}
type Outer struct {
	In  Inner
	Arr [2]Inner
	Sl  []Inner
}

func (o Outer) Changed() Outer { o.In.A[0] = 9; o.Arr[1].A[1] = 8; return o }
func (o *Outer) Change()       { o.In.A[0] = 7; o.Arr[0].A[0] = 6 }
func arr() [2]int              { return [2]int{1, 2} }

func Main() {
	o := Outer{In: Inner{A: [2]int{1, 2}, M: map[string]int{}}, Sl: []Inner{{}}}
	c := o.Changed()
	fmt.Println(o.In.A, c.In.A, o.Arr[1].A, c.Arr[1].A)
	o.Change()
	fmt.Println(o.In.A, o.Arr[0].A)
	d := o
	d.In.M["shared"] = 1
	d.Sl[0].A[0] = 5
	d.Arr[0].A[0] = 100
	fmt.Println(o.In.M, o.Sl[0].A, o.Arr[0].A)
	e := o.Arr[0]
	e.A[1] = 77
	fmt.Println(o.Arr[0].A, e.A)
	x := arr()
	y := x
	y[0] = 5
	fmt.Println(x, y, arr()[1])
	m := map[string]Inner{"k": {A: [2]int{1, 1}}}
	v := m["k"]
	v.A[0] = 2
	fmt.Println(m["k"].A, v.A)
	m["k"] = v
	fmt.Println(m["k"].A)
	ps := []*Inner{{}, {}}
	ps[0].A[0] = 3
	q := *ps[0]
	q.A[0] = 4
	fmt.Println(ps[0].A, q.A)
	var i any = o.In.A
	z := i.([2]int)
	z[0] = 55
	fmt.Println(i, z)
	ch := make(chan [2]int, 1)
	ch <- x
	x[0] = 66
	fmt.Println(<-ch, x)
	f := func(a [2]int, in Inner) { a[0] = 1000; in.A[0] = 1000 }
	f(x, o.In)
	fmt.Println(x, o.In.A)
	grid := [2][2]int{{1, 2}, {3, 4}}
	row := grid[0]
	row[0] = 9
	g2 := grid
	g2[1][1] = 40
	fmt.Println(grid, row, g2)
	for _, r := range grid {
		r[0] = 0
	}
	for i := range grid {
		grid[i][1] *= 10
	}
	fmt.Println(grid)
	type pair struct{ a, b *[2]int }
	p := pair{&x, &y}
	p.a[0], p.b[0] = p.b[0], p.a[0]
	fmt.Println(x, y, *p.a == x, p.a == &x)
	s1 := []Inner{{A: [2]int{1, 2}}}
	s2 := append([]Inner{}, s1...)
	s2[0].A[0] = 99
	fmt.Println(s1[0].A, s2[0].A)
	copy(s1, s2)
	s2[0].A[1] = 0
	fmt.Println(s1[0].A)
	n := new([3]int)
	n[1] = 5
	k := *n
	k[1] = 6
	fmt.Println(*n, k, len(n))
	st := struct{ A [2]int }{[2]int{1, 2}}
	h := func() [2]int { return st.A }
	got := h()
	got[0] = 50
	fmt.Println(st, got)
}

func main() { Main() }
