package main

import (
	"fmt"
)

func Main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for i := range 3 {
		fs = append(fs, func() int { return i * 10 })
	}
	for _, s := range []string{"a", "bb"} {
		fs = append(fs, func() int { return len(s) })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	for i := 0; i < 6; i++ {
		if i%2 == 0 {
			continue
		}
		defer func() { fmt.Println("deferred", i) }()
		if i == 5 {
			i = 10
		}
	}
outer:
	for i := range 3 {
		for j := range 3 {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, ";")
		}
	}
	fmt.Println()
	for range 2 {
		fmt.Print("x")
	}
	for i, r := range "hé" {
		fmt.Print(i, string(r))
	}
	fmt.Println(min(3, 1, 2), max(2.5, 1), min("b", "a"))
	m := map[string]int{"a": 1}
	clear(m)
	fmt.Println(len(m))
	var u uint8
	for u = range 3 {
	}
	fmt.Println(u)
	for n := 0; ; {
		if n++; n > 2 {
			fmt.Println(n)
			break
		}
	}
	for again := true; again; {
		func() { again = false }()
		fmt.Println(again)
	}
}

func main() { Main() }
