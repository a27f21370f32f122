package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
)

type List[T any] struct {
	head, tail *node[T]
	n          int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func ListOf[T any](vs ...T) *List[T] {
	l := &List[T]{}
	for _, v := range vs {
		l.Push(v)
	}
	return l
}

func (l *List[T]) Push(v T) {
	n := &node[T]{v: v}
	if l.tail == nil {
		l.head, l.tail = n, n
	} else {
		l.tail.next = n
		l.tail = n
	}
	l.n++
}

func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.v) {
				return
			}
			i++
		}
	}
}

func (l *List[T]) Values() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range l.All() {
			if !yield(v) {
				return
			}
		}
	}
}

func Map[A, B any](s iter.Seq[A], f func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		for v := range s {
			if !yield(f(v)) {
				return
			}
		}
	}
}

func Take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range s {
			if !yield(v) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}

func Reduce[T, A any](s iter.Seq[T], acc A, f func(A, T) A) A {
	for v := range s {
		acc = f(acc, v)
	}
	return acc
}

func naturals(yield func(int) bool) {
	for i := 1; yield(i); i++ {
	}
}

func chunk[T any](s []T, n int) iter.Seq[[]T] { return slices.Chunk(s, n) }

func main() {
	l := ListOf("a", "b", "c")
	for i, v := range l.All() {
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.Collect(Map(l.Values(), strings.ToUpper)))
	squares := Map(naturals, func(i int) int { return i * i })
	fmt.Println(slices.Collect(Take(squares, 5)), Reduce(Take(squares, 4), "", func(a string, n int) string { return a + strconv.Itoa(n) + ";" }))
	next, stop := iter.Pull2(l.All())
	for {
		i, v, ok := next()
		if !ok {
			break
		}
		fmt.Print(i, "=", v, " ")
		if i == 1 {
			stop()
		}
	}
	fmt.Println(next())
	for c := range chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c, len(c), cap(c), " ")
	}
	fmt.Println()
	m := maps.Collect(l.All())
	fmt.Println(m, slices.Sorted(maps.Keys(m)), slices.Collect(slices.Values([]int(nil))) == nil)
	for i, v := range slices.Backward([]string{"x", "y"}) {
		fmt.Print(i, v)
	}
	fmt.Println(slices.SortedFunc(l.Values(), func(a, b string) int { return cmp.Compare(b, a) }), slices.AppendSeq([]string{"0"}, l.Values()))
	for line := range strings.Lines("p\nq\n") {
		fmt.Printf("%q", line)
	}
	for w := range strings.FieldsSeq(" a b ") {
		fmt.Print(w)
	}
	fmt.Println()
}
