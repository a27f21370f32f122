package main

import "fmt"

type tree any

func visit(t tree) {
	switch t := t.(type) {
	case int:
		fmt.Println(t)
	case []tree:
		for _, s := range t {
			visit(s)
		}
	case nil:
		fmt.Println("nil")
	default:
		fmt.Printf("unexpected %T", t)
	}
}

func main() {
	visit(1)
	visit([]tree{1, nil})
	var x tree = []tree{2}
	_, ok := x.([]tree)
	_, ok2 := x.([]any)
	fmt.Println(ok, ok2)
}
