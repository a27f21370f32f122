package main

import "fmt"

type Animal interface {
	Name() string
	SetName(string)
}
type Base struct{ name string }

func (b Base) Name() string      { return b.name }
func (b *Base) SetName(n string) { b.name = n }

type Dog struct {
	Base
	tricks []string
}
type Puppy struct {
	*Dog
	age int
}

func (d *Dog) Learn(t string) *Dog { d.tricks = append(d.tricks, t); return d }
func (d Dog) Name() string         { return "dog " + d.Base.Name() }

type Walker interface{ Walk() string }
type Swimmer interface{ Swim() string }
type Duck struct{}

func (Duck) Walk() string { return "waddle" }
func (Duck) Swim() string { return "paddle" }

type Both interface {
	Walker
	Swimmer
}

type Chain struct{ ops []string }

func (c *Chain) Do(s string) *Chain { c.ops = append(c.ops, s); return c }
func (c Chain) Len() int            { return len(c.ops) }

type Val struct{ n int }

func (v Val) Add(n int) Val { v.n += n; return v }

func Main() {
	d := &Dog{Base: Base{"rex"}}
	var a Animal = d
	a.SetName("max")
	fmt.Println(a.Name(), d.name, d.Base.Name())
	d.Learn("sit").Learn("roll")
	p := Puppy{d, 1}
	p.SetName("tiny")
	p.Learn("fetch")
	fmt.Println(p.Name(), d.tricks, p.tricks, p.age)
	a = p
	a.SetName("p2")
	fmt.Println(d.name)
	var both Both = Duck{}
	var w Walker = both
	fmt.Println(w.Walk(), both.Swim())
	if s, ok := w.(Swimmer); ok {
		fmt.Println(s.Swim())
	}
	_, isAnimal := any(d).(Animal)
	_, isAnimal2 := any(*d).(Animal)
	fmt.Println(isAnimal, isAnimal2)
	c := &Chain{}
	fmt.Println(c.Do("a").Do("b").Len(), Chain{}.Len())
	v := Val{1}
	fmt.Println(v.Add(2).Add(3), v)
	fs := map[string]func(int) Val{"add": v.Add}
	v.n = 100
	fmt.Println(fs["add"](1))
	learn := d.Learn
	learn("x")
	fmt.Println(len(d.tricks))
	vals := []Val{{1}, {2}}
	for _, x := range vals {
		x.n++
	}
	for i := range vals {
		vals[i] = vals[i].Add(10)
	}
	fmt.Println(vals)
	m := map[string]*Val{"a": {1}}
	m["a"].n++
	fmt.Println(m["a"].n, *m["a"])
	defer d.Learn("deferred").Learn("twice")
	f := (*Dog).Learn
	f(d, "expr")
	g := Val.Add
	fmt.Println(g(Val{5}, 5), len(d.tricks))
}

func main() { Main() }
