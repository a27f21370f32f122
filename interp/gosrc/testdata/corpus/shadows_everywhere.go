package main

import (
	"errors"
	"fmt"
)

func seq(yield func(int, string) bool) {
	for i, s := range []string{"x", "y", "z"} {
		if !yield(i, s) {
			return
		}
	}
}

func f(n int, err error) (out int, e error) {
	if n := n * 2; n > 4 {
		out := n
		_ = out
		return n, errors.New("big")
	} else if err := fmt.Errorf("small %d", n); n < 3 {
		return out, err
	}
	n, x := n+1, n
	{
		n, err := n*10, error(nil)
		x += n
		_ = err
	}
	out, e = x, err
	return
}

func Main() {
	for i, s := range seq {
		i := i * 10
		s := s + s
		fmt.Print(i, s, " ")
	}
	for i := range seq {
		var i = float64(i) / 2
		fmt.Print(i, " ")
	}
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	for v := range c {
		v := v + 100
		fmt.Print(v, " ")
	}
	switch x := any(5).(type) {
	case int:
		x *= 2
		fmt.Print(x, " ")
	case string, bool:
		_ = x
	default:
		fmt.Print(x)
	}
	d := make(chan string, 1)
	d <- "s"
	select {
	case v, ok := <-d:
		v += "?"
		ok = !ok
		fmt.Println(v, ok)
	default:
	}
	for i := 0; i < 2; i++ {
		for i := range 2 {
			i := i + 5
			fmt.Print(i)
		}
	}
	fmt.Println(f(1, nil))
	fmt.Println(f(2, errors.New("in")))
	fmt.Println(f(3, nil))
	for k, v := range map[string]int{"a": 1} {
		k, v := v, k
		fmt.Println(k, v)
	}
	for _, r := range "ab" {
		r := string(r) + "-"
		fmt.Print(r)
	}
	x := 1
	if x := x + 1; x > 1 {
		x := x * 10
		fmt.Print(x)
	}
	switch x := x + 5; {
	case x > 5:
		x := x * 3
		fmt.Print(" ", x)
	}
	fmt.Println(" ", x)
	var err error
	func() {
		_, err := fmt.Sscan("q", &x)
		_ = err
	}()
	fmt.Println(err)
	type int string
	var s int = "shadowed type"
	fmt.Println(s)
	len := func(string) string { return "len!" }
	fmt.Println(len("x"))
	true := false
	fmt.Println(true, !true)
	nil := 0
	fmt.Println(nil)
	string := "str"
	fmt.Println(string)
}

func main() { Main() }
