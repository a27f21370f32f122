package main

import (
	"fmt"
	"iter"
)

// Iterators that do not keep to the rules of a range over a function.

func deaf(yield func(int) bool) {
	for i := range 3 {
		yield(i)
	}
}

func stubborn(yield func(int) bool) {
	defer func() {
		r := recover()
		fmt.Println("iterator recovered", r)
		yield(7)
	}()
	yield(1)
}

func silent(yield func(int) bool) {
	defer func() { fmt.Println("kept", recover()) }()
	yield(1)
}

func keeper() (iter.Seq[int], *func(int) bool) {
	var kept func(int) bool
	return func(yield func(int) bool) {
		kept = yield
		yield(1)
	}, &kept
}

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isRuntime := r.(interface{ RuntimeError() })
		fmt.Println(name, r, isRuntime)
	}()
	f()
	fmt.Println(name, "came to its end")
}

func first(seq iter.Seq[int]) int {
	for x := range seq {
		return x
	}
	return -1
}

func main() {
	try("break", func() {
		for x := range deaf {
			fmt.Println(x)
			break
		}
	})
	try("return", func() { fmt.Println(first(deaf)) })
	try("outer", func() {
	outer:
		for x := range deaf {
			for y := range deaf {
				fmt.Println(x, y)
				if y == 1 {
					continue outer
				}
			}
		}
	})
	try("panic", func() {
		for x := range stubborn {
			panic(x)
		}
	})
	try("silent", func() {
		for range silent {
			panic("lost")
		}
	})
	try("late", func() {
		seq, kept := keeper()
		for x := range seq {
			fmt.Println("body", x)
		}
		(*kept)(2)
	})
	try("well", func() {
		for x := range deaf {
			if x == 1 {
				continue
			}
			fmt.Println("x", x)
		}
	})
	next, stop := iter.Pull(deaf)
	fmt.Println(next())
	func() {
		defer func() { fmt.Println("stop", recover()) }()
		stop()
	}()
}
