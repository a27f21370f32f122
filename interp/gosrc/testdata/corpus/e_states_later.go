package main

import "fmt"

type fn func(int) fn

var a fn

func init() {
	a = func(i int) fn { fmt.Println("a", i); return b }
}
func b(i int) fn {
	fmt.Println("b", i)
	if i > 3 {
		return nil
	}
	return a
}

func main() {
	i := 0
	for st := a; st != nil; i++ {
		st = st(i)
	}
}
