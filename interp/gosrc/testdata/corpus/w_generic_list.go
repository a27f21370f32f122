package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float64
}
type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) *List[T] { l.head = &node[T]{v, l.head}; l.size++; return l }
func (l *List[T]) Pop() (v T, ok bool) {
	if l.head == nil {
		return
	}
	v, l.head = l.head.v, l.head.next
	l.size--
	return v, true
}
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.v)
		i++
	}
}
func (l *List[T]) Reverse() {
	var prev *node[T]
	for cur := l.head; cur != nil; {
		cur.next, prev, cur = prev, cur, cur.next
	}
	l.head = prev
}
func (l List[T]) String() string {
	var parts []string
	l.Each(func(_ int, v T) { parts = append(parts, fmt.Sprint(v)) })
	return "(" + strings.Join(parts, " ") + ")"
}
func Map[T, U any](l *List[T], f func(T) U) *List[U] {
	out := &List[U]{}
	l.Each(func(_ int, v T) { out.Push(f(v)) })
	out.Reverse()
	return out
}
func Sum[N Number](xs ...N) (t N) {
	for _, x := range xs {
		t += x
	}
	return
}
func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}
func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	m := make(map[K][]T)
	for _, x := range xs {
		k := key(x)
		m[k] = append(m[k], x)
	}
	return m
}
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	ks := make([]K, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func (p Pair[A, B]) Swap() Pair[B, A]        { return Pair[B, A]{p.Second, p.First} }

type Celsius float64
type Opt[T any] struct {
	v *T
}

func Some[T any](v T) Opt[T] { return Opt[T]{&v} }
func None[T any]() Opt[T]    { return Opt[T]{} }
func (o Opt[T]) OrElse(d T) T {
	if o.v == nil {
		return d
	}
	return *o.v
}
func Filter[S ~[]E, E any](s S, ok func(E) bool) S {
	var out S
	for _, e := range s {
		if ok(e) {
			out = append(out, e)
		}
	}
	return out
}

type IDs []int

func (i IDs) Max() int { return slices.Max(i) }
func Main() {
	l := (&List[int]{}).Push(1).Push(2).Push(3)
	fmt.Println(l, l.size, *l)
	fmt.Println(Map(l, func(i int) string { return strings.Repeat("x", i) }))
	l.Reverse()
	v, ok := l.Pop()
	fmt.Println(v, ok, l)
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Celsius](1, 2.5), Sum[int]())
	fmt.Println(Reduce([]string{"a", "bb"}, 0, func(n int, s string) int { return n + len(s) }))
	g := GroupBy([]int{1, 2, 3, 4, 5}, func(i int) bool { return i%2 == 0 })
	fmt.Println(g, Keys(map[string]int{"z": 1, "a": 2}))
	p := MakePair("x", 1)
	fmt.Printf("%v %+v %T %T\n", p, p.Swap(), p, p.Swap())
	fmt.Println(Some(3).OrElse(1), None[string]().OrElse("dflt"))
	fmt.Println(Filter(IDs{1, 5, 9}, func(i int) bool { return i > 2 }).Max())
	var e List[Pair[string, int]]
	e.Push(p).Push(MakePair("y", 2))
	fmt.Println(e, e.size)
	e.Each(func(i int, p Pair[string, int]) { fmt.Print(i, p.First, p.Second, ";") })
	fmt.Println()
	var ev any = p
	switch x := ev.(type) {
	case Pair[int, int]:
		fmt.Println("ints", x)
	case Pair[string, int]:
		fmt.Println("string int", x.First)
	}
}

func main() { Main() }
