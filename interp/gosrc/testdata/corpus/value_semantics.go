package main

import "fmt"

type In struct {
	N   int
	Arr [2]int
	S   []int
}
type Out struct {
	In
	P    *In
	M    map[string]In
	List []In
	F    func() int
	A    any
}

func change(o Out) Out {
	o.N++
	o.Arr[0] = 9
	o.S[0] = 9
	o.P.N = 9
	o.M["a"] = In{N: 9}
	o.List[0].N = 9
	o.In = In{N: o.N}
	return o
}

func (o Out) with(n int) Out { o.N = n; return o }
func (o *Out) set(n int)     { o.N = n }

type Arr [3]int

func (a Arr) bumped() Arr { a[0]++; return a }
func (a *Arr) bump()      { a[0]++ }

func swap(a, b *int)          { *a, *b = *b, *a }
func modify(xs []int)         { xs[0] = 100; xs = append(xs, 1); xs[0] = 200 }
func modArr(xs [3]int) [3]int { xs[0] = 100; return xs }
func ret() (a [2]int, p In)   { a[1] = 5; p.N = 6; return }
func ptr(o Out) *Out          { return &o }

func Main() {
	o := Out{In: In{1, [2]int{1, 2}, []int{1}}, P: &In{N: 1}, M: map[string]In{"a": {N: 1}}, List: []In{{N: 1}}}
	c := change(o)
	fmt.Println(o.N, o.Arr, o.S, o.P.N, o.M["a"].N, o.List[0].N, c.N, c.Arr)
	q := o
	q.Arr[1] = 50
	q.In.N = 60
	fmt.Println(o.Arr, q.Arr, o.N, q.N)
	fmt.Println(o.with(7).N, o.N)
	o.set(8)
	fmt.Println(o.N)
	p := &o
	d := *p
	p.N = 1000
	fmt.Println(d.N, o.N, ptr(o).N, ptr(o) == p)
	a := Arr{1, 2, 3}
	b := a
	b.bump()
	fmt.Println(a, b, a.bumped(), a == Arr{1, 2, 3}, a == b, [3]int(a) == modArr(a))
	x, y := 1, 2
	swap(&x, &y)
	xs := []int{x, y}
	modify(xs)
	fmt.Println(x, y, xs)
	arrs := [][2]int{{1, 2}}
	e := arrs[0]
	e[0] = 50
	arrs = append(arrs, e)
	arrs[0][1] = 7
	fmt.Println(arrs, e)
	m := map[string][2]int{"k": {1, 2}}
	v := m["k"]
	v[0] = 9
	fmt.Println(m, v)
	m["k"] = v
	fmt.Println(m)
	mp := map[string]*In{"k": {N: 1}}
	mp["k"].N++
	mp["k"].Arr[1] = 4
	fmt.Println(*mp["k"])
	var i any = a
	a[0] = 77
	fmt.Println(i, i == any(Arr{1, 2, 3}), i.(Arr)[0])
	arr2 := i.(Arr)
	arr2[0] = 5
	fmt.Println(i, arr2)
	fmt.Println(ret())
	ch := make(chan In, 1)
	in := In{N: 1}
	ch <- in
	in.N = 2
	fmt.Println((<-ch).N, in.N)
	f := func(z In) func() int { return func() int { z.N++; return z.N } }(in)
	f()
	fmt.Println(f(), in.N)
	s1 := []In{{N: 1}, {N: 2}}
	s2 := append([]In(nil), s1...)
	s2[0].N = 10
	s3 := s1[:1]
	s3 = append(s3, In{N: 30})
	fmt.Println(s1[0].N, s1[1].N, s2[0].N, len(s3))
	type pair struct{ a, b *int }
	pr := pair{&x, &y}
	pr2 := pr
	*pr2.a = 40
	fmt.Println(x, pr == pr2, pr == pair{&y, &x})
	grid := [2][2]int{}
	g2 := grid
	g2[1][1] = 3
	row := &grid[0]
	row[1] = 8
	fmt.Println(grid, g2)
	anon := struct{ In }{In{N: 3}}
	an2 := anon
	an2.N++
	fmt.Println(anon.N, an2.N, anon.In.N)
	out := &Out{}
	out.In.Arr[1]++
	out.M = map[string]In{}
	out.List = append(out.List, in, In{N: 7})
	for idx := range out.List {
		out.List[idx].N *= 2
	}
	z := out.List[1]
	z.N = 0
	fmt.Println(out.Arr, out.List[0].N, out.List[1].N)
}

func main() { Main() }
