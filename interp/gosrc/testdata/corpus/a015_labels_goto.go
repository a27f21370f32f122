package main

import (
	"fmt"
)

func find(grid [][]int, want int) (int, int) {
	r, c := -1, -1
outer:
	for i, row := range grid {
		for j, v := range row {
			if v < 0 {
				continue outer
			}
			if v == want {
				r, c = i, j
				break outer
			}
		}
	}
	return r, c
}

func main() {
	fmt.Println(find([][]int{{1, -1, 7}, {2, 7, 3}}, 7))
	i := 0
again:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto again
	}
	fmt.Println()
sw:
	switch {
	case i == 3:
		for {
			i++
			if i > 5 {
				break sw
			}
			if i == 100 {
				break
			}
		}
		fmt.Println("unreached")
	default:
		fmt.Println("default")
	}
	fmt.Println("i", i)
	switch i {
	case 6:
		fmt.Println("six")
		fallthrough
	case 7:
		fmt.Println("seven")
	case 8:
		fmt.Println("eight")
	}
	for j := 0; ; j++ {
		switch {
		case j == 2:
			continue
		case j > 4:
			goto end
		}
		fmt.Print("j", j, " ")
	}
end:
	fmt.Println("end")
	switch x := i * 2; {
	case x > 10:
		fmt.Println("big", x)
	}
	switch {
	}
	for n := range 3 {
		defer func() { fmt.Println("deferred", n) }()
	}
}
