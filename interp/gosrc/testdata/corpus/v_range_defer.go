package main

import (
	"fmt"
)

func Seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}
func withDefer() (s string) {
	defer func() { s += "!" }()
	for i := range Seq(3) {
		defer func() { s += fmt.Sprint(i) }()
	}
	s = "body"
	return s + ":"
}
func labels() {
outer:
	for i := range Seq(4) {
		for j := range Seq(4) {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Println(i, j)
		}
	}
	fmt.Println("done")
}
func find(n int) (int, bool) {
	for i := range Seq(10) {
		for j := range Seq(10) {
			if i*j == n {
				return i*10 + j, true
			}
		}
	}
	return 0, false
}
func sw() {
loop:
	for i := range Seq(10) {
		switch {
		case i == 1:
			continue loop
		case i == 3:
			break loop
		case i == 0:
			break
		}
		fmt.Println("sw", i)
	}
}
func Main() {
	fmt.Println(withDefer())
	labels()
	fmt.Println(find(12))
	fmt.Println(find(97))
	sw()
	for range Seq(2) {
		fmt.Println("tick")
	}
}

func main() { Main() }
