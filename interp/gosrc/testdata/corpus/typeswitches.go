package main

import (
	"errors"
	"fmt"
)

type Expr interface{}
type Num float64
type Add struct{ L, R Expr }
type Mul struct{ L, R Expr }
type Neg struct{ E Expr }

func eval(e Expr) float64 {
	switch e := e.(type) {
	case Num:
		return float64(e)
	case Add:
		return eval(e.L) + eval(e.R)
	case Mul:
		return eval(e.L) * eval(e.R)
	case *Neg:
		return -eval(e.E)
	case nil:
		return 0
	default:
		panic(fmt.Sprintf("unknown %T", e))
	}
}

func kind(v any) string {
	switch v := v.(type) {
	case []int:
		return fmt.Sprint("ints ", len(v))
	case []Num:
		return fmt.Sprint("nums ", len(v))
	case map[string]int:
		return "map"
	case func() int:
		return fmt.Sprint("func ", v())
	case error:
		return "error " + v.Error()
	case bool, rune:
		return fmt.Sprintf("%T", v)
	case *int:
		return fmt.Sprint("pointer ", *v)
	case chan int:
		return "chan"
	case struct{ A int }:
		return fmt.Sprint("anon ", v.A)
	case [2]int:
		return fmt.Sprint("array", v)
	}
	return fmt.Sprintf("other %T", v)
}

func Main() {
	fmt.Println(eval(Add{Num(1), Mul{Num(2), &Neg{Num(3)}}}), eval(nil))
	n := 5
	for _, v := range []any{[]int{1}, []Num{1, 2}, map[string]int{}, func() int { return 7 }, errors.New("e"), true, 'x', &n,
		make(chan int), struct{ A int }{4}, [2]int{1, 2}, "s", Num(1), Add{}, nil, []string{}} {
		fmt.Println(kind(v))
	}
	defer func() { fmt.Println(recover()) }()
	eval(Neg{})
}

func main() { Main() }
