package main

import (
	"fmt"
	"strings"
)

type A struct{ Name, Kind string }

func (a A) Hello() string    { return "A:" + a.Name }
func (a *A) Rename(s string) { a.Name = s }

type B struct {
	A
	Name string
}

func (b B) Hello() string { return "B:" + b.Name + "/" + b.A.Hello() }

type C struct {
	*B
	Extra int
}
type D struct {
	C
	X struct{ Y int }
}

func main() {
	d := D{C: C{&B{A{"inner", "k"}, "outer"}, 5}}
	d.X.Y = 3
	fmt.Println(d.Name, d.A.Name, d.B.A.Name, d.Kind, d.Extra, d.Hello())
	d.Rename("changed")
	fmt.Println(d.Name, d.A.Name, d.Hello())
	e := d
	e.Name = "shared"
	e.Extra = 9
	fmt.Println(d.Name, d.Extra, e.Extra)
	b := *d.B
	b.Name = "copy"
	fmt.Println(d.Name, b.Name, b.A == d.A, b == *d.B)
	fmt.Printf("%v %+v\n", b, b)
	fmt.Printf("%#v %T\n", b.A, d)
	h := d.Hello
	d.Name = "later"
	fmt.Println(h(), d.Hello())
	r := d.Rename
	r("by value method")
	fmt.Println(d.A.Name)
	type local struct {
		A
		fmt.Stringer
	}
	var l local
	l.Rename("local")
	fmt.Println(l.Name, l.Stringer == nil)
	ps := []*A{&d.A, &b.A, {Name: "lit"}}
	for _, p := range ps {
		p.Rename(strings.ToUpper(p.Name))
	}
	fmt.Println(d.A.Name, b.A.Name, ps[2].Name)
}
