package main

import (
	"fmt"
)

func show(i int) { fmt.Println("show", i) }

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
			n = -1
		}
	}()
	n = 5
	panic("bad")
}

func value() (n int) {
	defer func() { n *= 2 }()
	return 21
}

func Main() {
	for i := 0; i < 3; i++ {
		defer show(i)
	}
	x := 1
	defer fmt.Println("x was", x)
	x = 2
	d := func() { fmt.Println("local", x) }
	defer d()
	fmt.Println(named())
	fmt.Println(value())
	defer func(v int) { fmt.Println("v", v) }(x)
	x = 3
	func() {
		defer func() { fmt.Println("inner", recover()) }()
		var a []int
		_ = a[len(a)]
	}()
}

func main() { Main() }
