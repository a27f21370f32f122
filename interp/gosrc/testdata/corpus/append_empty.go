package main

import (
	"fmt"
)

type I interface{ M() }
type S struct{}

func (*S) M() {}

func main() {
	v := []int{1, 2}
	s := v[:1]
	v = append(s[:len(s):len(s)], []int{}...)
	fmt.Println(v)
	w := []I{&S{}, &S{}}
	t := w[:1]
	w = append(t[:len(t):len(t)], []I{}...)
	fmt.Println(len(w))
	w = []I{&S{}, &S{}}
	t = w[:1]
	w = append(t, []I{}...)
	fmt.Println(len(w))
	w = []I{&S{}, &S{}}
	w = append(w[:1], []I{}...)
	fmt.Println(len(w))
	w = []I{&S{}, &S{}}
	if len(w) > 0 {
		s9 := w[:min(len(w), 1)]
		w = append(s9[:len(s9):len(s9)], []I{}...)
	}
	fmt.Println(len(w))
	f := func() { w = append(w[:0], []I(nil)...) }
	f()
	fmt.Println(len(w))
	w = []I{&S{}, &S{}}
	func() {
		w = []I{&S{}, &S{}, &S{}}
		s9 := w[:min(len(w), 1)]
		w = append(s9[:len(s9):len(s9)], []I{}...)
	}()
	fmt.Println(len(w))
	x := []int{1, 2}
	func() {
		x = []int{1, 2, 3}
		s9 := x[:1]
		x = append(s9[:len(s9):len(s9)], []int{}...)
	}()
	fmt.Println(len(x))
	func() {
		x = []int{1, 2, 3}
		x = append(x[:1], []int{}...)
	}()
	fmt.Println(len(x))
	func() {
		x = []int{1, 2, 3}
		x = append(x[:1], 5)
	}()
	fmt.Println(len(x))
	func() {
		x = []int{1, 2, 3}
		x = x[:1]
	}()
	fmt.Println(len(x))
	func() {
		y := []int{}
		x = []int{1, 2, 3}
		x = append(x[:1], y...)
	}()
	fmt.Println(len(x))
	func() {
		x = append([]int{7}, []int{}...)
	}()
	fmt.Println(len(x))
	func() {
		z := append([]int{7, 8}, []int{}...)
		x = z
	}()
	fmt.Println(len(x))
}
