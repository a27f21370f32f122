package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
)

type Celsius float64
type Kelvin float64
type Temp interface{ ~float64 }

func Conv[A, B Temp](a A, f func(float64) float64) B { return B(f(float64(a))) }

type Bits uint8

const (
	R Bits = 1 << iota
	W
	X
)

func (b Bits) Has(f Bits) bool { return b&f != 0 }
func (b *Bits) Set(f Bits)     { *b |= f }
func (b *Bits) Clear(f Bits)   { *b &^= f }
func (b Bits) String() string {
	out := []byte("---")
	for i, c := range "rwx" {
		if b&(1<<i) != 0 {
			out[i] = byte(c)
		}
	}
	return string(out)
}

type Grid [3][3]rune

func (g *Grid) Put(x, y int, r rune) (err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("put %d,%d: %v", x, y, e)
		}
	}()
	if g[y][x] != 0 {
		return errors.New("taken")
	}
	g[y][x] = r
	return nil
}
func (g Grid) String() string {
	var sb strings.Builder
	for _, row := range g {
		for _, c := range row {
			if c == 0 {
				c = '.'
			}
			sb.WriteRune(c)
		}
		sb.WriteByte('/')
	}
	return sb.String()
}

type Node struct {
	Val         int
	Left, Right *Node
}

func (n *Node) Insert(v int) *Node {
	if n == nil {
		return &Node{Val: v}
	}
	switch {
	case v < n.Val:
		n.Left = n.Left.Insert(v)
	case v > n.Val:
		n.Right = n.Right.Insert(v)
	}
	return n
}
func (n *Node) Walk(f func(*Node)) {
	if n != nil {
		n.Left.Walk(f)
		f(n)
		n.Right.Walk(f)
	}
}
func (n *Node) Depth() int {
	if n == nil {
		return 0
	}
	return 1 + max(n.Left.Depth(), n.Right.Depth())
}

type Visitor struct {
	Node
	visited map[*Node]int
}

func multi() (int, string, error)           { return 1, "a", nil }
func take(i int, s string, e error) string  { return fmt.Sprint(i, s, e) }
func variadic(pre string, xs ...any) string { return fmt.Sprintf("%s%d%v", pre, len(xs), xs) }

var global = initGlobal()
var table = map[string]func(...int) int{
	"sum": func(xs ...int) (s int) {
		for _, x := range xs {
			s += x
		}
		return
	},
	"len": func(xs ...int) int { return len(xs) },
}

func initGlobal() string { return "g" + strconv.Itoa(len(table)) }
func init()              { global += "!" }

func main() {
	k := Conv[Celsius, Kelvin](25, func(f float64) float64 { return f + 273.15 })
	fmt.Printf("%v %T %.1f\n", k, k, float64(k))
	var b Bits
	b.Set(R | X)
	fmt.Println(b, b.Has(W), b.Has(X), W|X)
	b.Clear(R)
	fmt.Printf("%v %d %08b %s\n", b, b, uint8(b), &b)
	var g Grid
	fmt.Println(g.Put(0, 0, 'x'), g.Put(0, 0, 'o'), g.Put(5, 1, 'o'), g.Put(2, 2, 'é'))
	h := g
	h.Put(1, 1, '#')
	fmt.Println(g, h, g == h, g != Grid{})
	var root *Node
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.Insert(v)
	}
	vis := Visitor{visited: map[*Node]int{}}
	var vals []int
	root.Walk(func(n *Node) { vals = append(vals, n.Val); vis.visited[n] = len(vals) })
	fmt.Println(vals, root.Depth(), vis.visited[root], vis.Val, vis.Left == nil)
	fmt.Println(take(multi()), variadic("p"), variadic("p", 1, nil), variadic("p", []any{1, "x"}...))
	fmt.Println(global, table["sum"](1, 2, 3), table["len"]([]int{4, 5}...))
	var iface any = root
	if n, ok := iface.(*Node); ok && n != nil {
		n.Val++
	}
	fmt.Println(root.Val, iface.(*Node).Val, iface == any(root))
	p := &root.Val
	*p *= 2
	pp := &p
	**pp++
	fmt.Println(root.Val, *p == **pp)
	s := []int{1, 2, 3, 4, 5}
	t := s[1:3:4]
	t = append(t, 10)
	t = append(t, 20)
	t[0] = 99
	fmt.Println(s, t, len(t), s[len(s)-1], s[:0])
	funcs := map[string]func() string{}
	for _, w := range []string{"a", "b"} {
		funcs[w] = func() string { w += "!"; return w }
	}
	fmt.Println(funcs["a"](), funcs["a"](), funcs["b"]())
	x := 5
	inc := func() func() int { return func() int { x++; return x } }()
	inc()
	fmt.Println(inc(), x)
	type kv = struct {
		k string
		v int
	}
	kvs := []kv{{"b", 2}, {"a", 2}, {"c", 1}}
	sort.SliceStable(kvs, func(i, j int) bool { return kvs[i].v < kvs[j].v })
	fmt.Println(kvs, reflectName(kvs[0]))
	const huge = 1 << 62
	fmt.Println(huge>>60, uint32(1<<32-1), math.MinInt64, 5.0/2, 7/2*2.0)
	var i8 int8 = -128
	fmt.Println(-i8, i8-1, ^uint16(0), 1e3, float32(0.1), 0.1+0.2, 1/3.0)
	r := []rune("héllo")
	r[1] = 'e'
	fmt.Println(string(r), len(r), strings.ToUpper("ß"), "a" < "b", "é"[0], string("é"[0]))
	fmt.Println(strings.Compare("a", "b"), strings.Fields(" x  y "), strconv.Quote("\u2028"), fmt.Sprintf("%+q", "é"))
	lbl := 0
outer:
	for i := 0; ; i++ {
		switch {
		case i%2 == 0:
			continue outer
		case i > 6:
			break outer
		}
		lbl += i
	}
	fmt.Println(lbl)
	var e1, e2 error = fmt.Errorf("a: %w", os.ErrNotExist), &strconv.NumError{Func: "F", Num: "x", Err: os.ErrClosed}
	fmt.Println(errors.Is(e1, os.ErrNotExist), e2, errors.Unwrap(e2) == os.ErrClosed)
}

func reflectName(v any) string { return fmt.Sprintf("%T", v) }
