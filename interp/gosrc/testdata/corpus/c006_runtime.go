package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(runtime.NumGoroutine() >= 1, runtime.NumCPU() > 0, runtime.GOOS != "")
	done := make(chan bool)
	go func() {
		runtime.Gosched()
		close(done)
	}()
	<-done
	defer func() {
		r := recover()
		if re, ok := r.(runtime.Error); ok {
			fmt.Println("runtime error:", re.Error())
		}
	}()
	var a []int
	_ = a[3]
}
