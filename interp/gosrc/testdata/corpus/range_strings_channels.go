package main

import "fmt"

type S string

func Main() {
	var i int
	var r rune
	for i, r = range "a\xffé" {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println(i, r)
	for i := range S("é\x80b") {
		fmt.Print(i, " ")
	}
outer:
	for i, r := range "abc" {
		for range "xy" {
			if r == 'b' {
				continue outer
			}
			fmt.Print(i, string(r), " ")
		}
	}
	var fs []func() int
	for i, r := range "añb" {
		if r == 'a' {
			continue
		}
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	m := map[string]chan int{"a": make(chan int, 1), "b": make(chan int, 1)}
	for k, c := range m {
		c <- len(k)
	}
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
	type ev struct{ n int }
	subs := map[ev]chan<- ev{{1}: make(chan ev, 1)}
	for e, c := range subs {
		c <- e
		fmt.Println(e, cap(c))
	}
}

func main() { Main() }
