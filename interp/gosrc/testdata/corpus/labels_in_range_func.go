package main

import "fmt"

func Main() {
L1:
	for i := 0; i < 3; i++ {
		for j := range 3 {
			_ = j
			if j == 1 {
				break L1
			}
			for e := range func(yield func(int) bool) {
				_ = yield(1) && yield(2)
			} {
				fmt.Println(e)
			}
		}
		i := i * 2
		fmt.Println(func() int { return i }())
	}
}

func main() { Main() }
