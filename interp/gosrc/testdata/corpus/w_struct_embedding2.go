package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

type Animal interface {
	Name() string
	Sound() string
}
type Base struct{ name string }

func (b Base) Name() string     { return b.name }
func (b *Base) Rename(n string) { b.name = n }
func (b Base) Sound() string    { return "..." }

type Dog struct {
	Base
	breed string
}

func (d Dog) Sound() string { return "woof" }

type Puppy struct {
	*Dog
	age int
}

func (p Puppy) Sound() string { return p.Dog.Sound() + "?" }

type Logger struct {
	prefix string
	lines  []string
}

func (l *Logger) Logf(f string, a ...any) { l.lines = append(l.lines, l.prefix+fmt.Sprintf(f, a...)) }

type Service struct {
	*Logger
	sync.Mutex
	Name string
	deps map[string]*Service
}

func (s *Service) Start() {
	s.Lock()
	defer s.Unlock()
	s.Logf("start %s", s.Name)
	for _, n := range slices.Sorted(maps.Keys(s.deps)) {
		s.deps[n].Start()
	}
}

type Temp struct{ Animal }

func (t Temp) Sound() string { return strings.ToUpper(t.Animal.Sound()) }

type A struct{ X, Y int }
type B struct {
	A
	X string
}
type C struct {
	B
	*A2
}
type A2 struct{ Z int }

func Main() {
	d := Dog{Base{"rex"}, "lab"}
	d.Rename("max")
	p := Puppy{&d, 1}
	p.Rename("tiny")
	for _, a := range []Animal{d, p, &d, d.Base, Temp{p}, &Temp{d}} {
		fmt.Printf("%s says %s (%T)\n", a.Name(), a.Sound(), a)
	}
	l := &Logger{prefix: "> "}
	s := &Service{Logger: l, Name: "web", deps: map[string]*Service{"db": {Logger: l, Name: "db"}, "cache": {Logger: l, Name: "cache"}}}
	s.Start()
	fmt.Println(strings.Join(l.lines, "; "), len(s.lines))
	c := C{B{A{1, 2}, "x"}, &A2{9}}
	fmt.Println(c.X, c.A.X, c.Y, c.Z, c.B.A.Y)
	c.Y, c.Z, c.B.X = 5, 6, "z"
	fmt.Printf("%+v %v\n", c.B, c.A2.Z)
	fmt.Println(d == Dog{Base{"tiny"}, "lab"}, d.name)
	f := d.Sound
	d.Base.name = "changed"
	g := Base.Name
	h := (*Base).Rename
	h(&d.Base, "viaexpr")
	fmt.Println(f(), g(d.Base), Dog.Sound(d), Dog.Name(d))
	anon := struct {
		Base
		int
	}{Base{"anon"}, 5}
	fmt.Println(anon.Name(), anon.int, anon)
}

func main() { Main() }
