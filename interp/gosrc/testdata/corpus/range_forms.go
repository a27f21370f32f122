package main

import (
	"fmt"
	"iter"
)

type Seq func(yield func(int) bool)

func count(n int) Seq {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Print("stop ")
				return
			}
		}
	}
}

func pairs(m []string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, s := range m {
			if !yield(i, s) {
				return
			}
		}
	}
}

func fibs() iter.Seq[int] {
	return func(yield func(int) bool) {
		a, b := 0, 1
		for yield(a) {
			a, b = b, a+b
		}
	}
}

func filter[T any](s iter.Seq[T], f func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if f(v) && !yield(v) {
				return
			}
		}
	}
}

func find(n int) int {
	for v := range fibs() {
		if v > n {
			return v
		}
	}
	return -1
}

func Main() {
	for i := range 3 {
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	for i := range count(10) {
		if i == 1 {
			continue
		}
		if i == 4 {
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i, s := range pairs([]string{"a", "b"}) {
		fmt.Print(i, s, " ")
	}
	for range count(2) {
		fmt.Print("tick ")
	}
	fmt.Println(find(50))
	for v := range filter(fibs(), func(n int) bool { return n%2 == 0 }) {
		if v > 100 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	for i, c := range "aé" {
		fmt.Print(i, string(c), " ")
	}
	for i := range "abc" {
		fmt.Print(i)
	}
	var k, v = 0, ""
	for k, v = range []string{"p", "q"} {
	}
	fmt.Println(k, v)
	var p *[3]int = &[3]int{7, 8, 9}
	for i, x := range p {
		fmt.Print(i, x, " ")
	}
	n := 3
	for i := range n {
		n = 10
		fmt.Print(i)
	}
	fmt.Println(n)
	m := map[int]string{1: "a"}
	for k, v := range m {
		fmt.Print(k, v)
	}
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	var u8 uint8 = 3
	for i := range u8 {
		fmt.Printf("%T%d ", i, i)
	}
	for i := range int64(2) {
		fmt.Printf("%T ", i)
	}
	fmt.Println()
outer:
	for i := range 3 {
		for j := range 3 {
			if j == 1 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	var fs []func()
	for i, s := range []string{"a", "b", "c"} {
		fs = append(fs, func() { fmt.Print(i, s, " ") })
	}
	for i := range 3 {
		fs = append(fs, func() { fmt.Print(i, " ") })
	}
	for k := range count(2) {
		fs = append(fs, func() { fmt.Print("k", k, " ") })
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
}

func main() { Main() }
