package main

import (
	"fmt"
	"math"
	"sort"
	"strings"
)

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%v°", float64(c)) }
func (c Celsius) Neg() Celsius   { return -c }

type Point struct{ X, Y float64 }

func (p Point) Signs() string         { return sign(p.X) + sign(p.Y) }
func (p Point) Add(o Point) Point     { return Point{p.X + o.X, p.Y + o.Y} }
func (p Point) Scale(f float64) Point { return Point{p.X * f, p.Y * f} }
func (p *Point) Flip(by Point)        { p.X = math.Copysign(p.X, by.X); p.Y = math.Copysign(p.Y, by.Y) }

type Signer interface{ Signs() string }

type Vec [2]float64

func (v Vec) Signs() string { return sign(v[0]) + sign(v[1]) }

type Z complex128

func (z Z) Signs() string { return sign(real(z)) + sign(imag(z)) }

type Named struct {
	Name string
	At   Point
	C    complex64
}

func sign(x float64) string {
	if math.Signbit(x) {
		return "-"
	}
	return "+"
}
func sign32(x float32) string { return sign(float64(x)) }
func signs(xs ...float64) string {
	var b strings.Builder
	for _, x := range xs {
		b.WriteString(sign(x))
	}
	return b.String()
}
func many(n int, x float64, s string, y float64, rest ...float64) string {
	return fmt.Sprint(n, sign(x), s, sign(y), signs(rest...))
}
func csigns(z complex128) string  { return sign(real(z)) + sign(imag(z)) }
func csigns64(z complex64) string { return sign(float64(real(z))) + sign(float64(imag(z))) }
func named(n Named) string        { return n.Name + n.At.Signs() + csigns64(n.C) }
func arr(a [3]float64) string     { return signs(a[:]...) }
func gen[T any](x T) T            { return x }
func num[T ~float64 | ~float32](x T) string {
	return sign(float64(x))
}
func pass(f func(float64) string, x float64) string { return f(x) }
func rec(n int, x float64) string {
	if n == 0 {
		return sign(x)
	}
	return rec(n-1, x)
}
func two() (float64, float64)  { return math.Copysign(0, -1), 0 }
func join(a, b float64) string { return sign(a) + sign(b) }
func id(x float64) float64     { return x }
func reassign(x float64) float64 {
	p := &x
	*p = -*p
	f := func() float64 { x = -x; return x }
	return f() * 1
}
func named2(x float64) (r float64) {
	defer func() { r = -r }()
	r = x
	return r
}

func main() {
	z := math.Copysign(0, -1)
	var zero float64
	n := -zero
	fmt.Println(z, n, sign(z), sign(n), sign(-zero), sign(zero*-1), sign(0.0), sign(zero))
	fmt.Println(sign32(float32(z)), sign32(-float32(zero)), signs(z, zero, z), many(1, z, "a", zero, z, zero, z))
	c := complex(z, zero)
	d := complex(zero, z)
	fmt.Println(c, d, csigns(c), csigns(d), csigns(complex(z, z)), csigns64(complex64(c)), csigns64(complex64(d)), csigns(-c), csigns(-complex(zero, zero)))
	p := Point{z, zero}
	fmt.Println(p, p.Signs(), p.Add(Point{z, z}).Signs(), p.Scale(-1).Signs(), Point{}.Scale(-1).Signs(), Point.Signs(p), (*Point).Signs(&p))
	q := Point{1, 1}
	q.Flip(p)
	fmt.Println(q)
	var s Signer = p
	fmt.Println(s.Signs())
	s = Vec{z, z}
	fmt.Println(s.Signs(), Vec{zero, z}.Signs())
	s = Z(c)
	fmt.Println(s.Signs(), Z(d).Signs())
	s = &p
	fmt.Println(s.Signs())
	f := p.Signs
	fmt.Println(f())
	fmt.Println(named(Named{"", p, 0}), named(Named{At: Point{zero, z}, C: complex64(d)}), named(Named{C: complex64(c)}))
	fmt.Println(arr([3]float64{z, zero, z}), arr([...]float64{zero, zero, z}))
	fmt.Println(sign(gen(z)), gen(p).Signs(), csigns(gen(c)), num(z), num(Celsius(z)), num(float32(z)))
	fmt.Println(pass(sign, z), pass(func(x float64) string { return sign(x) }, z), rec(3, z), rec(300, z))
	fmt.Println(join(two()))
	fmt.Println(id(z), 1/id(z), id(id(z)), reassign(z), reassign(zero), named2(z), named2(zero))
	fmt.Println(Celsius(z), Celsius(z).Neg(), Celsius(zero).Neg())
	m := map[string]float64{"a": z}
	fmt.Println(sign(m["a"]), sign(m["b"]), m)
	xs := []float64{z, zero}
	xs = append(xs, z)
	for i, x := range xs {
		fmt.Print(i, sign(x), " ")
	}
	fmt.Println()
	ch := make(chan float64, 1)
	ch <- z
	fmt.Println(sign(<-ch))
	ch <- z
	x, ok := <-ch
	fmt.Println(sign(x), ok)
	defer func(x float64) { fmt.Println("deferred", sign(x)) }(z)
	defer fmt.Println("direct", z)
	defer deferred(z, p)
	var a any = z
	switch v := a.(type) {
	case float64:
		fmt.Println(sign(v))
	}
	a = p
	fmt.Println(sign(a.(Point).X), a)
	func(x float64, p Point) { fmt.Println(sign(x), p.Signs()) }(z, p)
	fs := map[string]func(float64) string{"s": sign}
	fmt.Println(fs["s"](z))
	done := make(chan string)
	go func(x float64) { done <- sign(x) }(z)
	fmt.Println(<-done)
	go send(done, z)
	fmt.Println(<-done)
	sort.Slice(xs, func(i, j int) bool { return sign(xs[i]) < sign(xs[j]) })
	fmt.Println(xs, min(z, zero), max(z, zero), zero == z, zero+z, z-zero, z+z, 0*-1.0)
	type local struct{ v float64 }
	show := func(l local) string { return sign(l.v) }
	fmt.Println(show(local{z}))
	apply := func(f func(Point) string, p Point) string { return f(p) }
	fmt.Println(apply(Point.Signs, p))
	zero -= 0
	y := z
	y *= 1
	w := [2]Point{{z, z}}
	w2 := w
	fmt.Println(sign(y), w2[0].Signs(), w2)
	y++
	y--
	fmt.Println(sign(y))
	var box struct {
		Point
		f func(float64) string
	}
	box.Point = p
	box.f = sign
	fmt.Println(box.Signs(), box.f(z), box.f(box.X))
}

func send(c chan string, x float64) { c <- sign(x) }
func deferred(x float64, p Point)   { fmt.Println("named", sign(x), p.Signs()) }
