package main

import "fmt"

func f(n int) (int, error)   { return n, fmt.Errorf("e%d", n) }
func g() (string, int, bool) { return "s", 2, true }

type T struct {
	n   int
	s   string
	err error
	in  struct{ ok bool }
	a   [3]int
	l   []int
	m   map[string]int
	p   *T
}

func Main() {
	t := T{l: make([]int, 3), m: map[string]int{}, p: &T{}}
	t.n, t.err = f(1)
	t.s, t.n, t.in.ok = g()
	fmt.Println(t.n, t.err, t.s, t.in.ok)
	t.a[1], t.err = f(2)
	t.l[2], _ = f(3)
	t.m["k"], t.p.err = f(4)
	t.p.n, _ = f(5)
	fmt.Println(t.a, t.l, t.m, t.p.err, t.p.n)
	var x any
	var e error
	x, e = f(6)
	fmt.Println(x, e)
	i := 0
	i, t.l[i] = 1, 9
	fmt.Println(i, t.l)
	t.l[0], t.l[1], t.l[2] = t.l[2], t.l[0], t.l[1]
	fmt.Println(t.l)
	var arr [2][2]int
	arr[0][1], arr[1][0] = 5, 6
	arr[0][0], e = f(7)
	fmt.Println(arr, e)
	mm := map[string]map[string]int{"a": {}}
	mm["a"]["b"], _ = f(8)
	fmt.Println(mm)
	pp := &t
	pp.m["z"], pp.n = 1, 2
	(*pp).a[0], (*pp).err = f(9)
	fmt.Println(t.m, t.n, t.a, t.err)
	func() {
		t.m["q"], t.err = f(10)
		i, e = f(11)
		t.l[i-11], e = f(12)
	}()
	fmt.Println(t.m, t.err, i, e, t.l)
	var ms []map[string]int
	ms = append(ms, map[string]int{})
	ms[0]["x"], _ = f(13)
	ms[0]["x"]++
	ms[0]["x"] += 2
	fmt.Println(ms)
	type P struct{ X, Y int }
	ps := map[string]*P{"a": {1, 2}}
	ps["a"].X, ps["a"].Y = ps["a"].Y, ps["a"].X
	fmt.Println(*ps["a"])
	ps["a"].X, _ = f(14)
	fmt.Println(*ps["a"])
	sp := []P{{1, 2}, {3, 4}}
	sp[0], sp[1] = sp[1], sp[0]
	sp[0].X, sp[1].Y = sp[1].Y, sp[0].X
	fmt.Println(sp)
	sp[0].X, e = f(15)
	fmt.Println(sp, e)
}

func main() { Main() }
