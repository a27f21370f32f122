package main

import (
	"fmt"
	"strings"
)

type Temp interface{ ~float64 }
type C float64
type F float64

func conv[A, B Temp](xs []A, f func(A) B) (out []B) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

func Main() {
	cs := []C{-40, 0, 36.6, 100}
	fs := conv(cs, func(c C) F { return F(c*9/5 + 32) })
	fmt.Printf("|%-8s|%8s|\n|%s|%s|\n", "C", "F", strings.Repeat("-", 8), strings.Repeat("-", 8))
	for i := range cs {
		fmt.Printf("|%-8.1f|%8.2f|\n", cs[i], fs[i])
	}
	fmt.Printf("%T %v\n", fs, fs)
}

func main() { Main() }
