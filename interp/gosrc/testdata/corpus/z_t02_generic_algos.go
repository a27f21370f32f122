package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type Ordered interface{ ~int | ~string | ~float64 }

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("%v->%v", p.Key, p.Val) }

type Opt[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }
func None[T any]() Opt[T]    { return Opt[T]{} }
func (o Opt[T]) OrElse(d T) T {
	if o.ok {
		return o.v
	}
	return d
}
func Then[T, U any](o Opt[T], f func(T) Opt[U]) Opt[U] {
	if !o.ok {
		return None[U]()
	}
	return f(o.v)
}

func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	m := make(map[K][]T)
	for _, x := range xs {
		k := key(x)
		m[k] = append(m[k], x)
	}
	return m
}

func SortedPairs[M ~map[K]V, K Ordered, V any](m M) []Pair[K, V] {
	out := make([]Pair[K, V], 0, len(m))
	for k, v := range m {
		out = append(out, Pair[K, V]{k, v})
	}
	slices.SortFunc(out, func(a, b Pair[K, V]) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

func MergeSort[T Ordered](xs []T) []T {
	if len(xs) < 2 {
		return slices.Clone(xs)
	}
	mid := len(xs) / 2
	l, r := MergeSort(xs[:mid]), MergeSort(xs[mid:])
	out := xs[:0:0]
	for len(l) > 0 && len(r) > 0 {
		if l[0] <= r[0] {
			out, l = append(out, l[0]), l[1:]
		} else {
			out, r = append(out, r[0]), r[1:]
		}
	}
	return append(append(out, l...), r...)
}

type List[T any] struct {
	head, tail *elem[T]
	size       int
}
type elem[T any] struct {
	val  T
	next *elem[T]
}

func (l *List[T]) Push(vs ...T) *List[T] {
	for _, v := range vs {
		e := &elem[T]{val: v}
		if l.tail == nil {
			l.head = e
		} else {
			l.tail.next = e
		}
		l.tail = e
		l.size++
	}
	return l
}
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for e := l.head; e != nil; e = e.next {
		f(i, e.val)
		i++
	}
}
func FoldList[T, A any](l *List[T], a A, f func(A, T) A) A {
	l.Each(func(_ int, v T) { a = f(a, v) })
	return a
}

type Num interface{ ~int | ~float64 }

func Stats[T Num](xs ...T) (min, max, sum T, mean float64) {
	if len(xs) == 0 {
		return
	}
	min, max = xs[0], xs[0]
	for _, x := range xs {
		if x < min {
			min = x
		}
		if x > max {
			max = x
		}
		sum += x
	}
	return min, max, sum, float64(sum) / float64(len(xs))
}

type Level int

func main() {
	words := strings.Fields("one three two four five six seven")
	g := GroupBy(words, func(s string) int { return len(s) })
	fmt.Println(SortedPairs(g))
	fmt.Println(MergeSort([]string{"c", "a", "b"}), MergeSort([]Level{3, 1, 2}), MergeSort([]float64{}))
	o := Then(Some(4), func(n int) Opt[string] { return Some(strings.Repeat("x", n)) })
	fmt.Println(o.OrElse("none"), Then(None[int](), func(int) Opt[bool] { return Some(true) }).OrElse(false), o)
	var l List[Pair[string, int]]
	l.Push(Pair[string, int]{"a", 1}, Pair[string, int]{"b", 2}).Push(Pair[string, int]{"c", 3})
	l.Each(func(i int, p Pair[string, int]) { fmt.Print(i, ":", p, " ") })
	fmt.Println(l.size, FoldList(&l, 0.5, func(a float64, p Pair[string, int]) float64 { return a + float64(p.Val) }))
	fmt.Println(Stats(3, 1, 2))
	fmt.Println(Stats[float64]())
	fmt.Println(Stats(Level(5), 7))
	fmt.Printf("%T %T %v %+v\n", o, l, &l == nil, Pair[Level, *int]{1, nil})
	fn := MergeSort[int]
	fmt.Println(fn([]int{2, 1}))
	m := map[Pair[int, int]]string{{1, 2}: "x"}
	fmt.Println(m[Pair[int, int]{1, 2}], len(m))
}
