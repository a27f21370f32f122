package main

import "fmt"

func fall(n int) (s string) {
	switch n {
	case 1:
		s += "1"
		fallthrough
	default:
		s += "d"
		fallthrough
	case 9:
		s += "9"
	}
	return
}

func first(n int) (s string) {
	switch {
	default:
		s += "d"
		fallthrough
	case n == 1:
		s += "1"
		if n == 0 {
			break
		}
		fallthrough
	case n == 2:
		s += "2"
	}
	return
}

func main() { fmt.Println(fall(1), fall(2), fall(9), first(0), first(1), first(2), first(3)) }
