package main

import (
	"fmt"
	"strings"
)

type T struct {
	next *T
	val  int
}

type Sayer interface{ Say() string }

func (t *T) Say() string { return fmt.Sprint("T", t.val) }

func catch(name string, f func()) {
	defer func() {
		switch r := recover().(type) {
		case runtimeError:
			fmt.Println(name, "=> runtime:", r.Error())
		case error:
			fmt.Println(name, "=> error:", r)
		case nil:
			fmt.Println(name, "=> none")
		default:
			fmt.Printf("%s => %T %v\n", name, r, r)
		}
	}()
	f()
}

type runtimeError interface {
	error
	RuntimeError()
}

func main() {
	zero := 0
	var t *T
	var s Sayer
	var any1 any = "text"
	var fn func(int) int
	var m map[string]int
	var ch chan int
	xs := []int{1, 2, 3}
	n := 10
	catch("div", func() { fmt.Println(1 / zero) })
	catch("mod", func() { fmt.Println(1 % zero) })
	catch("nil field", func() { fmt.Println(t.val) })
	catch("nil chain", func() { t = &T{}; fmt.Println(t.next.next) })
	catch("nil iface", func() { s.Say() })
	catch("assert", func() { fmt.Println(any1.(int)) })
	catch("assert iface", func() { fmt.Println(any1.(Sayer)) })
	catch("assert nil", func() { var e any; fmt.Println(e.(string)) })
	catch("nil func", func() { fn(1) })
	catch("nil map", func() { m["a"]++ })
	catch("close nil", func() { close(ch) })
	catch("close twice", func() { c := make(chan int); close(c); close(c) })
	catch("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	catch("slice", func() { fmt.Println(xs[2:n]) })
	catch("slice2", func() { k := 1; fmt.Println(xs[n/5 : k]) })
	catch("makeslice", func() { fmt.Println(make([]int, zero-1)) })
	catch("unhashable", func() { mm := map[any]int{}; mm[[]int{1}] = 2 })
	catch("uncomparable", func() { var a, b any = []int{1}, []int{1}; fmt.Println(a == b) })
	catch("toarray", func() { fmt.Println([4]int(xs)) })
	catch("shift", func() { fmt.Println(1 << (zero - 1)) })
	catch("strings", func() { fmt.Println(strings.Repeat("x", zero-1)) })
	catch("none", func() {})
	var nobody Sayer = (*T)(nil)
	catch("nil receiver", func() { fmt.Println(nobody.Say()) })
}
