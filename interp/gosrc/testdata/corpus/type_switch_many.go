package main

import (
	"errors"
	"fmt"
	"strings"
)

type A struct{ n int }
type B struct{ n int }
type C = A
type I1 interface{ M() int }
type I2 interface {
	I1
	N() string
}

func (a A) M() int     { return a.n }
func (b *B) M() int    { return b.n * 2 }
func (b *B) N() string { return "B" }

type Fn func(int) int
type Sl []int
type Mp map[string]int
type Ch chan int
type Str string
type Err string

func (e Err) Error() string { return string(e) }

func classify(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int8, int16:
		return fmt.Sprintf("small int %v", x)
	case float32, float64:
		return fmt.Sprintf("float %v", x)
	case Str:
		return "Str " + string(x)
	case string:
		return "string " + x
	case I2:
		return "I2 " + x.N() + fmt.Sprint(x.M())
	case I1:
		return "I1 " + fmt.Sprint(x.M())
	case error:
		return "error " + x.Error()
	case Sl:
		return fmt.Sprint("Sl ", len(x))
	case []int:
		return fmt.Sprint("[]int ", len(x))
	case []any:
		var parts []string
		for _, e := range x {
			parts = append(parts, classify(e))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Fn:
		return fmt.Sprint("Fn ", x(2))
	case func(int) int:
		return fmt.Sprint("func ", x(2))
	case Mp:
		return fmt.Sprint("Mp ", x["a"])
	case map[string]int:
		return fmt.Sprint("map ", x["a"])
	case Ch:
		return fmt.Sprint("Ch ", cap(x))
	case chan<- int:
		return "send only"
	case *A:
		return fmt.Sprint("*A ", x.n)
	case **A:
		return fmt.Sprint("**A ", (*x).n)
	case [2]int:
		return fmt.Sprint("array ", x[1])
	case struct{ X, Y int }:
		return fmt.Sprint("anon ", x.X+x.Y)
	case bool, rune, byte:
		return fmt.Sprintf("%T %v", x, x)
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	pa := &A{7}
	c := make(chan int, 3)
	vals := []any{nil, 1, int8(2), 2.5, float32(1), Str("q"), "s", A{3}, C{4}, B{5}, &B{6}, Err("bad"), errors.New("std"), Sl{1}, []int{1, 2}, []any{1, "x", nil, A{1}},
		Fn(func(i int) int { return i * 10 }), func(i int) int { return i + 1 }, Mp{"a": 1}, map[string]int{"a": 2}, Ch(c), (chan<- int)(c), c, pa, &pa, [2]int{8, 9}, struct{ X, Y int }{1, 2}, true, 'x', byte(1), uint(5), struct{}{}, (*A)(nil) == nil, any(pa)}
	for i, v := range vals {
		fmt.Println(i, classify(v))
	}
	switch any(pa).(type) {
	case I2:
		fmt.Println("I2")
	case I1:
		fmt.Println("*A is I1")
	}
	switch y := any(B{1}); y.(type) {
	case I1:
		fmt.Println("no")
	case B:
		fmt.Println("B value has no M")
	}
	if _, ok := any(B{}).(I1); !ok {
		fmt.Println("not I1")
	}
	var i1 I1 = A{9}
	switch i1.(type) {
	case *B:
	case A:
		fmt.Println("A in I1")
	}
}
