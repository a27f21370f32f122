package main

import (
	"fmt"
	"strconv"
)

var x = "global"

func f() (x int, err error) {
	x = 5
	if x, err := strconv.Atoi("12"); err == nil {
		x++
		_ = x
	}
	{
		x := x * 2
		x++
		fmt.Println("inner", x)
	}
	return
}

func main() {
	fmt.Println(x)
	x := x + "!"
	fmt.Println(x)
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(x)
	fmt.Println(f())
	len := func(s string) int { return 99 }
	fmt.Println(len("abc"))
	true := false
	fmt.Println(true)
	type int string
	var s int = "typed"
	fmt.Println(s)
	string := "a string"
	fmt.Println(string)
	if n := 1; n > 5 {
		fmt.Println("no")
	} else if m := n + 1; m > 1 {
		n := m
		fmt.Println(n, m)
	}
	a, b := 1, 2
	b, c := 3, 4
	fmt.Println(a, b, c)
	nil := 3
	fmt.Println(nil)
	func() {
		a = 100
		a := 200
		_ = a
	}()
	fmt.Println(a)
	switch x := any(x).(type) {
	case interface{ Foo() }:
		fmt.Println(x)
	default:
		fmt.Printf("%T\n", x)
	}
}
