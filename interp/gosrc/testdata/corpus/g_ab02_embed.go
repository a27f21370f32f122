package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

type Logger interface {
	Log(format string, args ...any)
}

type Named interface{ Name() string }

type Animal interface {
	Named
	Sound() string
}

type base struct {
	name string
	legs int
}

func (b base) Name() string             { return b.name }
func (b *base) Rename(n string)         { b.name = n }
func (b base) String() string           { return fmt.Sprintf("%s(%d)", b.name, b.legs) }
func (base) Sound() string              { return "..." }
func (b base) Describe(a Animal) string { return a.Name() + " says " + a.Sound() }

type Dog struct {
	base
	Tricks []string
}

func (d Dog) Sound() string { return "Woof" }

type Puppy struct {
	*Dog
	Age int
}

func (p Puppy) Sound() string { return strings.ToLower(p.Dog.Sound()) + "!" }

type Robot struct {
	Logger
	Animal
	sync.Mutex
	serial int
}

type bufLog struct{ lines []string }

func (b *bufLog) Log(f string, args ...any) { b.lines = append(b.lines, fmt.Sprintf(f, args...)) }

type A struct{ X int }
type B struct{ X, Y int }
type C struct {
	A
	B
	Y string
}

func (A) Hello() string { return "A.Hello" }
func (B) World() string { return "B.World" }

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Rect struct{ W, H float64 }
type Square struct{ Rect }
type Circle struct{ R float64 }

func (r Rect) Area() float64      { return r.W * r.H }
func (r Rect) Perimeter() float64 { return 2 * (r.W + r.H) }
func (c *Circle) Area() float64   { return 3 * c.R * c.R }
func (c *Circle) Perimeter() float64 {
	return 6 * c.R
}

type reverse struct{ sort.Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

func main() {
	d := Dog{base{"Rex", 4}, []string{"sit"}}
	p := Puppy{&d, 1}
	p.Rename("Max")
	fmt.Println(d, p, d.Name(), p.Name(), d.Sound(), p.Sound(), d.base.Sound(), p.Dog.base.Sound())
	fmt.Println(d.Describe(d), "|", d.Describe(p), "|", p.Describe(&p))
	fmt.Printf("%v %+v %s %T\n", d, d, p, p)
	animals := []Animal{d, &d, p, &p, base{"rock", 0}, Robot{Animal: p}}
	for _, a := range animals {
		fmt.Printf("%T %s %s;", a, a.Name(), a.Sound())
	}
	fmt.Println()
	l := &bufLog{}
	r := &Robot{Logger: l, Animal: d, serial: 7}
	r.Lock()
	r.Log("robot %d %v", r.serial, r.Name())
	r.Unlock()
	r.Animal = &p
	r.Log("%s", r.Sound())
	fmt.Println(l.lines, len(l.lines))
	c := C{A{1}, B{2, 3}, "y"}
	c.A.X, c.B.X = c.B.X, c.A.X
	fmt.Println(c, c.Y, c.B.Y, c.A.X, c.Hello(), c.World())
	fmt.Printf("%+v\n%#v\n", c, c.B)
	shapes := map[string]Shape{"sq": Square{Rect{2, 2}}, "rect": &Rect{1, 3}, "circ": &Circle{1}}
	var keys []string
	for k := range shapes {
		keys = append(keys, k)
	}
	sort.Sort(sort.Reverse(sort.StringSlice(keys)))
	for _, k := range keys {
		switch s := shapes[k].(type) {
		case Square:
			fmt.Println(k, "square", s.W, s.Area())
		case *Rect:
			s.W *= 2
			fmt.Println(k, "rect", s.Area(), s)
		case interface {
			Shape
			fmt.Stringer
		}:
			fmt.Println("stringer shape")
		default:
			fmt.Printf("%s %T %.1f\n", k, s, s.Perimeter())
		}
	}
	nums := []int{3, 1, 2}
	sort.Sort(reverse{sort.IntSlice(nums)})
	fmt.Println(nums, sort.IsSorted(reverse{sort.IntSlice(nums)}))
	f := d.Name
	d.Rename("Old")
	g := (*base).Rename
	g(&d.base, "New")
	h := Dog.Sound
	k := Animal.Name
	fmt.Println(f(), d.Name(), h(d), k(p))
	var empty Robot
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		fmt.Println(empty.Sound())
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var pp Puppy
		fmt.Println(pp.Name())
	}()
	anon := struct {
		base
		Extra map[string]int `json:"extra"`
	}{base{"anon", 2}, map[string]int{"z": 1, "a": 2}}
	fmt.Println(anon.Name(), anon.Extra, anon)
	type local struct {
		Animal
		n int
	}
	x, y := local{d.base, 1}, local{d.base, 1}
	fmt.Println(x == y, x.Animal == y.Animal, x.Animal == Animal(p))
}
