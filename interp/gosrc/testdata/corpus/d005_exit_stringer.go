package main

import (
	"fmt"
)

type Status struct{ s string }

func (s Status) String() string { return "status:" + s.s }

type Level int

func main() {
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
		panic(Level(3))
	}()
	panic(Status{"bad"})
}
