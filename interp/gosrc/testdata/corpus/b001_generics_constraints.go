package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}
type Ordered interface{ cmp.Ordered }

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}
func MaxOf[T cmp.Ordered](first T, rest ...T) T {
	m := first
	for _, r := range rest {
		m = max(m, r)
	}
	return m
}
func Map[S ~[]E, E, R any](s S, f func(E) R) []R {
	out := make([]R, 0, len(s))
	for _, e := range s {
		out = append(out, f(e))
	}
	return out
}
func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}
func Filter[S ~[]E, E any](s S, keep func(E) bool) S {
	var out S
	for _, e := range s {
		if keep(e) {
			out = append(out, e)
		}
	}
	return out
}
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	ks := make([]K, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

type MyInts []int

func (m MyInts) Total() int { return Sum(m...) }

type Meters float64

func (m Meters) String() string { return fmt.Sprintf("%.1fm", float64(m)) }

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) Swap() Pair[string, K] { return Pair[string, K]{fmt.Sprint(p.Val), p.Key} }
func MakePair[K comparable, V any](k K, v V) Pair[K, V] { return Pair[K, V]{k, v} }

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5), Sum[Meters](1, 2.5), Sum[int8](100, 100))
	fmt.Println(MaxOf("b", "z", "a"), MaxOf(3, 1), MaxOf(Meters(1), 2))
	ms := MyInts{1, 2, 3, 4}
	ev := Filter(ms, func(i int) bool { return i%2 == 0 })
	fmt.Printf("%v %T %d\n", ev, ev, ev.Total())
	fmt.Println(Map(ms, func(i int) string { return strings.Repeat("*", i) }))
	fmt.Println(Reduce(ms, "", func(a string, i int) string { return a + strconv.Itoa(i) }))
	fmt.Println(Keys(map[string]bool{"z": true, "a": false}))
	p := MakePair("k", 3.5)
	fmt.Printf("%v %+v %T %v %T\n", p, p, p, p.Swap(), p.Swap())
	fmt.Println(p == MakePair("k", 3.5))
	f := Map[[]int, int, float64]
	fmt.Println(f([]int{1, 2}, func(i int) float64 { return float64(i) / 2 }))
}
