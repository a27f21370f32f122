package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type res struct {
	name string
	log  *[]string
}

func open(name string, log *[]string) *res {
	*log = append(*log, "open "+name)
	return &res{name, log}
}
func (r *res) Close()   { *r.log = append(*r.log, "close "+r.name) }
func (r res) CloseVal() { *r.log = append(*r.log, "closeval "+r.name) }

func order() (log []string) {
	a := open("a", &log)
	defer a.Close()
	b := open("b", &log)
	defer b.CloseVal()
	b.name = "changed"
	for i := 0; i < 3; i++ {
		defer func(n int) { log = append(log, fmt.Sprint("n", n, "i", i)) }(i * 10)
	}
	a.name = "also"
	return
}

func named(n int) (r int, err error) {
	defer func() {
		if e := recover(); e != nil {
			r = -1
			err = fmt.Errorf("recovered %v", e)
		}
	}()
	defer func() { r *= 2 }()
	if n == 0 {
		panic("zero")
	}
	return 100 / n, nil
}

func nested() (s string) {
	defer func() {
		s += fmt.Sprint(" outer:", recover())
	}()
	defer func() {
		defer func() {
			s += fmt.Sprint(" inner:", recover())
		}()
		panic("second")
	}()
	panic("first")
}

func rethrow() (err error) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			err = fmt.Errorf("wrapped: %w", e)
		} else if r != nil {
			err = errors.New(fmt.Sprint(r))
		}
	}()
	func() {
		defer func() {
			if r := recover(); r != nil {
				panic(fmt.Errorf("again: %v", r))
			}
		}()
		var m map[string][]int
		m["x"] = append(m["x"], 1)
	}()
	return nil
}

func helper() any { return recover() }

func noCatch() (r any) {
	defer func() { r = recover() }()
	defer func() { fmt.Println("helper:", helper()) }()
	panic("not for helper")
}

type stack []int

func (s *stack) pop() (v int) {
	defer func() {
		if r := recover(); r != nil {
			v = -99
		}
	}()
	old := *s
	v, *s = old[len(old)-1], old[:len(old)-1]
	return v
}

func loopDefer() {
	for _, w := range strings.Fields("x y z") {
		func() {
			defer fmt.Print("end ", w, "; ")
			if w == "y" {
				return
			}
			fmt.Print("body ", w, "; ")
		}()
	}
	fmt.Println()
}

func value(s string) string {
	fmt.Print("eval ", s, "; ")
	return s
}

func args() {
	x := 1
	defer fmt.Println("deferred", x, value("arg"))
	x = 2
	defer func() { fmt.Println("closure", x) }()
	f := func() { fmt.Println("old f") }
	defer f()
	f = func() { fmt.Println("new f") }
	p := &x
	defer func(v int, p *int) { fmt.Println("v", v, "*p", *p) }(*p, p)
	x = 3
	fmt.Println("body")
}

func must(cond bool, format string, a ...any) {
	if !cond {
		panic(fmt.Sprintf(format, a...))
	}
}

func safely(name string, f func()) {
	defer func() {
		switch r := recover().(type) {
		case nil:
			fmt.Println(name, "ok")
		case error:
			fmt.Println(name, "error:", r)
		case string:
			fmt.Println(name, "string:", r)
		case fmt.Stringer:
			fmt.Println(name, "stringer:", r)
		default:
			fmt.Printf("%s %T: %v\n", name, r, r)
		}
	}()
	f()
}

type custom struct{ code int }

func (c custom) String() string { return fmt.Sprint("custom#", c.code) }

func main() {
	fmt.Println(strings.Join(order(), ", "))
	for _, n := range []int{0, 3} {
		fmt.Println(named(n))
	}
	fmt.Println(nested())
	fmt.Println(rethrow())
	fmt.Println(noCatch())
	s := stack{1, 2}
	fmt.Println(s.pop(), s.pop(), s.pop(), len(s))
	loopDefer()
	args()
	zero := 0
	safely("div", func() { fmt.Println(1 / zero) })
	safely("mod", func() { fmt.Println(1 % zero) })
	safely("idx", func() { fmt.Println([]int{1, 2}[zero+5]) })
	safely("slice", func() { fmt.Println("hello"[zero+3 : zero+1]) })
	safely("slice2", func() { fmt.Println([]int{1}[:zero+9]) })
	safely("arr", func() { a := [3]int{}; fmt.Println(a[zero-1]) })
	safely("nil", func() { var r *res; fmt.Println(r.name) })
	safely("nilfunc", func() { var f func(); f() })
	safely("nilmap", func() { var m map[int]int; fmt.Println(m[1], len(m)); m[1]++ })
	safely("assert", func() { var x any = "s"; fmt.Println(x.(int)) })
	safely("assert2", func() { var x any = custom{}; fmt.Println(x.(error)) })
	safely("assert3", func() { var x any; fmt.Println(x.(fmt.Stringer)) })
	safely("custom", func() { panic(custom{7}) })
	safely("ptr", func() { panic(&custom{8}) })
	safely("int", func() { panic(42) })
	safely("nilpanic", func() { panic(nil) })
	safely("must", func() { must(zero > 0, "zero is %d", zero) })
	safely("conv", func() { _ = [4]int([]int{1, 2}) })
	safely("make", func() { _ = make([]int, zero-1) })
	safely("close", func() { var c chan int; close(c) })
	safely("repeat", func() { strings.Repeat("x", zero-1) })
	safely("ok", func() {})
	defer os.Exit(3)
	defer fmt.Println("before exit")
	panic(fmt.Sprintf("fatal %v", custom{1}))
}
