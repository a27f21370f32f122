package main

import (
	"cmp"
	"fmt"
)

type Ring[T any] struct {
	buf        []T
	start, len int
	onDrop     func(T)
}

func NewRing[T any](n int, opts ...func(*Ring[T])) *Ring[T] {
	r := &Ring[T]{buf: make([]T, n)}
	for _, o := range opts {
		o(r)
	}
	return r
}

func OnDrop[T any](f func(T)) func(*Ring[T]) { return func(r *Ring[T]) { r.onDrop = f } }

func (r *Ring[T]) Push(v T) {
	if r.len == len(r.buf) {
		if r.onDrop != nil {
			r.onDrop(r.buf[r.start])
		}
		r.buf[r.start] = v
		r.start = (r.start + 1) % len(r.buf)
		return
	}
	r.buf[(r.start+r.len)%len(r.buf)] = v
	r.len++
}

func (r *Ring[T]) At(i int) T {
	if i < 0 || i >= r.len {
		panic(fmt.Sprintf("ring: index %d of %d", i, r.len))
	}
	return r.buf[(r.start+i)%len(r.buf)]
}

func (r *Ring[T]) Each(f func(int, T)) {
	for i := range r.len {
		f(i, r.At(i))
	}
}

type Number interface {
	~int | ~int32 | ~float64
}

func Avg[N Number](r *Ring[N]) float64 {
	var s N
	r.Each(func(_ int, v N) { s += v })
	return float64(s) / float64(r.len)
}

type Temp float64

func (t Temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

type Max[T cmp.Ordered] struct{ v *T }

func (m *Max[T]) Add(v T) {
	if m.v == nil || v > *m.v {
		m.v = &v
	}
}

func main() {
	var dropped []Temp
	r := NewRing(3, OnDrop(func(t Temp) { dropped = append(dropped, t) }))
	for _, t := range []Temp{20, 21.5, 19, 25, 30} {
		r.Push(t)
	}
	r.Each(func(i int, t Temp) { fmt.Print(i, ":", t, " ") })
	fmt.Println(Avg(r), dropped)
	ri := NewRing[int](2)
	ri.Push(1)
	fmt.Println(Avg(ri), ri.At(0), ri.buf)
	rs := NewRing[struct{ a, b string }](1)
	rs.Push(struct{ a, b string }{"x", "y"})
	fmt.Println(rs.At(0).b)
	var m Max[string]
	for _, s := range []string{"b", "z", "a"} {
		m.Add(s)
	}
	fmt.Println(*m.v)
	fmt.Printf("%T %T %v\n", r, m, *rs)
	ri.At(5)
}
