package main

import (
	"fmt"
	_ "sort"
	"strconv"
	str "strings"
)

type error2 interface{ error }
type strings []string

func (s strings) join() string { return str.Join(s, "+") }

var len2 = len("four")

type T struct {
	T   *T
	len int
}

func (t T) String() string { return fmt.Sprint("T", t.len) }

type f func(f) int

type π float64

const Größe = 3

var (
	a    = b + c()
	b    = d * 2
	d    = func() int { return e + 1 }()
	e    = 5
	x, y = pair()
	z    = [...]int{a, b, d}
	_    = mark("blank")
	m    = map[string]func() int{"a": func() int { return a }, "n": func() int { return m2["q"] }}
	m2   = map[string]int{"q": len2}
)
var marks []string

func mark(s string) int   { marks = append(marks, s); return len(marks) }
func c() int              { mark("c"); return d }
func pair() (int, string) { mark("pair"); return a, strconv.Itoa(b) }

func shadowed() (out []any) {
	len := func(x any) int { return 42 }
	out = append(out, len("abc"))
	true := false
	if !true {
		out = append(out, "true is false")
	}
	nil := 0
	out = append(out, nil)
	string := func(i int) int { return i * 2 }
	out = append(out, string(4))
	type int float64
	var v int = 2.5
	out = append(out, fmt.Sprintf("%T %v", v, v))
	{
		fmt := "shadow"
		out = append(out, fmt)
	}
	iota := 7
	out = append(out, iota)
	append := func(s []any, x ...any) []any { s = append(s, "mine"); return append(s, x...) }
	out = append(out, "last")
	return out
}

func results() (err error, n int, s string) {
	defer func() {
		n++
		s += "!"
		if r := recover(); r != nil {
			err = fmt.Errorf("got %v", r)
		}
	}()
	n, s = 1, "a"
	if err := fmt.Errorf("inner"); err != nil {
		s += err.Error()
	}
	for n := 10; n < 12; n++ {
		s += strconv.Itoa(n)
	}
	func() { n = 50 }()
	panic(s)
}

func blank(_ int, _ string, ok bool) (_ int, r bool) { return 3, ok }

type S struct {
	_    int
	A    int
	_, B string
}

func variadic(pre string, xs ...any) string { return fmt.Sprint(pre, len2, xs, xs == nil) }
func spread(xs ...[]int) (n int) {
	for _, x := range xs {
		n += cap(x[: len2/4 : len2/4])
	}
	return
}

func main() {
	fmt.Println(a, b, d, e, x, y, z, marks, m["a"](), m["n"]())
	fmt.Println(strings{"p", "q"}.join(), T{&T{nil, 1}, 2}, (&T{len: 3}).T == nil)
	fmt.Println(shadowed()...)
	fmt.Println(results())
	fmt.Println(blank(1, "", true))
	fmt.Printf("%+v %v\n", S{A: 1, B: "b"}, S{} == S{})
	fmt.Println(variadic("a"), variadic("b", nil), variadic("c", []any{1, 2}...), variadic("d", []any{1, 2}), variadic("e", nil...))
	fmt.Println(spread([]int{1, 2}, []int{3}), spread())
	var Ω π = 1.5
	äh := Ω * Größe
	fmt.Println(äh, Ω)
	var g f = func(h f) int {
		if h == nil {
			return 1
		}
		return 1 + h(nil)
	}
	fmt.Println(g(g))
	i := 1
	i, j := i+1, i+2
	{
		i, k := j, i
		i++
		_ = k
		fmt.Println(i, k)
	}
	fmt.Println(i, j)
	if i := i * 10; i > 15 {
		i := "str"
		fmt.Println(i)
	} else if j := i; j > 0 {
		fmt.Println(i, j)
	}
	switch i := any(i).(type) {
	case int:
		i++
		fmt.Println(i)
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-3 {
		fmt.Print(i, j, ";")
		i := i * 2
		i++
		_ = i
	}
	fmt.Println(i)
	type local struct{ v int }
	type other local
	l := local{5}
	o := other(l)
	o.v++
	an := struct{ v int }(o)
	l = an
	fmt.Println(l, o, an, l == an, fmt.Sprintf("%T %T %T", l, o, an))
	const (
		c0 = iota + 'a'
		c1
		c2 = "s"
		c3
		c4 = iota
	)
	fmt.Println(c0, c1, c2, c3, c4)
	fmt.Printf("%T %T %T\n", c0, c2, c4)
	var n *int
	var e2 error2
	fmt.Println(n == nil, e2 == nil, any(n) == nil, any(e2) == nil)
	raw := `a\n
	"b"`
	fmt.Printf("%q %d %c %q\n", raw, '\'', '\u00e9', "\x41\t\\\"")
	b := []byte("ab")
	b = append(b, "cd"...)
	fmt.Println(copy(b[1:], "XY"), string(b))
	p := &[3]int{1, 2, 3}
	for i := range p {
		p[i] *= 2
	}
	q := p[:2]
	q[0] = 100
	pp := &p
	(*pp)[1] = 7
	(**pp)[2]++
	fmt.Println(*p, q, len(p), cap(q))
	func(fs ...func(int) int) {
		v := 1
		for _, f := range fs {
			v = f(v)
		}
		fmt.Println(v)
	}(func(x int) int { return x + i }, func(x int) int { return x * j })
	switch {
	}
	switch x := 5; {
	case x > 3:
		fmt.Println("big")
	}
	switch true {
	case i > 100, j > 2:
		fmt.Println("j")
	}
	for range 2 {
		fmt.Print(".")
	}
	for i := range 3 {
		defer func() { fmt.Print(i, " ") }()
	}
	fmt.Println()
	var arr2 [2][3]int
	arr2[1][2] = 5
	cp := arr2
	cp[1][2]++
	row := arr2[1]
	row[0] = 9
	fmt.Println(arr2, cp, row, len(arr2[0]), arr2 == cp)
	fmt.Println(strconv.ParseInt("zz", 36, 64))
}
