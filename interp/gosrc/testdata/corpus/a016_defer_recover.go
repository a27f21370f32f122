package main

import (
	"errors"
	"fmt"
	"strings"
)

func safe(name string, f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			switch v := r.(type) {
			case runtimeError:
				err = fmt.Errorf("%s: runtime: %w", name, v)
			case error:
				err = fmt.Errorf("%s: error: %w", name, v)
			case string:
				err = errors.New(name + ": string: " + v)
			default:
				err = fmt.Errorf("%s: %T %v", name, v, v)
			}
		}
	}()
	f()
	return nil
}

type runtimeError interface {
	error
	RuntimeError()
}

func main() {
	var arr []int
	var m map[string]int
	var p *struct{ X int }
	var i any = "str"
	zero := 0
	five := 5
	fs := []func(){
		func() { fmt.Println("fine") },
		func() { panic("oops") },
		func() { panic(fmt.Sprint("n", 1)) },
		func() { panic(errors.New("custom")) },
		func() { panic(42) },
		func() { _ = arr[five] },
		func() { m["a"] = 1 },
		func() { fmt.Println(p.X) },
		func() { fmt.Println(i.(int)) },
		func() { fmt.Println(10 / zero) },
		func() { fmt.Println(i.(fmt.Stringer)) },
		func() { arr = make([]int, 3); _ = arr[1:five] },
		func() { _ = "abc"[five] },
		func() { var c chan int; close(c) },
		func() { c := make(chan int); close(c); close(c) },
		func() { c := make(chan int); close(c); c <- 1 },
		func() { _ = make([]int, zero-1) },
		func() { var e error; _ = e.Error() },
		func() { var f func(); f() },
		func() { _ = [3]int{}[five%4+2] },
		func() { a := any([]int{1}); fmt.Println(a == a) },
		func() { mm := map[any]int{}; mm[[]int{1}] = 2 },
		func() { _ = [4]int(arr) },
		func() { _ = arr[five:2] },
		func() { panic(nil) },
		func() { fmt.Println(strings.Repeat("x", zero-1)) },
	}
	for n, f := range fs {
		fmt.Println(n, safe("f", f))
	}
}
