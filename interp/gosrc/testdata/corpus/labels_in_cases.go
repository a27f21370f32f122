package main

import "fmt"

func Main() {
	for x := range 3 {
		switch x {
		case 1:
			fmt.Println("first")
		L1:
			for i := 0; i < 3; i++ {
				for j := range 3 {
					if j == 1 {
						break L1
					}
					fmt.Println(i, j)
				}
			}
			fmt.Println("after")
		default:
			fmt.Println("d")
		L2:
			for i := 0; i < 3; i++ {
				for j := range 3 {
					if j == 1 {
						continue L2
					}
					fmt.Println(i, j)
				}
			}
		}
	}
}

func main() { Main() }
