package main

import (
	"errors"
	"fmt"
)

type custom struct{ msg string }

func (c custom) Error() string { return c.msg }

func safe(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("recovered error: %w", r)
		case string:
			err = errors.New("recovered string: " + r)
		default:
			err = fmt.Errorf("recovered %T %v", r, r)
		}
	}()
	f()
	return nil
}

func multi() (n int) {
	defer func() { n *= 2 }()
	defer func() { n += 3 }()
	return 4
}

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Print(i, " ")
	}
	x := 10
	defer fmt.Println("x =", x)
	x = 20
	fmt.Println("body", x)
}

func nested() (s string) {
	defer func() {
		if r := recover(); r != nil {
			s = fmt.Sprint("outer:", r)
		}
	}()
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Sprint("again ", r))
		}
	}()
	panic("first")
}

func Main() {
	fmt.Println(safe(func() {}))
	fmt.Println(safe(func() { panic("boom") }))
	fmt.Println(safe(func() { panic(custom{"c"}) }))
	fmt.Println(safe(func() { panic(42) }))
	fmt.Println(safe(func() { panic([]int{1}) }))
	fmt.Println(safe(func() { var a []int; _ = a[3] }))
	fmt.Println(safe(func() { var m map[string]int; m["a"] = 1 }))
	fmt.Println(safe(func() { a, b := 1, 0; fmt.Println(a / b) }))
	fmt.Println(safe(func() { var p *custom; fmt.Println(p.msg) }))
	fmt.Println(safe(func() { var x any = "s"; fmt.Println(x.(int)) }))
	fmt.Println(safe(func() { s := []int{1, 2, 3}; i := 5; fmt.Println(s[1:i]) }))
	fmt.Println(safe(func() { var f func(); f() }))
	fmt.Println(safe(func() { ch := make(chan int); close(ch); close(ch) }))
	fmt.Println(safe(func() { var e error; fmt.Println(e.Error()) }))
	fmt.Println(multi())
	order()
	fmt.Println()
	fmt.Println(nested())
	err := safe(func() { panic(custom{"as"}) })
	var c custom
	fmt.Println(errors.As(err, &c), c.msg)
	fmt.Println(recover())
}

func main() { Main() }
