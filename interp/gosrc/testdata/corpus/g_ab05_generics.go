package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Numeric interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

func Sum[T Numeric](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v ...T) *Stack[T] { s.items = append(s.items, v...); return s }
func (s *Stack[T]) Pop() (T, error) {
	var zero T
	if len(s.items) == 0 {
		return zero, fmt.Errorf("pop of %T: %w", zero, ErrEmpty)
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}

var ErrEmpty = errors.New("empty")

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	r := make(Set[T], len(s)+len(o))
	for _, set := range []Set[T]{s, o} {
		for k := range set {
			r[k] = struct{}{}
		}
	}
	return r
}
func Sorted[T cmp.Ordered](s Set[T]) []T {
	var out []T
	for k := range s {
		out = append(out, k)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

type Option[T any] struct {
	v *T
}

func Some[T any](v T) Option[T] { return Option[T]{&v} }
func None[T any]() Option[T]    { return Option[T]{} }
func (o Option[T]) OrElse(d T) T {
	if o.v == nil {
		return d
	}
	return *o.v
}
func (o Option[T]) String() string {
	if o.v == nil {
		return "None"
	}
	return fmt.Sprintf("Some(%v)", *o.v)
}
func Bind[A, B any](o Option[A], f func(A) Option[B]) Option[B] {
	if o.v == nil {
		return None[B]()
	}
	return f(*o.v)
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

type Stringish interface {
	~string
	Len() int
}
type Word string

func (w Word) Len() int { return len(w) }
func Longest[S Stringish](xs []S) (best S) {
	for _, x := range xs {
		if x.Len() > best.Len() {
			best = x
		}
	}
	return best + "!"
}

type Node[K cmp.Ordered, V any] struct {
	Key         K
	Val         V
	left, right *Node[K, V]
}
type TreeMap[K cmp.Ordered, V any] struct {
	root *Node[K, V]
	n    int
}

func (t *TreeMap[K, V]) Put(k K, v V) {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).Key); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			(*p).Val = v
			return
		}
	}
	*p = &Node[K, V]{Key: k, Val: v}
	t.n++
}
func (t *TreeMap[K, V]) Each(f func(K, V)) {
	var walk func(*Node[K, V])
	walk = func(n *Node[K, V]) {
		if n != nil {
			walk(n.left)
			f(n.Key, n.Val)
			walk(n.right)
		}
	}
	walk(t.root)
}

func Group[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	out := make(map[K][]T)
	for _, x := range xs {
		k := key(x)
		out[k] = append(out[k], x)
	}
	return out
}

type Event[T any] struct {
	subs []func(T)
}

func (e *Event[T]) On(f func(T)) { e.subs = append(e.subs, f) }
func (e *Event[T]) Emit(v T) {
	for _, f := range e.subs {
		f(v)
	}
}

type Number2[T Numeric] struct{ X, Y T }

func (n Number2[T]) Add(o Number2[T]) Number2[T] { return Number2[T]{n.X + o.X, n.Y + o.Y} }

func Kind[T any](v T) string {
	switch any(v).(type) {
	case int, int64:
		return "integer"
	case string:
		return "string"
	case []T:
		return "slice?"
	case fmt.Stringer:
		return "stringer"
	}
	return fmt.Sprintf("other %T", v)
}

func Ptr[T any](v T) *T { return &v }
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	s := make(Set[K])
	for k := range m {
		s[k] = struct{}{}
	}
	return Sorted(s)
}

type Celsius float64

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Celsius](1, 2.5), Sum[int8](100, 100), Sum[float32]())
	s := (&Stack[string]{}).Push("a", "b")
	v, err := s.Pop()
	fmt.Println(v, err)
	s.Pop()
	v, err = s.Pop()
	fmt.Printf("%q %v %t\n", v, err, errors.Is(err, ErrEmpty))
	_, err = new(Stack[Option[int]]).Pop()
	fmt.Println(err)
	a, b := SetOf(1, 2, 3), SetOf(3, 4)
	fmt.Println(Sorted(a.Union(b)), a.Has(2), b.Has(2), len(a), a)
	o := Bind(Some(4), func(n int) Option[string] { return Some(strings.Repeat("x", n)) })
	fmt.Println(o, None[int](), o.OrElse("none"), None[float64]().OrElse(1.5))
	fmt.Printf("%v %T %s\n", Some(Some(1)), o, []Option[int]{Some(1), None[int]()})
	fmt.Println(Try(func() int { return 10 / len(a.Union(nil)) }), Try(func() string { var x []string; return x[3] }))
	fmt.Println(Longest([]Word{"go", "gopher", "is"}))
	var t TreeMap[string, []int]
	for i, w := range strings.Fields("d b a c b e") {
		t.Put(w, []int{i})
	}
	t.Each(func(k string, v []int) { fmt.Print(k, v, " ") })
	fmt.Println(t.n)
	g := Group([]string{"apple", "avocado", "bean", "cherry", "corn"}, func(s string) byte { return s[0] })
	fmt.Println(g, len(g['c']))
	var e Event[*Stack[string]]
	e.On(func(s *Stack[string]) { s.Push("emitted") })
	e.On(func(s *Stack[string]) { fmt.Println(s.items, s) })
	e.Emit(s)
	fmt.Println(Number2[int]{1, 2}.Add(Number2[int]{3, 4}), Number2[Celsius]{1.5, 2}, Number2[int]{1, 2} == Number2[int]{1, 2})
	fmt.Println(Kind(1), Kind("s"), Kind(Some(1)), Kind([]int{}), Kind(Celsius(1)), Kind(int64(2)), Kind(Ptr(3)))
	fmt.Println(*Ptr(5), *Ptr("x"), Must(fmt.Sprint(1), nil), Compose(strings.ToUpper, func(s string) int { return len(s) })("abc"))
	fmt.Println(Keys(map[string]int{"b": 1, "a": 2}), Keys(Set[int]{3: {}, 1: {}}))
	defer func() { fmt.Println("must:", recover()) }()
	Must(0, ErrEmpty)
}
