package main

import (
	"fmt"
	"strings"
)

type Base[T any] struct {
	items []T
}

func (b *Base[T]) Add(t T)    { b.items = append(b.items, t) }
func (b *Base[T]) Len() int   { return len(b.items) }
func (b Base[T]) First() (T, bool) {
	if len(b.items) == 0 {
		var z T
		return z, false
	}
	return b.items[0], true
}

type Named[T fmt.Stringer] struct {
	Base[T]
	name string
}

func (n Named[T]) String() string {
	s := n.name + ":"
	for _, i := range n.items {
		s += i.String() + ";"
	}
	return s
}

type ID int

func (i ID) String() string { return fmt.Sprintf("#%03d", int(i)) }

type Opt[T any] struct{ v *T }

func Some[T any](v T) Opt[T] { return Opt[T]{&v} }
func None[T any]() Opt[T]    { return Opt[T]{} }
func (o Opt[T]) OrElse(d T) T {
	if o.v == nil {
		return d
	}
	return *o.v
}
func (o Opt[T]) String() string {
	if o.v == nil {
		return "None"
	}
	return fmt.Sprintf("Some(%v)", *o.v)
}
func Then[T, U any](o Opt[T], f func(T) Opt[U]) Opt[U] {
	if o.v == nil {
		return None[U]()
	}
	return f(*o.v)
}

type Either[L, R any] interface {
	isEither(L, R)
}
type Left[L, R any] struct{ V L }
type Right[L, R any] struct{ V R }

func (Left[L, R]) isEither(L, R)  {}
func (Right[L, R]) isEither(L, R) {}
func show[L, R any](e Either[L, R]) string {
	switch x := e.(type) {
	case Left[L, R]:
		return fmt.Sprintf("left %v", x.V)
	case Right[L, R]:
		return fmt.Sprintf("right %v", x.V)
	}
	return "?"
}

func main() {
	n := Named[ID]{name: "ids"}
	n.Add(1)
	n.Add(22)
	fmt.Println(n, n.Len())
	fmt.Println(n.First())
	fmt.Printf("%T %+v\n", n, n.Base)
	o := Some(4)
	fmt.Println(o, None[string](), o.OrElse(1), None[float64]().OrElse(2.5))
	fmt.Println(Then(o, func(i int) Opt[string] { return Some(strings.Repeat("x", i)) }))
	fmt.Println(show[int, string](Left[int, string]{3}), show[int, string](Right[int, string]{"r"}))
	fmt.Printf("%T %T\n", Left[int, string]{}, o)
	var e Either[int, string] = Right[int, string]{"q"}
	_, isL := e.(Left[int, string])
	fmt.Println(isL)
}
