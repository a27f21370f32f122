package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"
)

type T int

func f(n int) int { fmt.Print("f", n, " "); return n }

func classify(v any) (s string) {
	switch v := v.(type) {
	case int8, int16:
		s = fmt.Sprintf("small %v", v)
	case T:
		s = fmt.Sprint("T", int(v)+1)
	case func(int) int:
		s = fmt.Sprint("func", v(1))
	case []any:
		for _, x := range v {
			s += classify(x) + ","
		}
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			s += k + "=" + classify(v[k]) + ";"
		}
	case error, fmt.Stringer:
		s = fmt.Sprintf("printable %v", v)
	case *T:
		*v = 9
		s = "ptr"
	default:
		s = fmt.Sprintf("<%T>", v)
	}
	return
}

func main() {
	switch x := f(2); f(x + 1) {
	case f(1), f(3):
		fmt.Println("three")
	case f(4):
		fmt.Println("four")
	}
	switch {
	case f(0) == 1:
	case f(5) > 4:
		fmt.Println("gt")
		fallthrough
	case false:
		fmt.Println("fell")
		fallthrough
	default:
		fmt.Println("def")
	}
	switch c := 'x'; c {
	case 'a', 'e', 'i':
		fmt.Println("vowel")
	default:
		fmt.Println("other", string(c))
	case 'y':
		fmt.Println("y")
	}
	switch s := "b"; {
	case s < "a":
	case s == "b" && len(s) == 1:
		fmt.Println("b!")
	}
	var e any = 3
	switch e {
	case "3":
		fmt.Println("string")
	case 3.0:
		fmt.Println("float")
	case 3:
		fmt.Println("int")
	}
	t := T(1)
	for _, v := range []any{int8(1), t, func(i int) int { return i * 5 }, []any{1, T(2), nil}, map[string]any{"b": 1, "a": T(0)}, errors.New("e"), time.Second, &t, struct{}{}, [1]int{}, 'r'} {
		fmt.Println(classify(v))
	}
	fmt.Println(t)
	switch true {
	case t == 9:
		fmt.Println("nine")
	}
	for i := 0; i < 5; i++ {
		switch i {
		case 1:
			continue
		case 3:
			break
		default:
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	switch a := [2]int{1, 2}; a {
	case [2]int{1, 2}:
		fmt.Println("arr")
	}
	switch p := (struct{ x, y int }{1, 2}); p {
	case struct{ x, y int }{1, 2}:
		fmt.Println("pt")
	}
	switch err := error(nil); err {
	case nil:
		fmt.Println("no error")
	}
}
