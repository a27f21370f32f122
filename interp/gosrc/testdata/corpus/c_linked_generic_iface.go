package main

import (
	"cmp"
	"fmt"
	"slices"
)

type Comparable[T any] interface{ Compare(T) int }
type Version struct{ Major, Minor int }

func (v Version) Compare(o Version) int {
	return cmp.Or(cmp.Compare(v.Major, o.Major), cmp.Compare(v.Minor, o.Minor))
}
func (v Version) String() string { return fmt.Sprintf("v%d.%d", v.Major, v.Minor) }

func MaxOf[T Comparable[T]](first T, rest ...T) T {
	for _, r := range rest {
		if r.Compare(first) > 0 {
			first = r
		}
	}
	return first
}

type SortedList[T Comparable[T]] struct {
	items []T
}

func (s *SortedList[T]) Add(xs ...T) {
	for _, x := range xs {
		i, _ := slices.BinarySearchFunc(s.items, x, func(a, b T) int { return a.Compare(b) })
		s.items = slices.Insert(s.items, i, x)
	}
}

type Num int

func (n Num) Compare(m Num) int { return int(n - m) }

type Container[T any] interface {
	Add(...T)
	Len() int
}

func (s *SortedList[T]) Len() int { return len(s.items) }

func Fill[T any, C Container[T]](c C, xs ...T) C {
	c.Add(xs...)
	return c
}

type Matrix[T ~int | ~float64] [][]T

func (m Matrix[T]) Transpose() Matrix[T] {
	out := make(Matrix[T], len(m[0]))
	for i := range out {
		out[i] = make([]T, len(m))
		for j := range m {
			out[i][j] = m[j][i]
		}
	}
	return out
}

type Event[P any] struct {
	Name    string
	Payload P
}
type Handler[P any] func(Event[P])
type Topic[P any] struct{ subs []Handler[P] }

func (t *Topic[P]) Sub(h Handler[P]) func() {
	t.subs = append(t.subs, h)
	i := len(t.subs) - 1
	return func() { t.subs[i] = nil }
}
func (t *Topic[P]) Pub(name string, p P) (n int) {
	for _, h := range t.subs {
		if h != nil {
			h(Event[P]{name, p})
			n++
		}
	}
	return
}

func main() {
	fmt.Println(MaxOf(Version{1, 2}, Version{1, 10}, Version{0, 99}), MaxOf(Num(3)))
	var l SortedList[Version]
	l.Add(Version{2, 0}, Version{1, 5}, Version{1, 0})
	fmt.Println(l.items, Fill[Num](&SortedList[Num]{}, 5, 1, 3).items)
	fmt.Println(Matrix[int]{{1, 2, 3}, {4, 5, 6}}.Transpose(), Matrix[float64]{{.5}}.Transpose())
	var t Topic[map[string]int]
	total := 0
	stop := t.Sub(func(e Event[map[string]int]) { total += e.Payload["n"] })
	t.Sub(func(e Event[map[string]int]) { fmt.Printf("%s %v %T\n", e.Name, e.Payload, e) })
	fmt.Println(t.Pub("a", map[string]int{"n": 4}))
	stop()
	fmt.Println(t.Pub("b", nil), total)
	var c Container[Version] = &l
	c.Add(Version{9, 9})
	fmt.Println(c.Len(), l.items[3])
}
