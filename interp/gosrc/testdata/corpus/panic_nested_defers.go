package main

import (
	"fmt"
)

type stage string

func (s stage) String() string { return "stage<" + string(s) + ">" }

func cleanup(n int) {
	defer func() {
		r := recover()
		fmt.Println("cleanup", n, "recovered", r)
		if n > 1 {
			panic(fmt.Sprintf("cleanup %d failed after %v", n, r))
		}
	}()
	if n%2 == 0 {
		panic(stage("even"))
	}
	panic(n)
}

func run() {
	defer func() { fmt.Println("outer sees", recover()) }()
	defer cleanup(1)
	defer func() {
		defer func() { fmt.Println("inner sees", recover()) }()
		cleanup(2)
	}()
	fmt.Println("running")
	panic("main trouble")
}

func main() {
	run()
	func() {
		defer func() {
			fmt.Println("first", recover())
			fmt.Println("second", recover())
		}()
		defer func() { panic("b") }()
		panic("a")
	}()
	defer fmt.Println("last words")
	defer func() {
		r := recover()
		panic(fmt.Errorf("wrapped: %v", r))
	}()
	cleanup(2)
}
