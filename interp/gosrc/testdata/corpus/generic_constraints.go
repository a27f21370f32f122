package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

func SumMap[K comparable, V Number](m map[K]V) V {
	var s V
	for _, v := range m {
		s += v
	}
	return s
}

func MaxOf[T cmp.Ordered](first T, rest ...T) T {
	for _, r := range rest {
		if r > first {
			first = r
		}
	}
	return first
}

type Stringish interface{ ~string }

func Concat[S Stringish](xs ...S) S {
	var out S
	for _, x := range xs {
		out += x
	}
	return out
}

type Shower interface {
	comparable
	Show() string
}
type A int

func (a A) Show() string { return fmt.Sprintf("A%d", int(a)) }

func FindShow[T Shower](xs []T, want T) string {
	for i, x := range xs {
		if x == want {
			return fmt.Sprint(i, ":", x.Show())
		}
	}
	return "none"
}

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
func MapOpt[T, U any](o Opt[T], f func(T) U) Opt[U] {
	if !o.ok {
		return None[U]()
	}
	return Some(f(o.v))
}

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) *List[T] {
	l.head = &node[T]{v, l.head}
	l.n++
	return l
}
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.v)
		i++
	}
}
func ToSlice[T any](l *List[T]) (out []T) {
	l.Each(func(_ int, v T) { out = append(out, v) })
	return
}

type Cache[K comparable, V any] struct {
	mu   sync.Mutex
	data map[K]V
	miss func(K) (V, error)
}

func NewCache[K comparable, V any](f func(K) (V, error)) *Cache[K, V] {
	return &Cache[K, V]{data: map[K]V{}, miss: f}
}
func (c *Cache[K, V]) Get(k K) (V, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.data[k]; ok {
		return v, nil
	}
	v, err := c.miss(k)
	if err == nil {
		c.data[k] = v
	}
	return v, err
}

type Num2[T Number] struct{ X, Y T }

func (n Num2[T]) Add(o Num2[T]) Num2[T] { return Num2[T]{n.X + o.X, n.Y + o.Y} }

type Pred[T any] func(T) bool

func (p Pred[T]) And(q Pred[T]) Pred[T] { return func(x T) bool { return p(x) && q(x) } }

func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	m := make(map[K][]T)
	for _, x := range xs {
		k := key(x)
		m[k] = append(m[k], x)
	}
	return m
}

func Ptr[T any](v T) *T { return &v }

func Zero[T any]() (z T) { return }

func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	ks := make([]K, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

func TypeName[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice"
	}
	return fmt.Sprintf("%T", v)
}

func Main() {
	fmt.Println(SumMap(map[string]float64{"a": 1.5, "b": 2}), SumMap(map[int]A{1: 2, 2: 3}))
	fmt.Println(MaxOf(3, 9, 2), MaxOf("b", "a"), MaxOf(1.5))
	type MyS string
	fmt.Println(Concat(MyS("x"), "y"), Concat("a", "b", "c"))
	fmt.Println(FindShow([]A{1, 2, 3}, 2), FindShow([]A{}, 1))
	o := MapOpt(Some(21), func(i int) string { return strings.Repeat("x", i/7) })
	fmt.Println(o.OrElse("none"), MapOpt(None[int](), strconv.Itoa).OrElse("none"), o)
	l := (&List[string]{}).Add("c").Add("b").Add("a")
	l.Each(func(i int, s string) { fmt.Print(i, s, " ") })
	fmt.Println(ToSlice(l), l.n)
	c := NewCache(func(k string) (int, error) {
		if k == "" {
			return 0, errors.New("empty")
		}
		fmt.Print("miss ")
		return len(k), nil
	})
	fmt.Println(c.Get("abc"))
	fmt.Println(c.Get("abc"))
	fmt.Println(c.Get(""))
	fmt.Println(Num2[int]{1, 2}.Add(Num2[int]{3, 4}), Num2[float64]{0.5, 1})
	even := Pred[int](func(i int) bool { return i%2 == 0 })
	big := Pred[int](func(i int) bool { return i > 10 })
	fmt.Println(even.And(big)(12), even.And(big)(4))
	g := GroupBy([]string{"apple", "bob", "cat", "alice"}, func(s string) byte { return s[0] })
	fmt.Println(g['a'], g['b'], len(g))
	p := Ptr(5)
	*p++
	fmt.Println(*p, Zero[string]() == "", Zero[*int]() == nil, Zero[[2]int]())
	fmt.Println(Keys(map[string]int{"z": 1, "y": 2}))
	fmt.Println(TypeName(1), TypeName("a"), TypeName(2.5), TypeName(A(1)), TypeName(Num2[int]{}))
	fmt.Printf("%T %T %T\n", o, l, c)
}

func main() { Main() }
