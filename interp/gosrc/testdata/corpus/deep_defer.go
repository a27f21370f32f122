package main

import (
	"errors"
	"fmt"
	"strings"
)

type res struct {
	name string
	log  *[]string
}

func open(name string, log *[]string) (*res, error) {
	if strings.HasPrefix(name, "bad") {
		return nil, fmt.Errorf("open %s: denied", name)
	}
	*log = append(*log, "open "+name)
	return &res{name, log}, nil
}

func (r *res) Close() error {
	*r.log = append(*r.log, "close "+r.name)
	if r.name == "leaky" {
		return errors.New("leaky close")
	}
	return nil
}

func copyAll(names ...string) (log []string, err error) {
	for _, n := range names {
		r, e := open(n, &log)
		if e != nil {
			return log, e
		}
		defer func() {
			err = errors.Join(err, r.Close())
		}()
	}
	log = append(log, "work")
	return
}

func order() (s string) {
	defer func() { s += "!" }()
	for i := range 3 {
		defer func(n int) { s += fmt.Sprint(n, i) }(i * 10)
	}
	return "start "
}

func tricky() (n int) {
	defer func() {
		n *= 2
		if r := recover(); r != nil {
			n += r.(int)
		}
	}()
	n = 5
	panic(100)
}

type stack []func()

func (s *stack) push(f func()) { *s = append(*s, f) }
func (s *stack) unwind() {
	for len(*s) > 0 {
		f := (*s)[len(*s)-1]
		*s = (*s)[:len(*s)-1]
		f()
	}
}

func inner() {
	defer fmt.Println("inner deferred")
	defer func() {
		defer func() { fmt.Println("nested:", recover()) }()
		panic("two")
	}()
	panic("one")
}

func args() {
	x := 1
	defer fmt.Println("arg", x, func() int { x++; return x }())
	x = 10
	defer func() { fmt.Println("closure", x) }()
	p := &x
	defer fmt.Println("ptr", *p)
	*p = 20
}

func main() {
	fmt.Println(copyAll("a", "b"))
	log, err := copyAll("a", "leaky", "bad")
	fmt.Println(log, err)
	fmt.Println(order(), tricky())
	var s stack
	func() {
		defer s.unwind()
		s.push(func() { fmt.Println("first pushed") })
		s.push(func() { fmt.Println("second pushed") })
	}()
	args()
	func() {
		defer func() { fmt.Println("outer:", recover()) }()
		inner()
	}()
	func() {
		defer recover()
		defer func() { fmt.Println(recover()) }()
		defer panic("deferred panic")
	}()
	for i := 0; i < 2; i++ {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("loop", i, r)
				}
			}()
			var a []int
			_ = a[i]
		}()
	}
	var fn func()
	defer func() { fmt.Println("nil func:", recover()) }()
	defer fn()
	fmt.Println("end")
}
