package main

import (
	"errors"
	"fmt"
)

type Money int64

func (m Money) Format(f fmt.State, verb rune) {
	if m < 0 {
		panic(errors.New("negative"))
	}
	fmt.Fprintf(f, "$%d", int64(m))
}

type Shelf struct{ items []string }

func (s *Shelf) Format(f fmt.State, verb rune) { fmt.Fprintf(f, "shelf of %q", s.items[0]) }

type Box struct {
	M *Money
	S *Shelf
	V Money
}

func main() {
	m := Money(5)
	fmt.Println(m, &m != nil, Money(-1), (*Money)(nil), (*Shelf)(nil), &Shelf{}, &Shelf{[]string{"x"}})
	fmt.Printf("%v %+v %d %x\n", Box{}, Box{V: -3}, Box{S: &Shelf{}}, []Money{1, -2})
	fmt.Printf("%v %s\n", []any{m, (*Money)(nil), Money(-7)}, map[string]*Shelf{"a": nil, "b": {}})
}
