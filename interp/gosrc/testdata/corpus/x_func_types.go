package main

import (
	"fmt"
	"iter"
)

type P struct{ X int }
type F func(P) P
type G[T any] func(T) iter.Seq[T]

func kind(a any) string {
	switch f := a.(type) {
	case func(P) int:
		return fmt.Sprint("func(P) int ", f(P{3}))
	case F:
		return fmt.Sprint("F ", f(P{4}))
	case func(P) P:
		return fmt.Sprint("func(P) P ", f(P{5}))
	case iter.Seq[int]:
		for x := range f {
			return fmt.Sprint("seq ", x)
		}
	case func(func(int) bool):
		return "plain"
	case G[int]:
		return fmt.Sprintf("%T", f(1))
	case iter.Seq2[string, P]:
		return "seq2"
	case []iter.Seq[P]:
		return "seqs"
	case map[string]func(P) P:
		return "map"
	}
	return fmt.Sprintf("%T", a)
}

func ones(yield func(int) bool) { yield(1) }

func main() {
	fmt.Println(kind(func(p P) int { return p.X }), kind(F(func(p P) P { return p })), kind(func(p P) P { return p }))
	fmt.Println(kind(iter.Seq[int](ones)), kind(ones), kind(G[int](func(int) iter.Seq[int] { return ones })))
	fmt.Println(kind(iter.Seq2[string, P](nil)), kind([]iter.Seq[P]{}), kind(map[string]func(P) P{}), kind(iter.Seq[string](nil)))
	var a any = func(p P) int { return 1 }
	f, ok := a.(func(P) int)
	fmt.Println(f(P{}), ok, a.(func(P) int)(P{}))
	_, ok = a.(F)
	fmt.Println(ok)
	next, stop := iter.Pull(iter.Seq[int](ones))
	defer stop()
	fmt.Println(next())
	fmt.Printf("%v %T\n", iter.Seq[int](nil) == nil, next)
	defer func() { fmt.Println(recover()) }()
	_ = a.(iter.Seq[P])
}
