package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
)

type List[T any] struct {
	head, tail *elem[T]
	n          int
}

type elem[T any] struct {
	v    T
	next *elem[T]
}

func (l *List[T]) Push(vs ...T) *List[T] {
	for _, v := range vs {
		e := &elem[T]{v: v}
		if l.tail == nil {
			l.head, l.tail = e, e
		} else {
			l.tail.next, l.tail = e, e
		}
		l.n++
	}
	return l
}

func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for e := l.head; e != nil; e = e.next {
			if !yield(i, e.v) {
				return
			}
			i++
		}
	}
}

func (l *List[T]) Values() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range l.All() {
			if !yield(v) {
				return
			}
		}
	}
}

func Filter[T any](seq iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func Map[T, U any](seq iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		seq(func(v T) bool { return yield(f(v)) })
	}
}

func Take[T any](seq iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range seq {
			if !yield(v) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}

func Naturals() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
}

func Fib() iter.Seq[int] {
	return func(yield func(int) bool) {
		a, b := 0, 1
		for yield(a) {
			a, b = b, a+b
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

type tree struct {
	l, r *tree
	k    string
}

func (t *tree) walk(yield func(string) bool) bool {
	return t == nil || t.l.walk(yield) && yield(t.k) && t.r.walk(yield)
}

func (t *tree) Keys() iter.Seq[string] { return func(y func(string) bool) { t.walk(y) } }

func find(seq iter.Seq[int], want int) (pos int, found bool) {
	defer func() { pos++ }()
	for v := range seq {
		if v == want {
			return pos, true
		}
		if v > want {
			return -1, false
		}
		pos++
	}
	return -2, false
}

func Main() {
	l := (&List[string]{}).Push("go", "is", "fun", "really")
	for i, v := range l.All() {
		if i == 3 {
			break
		}
		if v == "is" {
			continue
		}
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.Collect(l.Values()))
	evens := Filter(Naturals(), func(n int) bool { return n%2 == 0 })
	fmt.Println(slices.Collect(Take(Map(evens, func(n int) string { return fmt.Sprint("#", n) }), 4)))
	fmt.Println(find(Fib(), 21))
	fmt.Println(find(Fib(), 22))
	for a, b := range Zip(Fib(), l.Values()) {
		fmt.Print(a, "=", b, " ")
	}
	fmt.Println()
	t := &tree{&tree{nil, nil, "a"}, &tree{&tree{nil, nil, "m"}, nil, "z"}, "k"}
	fmt.Println(slices.Collect(t.Keys()), strings.Join(slices.Sorted(t.Keys()), ""))
outer:
	for x := range Naturals() {
		for y := range Naturals() {
			if y > x {
				continue outer
			}
			if x*y > 20 {
				fmt.Println("stopped at", x, y)
				break outer
			}
		}
	}
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	keys := slices.Collect(maps.Keys(m))
	sort.Strings(keys)
	fmt.Println(keys, slices.Sorted(maps.Values(m)))
	m2 := maps.Collect(maps.All(m))
	m2["d"] = 4
	fmt.Println(len(m), len(m2), slices.Max(slices.Collect(maps.Values(m2))))
	next, stop := iter.Pull2(l.All())
	i, v, ok := next()
	fmt.Println(i, v, ok)
	stop()
	_, _, ok = next()
	fmt.Println(ok)
	for i, c := range slices.Backward([]string{"x", "y", "z"}) {
		fmt.Print(i, c)
	}
	for chunk := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(chunk)
	}
	for s := range strings.SplitSeq("a,b,c", ",") {
		fmt.Print("<", s, ">")
	}
	for line := range strings.Lines("one\ntwo\n") {
		fmt.Printf("%q", line)
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for n := range Naturals() {
			if n == 3 {
				panic(fmt.Sprint("at ", n))
			}
			defer fmt.Print("d", n, " ")
		}
	}()
	sum := 0
	for range Take(Naturals(), 5) {
		sum++
	}
	fmt.Println(sum)
}

func main() { Main() }
