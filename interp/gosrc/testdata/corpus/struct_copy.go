package main

import "fmt"

type P struct{ X, Y int }
type L struct{ A, B P }
type W struct {
	P   P
	Ptr *P
	S   []P
	M   map[string]P
}

func mod(p P) P   { p.X = 100; return p }
func modP(p *P)   { p.X = 100 }
func (p P) Set()  { p.X = -1 }
func (p *P) Inc() { p.X++ }

func Main() {
	p := P{1, 2}
	q := p
	q.X = 10
	fmt.Println(p, q, p == q, p == P{1, 2})
	fmt.Println(mod(p), p)
	modP(&p)
	fmt.Println(p)
	p.Set()
	p.Inc()
	fmt.Println(p)
	l := L{P{1, 2}, P{3, 4}}
	a := l.A
	a.X = 50
	l2 := l
	l2.B.Y = 60
	fmt.Println(l, l2, a)
	pp := &l.A
	pp.X = 7
	(*pp).Y = 8
	fmt.Println(l)
	ps := []P{{1, 1}, {2, 2}}
	for _, e := range ps {
		e.X = 9
	}
	fmt.Println(ps)
	for i := range ps {
		ps[i].X *= 10
		ps[i].Inc()
	}
	fmt.Println(ps)
	e := ps[0]
	e.X = 0
	fmt.Println(ps[0], e)
	w := W{P: p, Ptr: &p, S: ps, M: map[string]P{"a": {1, 1}}}
	w2 := w
	w2.P.X, w2.Ptr.Y, w2.S[0].X = 1, 2, 3
	fmt.Println(w.P, *w.Ptr, w.S, w2.P, p)
	arr := []*P{{1, 2}, {3, 4}}
	for _, e := range arr {
		e.X++
	}
	fmt.Println(*arr[0], arr[1].X)
	var z P
	fmt.Println(z == P{}, z)
	anon := struct {
		Name string
		P
	}{"n", P{5, 6}}
	anon2 := anon
	anon2.X = 9
	fmt.Println(anon.X, anon2.X, anon.Name)
	f := func(p P) { p.X = 1000 }
	f(p)
	fmt.Println(p)
	x := any(p)
	p.X = 777
	fmt.Println(x, p)
	pc := *w.Ptr
	w.Ptr.X = 1
	fmt.Println(pc.X, w.Ptr.X)
	ch := make(chan P, 1)
	ch <- p
	p.X = 2
	fmt.Println(<-ch, p)
	p, q = q, p
	fmt.Println(p, q)
	ps[0], ps[1] = ps[1], ps[0]
	fmt.Println(ps)
}

func main() { Main() }
