package main

import (
	"fmt"
	"strings"
)

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func days(m, y int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if leap(y) {
			return 29
		}
		return 28
	}
	return 31
}

func weekday(y, m, d int) int {
	t := [...]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}
	if m < 3 {
		y--
	}
	return (y + y/4 - y/100 + y/400 + t[m-1] + d) % 7
}

func Main() {
	fmt.Println("Su Mo Tu We Th Fr Sa")
	fmt.Print(strings.Repeat("   ", weekday(2024, 2, 1)))
	for d := 1; d <= days(2, 2024); d++ {
		fmt.Printf("%2d", d)
		if weekday(2024, 2, d) == 6 {
			fmt.Println()
		} else {
			fmt.Print(" ")
		}
	}
	fmt.Println()
	fmt.Println(leap(1900), leap(2000), days(2, 2023))
}

func main() { Main() }
