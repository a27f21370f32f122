package main

import (
	"errors"
	"fmt"
)

type res struct {
	name string
	log  *[]string
}

func (r *res) Close() error {
	*r.log = append(*r.log, "close "+r.name)
	if r.name == "bad" {
		return errors.New("close failed")
	}
	return nil
}

func open(name string, log *[]string) (*res, error) {
	if name == "missing" {
		return nil, fmt.Errorf("open %s", name)
	}
	*log = append(*log, "open "+name)
	return &res{name, log}, nil
}

func use(names ...string) (n int, err error) {
	var log []string
	defer func() { fmt.Println(log) }()
	for _, name := range names {
		r, e := open(name, &log)
		if e != nil {
			return n, e
		}
		defer func() {
			if cerr := r.Close(); cerr != nil && err == nil {
				err = fmt.Errorf("use: %w", cerr)
			}
		}()
		n++
	}
	return n, nil
}

func double(x int) (r int) {
	defer func() { r *= 2 }()
	r = x + 1
	return r + 1
}

func safeDiv(a, b int) (q int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	return a / b, nil
}

func nested() (s string) {
	defer func() {
		if r := recover(); r != nil {
			s += fmt.Sprint("outer:", r)
		}
	}()
	defer func() {
		defer func() {
			if r := recover(); r != nil {
				s += fmt.Sprint("inner:", r, " ")
				panic("again")
			}
		}()
		panic("second")
	}()
	panic("first")
}

func args() {
	x := 1
	defer fmt.Println("deferred x", x)
	p := &x
	defer func(v int, q *int) { fmt.Println("v", v, "q", *q, "x", x) }(x, p)
	x = 10
	for i := range 3 {
		defer fmt.Print("i", i, " ")
	}
	for i := 0; i < 2; i++ {
		defer func() { fmt.Print("c", i, " ") }()
	}
}

type T struct{ n int }

func (t T) show()   { fmt.Println("value", t.n) }
func (t *T) pshow() { fmt.Println("pointer", t.n) }
func (t *T) chain(s string) *T {
	fmt.Println("chain", s)
	return t
}

func methods() {
	t := T{1}
	defer t.show()
	defer t.pshow()
	defer t.chain("a").chain("b").chain("c")
	f := t.show
	defer f()
	t.n = 2
}

func loop() (out []int) {
	for i := 0; ; i++ {
		func() {
			defer func() { out = append(out, i*i) }()
			if i%2 == 0 {
				return
			}
			out = append(out, -i)
		}()
		if i == 4 {
			break
		}
	}
	return
}

func repanic() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	func() {
		defer func() {
			r := recover()
			panic(fmt.Errorf("wrapped %v", r))
		}()
		var m map[string]int
		m["x"] = 1
	}()
	return nil
}

func Main() {
	fmt.Println(use("a", "b"))
	fmt.Println(use("a", "missing", "b"))
	fmt.Println(use("a", "bad"))
	fmt.Println(double(3))
	fmt.Println(safeDiv(7, 2))
	fmt.Println(safeDiv(7, 0))
	fmt.Println(nested())
	args()
	fmt.Println()
	methods()
	fmt.Println(loop())
	fmt.Println(repanic())
	fmt.Println(recover())
}

func main() { Main() }
