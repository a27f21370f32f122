package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"sort"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Named interface{ Name() string }

type NamedShape interface {
	Shape
	Named
	fmt.Stringer
}

type base struct {
	name string
	tags []string
}

func (b base) Name() string      { return b.name }
func (b *base) Tag(ts ...string) { b.tags = append(b.tags, ts...) }
func (b base) describe(s Shape) string {
	return fmt.Sprintf("%s[%.2f/%.2f]%v", b.name, s.Area(), s.Perimeter(), b.tags)
}

type Circle struct {
	base
	R float64
}

type Rect struct {
	*base
	W, H float64
}

type Square struct{ Rect }

type Polygon []Vec
type Vec [2]float64

func (c Circle) Area() float64      { return math.Pi * c.R * c.R }
func (c Circle) Perimeter() float64 { return 2 * math.Pi * c.R }
func (c Circle) String() string     { return "circle:" + c.describe(c) }
func (r Rect) Area() float64        { return r.W * r.H }
func (r Rect) Perimeter() float64   { return 2 * (r.W + r.H) }
func (r Rect) String() string       { return "rect:" + r.describe(r) }
func (s Square) Name() string       { return "square!" }
func (v Vec) Sub(w Vec) Vec         { return Vec{v[0] - w[0], v[1] - w[1]} }
func (v Vec) Len() float64          { return math.Hypot(v[0], v[1]) }
func (v *Vec) Scale(f float64) *Vec {
	for i := range v {
		v[i] *= f
	}
	return v
}
func (p Polygon) Area() (a float64) {
	for i, v := range p {
		w := p[(i+1)%len(p)]
		a += v[0]*w[1] - w[0]*v[1]
	}
	return math.Abs(a) / 2
}
func (p Polygon) Perimeter() (s float64) {
	for i := range p {
		s += p[i].Sub(p[(i+1)%len(p)]).Len()
	}
	return
}

type byArea []Shape

func (b byArea) Len() int           { return len(b) }
func (b byArea) Less(i, j int) bool { return b[i].Area() < b[j].Area() }
func (b byArea) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type countingWriter struct {
	io.Writer
	n int
}

func (c *countingWriter) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += n
	return n, err
}

type Matrix[T ~int | ~float64] [2][2]T

func (m Matrix[T]) Mul(o Matrix[T]) (r Matrix[T]) {
	for i := range 2 {
		for j := range 2 {
			for k := range 2 {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

func (m Matrix[T]) Pow(n int) Matrix[T] {
	r := Matrix[T]{{1, 0}, {0, 1}}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = r.Mul(m)
		}
		m = m.Mul(m)
	}
	return r
}

func total(ss ...Shape) (t float64) {
	for _, s := range ss {
		t += s.Area()
	}
	return
}

func main() {
	c := Circle{base{name: "c1"}, 2}
	r := Rect{&base{name: "r1"}, 3, 4}
	s := Square{Rect{&base{name: "s1"}, 2, 2}}
	p := Polygon{{0, 0}, {4, 0}, {4, 3}}
	c.Tag("round", "red")
	r.Tag("flat")
	r2 := r
	r2.Tag("shared")
	c2 := c
	c2.Tag("own")
	fmt.Println(c, r, s, p)
	fmt.Println(c2.tags, len(c.tags), s.Rect.Name(), s.Name())
	fmt.Printf("%v %+v %T\n", p, p[1], p)
	shapes := []Shape{r, p, c, s, &c2}
	sort.Sort(byArea(shapes))
	for i, sh := range shapes {
		switch x := sh.(type) {
		case NamedShape:
			fmt.Printf("%d %T named %s\n", i, x, x.Name())
		case interface{ Len() int }:
			fmt.Println("len", x.Len())
		case Polygon:
			fmt.Println(i, "polygon", len(x), x[2].Len())
		default:
			fmt.Printf("%T?\n", x)
		}
	}
	sort.Stable(sort.Reverse(byArea(shapes)))
	fmt.Printf("%.3f %.1f\n", total(shapes...), total())
	v := Vec{3, 4}
	w := v
	v.Scale(2).Scale(.5).Scale(3)
	fmt.Println(v, w, v == w, w == Vec{3, 4}, v.Len())
	f := v.Sub
	v[0] = 100
	fmt.Println(f(Vec{1, 1}), Vec.Len(Vec{5, 12}), (*Vec).Scale(&w, -1), w)
	cw := &countingWriter{Writer: io.Discard}
	fmt.Fprintf(cw, "%s", c)
	var buf bytes.Buffer
	cw.Writer = &buf
	fmt.Fprint(cw, "abc", 1, 2, "d")
	fmt.Println(cw.n, buf.String())
	fmt.Println(Matrix[int]{{1, 1}, {1, 0}}.Pow(30)[0][1], Matrix[float64]{{.5, 0}, {0, 2}}.Pow(3))
	m := map[string]Shape{"a": c, "b": r}
	if a, ok := m["a"].(Circle); ok {
		a.R = 9
		fmt.Println(a.R, m["a"].(Circle).R)
	}
	fmt.Println(m["z"] == nil, len(m))
	_, ok := m["b"].(interface{ Tag(...string) })
	_, ok2 := m["a"].(interface{ Tag(...string) })
	fmt.Println(ok, ok2)
	least := slices.MinFunc(shapes, func(a, b Shape) int { return cmp.Compare(a.Perimeter(), b.Perimeter()) })
	fmt.Printf("%T %v\n", least, strings.ToUpper(fmt.Sprint(least)))
	type pair struct {
		Shape
		n int
	}
	pr := pair{c, 1}
	fmt.Println(pr.Area() == c.Area(), pr.n, pair{} == pair{}, pr == pair{r, 1})
	defer func() {
		e := recover()
		fmt.Println(e)
		_, isErr := e.(error)
		fmt.Println(isErr)
	}()
	var none pair
	fmt.Println(none.Area())
}
