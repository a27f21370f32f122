package main

import (
	"encoding/json"
	"fmt"
)

type S struct {
	_    int
	A    int
	_, B string
}
type One struct {
	_ struct{}
	N int
}
type Pad struct {
	N int
	_ [3]byte
	M int
	_ struct{}
}
type Only struct{ _ int }

func main() {
	s := S{A: 1, B: "b"}
	fmt.Println(s, s == S{A: 1, B: "b"}, &s, []any{s})
	fmt.Printf("%+v %#v %T\n", s, s, s)
	fmt.Printf("%+v %v %+v %v\n", One{N: 1}, One{}, Pad{N: 1}, Only{})
	b, err := json.Marshal([]any{s, One{N: 2}, Pad{}})
	fmt.Println(string(b), err)
	m := map[any]int{s: 1, One{N: 1}: 2}
	fmt.Println(m[S{A: 1, B: "b"}], m[One{N: 1}], m[One{N: 2}])
	an := struct {
		_ int
		X int
		_ int
	}{X: 4}
	fmt.Println(an, an.X)
	fmt.Printf("%+v\n", an)
	var p *S = new(S)
	p.B = "q"
	t := *p
	t.A++
	fmt.Println(*p, t)
}
