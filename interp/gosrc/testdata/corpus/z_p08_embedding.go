package main

import (
	"fmt"
	"strings"
	"sync"
)

type Animal interface {
	Name() string
	Sound() string
}
type base struct{ name string }

func (b base) Name() string     { return b.name }
func (b *base) Rename(n string) { b.name = n }
func (b base) Sound() string    { return "..." }
func (b base) Describe() string { return b.Name() + " says " + b.Sound() }

type Dog struct {
	base
	tricks []string
}

func (d Dog) Sound() string { return "woof" }

type Puppy struct {
	*Dog
	age int
}

func (p Puppy) Name() string { return "little " + p.Dog.Name() }

type Loud struct{ Animal }

func (l Loud) Sound() string { return strings.ToUpper(l.Animal.Sound()) + "!" }

type Logger struct{ sb strings.Builder }

func (l *Logger) Logf(f string, a ...any) { fmt.Fprintf(&l.sb, f+"\n", a...) }

type Service struct {
	Logger
	mu    sync.Mutex
	calls map[string]int
}

func (s *Service) Call(name string) *Service {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.calls == nil {
		s.calls = make(map[string]int)
	}
	s.calls[name]++
	s.Logf("%s #%d", name, s.calls[name])
	return s
}

func main() {
	d := Dog{base{"rex"}, nil}
	p := Puppy{&d, 1}
	for _, a := range []Animal{d, p, Loud{p}, Loud{Loud{d}}} {
		fmt.Printf("%s: %s (%T)\n", a.Name(), a.Sound(), a)
	}
	fmt.Println(d.Describe(), p.Describe())
	p.Rename("max")
	fmt.Println(d.name, p.name, p.Dog.base.name, p.age)
	var s Service
	s.Call("a").Call("b").Call("a")
	fmt.Print(s.sb.String())
	f := s.Logf
	f("%d-%d", 1, 2)
	g := (*Service).Call
	g(&s, "c")
	h := Dog.Sound
	fmt.Println(h(d), len(s.sb.String()), s.calls)
	if n, ok := any(p).(interface{ Rename(string) }); ok {
		n.Rename("zoe")
	}
	fmt.Println(d.Name(), any(d) == any(d.base), any(d.base) == any(base{"zoe"}))
	type local struct {
		Dog
		Puppy
	}
	l := local{d, p}
	fmt.Println(l.age, l.Dog.name, l.Puppy.Name())
}
