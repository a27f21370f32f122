package main

import (
	"fmt"
	"sync"
)

func Main() {
	for i, s := 0, make([]int, 3); i < len(s); i++ {
		s[i] = i
		fmt.Println(s)
	}
	if a, b := make([]int, 2), "x"; len(a) > 1 {
		fmt.Println(a, b)
	} else if c, d := make([]int, 3), len(a); d == 0 {
		fmt.Println(c, d)
	}
	switch a, b := append([]int{1}, 2), cap([]int{1}); len(a) {
	case 2:
		fmt.Println(a, b)
	}
	var a, b = make([]int, 3), make(map[string]int, 2)
	b["x"] = len(a)
	fmt.Println(a, b)
	var e any = 5
	switch n, v := make([]int, 1), e; x := v.(type) {
	case int:
		fmt.Println(n, x)
	}
	var fs []func() int
	for i, j := 0, len(a); i < j; i, j = i+1, j-1 {
		fs = append(fs, func() int { return i*10 + j })
	}
	for _, f := range fs {
		fmt.Println(f())
	}
	p, q := new(int), &[]int{1}
	*p = 4
	fmt.Println(*p, *q, gv, gw)
	c, d := make(chan int, 1), new(sync.Mutex)
	d.Lock()
	c <- 1
	fmt.Println(<-c, len(c), cap(c))
	d.Unlock()
	x, err := 1, error(nil)
	fmt.Println(x, err)
	var n, m int = len(a), cap(a)
	fmt.Println(n, m)
}

var gv, gw = make([]int, 2), len("abc")

func main() { Main() }
