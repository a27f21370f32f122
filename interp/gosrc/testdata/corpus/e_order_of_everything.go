package main

import (
	"errors"
	"fmt"
)

type T struct {
	n int
	s string
	a [3]int
	p *T
}

var g = 1

func setg(v int) int { g = v; return v }

func (t *T) set(v int) int { t.n = v; t.s += "!"; t.a[1] = v; return v }
func (t T) get() int       { return t.n }
func (t *T) self() *T      { t.n++; return t }

func pair() (int, int) { g++; return g, g * 2 }
func id[X any](x X) X  { return x }
func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "->", r)
		}
	}()
	f()
}
func say(s string) int { fmt.Print(s, " "); return 1 }

func main() {
	fmt.Println("bin", g+setg(5), setg(7)+g, g*10+setg(2)*100+g)
	g = 1
	a := g + setg(5)
	fmt.Println("bin2", a)
	x := 1
	inc := func() int { x++; return x }
	b := x + inc()
	c := inc() + x
	d := x + inc() + x + inc()
	fmt.Println("loc", b, c, d)
	y := 1
	r1, r2 := y, func() int { y = 9; return y }()
	fmt.Println("def", r1, r2)
	t := &T{n: 1, s: "s"}
	e := t.n + t.set(10)
	fmt.Println("fld", e, t.n)
	fmt.Println("args", t.n, t.set(20), t.n)
	arr := []int{t.n, t.set(30), t.n}
	fmt.Println("lit", arr)
	ar2 := [...]int{x, inc(), x}
	fmt.Println("arr", ar2)
	st := struct{ A, B, C int }{x, inc(), x}
	fmt.Println("struct", st)
	m := map[string]int{"a": x, "b": inc(), "c": x}
	fmt.Println("map", m)
	s := t.s + fmt.Sprint(t.set(1)) + t.s
	fmt.Println("str", s)
	ok := x == inc() || x < inc()
	fmt.Println("cmp", ok, x == inc(), inc() == x)
	mm := map[string]int{"k": 1}
	upd := func() int { mm["k"] = 50; return 1 }
	fmt.Println("mapread", mm["k"]+upd(), mm["k"])
	sl := []int{1, 2, 3}
	chg := func() int { sl = []int{7, 8, 9}; return 1 }
	v := sl[0] + chg()
	fmt.Println("slice", v)
	sl2 := []int{1, 2, 3}
	chg2 := func() int { sl2[0] = 40; return 1 }
	fmt.Println("elem", sl2[0]+chg2(), sl2[0])
	sl2[0] = 1
	fmt.Println("idx", sl2[sl2[0]-1+func() int { sl2[0] = 2; return 0 }()])
	z := 1
	pz := &z
	w := *pz + func() int { z = 5; return z }()
	fmt.Println("ptr", w)
	ret := func() (int, int) { return x, inc() }
	fmt.Println(ret())
	ret2 := func() (int, string, int) { return t.n, t.s, t.set(99) }
	fmt.Println(ret2())
	var i any = x
	i2, i3 := any(x), any(inc())
	fmt.Println("iface", i, i2, i3)
	fmt.Println(any(x) == any(inc()), []any{x, inc(), x})
	p, q := pair()
	fmt.Println("pair", p, q, g)
	g = 0
	arr3 := []int{0, 0, 0}
	arr3[g], g = 5, 2
	fmt.Println(arr3, g)
	g = 0
	arr3[g] = setg(1)
	fmt.Println(arr3, g)
	g, arr3[g] = 0, setg(2)
	fmt.Println(arr3, g)
	grid := [][]int{{1}, {2, 3}}
	try("g1", func() { grid[id(5)][say("in")]++ })
	try("g2", func() { grid[id(5)][say("in")] = 3 })
	try("g3", func() { fmt.Println(grid[id(5)][say("in")]) })
	try("g4", func() { grid[5+id(0)][0] = say("rhs") })
	try("g5", func() { var np *T; np.n = say("rhs") })
	try("g6", func() { var np *T; fmt.Println(np.n + say("after")) })
	try("g7", func() { zero := 0; fmt.Println(1/zero + say("after")) })
	try("g8", func() { var e any = "s"; fmt.Println(e.(int) + say("after")) })
	try("g9", func() { var mm map[string]int; mm["a"] = say("rhs") })
	try("g10", func() { var mm map[string]int; mm["a"] += say("rhs") })
	try("g11", func() { var a []int; _ = a[id(3)] + say("rhs") })
	try("g12", func() { var a []int; _ = a[say("x"):say("y")] })
	try("g13", func() { var f func(int) int; f(say("arg")) })
	try("g14", func() { var e error; fmt.Println(e.Error(), say("arg")) })
	try("g15", func() { var np *T; np.p.n, grid[0][0] = say("a"), say("b") })
	try("g16", func() { fmt.Println(errors.New("x").Error(), grid[9:][say("q")]) })
	try("g17", func() { var np *T; fmt.Println(np.get(), say("arg")) })
	try("g18", func() { var np *T; fmt.Println(say("arg"), np.a[1], say("b")) })
	try("g19", func() { var np *T; _ = []int{np.n, say("b")} })
	try("g20", func() { var np *T; _ = T{n: np.n, s: fmt.Sprint(say("b"))} })
	try("g21", func() { a := []int{1}; a[id(1)], a[0] = say("l"), say("m") })
	try("g22", func() { a := []int{1}; x := a[id(1)] == say("l") && say("m") == 1; fmt.Println(x) })
	fmt.Println(t.self().n, t.self().get()+t.n, t.n+t.self().n)
	k := 0
	f := func() int { k++; return k }
	fmt.Println(k, f(), k, f(), k)
	h := []func() int{f, func() int { return -1 }}
	fmt.Println(h[k-2](), k, h[1]())
	j := 1
	j += func() int { j = 10; return 1 }()
	fmt.Println(j)
	j = j*2 + func() int { j = 100; return 1 }()
	fmt.Println(j)
	if j > func() int { j = 0; return 5 }() {
		fmt.Println("gt")
	} else {
		fmt.Println("le", j)
	}
	switch j + func() int { j = 3; return 1 }() {
	case 4:
		fmt.Println("four")
	default:
		fmt.Println("def", j)
	}
	for i, v := range []int{j, func() int { j++; return j }(), j} {
		fmt.Print(i, v, " ")
	}
	ch := make(chan int, 2)
	ch <- j + func() int { j = 50; return 0 }()
	fmt.Println(<-ch, -j+func() int { j = 1; return 0 }(), !(j == func() int { j = 2; return 2 }()))
	sss := "abc"
	fmt.Println(sss[0] == func() byte { sss = "xyz"; return 'x' }(), len(sss))
	fl := 1.5
	fmt.Println(fl*2+func() float64 { fl = 4; return 0 }(), float64(x)+func() float64 { x = 0; return 0 }(), min(x, func() int { x = -5; return 3 }()), x)
}
