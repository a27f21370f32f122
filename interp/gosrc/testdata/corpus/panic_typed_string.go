package main

import "fmt"

type Reason string

func main() {
	defer func() { fmt.Println("on the way") }()
	panic(Reason("quoted \"x\"\ny"))
}
