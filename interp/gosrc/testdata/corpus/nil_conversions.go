package main

import (
	"fmt"
)

type T struct{}
type S []int

func main() {
	var p *int
	var q *string
	var a, b any = p, q
	fmt.Println(a == b, a == any((*int)(nil)), a == any((*string)(nil)), b == any((*string)(nil)), a == (*int)(nil))
	c := any((*string)(nil))
	fmt.Printf("%T %T %T %T\n", a, b, c, any((*T)(nil)))
	var e any = (*T)(nil)
	fmt.Println(e == any((*T)(nil)), e == any((*int)(nil)), e == a)
	fmt.Printf("%T %T %T %T\n", any([]int(nil)), any((map[string]int)(nil)), any((func())(nil)), any((chan int)(nil)))
	m := map[any]int{a: 1, b: 2, e: 3, nil: 4}
	fmt.Println(m[(*int)(nil)], m[(*string)(nil)], m[(*T)(nil)], m[nil], len(m))
	switch c.(type) {
	case *int:
		fmt.Println("int")
	case *string:
		fmt.Println("string")
	}
	switch c {
	case (*int)(nil):
		fmt.Println("int")
	case (*string)(nil):
		fmt.Println("string")
	}
}
