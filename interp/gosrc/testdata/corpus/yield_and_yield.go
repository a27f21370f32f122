package main

import "fmt"

func Main() {
	for e := range func(yield func(int) bool) {
		_ = yield(1) && yield(2)
	} {
		fmt.Println(e)
	}
	for e := range func(yield func(int) bool) {
		_ = yield(1) && yield(2)
	} {
		_ = e
		if e == 1 {
			break
		}
	}
	for range func(yield func(bool) bool) {
		_ = yield(true) && yield(false)
	} {
		fmt.Println("x")
	}
	func() {
		for e := range func(yield func(string) bool) {
			_ = yield("a") && yield("b")
		} {
			fmt.Println(e)
		}
	}()
}

func main() { Main() }
