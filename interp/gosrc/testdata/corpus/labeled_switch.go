package main

import (
	"fmt"
	"strconv"
)

type In struct{ Op, Arg int }

func run(p []In) string {
	for i := 0; i < len(p); i++ {
	sw:
		switch in := p[i]; in.Op {
		case 0:
			if in.Arg > 3 {
				break sw
			}
			fmt.Println("small", in.Arg)
		case 7:
			return "halt"
		default:
			return "bad"
		}
	}
	return "end"
}

func kinds(xs ...any) (n int) {
outer:
	for _, x := range xs {
	ty:
		switch v := x.(type) {
		case int:
			if v == 0 {
				break ty
			}
			if v < 0 {
				break outer
			}
			n += v
		case string:
			continue outer
		}
		n += 100
	}
	return
}

func values(v any) string {
L:
	switch v {
	case 1, "one":
		if v == 1 {
			break L
		}
		return "string one"
	case nil:
		return "nil"
	}
	return "after"
}

func Main() {
	fmt.Println(run([]In{{0, 5}, {0, 1}, {7, 0}, {1, 0}}), run([]In{{3, 0}}), run(nil))
	fmt.Println(kinds(1, "a", 0, 2, -1, 50))
	fmt.Println(values(1), values("one"), values(nil), values(2.5))
	ch := make(chan int, 2)
	ch <- 1
loop:
	for i := 0; ; i++ {
	sel:
		select {
		case v := <-ch:
			if v == 1 {
				ch <- 2
				break sel
			}
			break loop
		default:
			fmt.Println("none")
			break loop
		}
		fmt.Println("again", i)
	}
	switch x, err := strconv.Atoi("12"); {
	case err != nil:
		fmt.Println(err)
	case x > 10:
		fmt.Println("big", x)
		fallthrough
	case x > 100:
		fmt.Println("fell")
	}
}

func main() { Main() }
