package main

import (
	"fmt"
)

func inner() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("inner recovered", r)
			panic(fmt.Sprintf("again %v", r))
		}
	}()
	panic("first")
}

func main() {
	defer fmt.Println("main deferred")
	defer func() {
		fmt.Println("about to exit")
	}()
	inner()
}
