package main

import (
	"fmt"
	"strconv"
)

var x = "package"

func f() (err error) {
	if _, err := strconv.Atoi("q"); err != nil {
		_ = err
	}
	return
}

func g() (n int, err error) {
	n, err = strconv.Atoi("12")
	if m, err := strconv.Atoi("z"); err != nil {
		n += m + 1
	}
	return
}

type string2 = string

func len2(s string) int {
	len := func(s string) int { return 42 }
	return len(s)
}

func Main() {
	fmt.Println(x)
	x := 1
	{
		x := "inner"
		fmt.Println(x)
		x = "changed"
		_ = x
	}
	fmt.Println(x)
	if x := 2; x > 1 {
		fmt.Println(x)
		x := x * 10
		fmt.Println(x)
	} else {
		fmt.Println(x)
	}
	for x := 0; x < 2; x++ {
		x := x * 100
		fmt.Print(x, " ")
	}
	fmt.Println(x)
	switch x := any(x).(type) {
	case int:
		x++
		fmt.Println(x)
	}
	a, b := 1, 2
	b, c := 3, 4
	fmt.Println(a, b, c)
	func() {
		a := a + 1
		a++
		fmt.Println(a)
	}()
	fmt.Println(a, f())
	fmt.Println(g())
	true := false
	fmt.Println(true, len2("abc"))
	string := "shadow"
	fmt.Println(string)
	var s string2 = "alias"
	fmt.Println(s)
	nil := 0
	fmt.Println(nil)
	type int float64
	var q int = 2.5
	fmt.Println(q)
	append := func(a, b float64) float64 { return a + b }
	fmt.Println(append(1, 2))
	for i, x := range []string2{"p", "q"} {
		x, i := x+"!", i+1
		fmt.Print(i, x)
	}
	fmt.Println()
	new := 5
	make := new + 1
	cap, max := 7, 8
	fmt.Println(new, make, cap, max)
}

func main() { Main() }
