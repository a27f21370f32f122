package main

import (
	"fmt"
	"strings"
)

func get(xs []string, i int) string { return xs[i] }

func main() {
	xs := strings.Split("a b c", " ")
	for i := 0; i <= len(xs); i++ {
		fmt.Println(get(xs, i))
	}
}
