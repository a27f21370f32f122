package main

import (
	"fmt"
	"strconv"
)

func fizz(n int) string {
	switch {
	case n%15 == 0:
		return "FizzBuzz"
	case n%3 == 0:
		return "Fizz"
	case n%5 == 0:
		return "Buzz"
	}
	return strconv.Itoa(n)
}

func Main() {
	for i := 1; i <= 15; i++ {
		fmt.Print(fizz(i), " ")
	}
	fmt.Println()
}

func main() { Main() }
