package main

import "fmt"

type fn func(int) fn

func a(i int) fn { fmt.Println("a", i); return b }

func get() fn { return func(i int) fn { fmt.Println("lit"); return c } }

var table = map[string]func(int) fn{"c": c, "b": b}
var v = []fn{a, c}

func b(i int) fn {
	for {
		i++
		switch {
		case i > 8:
			return nil
		case i > 5:
			return c
		}
	}
}
func c(i int) fn { fmt.Println("c", i); return nil }

func main() {
	i := 0
	for st := fn(a); st != nil; i++ {
		st = st(i)
	}
	get()(1)(2)
	table["c"](5)
	v[0](1)(7)
}
