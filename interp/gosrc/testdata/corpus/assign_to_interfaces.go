package main

import (
	"fmt"
)

type E struct{ n int }

func (e *E) Error() string { return fmt.Sprint("E", e.n) }

func two() (*E, int) { return &E{2}, 2 }

type S string

func (s S) String() string { return "S:" + string(s) }

func main() {
	var err error
	var ok bool
	var a any
	var x any = &E{1}
	if err, ok = x.(*E); !ok {
		fmt.Println("not")
	}
	fmt.Println(err, ok)
	err, ok = x.(*E)
	fmt.Println(err, ok)
	if ok {
	} else if a, ok = x.(*E); ok {
	}
	var n int
	if err, n = two(); n == 2 {
		fmt.Println(err)
	}
	switch a, n = two(); n {
	case 2:
		fmt.Println(a)
	}
	m := map[string]S{"k": "v"}
	if a, ok = m["k"]; ok {
		fmt.Println(a)
	}
	if a, ok = m["zz"]; !ok {
		fmt.Printf("%q\n", a)
	}
	ch := make(chan S, 3)
	ch <- "c1"
	ch <- "c2"
	ch <- "c3"
	if a, ok = <-ch; ok {
		fmt.Println(a)
	}
	select {
	case a, ok = <-ch:
		fmt.Println(a, ok)
	}
	select {
	case a = <-ch:
		fmt.Println(a)
	}
	var k any
	for k, a = range []S{"p", "q"} {
		fmt.Println(k, a)
	}
	fmt.Println(k, a)
	for k, a = range m {
		fmt.Println(k, a)
	}
	for a = range ch2() {
		fmt.Println(a)
	}
	for k, a = range seq2 {
		fmt.Println(k, a)
	}
	var st fmt.Stringer
	for _, st = range []S{"s1"} {
		fmt.Println(st.String())
	}
L:
	for a, n = two(); n > 0; a, n = S("post"), n-1 {
		fmt.Println(a, n)
		if n == 1 {
			break L
		}
	}
	if ok {
	} else if err, n = two(); n > 0 {
		fmt.Println(err)
	}
	xs := []any{nil, nil}
	if xs[0], ok = m["k"]; ok {
		fmt.Println(xs)
	}
	if xs[1], xs[0] = S("1"), error(&E{n}); len(xs) > 0 {
		fmt.Println(xs)
	}
	p := struct{ e error }{}
	if p.e, n = two(); p.e != nil {
		fmt.Println(p.e)
	}
}

func ch2() chan S              { c := make(chan S, 1); c <- "ch2"; close(c); return c }
func seq2(y func(int, S) bool) { _ = y(1, "a") && y(2, "b") }
