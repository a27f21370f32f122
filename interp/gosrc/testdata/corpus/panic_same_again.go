package main

import (
	"errors"
	"fmt"
)

var errBroken = errors.New("broken")

func main() {
	defer func() {
		r := recover()
		fmt.Println("saw", r, r == errBroken)
		panic(r)
	}()
	panic(errBroken)
}
