package main

import (
	"fmt"
)

type E struct {
	Code int
	Msg  string
}

func (e E) Error() string { return fmt.Sprintf("E%d: %s", e.Code, e.Msg) }

func main() {
	fmt.Println("before")
	panic(E{7, "bad thing"})
}
