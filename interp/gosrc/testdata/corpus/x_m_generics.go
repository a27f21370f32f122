package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

type Num interface {
	~int | ~uint8 | ~float64
}
type Shower interface{ Show() string }
type ShowNum interface {
	Num
	Shower
}
type MyInt int

func (m MyInt) Show() string { return fmt.Sprintf("my%d", int(m)) }

type Base[T any] struct{ Val T }

func (b Base[T]) Get() T   { return b.Val }
func (b *Base[T]) Set(v T) { b.Val = v }

type Derived[T fmt.Stringer] struct {
	Base[T]
	Name string
}
type Ints struct{ Base[int] }
type Named string

func (n Named) String() string { return "N:" + string(n) }

type List[T any] struct {
	head *elem[T]
	size int
}
type elem[T any] struct {
	v    T
	next *elem[T]
}

func (l *List[T]) Add(vs ...T) *List[T] {
	for _, v := range vs {
		l.head = &elem[T]{v, l.head}
		l.size++
	}
	return l
}
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for e := l.head; e != nil; e = e.next {
		f(i, e.v)
		i++
	}
}
func ToSlice[T any](l *List[T]) (out []T) {
	l.Each(func(_ int, v T) { out = append(out, v) })
	return
}
func MapL[T, U any](l *List[T], f func(T) U) *List[U] {
	r := new(List[U])
	l.Each(func(_ int, v T) { r.Add(f(v)) })
	return r
}

type Either[L, R any] struct {
	left  *L
	right *R
}

func Left[L, R any](l L) Either[L, R]  { return Either[L, R]{left: &l} }
func Right[L, R any](r R) Either[L, R] { return Either[L, R]{right: &r} }
func (e Either[L, R]) Fold(f func(L) string, g func(R) string) string {
	if e.left != nil {
		return f(*e.left)
	}
	return g(*e.right)
}

func SumShow[T ShowNum](xs ...T) (T, string) {
	var t T
	var parts []string
	for _, x := range xs {
		t += x
		parts = append(parts, x.Show())
	}
	return t, strings.Join(parts, ",")
}

func Convert[To, From Num](xs []From) []To {
	out := make([]To, len(xs))
	for i, x := range xs {
		out[i] = To(x)
	}
	return out
}

func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func FirstOf[S ~[]E, E comparable](s S, want ...E) (i int, ok bool) {
	for i, x := range s {
		if slices.Contains(want, x) {
			return i, true
		}
	}
	return -1, false
}

type Numeric[T Num] struct{ xs []T }

func (n Numeric[T]) Mean() (m float64) {
	for _, x := range n.xs {
		m += float64(x)
	}
	return m / float64(len(n.xs))
}
func (n Numeric[T]) Map(f func(T) T) Numeric[T] {
	var out Numeric[T]
	for _, x := range n.xs {
		out.xs = append(out.xs, f(x))
	}
	return out
}

type PtrTo[T any] interface {
	*T
	Reset()
}
type Counter struct{ n int }

func (c *Counter) Reset() { c.n = -1 }
func MakeAll[T any, P PtrTo[T]](n int) []T {
	out := make([]T, n)
	for i := range out {
		P(&out[i]).Reset()
	}
	return out
}

func Zero[T any]() T                { var z T; return z }
func IsZero[T comparable](x T) bool { return x == Zero[T]() }
func TypeName[T any]() string       { return fmt.Sprintf("%T", *new(T)) }
func Apply[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}
func Curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C { return func(b B) C { return f(a, b) } }
}

type Cache[K comparable, V any] struct {
	data map[K]V
	load func(K) (V, error)
}

func (c *Cache[K, V]) Get(k K) (v V, err error) {
	if v, ok := c.data[k]; ok {
		return v, nil
	}
	if v, err = c.load(k); err != nil {
		return *new(V), fmt.Errorf("load %v: %w", k, err)
	}
	if c.data == nil {
		c.data = map[K]V{}
	}
	c.data[k] = v
	return
}

type Visitor[R any] interface {
	Leaf(int) R
	Node(l, r R) R
}
type Tree struct {
	l, r *Tree
	v    int
}

func Visit[R any](t *Tree, v Visitor[R]) R {
	if t.l == nil {
		return v.Leaf(t.v)
	}
	return v.Node(Visit(t.l, v), Visit(t.r, v))
}

type sumV struct{}

func (sumV) Leaf(i int) int    { return i }
func (sumV) Node(l, r int) int { return l + r }

type showV struct{ sep string }

func (showV) Leaf(i int) string         { return fmt.Sprint(i) }
func (s showV) Node(l, r string) string { return "<" + l + s.sep + r + ">" }

