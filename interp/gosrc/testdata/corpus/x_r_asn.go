package main

import (
	"fmt"
	"io"
	"sort"
)

type T struct{}

func (T) Read(p []byte) (int, error) { return 0, io.EOF }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var a any
	_, ok := a.(io.Reader)
	r, ok2 := a.(io.Reader)
	_, ok3 := a.(sort.Interface)
	e, ok4 := a.(error)
	s, ok5 := a.(fmt.Stringer)
	_, ok6 := a.(interface{ M() })
	n, ok7 := a.(int)
	f, ok8 := a.(func())
	t, ok9 := a.(T)
	fmt.Println(ok, r == nil, ok2, ok3, e, ok4, s, ok5, ok6, n, ok7, f == nil, ok8, t, ok9)
	if w, ok := a.(io.Writer); !ok {
		fmt.Println(w)
	}
	try(func() { _ = a.(io.Reader) })
	try(func() { _ = a.(error) })
	try(func() { _ = a.(fmt.Stringer) })
	try(func() { _ = a.(interface{ M() }) })
	try(func() { _ = a.(T) })
	try(func() { _ = a.([]int) })
	try(func() { _ = a.(func()) })
	a = T{}
	try(func() { _ = a.(io.Writer) })
	try(func() { _ = a.(io.Reader); fmt.Println("ok") })
	var rd io.Reader
	_, ok = rd.(io.Writer)
	_, ok2 = rd.(T)
	_, ok3 = rd.(error)
	fmt.Println(ok, ok2, ok3)
	try(func() { _ = rd.(io.Writer) })
	try(func() { _ = rd.(T) })
}
