package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"strconv"
	"sync"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}
type Vec[T Number] []T

func (v Vec[T]) Dot(w Vec[T]) (s T) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}
func (v Vec[T]) Map(f func(T) T) Vec[T] {
	out := make(Vec[T], len(v))
	for i, x := range v {
		out[i] = f(x)
	}
	return out
}

type Option[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Option[T] { return Option[T]{v, true} }
func None[T any]() Option[T]    { return Option[T]{} }
func (o Option[T]) OrElse(d T) T {
	if o.ok {
		return o.v
	}
	return d
}
func (o Option[T]) String() string {
	if !o.ok {
		return "None"
	}
	return fmt.Sprintf("Some(%v)", o.v)
}
func Bind[A, B any](o Option[A], f func(A) Option[B]) Option[B] {
	if !o.ok {
		return None[B]()
	}
	return f(o.v)
}

type Result[T any] struct {
	Val T
	Err error
}

func Try[T any](f func() T) (r Result[T]) {
	defer func() {
		if x := recover(); x != nil {
			r.Err = fmt.Errorf("caught: %v", x)
		}
	}()
	r.Val = f()
	return
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Union(o Set[T]) Set[T] {
	u := maps.Clone(s)
	maps.Copy(u, o)
	return u
}
func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }

type Stringish interface {
	~string
	Len() int
}
type Name string

func (n Name) Len() int { return len(n) }
func total[S Stringish](xs []S) (n int, all string) {
	for _, x := range xs {
		n += x.Len()
		all += string(x)
	}
	return
}

func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	m := make(map[K][]T)
	for _, x := range xs {
		k := key(x)
		m[k] = append(m[k], x)
	}
	return m
}
func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}
func Filter[S ~[]T, T any](xs S, keep func(T) bool) S {
	var out S
	for _, x := range xs {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}
func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }
func Ptr[T any](v T) *T                             { return &v }
func Zero[T any]() (z T)                            { return }
func SumMap[K comparable, V Number](m map[K]V) (s V) {
	for _, v := range m {
		s += v
	}
	return
}

type Celsius float32
type Temps []Celsius
type Cache[K comparable, V any] struct {
	mu   sync.Mutex
	data map[K]V
	load func(K) (V, error)
}

func (c *Cache[K, V]) Get(k K) (V, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.data[k]; ok {
		return v, nil
	}
	v, err := c.load(k)
	if err == nil {
		if c.data == nil {
			c.data = map[K]V{}
		}
		c.data[k] = v
	}
	return v, err
}

func main() {
	fmt.Println(Vec[int]{1, 2, 3}.Dot(Vec[int]{4, 5, 6}), Vec[float64]{1.5}.Map(math.Sqrt), Vec[Celsius]{1, 2}.Map(func(c Celsius) Celsius { return c * 2 }))
	parse := func(s string) Option[int] {
		if n, err := strconv.Atoi(s); err == nil {
			return Some(n)
		}
		return None[int]()
	}
	half := func(n int) Option[float64] {
		if n%2 == 0 {
			return Some(float64(n) / 2)
		}
		return None[float64]()
	}
	for _, s := range []string{"8", "7", "x"} {
		o := Bind(parse(s), half)
		fmt.Print(o, " ", o.OrElse(-1), "; ")
	}
	fmt.Println(Try(func() int { return []int{}[2] }), Try(func() string { return "fine" }).Val)
	s := SetOf(1, 2).Union(SetOf(2, 3))
	fmt.Println(len(s), s.Has(3), s.Has(9), SetOf("a").Has("a"), SetOf[any](1, "1").Has("1"))
	fmt.Println(total([]Name{"ab", "cde"}))
	fmt.Println(GroupBy([]int{1, 2, 3, 4, 5}, func(i int) string { return []string{"even", "odd"}[i%2] }))
	fmt.Println(Reduce([]string{"a", "bb"}, 0, func(n int, s string) int { return n + len(s) }), Filter(Temps{1, 30, 25}, func(c Celsius) bool { return c > 20 }))
	fmt.Printf("%T %T %T %v\n", Filter(Temps{}, nil), Some(Celsius(1)), Zero[Result[Option[int]]](), Zero[*int]() == nil)
	fmt.Println(*Ptr(Name("q")), Keys(map[string]int{"a": 1}), SumMap(map[string]Celsius{"a": 1.5, "b": 2}))
	c := Cache[string, int]{load: func(k string) (int, error) {
		if k == "" {
			return 0, errors.New("empty")
		}
		return len(k), nil
	}}
	fmt.Println(c.Get("abc"))
	fmt.Println(c.Get(""))
	fmt.Println(len(c.data))
	f := Filter[[]int, int]
	fmt.Println(f([]int{1, 2, 3}, func(i int) bool { return i > 1 }), Some[any](nil), Some[error](io.EOF))
}
