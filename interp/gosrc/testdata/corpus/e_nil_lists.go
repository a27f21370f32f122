package main

import "fmt"

func variadic(pre string, xs ...any) int { return len(xs) }

func main() {
	fmt.Println(variadic("a", nil...))
}
