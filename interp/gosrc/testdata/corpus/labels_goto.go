package main

import "fmt"

func Main() {
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	i := 0
loop:
	if i < 3 {
		fmt.Print(i)
		i++
		goto loop
	}
	fmt.Println()
	for i := range 5 {
		switch {
		case i == 1:
			continue
		case i == 3:
			break
		default:
			fmt.Print("d", i, " ")
		}
	}
	fmt.Println()
L:
	for {
		switch i {
		case 3:
			i++
			fallthrough
		case 4:
			fmt.Println("four", i)
			i = 10
		default:
			break L
		}
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
sel:
	for {
		select {
		case v, ok := <-ch:
			if !ok {
				break sel
			}
			fmt.Println("got", v)
		}
	}
	switch x := 5; {
	case x > 3:
		fmt.Println("big")
		fallthrough
	case x > 100:
		fmt.Println("fell")
	case x > 1:
		fmt.Println("no")
	}
	switch s := "b"; s {
	case "a", "b":
		fmt.Println("ab")
	case "c":
	}
blk:
	switch {
	default:
		if i > 5 {
			break blk
		}
		fmt.Println("unreached")
	}
	for r, n := range []int{10, 20} {
	inner:
		for {
			switch r {
			case 0:
				break inner
			case 1:
				break inner
			}
		}
		fmt.Print(r, n, ";")
	}
	fmt.Println()
}

func main() { Main() }
