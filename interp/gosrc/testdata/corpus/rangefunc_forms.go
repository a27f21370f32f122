package main

import (
	"errors"
	"fmt"
	"iter"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count cleanup")
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func filter[T any](s iter.Seq[T], ok func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		s(func(v T) bool { return !ok(v) || yield(v) })
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
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

func firstBig(limit int) (res int, err error) {
	defer func() { res *= 10 }()
	for v := range count(10) {
		defer fmt.Println("deferred", v)
		if v*v > limit {
			return v, nil
		}
	}
	return -1, errors.New("none")
}

func pairs(yield func(int, string) bool) {
	_ = yield(1, "one") && yield(2, "two") && yield(3, "three")
}

func main() {
	fmt.Println(firstBig(5))
	fmt.Println(firstBig(500))
	for k, v := range pairs {
		if k == 3 {
			break
		}
		fmt.Println(k, v)
	}
outer:
	for a := range count(3) {
		for b := range filter(count(5), func(x int) bool { return x%2 == 1 }) {
			if b == 3 {
				continue outer
			}
			if a == 1 {
				break outer
			}
			fmt.Println(a, b)
		}
	}
	for x, y := range zip(count(3), slices.Values([]string{"p", "q"})) {
		fmt.Println(x, y)
	}
	for range count(2) {
		fmt.Println("tick")
	}
	fmt.Println(slices.Collect(filter(count(6), func(i int) bool { return i > 3 })))
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for v := range count(3) {
			if v == 1 {
				panic("in loop")
			}
		}
	}()
	var fns []func() int
	for v := range count(3) {
		fns = append(fns, func() int { v++; return v })
	}
	for _, f := range fns {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}
