package main

import (
	"fmt"
)

func avg(xs ...int) int {
	t := 0
	for _, x := range xs {
		t += x
	}
	return t / len(xs)
}

func main() {
	defer fmt.Println("bye")
	fmt.Println(avg(1, 2, 3))
	fmt.Println(avg())
}
