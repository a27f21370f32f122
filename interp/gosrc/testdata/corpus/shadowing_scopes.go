package main

import (
	"fmt"
	"strconv"
)

var x = "global"

type len2 int

func (l len2) max() int { return int(l) * 2 }

func shadowErr() (err error) {
	if _, err := strconv.Atoi("bad"); err != nil {
		_ = err
	}
	return err
}

func named() (n int, err error) {
	defer func() {
		if err != nil {
			n = -1
		}
	}()
	n, err = strconv.Atoi("12")
	if err != nil {
		return
	}
	{
		n, err := strconv.Atoi("x")
		_, _ = n, err
	}
	m, err := strconv.Atoi("oops")
	return n + m, err
}

func main() {
	fmt.Println(x)
	x := 1
	fmt.Println(x)
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(x)
	switch x := any(x).(type) {
	case int:
		x++
		fmt.Println("int", x)
	case string:
		fmt.Println(x)
	}
	string := func(i int) string { return fmt.Sprint("<", i, ">") }
	fmt.Println(string(5))
	len := 3
	cap := func(a int) int { return a + len }
	fmt.Println(len, cap(1))
	type int32 struct{ v float64 }
	true := false
	nil := 0
	fmt.Println(int32{1.5}, true, !true, nil)
	append := "append"
	print := func(args ...any) { fmt.Println(args...) }
	print(append, len2(4).max())
	fmt.Println(shadowErr())
	fmt.Println(named())
	if y, ok := any(3).(int); !ok {
		fmt.Println("no")
	} else if z := y * 2; z > 5 {
		fmt.Println(y, z)
	}
	var err error
	if a, err := strconv.Atoi("7"); err == (error)(nilErr()) {
		fmt.Println(a)
	}
	fmt.Println(err)
	func(x string2) { fmt.Println(x) }("param")
	min, max := 1, 2
	fmt.Println(min, max)
	copy := []int{1}
	for _, copy := range copy {
		fmt.Println(copy)
	}
	error := fmt.Errorf("e%d", 1)
	fmt.Println(error)
	fmt := "shadowed"
	_ = fmt
}

type string2 = string

func nilErr() error { return nil }
