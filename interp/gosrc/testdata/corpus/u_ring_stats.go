package main

import (
	"fmt"
	"iter"
	"slices"
)

type Ring[T any] struct {
	buf  []T
	next int
	full bool
}

func NewRing[T any](n int) *Ring[T] { return &Ring[T]{buf: make([]T, n)} }
func (r *Ring[T]) Add(v T) {
	r.buf[r.next] = v
	r.next = (r.next + 1) % len(r.buf)
	r.full = r.full || r.next == 0
}
func (r *Ring[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		if r.full {
			for _, v := range r.buf[r.next:] {
				if !yield(v) {
					return
				}
			}
		}
		for _, v := range r.buf[:r.next] {
			if !yield(v) {
				return
			}
		}
	}
}

type Stats struct{ Min, Max, Mean float64 }

func Summarize[T ~int | ~float64](seq iter.Seq[T]) (s Stats, ok bool) {
	n := 0
	for v := range seq {
		f := float64(v)
		if n == 0 || f < s.Min {
			s.Min = f
		}
		if n == 0 || f > s.Max {
			s.Max = f
		}
		s.Mean += f
		n++
	}
	if n == 0 {
		return Stats{}, false
	}
	s.Mean /= float64(n)
	return s, true
}

func Main() {
	r := NewRing[int](3)
	fmt.Println(Summarize(r.All()))
	for i := range 5 {
		r.Add(i * i)
		fmt.Println(slices.Collect(r.All()))
	}
	fmt.Println(Summarize(r.All()))
	q := NewRing[string](2)
	q.Add("a")
	for s := range q.All() {
		fmt.Println(s)
	}
	fmt.Printf("%T %+v\n", q, Stats{1, 2, 1.5})
}

func main() { Main() }
