package main

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func Filter[T any](s iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func Map[T, U any](s iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		s(func(v T) bool { return yield(f(v)) })
	}
}

func Take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range s {
			if !yield(v) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}

func Zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func Naturals(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func Reduce[T, A any](s iter.Seq[T], init A, f func(A, T) A) A {
	for v := range s {
		init = f(init, v)
	}
	return init
}

type Tree[T cmp.Ordered] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) Insert(vs ...T) *Tree[T] {
	for _, v := range vs {
		if t == nil {
			t = &Tree[T]{v: v}
			continue
		}
		switch {
		case v < t.v:
			t.l = t.l.Insert(v)
		case v > t.v:
			t.r = t.r.Insert(v)
		}
	}
	return t
}

func (t *Tree[T]) push(yield func(T) bool) bool {
	return t == nil || t.l.push(yield) && yield(t.v) && t.r.push(yield)
}

func (t *Tree[T]) All() iter.Seq[T] { return func(y func(T) bool) { t.push(y) } }

func (t *Tree[T]) Backward() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		var walk func(*Tree[T]) bool
		walk = func(n *Tree[T]) bool {
			if n == nil {
				return true
			}
			if !walk(n.r) {
				return false
			}
			i++
			return yield(i-1, n.v) && walk(n.l)
		}
		walk(t)
	}
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func Pairs[K cmp.Ordered, V any](m map[K]V) []Pair[K, V] {
	var out []Pair[K, V]
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, Pair[K, V]{k, m[k]})
	}
	return out
}

func find(s iter.Seq2[int, string], want string) (int, bool) {
	for i, v := range s {
		if v == want {
			return i, true
		}
	}
	return -1, false
}

func main() {
	even := Filter(Naturals, func(n int) bool { return n%2 == 0 })
	fmt.Println(slices.Collect(Take(Map(even, func(n int) string { return fmt.Sprint(n, "²=", n*n) }), 4)))
	for i, s := range Zip(Naturals, slices.Values(strings.Fields("a b c"))) {
		fmt.Print(i, s, " ")
	}
	fmt.Println()
	t := (*Tree[string])(nil).Insert("m", "c", "x", "a", "d", "z", "m")
	for i, v := range t.Backward() {
		if i == 4 {
			break
		}
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println(slices.Collect(t.All()), Reduce(t.All(), 0, func(n int, s string) int { return n + len(s) }))
	fmt.Println(Pairs(map[string][]int{"b": {1}, "a": nil}))
	fmt.Printf("%+v %T\n", Pairs(map[int]bool{3: true, 1: false}), Pairs(map[int]bool{}))
	for s := range strings.SplitSeq("a,b,,c", ",") {
		fmt.Printf("%q ", s)
	}
	for l := range strings.Lines("one\ntwo\nthree") {
		fmt.Printf("%q ", l)
	}
	for f := range strings.FieldsFuncSeq("x1y2z", func(r rune) bool { return r < 'a' }) {
		fmt.Print(f, ";")
	}
	for b := range bytes.SplitSeq([]byte("p-q"), []byte("-")) {
		fmt.Print(string(b), ";")
	}
	fmt.Println(slices.Collect(strings.FieldsSeq(" a  b ")))
	fmt.Println(find(slices.All([]string{"x", "y"}), "y"))
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c, len(c), cap(c), " ")
	}
	fmt.Println()
	m := maps.Collect(slices.All([]string{"zero", "one"}))
	inv := make(map[string]int)
	for k, v := range m {
		inv[v] = k
	}
	fmt.Println(m, inv, slices.MaxFunc(Pairs(inv), func(a, b Pair[string, int]) int { return cmp.Compare(a.Val, b.Val) }))
	grid := slices.Repeat([]int{1, 2}, 3)
	slices.SortStableFunc(grid, func(a, b int) int { return b - a })
	i, ok := slices.BinarySearchFunc(grid, 1, func(e, t int) int { return t - e })
	fmt.Println(grid, i, ok, slices.Compact(slices.Clone(grid)), slices.Insert(grid, 1, 9, 8), slices.Index(grid, 1))
	next, stop := iter.Pull2(maps.All(map[string]int{"k": 1}))
	k, v, ok := next()
	fmt.Println(k, v, ok)
	k, v, ok = next()
	fmt.Println(k, v, ok)
	stop()
outer:
	for x := range Naturals {
		for y := range Take(Naturals, 5) {
			switch {
			case y > x:
				continue outer
			case x*y == 6:
				fmt.Println("found", x, y)
				break outer
			}
		}
	}
	defer fmt.Println("deferred last")
	for x := range Take(Naturals, 3) {
		defer func() { fmt.Println("deferred", x) }()
	}
}
