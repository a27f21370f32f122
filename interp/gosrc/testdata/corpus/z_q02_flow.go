package main

import (
	"fmt"
	"strconv"
)

type Weekday uint

const (
	Sunday Weekday = iota + 1
	Monday
	_
	Wednesday
	mask = 1 << iota
	big  = 1 << (iota * 10)
)

const (
	KB float64 = 1 << (10 * (iota + 1))
	MB
)

func classify(n int) (out string) {
	switch {
	case n < 0:
		out += "neg "
		fallthrough
	case n == 0:
		out += "nonpos "
	case n > 100:
		return "big"
	default:
		out += "pos "
	}
	switch m := n % 3; m {
	case 0:
		out += "div3"
	case 1, -1:
		out += "one"
	default:
		out += "two"
	}
	return
}

func find(grid [][]int, want int) (x, y int, ok bool) {
search:
	for y = range grid {
		for x = range grid[y] {
			switch v := grid[y][x]; {
			case v == want:
				ok = true
				break search
			case v < 0:
				continue search
			}
		}
	}
	return
}

func collatz(n int) (steps int) {
loop:
	if n == 1 {
		return
	}
	if n%2 == 0 {
		n /= 2
	} else {
		n = 3*n + 1
	}
	steps++
	goto loop
}

func deferred() (n int, err error) {
	for i := range 3 {
		defer func() { n += i * 10 }()
	}
	defer fmt.Println("args", n)
	n = 5
	defer func(v int) { fmt.Println("v", v, n) }(n)
	return n * 2, nil
}

func main() {
	for _, n := range []int{-4, 0, 7, 101, 9, -1} {
		fmt.Print(classify(n), "; ")
	}
	fmt.Println()
	fmt.Println(find([][]int{{1, -1, 5}, {2, 5, 3}}, 5))
	fmt.Println(find(nil, 5))
	fmt.Println(collatz(27), Sunday, Monday, Wednesday, mask, big, KB, MB)
	fmt.Println(deferred())
	var fs []func() int
	for i := 0; i < 3; i++ {
		i := i * i
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i, r := range "aé😀\xff" {
		fmt.Printf("%d:%c(%d) ", i, r, r)
	}
	fmt.Println()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println("copy", v)
		}
	}
	for i, v := range &arr {
		arr[2] = 20
		if i == 2 {
			fmt.Println("ptr", v)
		}
	}
	sl := []int{1, 2, 3}
	for i := range sl {
		sl = append(sl, i)
	}
	fmt.Println(sl, len(sl))
	m := map[int]bool{1: true, 2: true, 3: true}
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
	a, b := []int{1, 2, 3, 4}, []int(nil)
	b = append(b, a[:2]...)
	c := a[1:3]
	c = append(c, 99)
	fmt.Println(a, b, c, copy(a, a[1:]), a, b == nil)
	d := a[:2:2]
	d = append(d, 7)
	fmt.Println(a, d, len(a[2:]), min(3, 1, 2), max(2.5, 1))
	clear(a[:1])
	x, y := 1, 2
	x, y = y, x+y
	a[x-2], x = 5, 0
	fmt.Println(a, x, y)
	if v, err := strconv.Atoi("12x"); err != nil {
		fmt.Println(v, err)
	} else if v > 3 {
		fmt.Println("no")
	}
	var z struct {
		A, B int
		C    []string
	}
	z.C = append(z.C, "q")
	w := z
	w.C[0], w.A = "r", 1
	fmt.Printf("%+v %+v %t\n", z, w, struct{ X int }{1} == struct{ X int }{1})
}
