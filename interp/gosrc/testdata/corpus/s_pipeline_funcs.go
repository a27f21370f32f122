package main

import (
	"fmt"
	"strings"
)

type Stage[T any] func([]T) []T

func Pipe[T any](stages ...Stage[T]) Stage[T] {
	return func(xs []T) []T {
		for _, s := range stages {
			xs = s(xs)
		}
		return xs
	}
}

func Where[T any](f func(T) bool) Stage[T] {
	return func(xs []T) (out []T) {
		for _, x := range xs {
			if f(x) {
				out = append(out, x)
			}
		}
		return
	}
}

func Each[T any](f func(T) T) Stage[T] {
	return func(xs []T) []T {
		out := make([]T, len(xs))
		for i, x := range xs {
			out[i] = f(x)
		}
		return out
	}
}

func Main() {
	p := Pipe(Where(func(n int) bool { return n%2 == 1 }), Each(func(n int) int { return n * n }))
	fmt.Println(p([]int{1, 2, 3, 4, 5}))
	q := Pipe(Each(strings.ToUpper), Where(func(s string) bool { return s > "B" }))
	fmt.Println(q([]string{"a", "b", "cc"}))
}

func main() { Main() }
