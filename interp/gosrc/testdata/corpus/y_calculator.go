package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

func calc(a float64, op string, b float64) (r float64, err error) {
	switch op {
	case "+":
		r = a + b
	case "-":
		r = a - b
	case "*":
		r = a * b
	case "/":
		if b == 0 {
			err = errors.New("cannot divide by zero")
			return
		}
		r = a / b
	default:
		err = fmt.Errorf("unknown operator %q", op)
	}
	return
}
func Main() {
	for _, l := range []string{"1 + 2", "6 / 4", "1 / 0", "2 ^ 3", "x"} {
		var a, b float64
		f := strings.Fields(l)
		if len(f) != 3 {
			fmt.Println("syntax:", l)
			continue
		}
		a, _ = strconv.ParseFloat(f[0], 64)
		b, _ = strconv.ParseFloat(f[2], 64)
		if r, err := calc(a, f[1], b); err != nil {
			fmt.Println("error:", err)
		} else {
			fmt.Printf("%s = %.2f\n", l, r)
		}
	}
}

func main() { Main() }
