package main

import (
	"fmt"
)

type Add struct{ N int }
type Sub struct{ N int }
type Celsius float64
type Name string

func Main() {
	for _, v := range []any{Add{1}, Sub{1}, Celsius(3.5), 3.5, Name("a"), "a", 1, int64(1)} {
		switch e := v.(type) {
		case Sub:
			fmt.Println("sub", e.N)
		case Add:
			fmt.Println("add", e.N)
		case Celsius:
			fmt.Println("celsius", float64(e))
		case float64:
			fmt.Println("float", e)
		case Name:
			fmt.Println("name", string(e))
		case string:
			fmt.Println("string", e)
		case int:
			fmt.Println("int", e)
		default:
			fmt.Println("other")
		}
	}
	var a, b any = Add{1}, Sub{1}
	fmt.Println(a == b, a == any(Add{1}), a != b)
	_, ok := a.(Sub)
	fmt.Println(ok)
}

func main() { Main() }
