package main

import (
	"fmt"
)

func first() any {
	type point struct{ X, Y int }
	return point{1, 2}
}
func second() any {
	type point struct{ X, Y int }
	return point{1, 2}
}
func isFirst(v any) bool {
	return v == first()
}
func describe(v any) string {
	type point struct{ X, Y int }
	switch p := v.(type) {
	case point:
		return fmt.Sprintf("mine %d", p.X)
	case fmt.Stringer:
		return "stringer"
	}
	return fmt.Sprintf("other %T", v)
}

type celsius float64

func local() (any, any) {
	type celsius float64
	return celsius(1), celsius(2)
}
func Main() {
	fmt.Println(first() == first(), first() == second(), isFirst(first()), isFirst(second()))
	fmt.Println(describe(first()), describe(second()))
	fmt.Printf("%v %+v %T\n", first(), second(), first())
	a, b := local()
	_, ok := a.(celsius)
	fmt.Println(a, b, ok, a == any(celsius(1)))
	m := map[any]string{first(): "first", second(): "second"}
	fmt.Println(len(m), m[first()], m[second()])
	for i := range 2 {
		type row struct{ n int }
		r := row{i}
		var x any = r
		_, ok := x.(row)
		fmt.Println(r, ok)
	}
	{
		type T struct{ a int }
		var x any = T{1}
		{
			type T struct{ a int }
			_, ok := x.(T)
			fmt.Println("inner", ok)
		}
		_, ok := x.(T)
		fmt.Println("outer", ok)
	}
}

func main() { Main() }