type Matrix[T Num, R any] [2][2]T
type Alias = Base[Named]
type Fn[T any] func(T) Fn[T]

func Sw[T any](x T) string {
	switch y := any(&x).(type) {
	case *int:
		*y += 5
		return fmt.Sprint("int", x)
	case *string:
		*y += "!"
		return fmt.Sprint("string", x)
	case *Named:
		return fmt.Sprint("named", *y)
	case *[]T:
		return "never"
	}
	return "other"
}

type Set[T comparable] map[T]bool

func (s Set[T]) With(x T) Set[T] { s[x] = true; return s }

func main() {
	d := Derived[Named]{Base[Named]{"v"}, "n"}
	d.Set("w")
	fmt.Println(d.Get(), d, d.Base.Get())
	fmt.Printf("%+v %T\n", d, d)
	var in Ints
	in.Set(4)
	get := in.Get
	in.Val++
	fmt.Println(get(), in.Get(), in)
	l := new(List[string]).Add("a", "b", "c")
	fmt.Println(ToSlice(l), ToSlice(MapL(l, func(s string) int { return int(s[0]) })), l.size)
	fmt.Println(Left[int, string](3).Fold(func(i int) string { return fmt.Sprint(i + 1) }, strings.ToUpper), Right[error](2.5).Fold(func(e error) string { return e.Error() }, func(f float64) string { return fmt.Sprint(f * 2) }))
	fmt.Println(SumShow(MyInt(1), 2, 3))
	fmt.Println(Convert[float64]([]int{1, 2}), Convert[uint8]([]float64{255.9, 3}), Convert[int](Convert[MyInt]([]uint8{7})))
	fmt.Println(Keys(map[string]int{"b": 1, "a": 2}), Keys(Set[Named]{}.With("z").With("y")))
	fmt.Println(FirstOf([]string{"x", "y"}, "z", "y"))
	fmt.Println(FirstOf([]int(nil)))
	n := Numeric[MyInt]{[]MyInt{1, 2, 4}}
	fmt.Println(n.Mean(), n.Map(func(m MyInt) MyInt { return m * m }), Numeric[float64]{}.Mean())
	fmt.Println(MakeAll[Counter](2), IsZero(""), IsZero(Base[int]{1}), IsZero[any](nil), Zero[*int]() == nil)
	fmt.Println(TypeName[int](), TypeName[[]Named](), TypeName[Base[List[int]]](), TypeName[error](), TypeName[map[string]Set[MyInt]](), TypeName[struct{ A Base[int] }]())
	fmt.Println(Apply(strings.TrimSpace, func(s string) int { return len(s) })(" ab "), Curry(func(a int, b string) string { return strings.Repeat(b, a) })(3)("xy"))
	calls := 0
	c := Cache[string, []int]{load: func(s string) ([]int, error) {
		calls++
		if s == "" {
			return nil, errors.New("empty")
		}
		return []int{len(s)}, nil
	}}
	fmt.Println(c.Get("abc"))
	fmt.Println(c.Get("abc"))
	fmt.Println(c.Get(""))
	fmt.Println(calls, c.data)
	t := &Tree{l: &Tree{v: 1}, r: &Tree{l: &Tree{v: 2}, r: &Tree{v: 3}}}
	fmt.Println(Visit(t, Visitor[int](sumV{})), Visit[string](t, showV{"|"}))
	fmt.Printf("%v %T\n", Matrix[int, string]{{1, 2}}, Matrix[MyInt, error]{})
	a := Alias{"al"}
	fmt.Printf("%v %T\n", a, a)
	count := 0
	var fn Fn[int]
	fn = func(i int) Fn[int] { count += i; return fn }
	fn(1)(2)(3)
	fmt.Println(count, Sw(1), Sw("s"), Sw(Named("q")), Sw(2.5))

	ps := []pair[string]{{"z", "y"}, {"a", "b"}}
	slices.SortFunc(ps, func(x, y pair[string]) int { return cmp.Compare(x.a, y.a) })
	fmt.Printf("%v %T\n", ps, ps[0])
	idx, ok := slices.BinarySearchFunc(ps, "z", func(p pair[string], s string) int { return cmp.Compare(p.a, s) })
	fmt.Println(idx, ok)
	f := Zero[int]
	g := Base[int].Get
	h := (*Base[int]).Set
	bi := Base[int]{3}
	h(&bi, 8)
	fmt.Println(f(), g(bi))
	fmt.Printf("%T %T %T\n", f, g, h)
	defer func() { fmt.Println(recover()) }()
	var v Visitor[int]
	Visit(t, v)
}

type pair[A any] struct{ a, b A }
