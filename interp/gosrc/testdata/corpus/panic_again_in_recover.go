package main

import "fmt"

func main() {
	defer fmt.Println("last")
	defer func() {
		r := recover()
		panic(fmt.Sprint("again ", r))
	}()
	panic("first\nline")
}
