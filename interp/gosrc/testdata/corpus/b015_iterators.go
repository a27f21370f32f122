package main

import (
	"fmt"
	"iter"
	"slices"
)

type Seq[V any] = iter.Seq[V]

func Count(from int) Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("[done]")
		for i := from; yield(i); i++ {
		}
	}
}
func Take[T any](s Seq[T], n int) Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range s {
			if !yield(v) {
				return
			}
			if i++; i >= n {
				return
			}
		}
	}
}
func MapSeq[A, B any](s Seq[A], f func(A) B) Seq[B] {
	return func(yield func(B) bool) {
		s(func(a A) bool { return yield(f(a)) })
	}
}
func Zip[A, B any](a Seq[A], b Seq[B]) iter.Seq2[A, B] {
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
func firstOver(n int) int {
	for v := range Count(1) {
		if v*v > n {
			return v
		}
	}
	return -1
}

func main() {
	for v := range Take(MapSeq(Count(3), func(i int) string { return fmt.Sprintf("<%d>", i) }), 3) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	for a, b := range Zip(Take(Count(1), 5), slices.Values([]string{"x", "y", "z"})) {
		fmt.Print(a, b, " ")
	}
	fmt.Println()
	fmt.Println(firstOver(50))
outer:
	for i := range Count(0) {
		for j := range Count(10) {
			if j == 12 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	func() {
		for x := range Count(5) {
			defer fmt.Println("deferred in range", x)
			if x == 6 {
				return
			}
		}
	}()
	fib := func(yield func(int) bool) {
		a, b := 0, 1
		for yield(a) {
			a, b = b, a+b
		}
	}
	for f := range fib {
		if f > 50 {
			break
		}
		fmt.Print(f, " ")
	}
	fmt.Println(slices.Collect(Take(fib, 5)))
	for range Take(fib, 2) {
		fmt.Print("tick ")
	}
	fmt.Println()
	defer func() { fmt.Println("rec", recover()) }()
	for x := range Count(0) {
		if x == 1 {
			panic("in loop")
		}
	}
}
