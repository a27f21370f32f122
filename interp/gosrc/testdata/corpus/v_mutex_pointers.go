package main

import (
	"fmt"
	"sync"
)

func Main() {
	wg := &sync.WaitGroup{}
	mu := new(sync.RWMutex)
	n := 0
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			n += i
		}()
	}
	wg.Wait()
	mu.RLock()
	fmt.Println(n)
	mu.RUnlock()
}

func main() { Main() }
