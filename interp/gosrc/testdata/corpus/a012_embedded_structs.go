package main

import (
	"fmt"
)

type Animal interface {
	Name() string
	Sound() string
}
type Base struct{ name string }

func (b Base) Name() string   { return b.name }
func (b *Base) Rename(n string) { b.name = n }
func (b Base) Sound() string  { return "..." }

type Dog struct {
	Base
	Age int
}

func (d Dog) Sound() string { return "woof" }

type Puppy struct {
	*Dog
	Toys []string
}

func (p Puppy) Sound() string { return p.Dog.Sound() + "!" + p.Base.Sound() }

type Logger interface{ Log(string) }
type Service struct {
	Logger
	fmt.Stringer
	N int
}
type stdLog struct{ prefix string }

func (s stdLog) Log(m string) { fmt.Println(s.prefix + m) }

type named struct{}

func (named) String() string { return "named" }

func main() {
	d := Dog{Base{"Rex"}, 3}
	p := Puppy{&d, nil}
	p.Rename("Max")
	for _, a := range []Animal{d, &d, p, d.Base} {
		fmt.Printf("%T %s %s\n", a, a.Name(), a.Sound())
	}
	fmt.Println(p.name, p.Age, p.Dog.Base.name)
	fmt.Printf("%+v\n", d)
	s := Service{stdLog{"> "}, named{}, 4}
	s.Log("hello")
	fmt.Println(s, s.String())
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
		_, isErr := r.(error)
		fmt.Println(isErr)
	}()
	var empty Service
	empty.Log("boom")
}
