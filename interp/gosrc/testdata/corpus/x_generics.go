package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s.Add(x)
	}
	return s
}
func (s Set[T]) Add(x T)      { s[x] = struct{}{} }
func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	r := make(Set[T], len(s)+len(o))
	for _, m := range []Set[T]{s, o} {
		for k := range m {
			r.Add(k)
		}
	}
	return r
}

func Sorted[T cmp.Ordered](s Set[T]) []T {
	out := make([]T, 0, len(s))
	for k := range s {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x ...T) *Stack[T] { s.items = append(s.items, x...); return s }
func (s *Stack[T]) Pop() (x T, err error) {
	if len(s.items) == 0 {
		return x, fmt.Errorf("pop from empty Stack[%T]", x)
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return
}

type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	size int
}
type node[K cmp.Ordered, V any] struct {
	k           K
	v           V
	left, right *node[K, V]
}

func (t *Tree[K, V]) Set(k K, v V) bool {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).k); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			(*p).v = v
			return false
		}
	}
	*p = &node[K, V]{k: k, v: v}
	t.size++
	return true
}

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.k, n.v) && n.right.walk(yield)
}
func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}

func Map[T, U any](s iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		for x := range s {
			if !yield(f(x)) {
				return
			}
		}
	}
}
func Filter[T any](s iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		s(func(x T) bool { return !keep(x) || yield(x) })
	}
}
func Take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for x := range s {
			if i++; !yield(x) || i == n {
				return
			}
		}
	}
}
func Count() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
}
func Reduce[T, A any](s iter.Seq[T], a A, f func(A, T) A) A {
	for x := range s {
		a = f(a, x)
	}
	return a
}
func Sum[N Number](xs ...N) (t N) {
	for _, x := range xs {
		t += x
	}
	return
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func (p Pair[A, B]) Swap() Pair[B, A]        { return Pair[B, A]{p.Second, p.First} }
func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func Zip[A, B any](as []A, bs []B) (ps []Pair[A, B]) {
	for i := range min(len(as), len(bs)) {
		ps = append(ps, MakePair(as[i], bs[i]))
	}
	return
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

type Celsius float64
type ID int

func (i ID) String() string { return fmt.Sprintf("#%d", int(i)) }

type Stringish interface {
	~int
	fmt.Stringer
}

func Join[S Stringish](xs []S) string {
	var parts []string
	for _, x := range xs {
		parts = append(parts, x.String()+"/"+fmt.Sprint(int(x)+1))
	}
	return strings.Join(parts, ",")
}

func Kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case ID:
		return "ID"
	case []T:
		return "slice of self"
	case fmt.Stringer:
		return "stringer"
	case error:
		return "error"
	}
	return fmt.Sprintf("other %T", x)
}

func Ptr[T any](x T) *T { return &x }

func Must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

type Sortable[T any] interface{ Less(T) bool }

func SortS[T Sortable[T]](xs []T) {
	sort.Slice(xs, func(i, j int) bool { return xs[i].Less(xs[j]) })
}

type Ver struct{ maj, min int }

func (v Ver) Less(o Ver) bool { return v.maj < o.maj || v.maj == o.maj && v.min < o.min }

type Cache[K comparable, V any] interface {
	Get(K) (V, bool)
}
type mapCache[K comparable, V any] map[K]V

func (m mapCache[K, V]) Get(k K) (V, bool) { v, ok := m[k]; return v, ok }

func Group[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	m := map[K][]T{}
	for _, x := range xs {
		k := key(x)
		m[k] = append(m[k], x)
	}
	return m
}

func main() {
	a, b := SetOf(3, 1, 2), SetOf(2, 5)
	fmt.Println(Sorted(a.Union(b)), a.Has(5), len(b), SetOf("x"))
	var st Stack[string]
	st.Push("a").Push("b", "c")
	for {
		x, err := st.Pop()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Print(x, " ")
	}
	_, err := (&Stack[Pair[ID, []float64]]{}).Pop()
	fmt.Println(err)
	var t Tree[string, int]
	for i, w := range strings.Fields("the cat sat on the mat") {
		fmt.Print(t.Set(w, i), " ")
	}
	fmt.Println(t.size)
	for k, v := range t.All() {
		if k == "sat" {
			break
		}
		fmt.Print(k, v, " ")
	}
	fmt.Println()
	evens := Filter(Count(), func(i int) bool { return i%2 == 0 })
	sq := Map(evens, func(i int) string { return fmt.Sprint(i * i) })
	fmt.Println(slices.Collect(Take(sq, 5)), Reduce(Take(Count(), 5), "", func(a string, i int) string { return fmt.Sprint(a, i) }))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Celsius](), Sum(Celsius(1), 2.5), Sum[int8](100, 100))
	ps := Zip([]int{1, 2, 3}, []string{"a", "b"})
	fmt.Printf("%v %+v %T\n", ps, ps[0].Swap(), ps[1])
	fmt.Println(Some(3), None[string](), Some("x").OrElse("y"), None[ID]().OrElse(7), []Option[int]{Some(1), None[int]()})
	fmt.Println(Join([]ID{1, 2}), Kind(1), Kind(ID(2)), Kind("s"), Kind(errors.New("")), Kind(Some(1)), Kind([]int{}))
	p := Ptr(5)
	*p++
	fmt.Println(*p, *Ptr("s"), *Ptr(Ver{1, 2}))
	vs := []Ver{{2, 1}, {1, 5}, {1, 2}}
	SortS(vs)
	fmt.Println(vs, slices.IsSortedFunc(vs, func(a, b Ver) int {
		if a.Less(b) {
			return -1
		}
		return 1
	}))
	var c Cache[string, int] = mapCache[string, int]{"a": 1}
	fmt.Println(c.Get("a"))
	fmt.Println(c.Get("b"))
	fmt.Println(Group([]string{"apple", "avocado", "bean"}, func(s string) byte { return s[0] }))
	f := Sum[float64]
	g := Map[int, float64]
	fmt.Printf("%T %T\n", f, g)
	fmt.Printf("%T %v\n", Tree[ID, Option[string]]{}, t.root.k)
	defer func() { fmt.Println("must:", recover()) }()
	fmt.Println(Must(fmt.Sprint("ok"), nil))
	Must(st.Pop())
}
