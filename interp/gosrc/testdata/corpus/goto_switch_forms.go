package main

import (
	"fmt"
	"io"
)

type Level int

func sw(n int) (out string) {
	switch {
	case n < 0:
		out = "neg"
	case n == 0, n == 1:
		out = "small"
		fallthrough
	case n == 100:
		out += "+ft"
	default:
		out = "big"
		if n > 50 {
			break
		}
		out += "ish"
	}
	return
}

func sideEffects() {
	calls := []string{}
	f := func(s string, v int) int { calls = append(calls, s); return v }
	switch f("tag", 2) {
	case f("a", 1), f("b", 2), f("c", 3):
		calls = append(calls, "hit")
	case f("d", 4):
	}
	switch x := f("init", 5); {
	case x > f("cmp", 4):
		calls = append(calls, "greater")
	}
	switch f("only", 1); true {
	case false:
	default:
		calls = append(calls, "def")
	}
	fmt.Println(calls)
}

func anyswitch(v any) string {
	switch v {
	case 1:
		return "int 1"
	case "1":
		return "string 1"
	case 1.0:
		return "float 1"
	case Level(1):
		return "Level 1"
	case nil:
		return "nil"
	case [2]int{1, 2}:
		return "arr"
	case struct{ A int }{1}:
		return "anon"
	case io.EOF:
		return "EOF"
	}
	return "?"
}

func defaultFirst(s string) string {
	switch s {
	default:
		return "default"
	case "x":
		return "x"
	}
}

func loop() {
	i := 0
loop:
	switch {
	case i < 3:
		i++
		goto loop
	}
	fmt.Println("i", i)
	for i := 0; i < 5; i++ {
		switch i {
		case 1:
			continue
		case 3:
			goto done
		}
		fmt.Print(i, " ")
	}
done:
	fmt.Println("done")
}

func bools(a, b bool) string {
	switch a {
	case b:
		return "same"
	case !b:
		return "diff"
	}
	return "never"
}

func main() {
	for _, n := range []int{-1, 0, 1, 100, 20, 70} {
		fmt.Print(sw(n), " ")
	}
	fmt.Println()
	sideEffects()
	for _, v := range []any{1, "1", 1.0, Level(1), nil, [2]int{1, 2}, struct{ A int }{1}, io.EOF, int8(1), Level(2)} {
		fmt.Print(anyswitch(v), ", ")
	}
	fmt.Println(defaultFirst("x"), defaultFirst("y"))
	loop()
	fmt.Println(bools(true, true), bools(true, false))
	switch r := 'x'; {
	case 'a' <= r && r <= 'z':
		fmt.Println("lower")
	}
	switch err := error(nil); err {
	case nil:
		fmt.Println("no error")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		switch any([]int{1}) {
		case any([]int{1}):
			fmt.Println("?")
		}
	}()
	switch c := make(chan int); c {
	case nil:
	default:
		fmt.Println("chan")
	}
}
