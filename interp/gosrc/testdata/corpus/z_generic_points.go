package main

import (
	"fmt"
	"strconv"
)

type Number interface{ ~int | ~float64 }

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, len(xs))
	for i, x := range xs {
		out[i] = f(x)
	}
	return out
}

func Sum[N Number](xs ...N) (s N) {
	for _, x := range xs {
		s += x
	}
	return
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return
	}
	x, s.items = s.items[len(s.items)-1], s.items[:len(s.items)-1]
	return x, true
}

func apply[T any](f func(T), xs ...T) {
	for _, x := range xs {
		f(x)
	}
}

func Main() {
	fmt.Println(Map([]int{1, 2}, func(n int) string { return strconv.Itoa(n * n) }))
	fmt.Println(Map([]string{"a"}, func(s string) []byte { return []byte(s) }))
	fmt.Println(Sum(1, 2, 3), Sum(0.5, 1), Sum[int]())
	s := &Stack[string]{}
	push := s.Push
	apply(push, "x", "y", "z")
	pop := s.Pop
	fmt.Println(pop())
	f := (*Stack[string]).Pop
	fmt.Println(f(s))
	fmt.Println(len(s.items))
	_, _ = s.Pop()
	fmt.Println(s.Pop())
}

func main() { Main() }
