package main

import (
	"fmt"
	"strconv"
)

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	default:
		return "C"
	}
}

func fall(n int) (out []string) {
	switch n {
	case 1:
		out = append(out, "one")
		fallthrough
	case 2:
		out = append(out, "two")
	case 3, 4:
		out = append(out, "many")
	default:
		out = append(out, "default")
	}
	return
}

func find(xs [][]int, want int) (int, int, bool) {
	for i, row := range xs {
		for j, x := range row {
			if x == want {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

func Main() {
	fmt.Println(grade(95), grade(85), grade(10))
	fmt.Println(fall(1), fall(2), fall(4), fall(9))
	fmt.Println(find([][]int{{1, 2}, {3}}, 3))
	if x := len("abc"); x > 2 {
		fmt.Println("long", x)
	} else if x == 2 {
		fmt.Println("two")
	}
	i := 0
loop:
	if i < 3 {
		i++
		goto loop
	}
	fmt.Println(i)
	for i := 10; i > 0; i -= 3 {
		fmt.Print(i, " ")
	}
	fmt.Println()
	switch x := any("s").(type) {
	case int, string:
		fmt.Printf("%T %v\n", x, x)
	}
	var e any = 3
	switch e {
	case "3":
		fmt.Println("string")
	case 3:
		fmt.Println("int")
	}
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err)
	fmt.Printf("%5d|%-5s|%05.2f|%x|%q|%t\n", 42, "ab", 3.14159, 255, "hi", true)
}

func main() { Main() }
