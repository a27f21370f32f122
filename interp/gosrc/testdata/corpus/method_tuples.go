package main

import "fmt"

type Point struct{ X, Y int }

func (p *Point) Move(dx, dy int)                 { p.X += dx; p.Y += dy }
func (p Point) Coords() (int, int)               { return p.X, p.Y }
func (p Point) With(x, y int) Point              { return Point{x, y} }
func (p Point) Label(s string, xs ...any) string { return fmt.Sprint(append([]any{p.X, s}, xs...)...) }

type Mover interface{ Move(dx, dy int) }

var trace []string

func origin() *Point              { trace = append(trace, "origin"); return &Point{100, 100} }
func delta() (int, int)           { trace = append(trace, "delta"); return 1, 2 }
func named() (string, int, error) { return "n", 3, nil }

func swap[A, B any](a A, b B) (B, A) { return b, a }

func Main() {
	p, q := Point{1, 2}, Point{10, 20}
	p.Move(q.Coords())
	fmt.Println(p)
	fmt.Println(p.With(delta()), p.With(p.With(q.Coords()).Coords()))
	origin().Move(delta())
	fmt.Println(trace)
	var m Mover = &q
	m.Move(p.Coords())
	fmt.Println(q, p.Label(named()))
	fmt.Println(swap(swap(1, "a")))
	f := p.With
	fmt.Println(f(swap(delta())))
	fmt.Println(Point.With(p, 5, 6))
	fmt.Println((*Point).Coords(&q))
	g := func(x, y int) int { return x*10 + y }
	fmt.Println(g(delta()), func(a, b int) int { return a - b }(delta()))
	h := map[string]func(int, int) int{"g": g}
	fmt.Println(h["g"](q.Coords()))
	fmt.Println(q.Coords())
}

func main() { Main() }
