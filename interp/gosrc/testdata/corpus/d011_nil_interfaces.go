package main

import (
	"fmt"
)

type E struct{ msg string }

func (e *E) Error() string {
	if e == nil {
		return "nil E"
	}
	return e.msg
}
func mayFail(fail bool) error {
	var e *E
	if fail {
		e = &E{"failed"}
	}
	return e
}
func good() error { return nil }

type Doer interface{ Do() string }
type D struct{ name *string }

func (d *D) Do() string {
	if d == nil {
		return "nil doer"
	}
	return *d.name
}

func main() {
	err := mayFail(false)
	fmt.Println(err == nil, err, good() == nil)
	if e, ok := err.(*E); ok {
		fmt.Println("is *E", e == nil, e.Error())
	}
	fmt.Printf("%T %v %T\n", err, err, good())
	var d Doer
	fmt.Println(d == nil)
	d = (*D)(nil)
	fmt.Println(d == nil, d.Do(), d == Doer((*D)(nil)))
	var a any = d
	switch x := a.(type) {
	case nil:
		fmt.Println("nil")
	case *D:
		fmt.Println("D", x == nil)
	}
	var s []int
	var m map[string]int
	var f func()
	var c chan int
	var p *int
	for _, v := range []any{s, m, f, c, p, nil, error(nil)} {
		fmt.Printf("%v ", v == nil)
	}
	fmt.Println(s == nil, m == nil, f == nil, c == nil, p == nil)
	fmt.Printf("%v %v %v %d %d\n", s, m, p, len(s), len(m))
	fmt.Printf("%#v %#v %#v %+v\n", s, m, p, struct {
		E error
		D Doer
	}{})
	for range m {
	}
	delete(m, "x")
	v, ok := m["x"]
	fmt.Println(v, ok, append(s, 1), s[:0] == nil)
	defer func() {
		r := recover()
		fmt.Println(r)
		err, ok := r.(error)
		fmt.Println(ok, err)
	}()
	var dd Doer = &D{}
	fmt.Println(dd.Do())
}
