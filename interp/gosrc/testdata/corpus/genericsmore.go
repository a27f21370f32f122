package main

import (
	"fmt"
	"sort"
	"strings"
)

type Ordered interface {
	~int | ~float64 | ~string
}

func MaxOf[T Ordered](first T, rest ...T) T {
	m := first
	for _, r := range rest {
		if r > m {
			m = r
		}
	}
	return m
}

func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	acc := init
	for _, x := range xs {
		acc = f(acc, x)
	}
	return acc
}

func Keys[K comparable, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}

type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) *List[T] {
	l.head = &node[T]{v, l.head}
	l.size++
	return l
}
func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.v)
	}
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T)      { s[v] = struct{}{} }
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }
func NewSet[T comparable](vs ...T) Set[T] {
	s := Set[T]{}
	for _, v := range vs {
		s.Add(v)
	}
	return s
}

type Option[T any] struct {
	value T
	ok    bool
}

func Some[T any](v T) Option[T] { return Option[T]{v, true} }
func (o Option[T]) OrElse(d T) T {
	if o.ok {
		return o.value
	}
	return d
}

type Stringer interface{ String() string }
type ID int

func (i ID) String() string { return fmt.Sprintf("#%d", int(i)) }

func Join[T Stringer](xs []T) string {
	parts := []string{}
	for _, x := range xs {
		parts = append(parts, x.String())
	}
	return strings.Join(parts, ",")
}

type Number interface{ ~int | ~float64 }

func SumMap[K comparable, V Number](m map[K]V) V {
	var s V
	for _, v := range m {
		s += v
	}
	return s
}

func Ptr[T any](v T) *T { return &v }

func Main() {
	fmt.Println(MaxOf(1, 5, 3), MaxOf("a", "c", "b"), MaxOf(1.5))
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, x int) string { return a + fmt.Sprint(x) }))
	ks := Keys(map[string]int{"b": 1, "a": 2})
	sort.Strings(ks)
	fmt.Println(ks)
	l := &List[string]{}
	l.Add("x").Add("y")
	l.Each(func(s string) { fmt.Print(s, " ") })
	fmt.Println(l.size)
	s := NewSet(1, 2)
	fmt.Println(s.Has(1), s.Has(3), len(s))
	fmt.Println(Some(4).OrElse(1), Option[string]{}.OrElse("d"))
	fmt.Println(Join([]ID{1, 2}))
	fmt.Println(SumMap(map[string]float64{"a": 1.5, "b": 2}), *Ptr(3))
	var x any = Some(ID(3))
	if o, ok := x.(Option[ID]); ok {
		fmt.Println(o.value, o.ok)
	}
	_, ok := x.(Option[int])
	fmt.Println(ok)
	f := MaxOf[int]
	fmt.Println(f(2, 9))
}

func main() { Main() }
