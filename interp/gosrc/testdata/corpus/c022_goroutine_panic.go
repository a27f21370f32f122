package main

import (
	"fmt"
)

func main() {
	done := make(chan bool)
	go func() {
		defer fmt.Println("deferred in goroutine")
		var m map[string]int
		m["x"]++
		done <- true
	}()
	<-done
	fmt.Println("unreachable")
}
