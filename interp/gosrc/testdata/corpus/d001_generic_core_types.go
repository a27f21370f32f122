package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

type Bytes interface{ ~string | ~[]byte }
type Pred[T any] func(T) bool

func (p Pred[T]) And(q Pred[T]) Pred[T] { return func(t T) bool { return p(t) && q(t) } }
func (p Pred[T]) Not() Pred[T]          { return func(t T) bool { return !p(t) } }
func CountByte[S Bytes](s S, b byte) (n int) {
	for i := 0; i < len(s); i++ {
		if s[i] == b {
			n++
		}
	}
	return
}
func Conv[To, From ~int | ~float64 | ~uint8](f From) To { return To(f) }
func SumAll[S ~[]E, E ~int | ~float64](s S) E {
	var t E
	for i := range s {
		t += s[i]
	}
	return t / E(len(s)) * 2
}
func MapKV[M ~map[K]V, K cmp.Ordered, V any, R any](m M, f func(K, V) R) []R {
	ks := make([]K, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	var rs []R
	for _, k := range ks {
		rs = append(rs, f(k, m[k]))
	}
	return rs
}
func Send[T any](c chan<- T, vs ...T) {
	for _, v := range vs {
		c <- v
	}
	close(c)
}
func Collect[T any, C ~<-chan T | ~chan T](c C) (out []T) {
	for v := range c {
		out = append(out, v)
	}
	return
}
func Ptr[T any](t T) *T { return &t }
func Must[T any](t T, err error) T {
	if err != nil {
		panic(err)
	}
	return t
}
func Tern[T any](c bool, a, b T) T {
	if c {
		return a
	}
	return b
}

type Grades map[string]int
type Tag string
type List[T any] []T

func (l List[T]) Len() int { return len(l) }
func (l List[T]) Each(f func(int, T)) List[T] {
	for i, v := range l {
		f(i, v)
	}
	return l
}

type Matrix[T ~int | ~float64] [2][2]T

func (m Matrix[T]) Det() T { return m[0][0]*m[1][1] - m[0][1]*m[1][0] }

type Tree[T interface{ Less(T) bool }] struct {
	l, r *Tree[T]
	v    *T
}

func (t *Tree[T]) Add(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: &v}
	}
	if v.Less(*t.v) {
		t.l = t.l.Add(v)
	} else {
		t.r = t.r.Add(v)
	}
	return t
}
func (t *Tree[T]) Do(f func(T)) {
	if t != nil {
		t.l.Do(f)
		f(*t.v)
		t.r.Do(f)
	}
}

type Age int

func (a Age) Less(b Age) bool { return a < b }

func main() {
	even := Pred[int](func(i int) bool { return i%2 == 0 })
	big := Pred[int](func(i int) bool { return i > 10 })
	fmt.Println(even.And(big)(12), even.And(big.Not())(12), even.Not()(3))
	fmt.Println(CountByte("banana", 'a'), CountByte([]byte("xx"), 'x'), CountByte(Tag("tt"), 't'))
	fmt.Println(Conv[int](3.9), Conv[float64](Age(3)), Conv[uint8](300.0), Conv[Age](7.5))
	fmt.Println(SumAll([]float64{1, 2}), SumAll(List[int]{4, 6}))
	fmt.Println(MapKV(Grades{"z": 1, "a": 2}, func(k string, v int) string { return k + strconv.Itoa(v) }))
	c := make(chan string, 3)
	go Send(c, "a", "b")
	fmt.Println(Collect[string](c))
	p := Ptr(5)
	*p++
	fmt.Println(*p, *Ptr("s"), Must(strconv.Atoi("12")), Tern(true, "y", "n"))
	n := 0
	List[string]{"x", "y"}.Each(func(i int, s string) { n += i; fmt.Print(s) })
	fmt.Println(n, List[int].Len(List[int]{1, 2}), Matrix[float64]{{1, 2}, {3, 4}}.Det())
	fmt.Printf("%T %T %T %v\n", even, List[Age]{}, Matrix[int]{}, List[Tag]{"q"})
	var t *Tree[Age]
	for _, a := range []Age{30, 10, 20} {
		t = t.Add(a)
	}
	t.Do(func(a Age) { fmt.Print(a, " ") })
	fmt.Println()
	defer func() { fmt.Println("recovered:", recover()) }()
	Must(strconv.Atoi("zz"))
}
