package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	wg.Done()
	defer func() {
		fmt.Println(recover())
		var mu sync.Mutex
		mu.Lock()
		mu.Unlock()
		fmt.Println("ok")
	}()
	wg.Done()
}
