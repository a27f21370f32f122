package main

import "fmt"

type P struct{ x, y int }

func (p P) add(q P) P       { return P{p.x + q.x, p.y + q.y} }
func (p *P) scale(k int) *P { p.x *= k; p.y *= k; return p }

type Poly []P

func (ps Poly) each(f func(*P)) {
	for i := range ps {
		f(&ps[i])
	}
}

type Grid [3][3]rune

func (g *Grid) set(p P, r rune) bool {
	if g[p.y][p.x] != 0 {
		return false
	}
	g[p.y][p.x] = r
	return true
}

func (g Grid) winner() rune {
	lines := [][3]P{}
	for i := range 3 {
		lines = append(lines, [3]P{{0, i}, {1, i}, {2, i}}, [3]P{{i, 0}, {i, 1}, {i, 2}})
	}
	lines = append(lines, [...]P{{0, 0}, {1, 1}, {2, 2}}, [...]P{{2, 0}, {1, 1}, {0, 2}})
	for _, l := range lines {
		if r := g[l[0].y][l[0].x]; r != 0 && r == g[l[1].y][l[1].x] && r == g[l[2].y][l[2].x] {
			return r
		}
	}
	return 0
}

type inner struct{ vals [2]int }
type outer struct {
	inner
	p  *inner
	m  map[string]inner
	fs []func(inner) int
}

func modify(o outer) outer {
	o.vals[0] = 100
	o.p.vals[0] = 200
	o.m["k"] = inner{[2]int{7, 8}}
	return o
}

func swap[T any](a, b *T) { *a, *b = *b, *a }

func multi() (int, string, error) { return 1, "two", nil }

func variadic(pre string, xs ...int) string { return fmt.Sprint(pre, len(xs), xs == nil, xs) }

func main() {
	p := P{1, 2}
	q := p
	q.scale(3).scale(2)
	fmt.Println(p, q, p.add(q), p == P{1, 2}, &p == &q)
	ps := Poly{{1, 1}, {2, 2}}
	ps.each(func(p *P) { p.x += 10 })
	for _, p := range ps {
		p.scale(0)
	}
	fmt.Println(ps)
	var g Grid
	h := g
	for i, m := range []P{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {2, 2}, {2, 2}} {
		fmt.Print(g.set(m, []rune("XO")[i%2]), " ")
	}
	fmt.Println(string(g.winner()), h.winner(), g == h)
	o := outer{p: &inner{}, m: map[string]inner{}}
	o2 := modify(o)
	fmt.Println(o.vals, o.p.vals, o.m, o2.vals, o2.p == o.p)
	o.fs = append(o.fs, func(i inner) int { return i.vals[1] }, (func(inner) int)(nil))
	fmt.Println(o.fs[0](o.m["k"]), o.fs[1] == nil)
	a, b := "a", "b"
	swap(&a, &b)
	arr := [2]P{{1, 2}, {3, 4}}
	swap(&arr[0], &arr[1])
	arr2 := &arr
	for i := range arr2 {
		arr2[i].x *= 2
	}
	fmt.Println(a, b, arr, len(arr2))
	n, s, err := multi()
	_, s2, _ := multi()
	fmt.Println(n, s, err, s2)
	fmt.Println(multi())
	fmt.Println(variadic("a"), variadic("b", 1, 2), variadic("c", []int{}...), variadic("d", nil...))
	pp := &p
	ppp := &pp
	(*ppp).x = 42
	(**ppp).y++
	fmt.Println(p, *pp == **ppp)
	sl := make([]P, 2, 10)
	ptr := &sl[0]
	sl = append(sl, P{9, 9})
	ptr.x = 5
	fmt.Println(sl[0].x, len(sl))
	m := map[string]*P{"a": {1, 2}}
	m["a"].x++
	m["b"] = new(P)
	m["b"].y--
	fmt.Println(*m["a"], *m["b"], m["c"] == nil)
	anon := []struct {
		name string
		f    func(...int) int
	}{
		{"sum", func(xs ...int) (t int) {
			for _, x := range xs {
				t += x
			}
			return
		}},
		{"cnt", func(xs ...int) int { return len(xs) }},
	}
	for _, c := range anon {
		fmt.Print(c.name, "=", c.f(1, 2, 3), " ")
	}
	fmt.Println()
	var iface any = p
	if v, ok := iface.(P); ok {
		v.x = -1
		fmt.Println(v, iface, iface == any(p))
	}
	type local struct{ P }
	l := local{p}
	l.scale(2)
	fmt.Println(l, l.add(P{1, 1}), l.P == p)
	func(ps ...P) { ps[0].x = 77 }(arr[:]...)
	fmt.Println(arr)
	x, y := 1, 2
	x, y = y, x+y
	x, y = y, x+y
	fmt.Println(x, y)
	matrix := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	var tr [3][2]int
	for i, row := range matrix {
		for j := range row {
			tr[j][i] = row[j]
		}
	}
	fmt.Println(tr, len(tr), len(tr[0]), matrix[1][1:])
	c := matrix
	c[0][0] = 50
	fmt.Println(matrix[0] == [3]int{1, 2, 3}, c != matrix)
}
