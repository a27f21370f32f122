package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

type T struct{ n int }

func try(f func()) {
	defer func() {
		r := recover()
		err, isErr := r.(error)
		_, isRuntime := r.(runtime.Error)
		fmt.Printf("%v | %T | %t %t\n", r, r, isErr, isRuntime)
		if isErr {
			fmt.Println(strings.HasPrefix(err.Error(), "runtime error"), errors.Unwrap(err))
		}
	}()
	f()
}

func main() {
	n, s, m := 0, []int{1}, map[string]int(nil)
	var p *T
	var x any = "text"
	var e error
	try(func() { fmt.Println(1 / n) })
	try(func() { fmt.Println(s[n+1]) })
	try(func() { fmt.Println(s[n+3:]) })
	try(func() { fmt.Println(p.n) })
	try(func() { m["a"] = 1 })
	try(func() { fmt.Println(x.(int)) })
	try(func() { fmt.Println(x.(fmt.Stringer)) })
	try(func() { fmt.Println(e.Error()) })
	try(func() { panic(errors.New("mine")) })
	try(func() { panic(fmt.Errorf("wrapped: %w", errors.New("inner"))) })
	try(func() { panic(T{1}) })
	try(func() { panic(&T{1} == nil) })
	try(func() { fmt.Println(make([]int, n-1)) })
	try(func() { fmt.Println([2]int(s)) })
	try(func() { c := make(chan int); close(c); close(c) })
	try(func() { fmt.Println(map[any]int{s: 1}) })
	try(func() { var f func(); f() })
}
