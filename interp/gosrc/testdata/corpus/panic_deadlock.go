package main

import "fmt"

func main() {
	ch := make(chan int)
	go func() {
		for v := range ch {
			fmt.Println("got", v)
		}
	}()
	ch <- 1
	ch <- 2
	done := make(chan bool)
	<-done
}
