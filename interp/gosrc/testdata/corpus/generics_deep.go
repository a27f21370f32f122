package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

type Number interface {
	~int | ~int8 | ~int64 | ~float32 | ~float64
}

type Ordered interface {
	Number | ~string
}

type Stringish interface {
	~string
	Len() int
}

type Key string

func (k Key) Len() int { return len(k) }

func Longest[S Stringish](xs ...S) (best S) {
	for _, x := range xs {
		if x.Len() > best.Len() {
			best = x
		}
	}
	return
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](xs ...T) Set[T] {
	s := make(Set[T])
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}

func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	out := Set[T]{}
	for _, m := range []Set[T]{s, o} {
		for k := range m {
			out[k] = struct{}{}
		}
	}
	return out
}

func SortedKeys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	return keys
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

type Result[T any] struct {
	Val T
	Err error
}

func Try[T any](f func() (T, error)) (r Result[T]) {
	defer func() {
		if p := recover(); p != nil {
			r.Err = fmt.Errorf("panic: %v", p)
		}
	}()
	v, err := f()
	return Result[T]{v, err}
}

func Then[A, B any](r Result[A], f func(A) (B, error)) Result[B] {
	if r.Err != nil {
		return Result[B]{Err: r.Err}
	}
	return Try(func() (B, error) { return f(r.Val) })
}

type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	size int
}

type node[K cmp.Ordered, V any] struct {
	k    K
	v    V
	l, r *node[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) bool {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).k); {
		case c < 0:
			p = &(*p).l
		case c > 0:
			p = &(*p).r
		default:
			(*p).v = v
			return false
		}
	}
	*p = &node[K, V]{k: k, v: v}
	t.size++
	return true
}

func (n *node[K, V]) each(f func(K, V)) {
	if n != nil {
		n.l.each(f)
		f(n.k, n.v)
		n.r.each(f)
	}
}

func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

func MapErr[T, U any](xs []T, f func(T) (U, error)) ([]U, error) {
	var out []U
	var errs []error
	for _, x := range xs {
		u, err := f(x)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		out = append(out, u)
	}
	return out, errors.Join(errs...)
}

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

type Money float64
type Cache[K comparable, V any] struct {
	data  map[K]V
	order []K
	max   int
	onOut func(K, V)
}

func NewCache[K comparable, V any](max int, opts ...func(*Cache[K, V])) *Cache[K, V] {
	c := &Cache[K, V]{data: map[K]V{}, max: max}
	for _, o := range opts {
		o(c)
	}
	return c
}

func OnEvict[K comparable, V any](f func(K, V)) func(*Cache[K, V]) {
	return func(c *Cache[K, V]) { c.onOut = f }
}

func (c *Cache[K, V]) Put(k K, v V) {
	if _, ok := c.data[k]; !ok {
		if len(c.order) == c.max {
			old := c.order[0]
			c.order = c.order[1:]
			if c.onOut != nil {
				c.onOut(old, c.data[old])
			}
			delete(c.data, old)
		}
		c.order = append(c.order, k)
	}
	c.data[k] = v
}

func Kind[T any](v T) string {
	switch any(v).(type) {
	case int, int64:
		return "integer"
	case string:
		return "string"
	case fmt.Stringer:
		return "stringer"
	case []T:
		return "slice"
	}
	var zero T
	return fmt.Sprintf("%T", zero)
}

func Ptr[T any](v T) *T { return &v }

func Main() {
	fmt.Println(Longest(Key("a"), Key("abc"), Key("ab")))
	s := SetOf(1, 2).Union(SetOf(2, 3))
	fmt.Println(s.Has(3), s.Has(4), SortedKeys(s), len(s))
	fmt.Println(Some(3), None[string](), Some("x").OrElse("y"), None[Money]().OrElse(2.5))
	fmt.Printf("%v %+v %T\n", Some(Money(1)), None[int](), Some([]Key{"k"}))
	r := Then(Try(func() (string, error) { return "42", nil }), strconv.Atoi)
	fmt.Println(r, r.Err == nil)
	bad := Then(Try(func() (string, error) { return "4x", nil }), strconv.Atoi)
	fmt.Println(bad.Err, Then(bad, func(int) (bool, error) { return true, nil }).Err)
	boom := Then(Result[int]{Val: 0}, func(n int) (int, error) { return 1 / n, nil })
	fmt.Println(boom.Err)
	var t Tree[string, []int]
	for i, w := range strings.Fields("the quick brown fox the lazy fox") {
		if !t.Put(w, []int{i}) {
			fmt.Print("again ", w, " ")
		}
	}
	fmt.Println(t.size)
	t.root.each(func(k string, v []int) { fmt.Print(k, v, " ") })
	fmt.Println()
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, x int) string { return a + strconv.Itoa(x) }))
	fmt.Println(MapErr([]string{"1", "x", "3", "y"}, strconv.Atoi))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Money](1, 2.25), Sum[int8]())
	var out []string
	c := NewCache(2, OnEvict(func(k string, v int) { out = append(out, fmt.Sprint(k, v)) }))
	for i, k := range []string{"a", "b", "a", "c", "d"} {
		c.Put(k, i)
	}
	fmt.Println(out, c.order, len(c.data))
	fmt.Println(Kind(1), Kind("a"), Kind(Some(1)), Kind(2.5), Kind([]int{}), Kind(Key("k")), Kind(struct{}{}))
	p := Ptr(5)
	*p += 2
	fmt.Println(*p, *Ptr("s"), Ptr(Money(2)) != nil)
	f := Sum[float64]
	fmt.Printf("%v %T\n", f(1, 2), f)
}

func main() { Main() }
