package main

import (
	"fmt"
	"strings"
)

type Animal interface {
	Name() string
	Sound() string
}
type Mover interface{ Move() string }
type AnimalMover interface {
	Animal
	Mover
}

type Base struct {
	name string
	legs int
}

func (b Base) Name() string     { return b.name }
func (b Base) Sound() string    { return "..." }
func (b *Base) Rename(n string) { b.name = n }
func (b Base) Describe() string { return b.Name() + " says " + b.Sound() }

type Dog struct {
	Base
	tricks []string
}

func (d Dog) Sound() string { return "Woof" }
func (d Dog) Move() string  { return fmt.Sprintf("runs on %d legs", d.legs) }

type Puppy struct {
	*Dog
	age int
}

func (p Puppy) Sound() string { return strings.ToLower(p.Dog.Sound()) + p.Dog.Base.Sound() }

type Logger struct{ lines []string }

func (l *Logger) Log(format string, args ...any) {
	l.lines = append(l.lines, fmt.Sprintf(format, args...))
}

type Service struct {
	*Logger
	Animal
	Name_ string
}

type Robot struct{ Mover }
type legs int

func (l legs) Move() string { return fmt.Sprint("steps ", int(l)) }

type Counter struct{ n int }

func (c *Counter) Inc() *Counter { c.n++; return c }
func (c Counter) Get() int       { return c.n }

type Stats struct {
	hits, misses Counter
	Counter
}

func Main() {
	d := Dog{Base{"Rex", 4}, nil}
	fmt.Println(d.Name(), d.Sound(), d.Describe(), d.Base.Sound())
	d.Rename("Max")
	p := Puppy{&d, 1}
	fmt.Println(p.Name(), p.Sound(), p.Describe(), p.Move())
	p.Rename("Tiny")
	fmt.Println(d.name, p.Dog.Base.name, p.legs)
	var am AnimalMover = p
	var a Animal = am
	_, isMover := a.(Mover)
	fmt.Println(am.Sound(), a.Name(), isMover)
	for _, x := range []Animal{d, &d, p, &p, d.Base, &d.Base} {
		m, ok := x.(Mover)
		fmt.Printf("%T %s %v", x, x.Sound(), ok)
		if ok {
			fmt.Print(" ", m.Move())
		}
		fmt.Println()
	}
	s := Service{&Logger{}, p, "svc"}
	s.Log("%s makes %s", s.Name(), s.Sound())
	s.Animal = d
	s.Log("%v", s.Sound())
	fmt.Println(s.lines, len(s.Logger.lines))
	r := Robot{legs(2)}
	fmt.Println(r.Move(), Robot{d}.Move())
	var st Stats
	st.Inc().Inc()
	st.hits.Inc()
	fmt.Println(st.Get(), st.hits.Get(), st.n, st.misses.n, st)
	f, g := st.Inc, st.Get
	f()
	fmt.Println(st.Get(), g())
	h := (*Stats).Inc
	h(&st)
	fmt.Println(Stats.Get(st))
	func() {
		defer func() { fmt.Println("recovered:", recover() != nil) }()
		var empty Service
		empty.Log("x")
	}()
	fmt.Printf("%+v\n", Dog{Base{"A", 1}, []string{"sit"}})
}

func main() { Main() }
