package main

import "fmt"

type Observer interface{ Notify(string) }
type Subject struct{ observers []Observer }

func (s *Subject) Attach(o Observer) { s.observers = append(s.observers, o) }
func (s *Subject) Detach(o Observer) {
	for i, x := range s.observers {
		if x == o {
			s.observers = append(s.observers[:i], s.observers[i+1:]...)
			return
		}
	}
}
func (s *Subject) Fire(m string) {
	for _, o := range s.observers {
		o.Notify(m)
	}
}

type Printer struct{ name string }

func (p Printer) Notify(m string) { fmt.Println(p.name, "got", m) }

type Collector struct{ got []string }

func (c *Collector) Notify(m string) { c.got = append(c.got, m) }

type Func func(string)

func (f Func) Notify(m string) { f(m) }

func Main() {
	s := &Subject{}
	c := &Collector{}
	p := Printer{"p1"}
	s.Attach(p)
	s.Attach(c)
	s.Attach(Func(func(m string) { fmt.Println("func", len(m)) }))
	s.Fire("hello")
	s.Detach(p)
	s.Fire("bye")
	s.Detach(c)
	s.Fire("last")
	fmt.Println(c.got, len(s.observers))
}

func main() { Main() }
