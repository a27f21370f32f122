package main

import (
	"fmt"
	"iter"
	"slices"
)

type T[A any] struct{ a A }
type F func(T[int]) iter.Seq2[int, string]

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	zero, n := 0, -1
	try(func() { _ = make([]int, 2, zero) })
	try(func() { _ = make([]int, 2, n) })
	try(func() { _ = make([]int, zero+3, zero) })
	try(func() { _ = make([]int, n, zero) })
	try(func() { fmt.Println(len(make([]int, 2, zero+2))) })
	try(func() { _ = make(map[int]int, n); fmt.Println("fine") })
	fmt.Printf("%T %T %T\n", slices.Collect[int], slices.Values[[]string], F(nil))
	fmt.Printf("%T\n", func(T[int], iter.Seq[T[string]]) []T[bool] { return nil })
	fmt.Printf("%T %T\n", []iter.Seq[int]{}, map[string]func(T[int]){})
	var s iter.Seq[int]
	fmt.Printf("%T %T\n", s, struct{ F iter.Seq[int] }{})
	var a any = s
	_, ok := a.(iter.Seq[int])
	_, ok2 := a.(func(func(int) bool))
	fmt.Println(ok, ok2)
}
