package main

import (
	"fmt"
	"time"
)

type S string

func (s S) String() string { return "S(" + string(s) + ")" }

type inner struct {
	D time.Duration
	S S
	L []S
	p S
	A any
}
type mid struct {
	inner
	M S
}
type Exp struct{ inner }
type T1 struct{ inner }
type T2 struct{ *inner }
type T3 struct{ mid }
type T4 struct{ i inner }
type T5 struct{ Exp }
type T6 struct {
	mid
	X struct{ inner }
	y struct{ inner }
}
type list []S
type T7 struct{ list }
type T8 struct{ S }
type str S

func (str) String() string { return "str!" }

type T9 struct{ str }
type T10 struct{ a any }

func main() {
	in := inner{time.Second, "a", []S{"b"}, "c", S("d")}
	fmt.Println(T1{in}, T2{nil}, T3{mid{in, "m"}}, T4{in}, T5{Exp{in}})
	fmt.Printf("%+v\n", T6{mid: mid{in, "q"}})
	fmt.Println(T7{list{"x"}}, T8{"y"}, T9{"z"}, T10{S("w")}, T10{T1{in}})
	fmt.Printf("%v %+v\n", []any{T1{in}, T3{}}, map[string]T1{"k": {in}})
	fmt.Printf("%#v\n", T1{inner{D: 1}})
	fmt.Println(&T1{in}, struct{ inner }{in}, in)
}
