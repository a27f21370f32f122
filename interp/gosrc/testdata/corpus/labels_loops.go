package main

import (
	"fmt"
)

func find(grid [][]string, want string) (r, c int, ok bool) {
search:
	for r = range grid {
		for c = range grid[r] {
			switch grid[r][c] {
			case want:
				ok = true
				break search
			case "#":
				continue search
			case "!":
				break
			}
		}
	}
	return
}

func primes(n int) (out []int) {
next:
	for i := 2; i <= n; i++ {
		for _, p := range out {
			if i%p == 0 {
				continue next
			}
		}
		out = append(out, i)
	}
	return
}

func main() {
	g := [][]string{{"a", "#", "x"}, {"!", "b", "x"}, {"c", "x", "#"}}
	fmt.Println(find(g, "x"))
	fmt.Println(find(g, "c"))
	fmt.Println(find(g, "zz"))
	fmt.Println(primes(40))
	ch := make(chan int)
	quit := make(chan bool)
	go func() {
		for i := range 5 {
			ch <- i
		}
		close(quit)
	}()
	sum := 0
loop:
	for {
		select {
		case v := <-ch:
			if v == 2 {
				continue loop
			}
			sum += v
		case <-quit:
			break loop
		}
	}
	fmt.Println("sum", sum)
outer:
	for i := 0; ; i++ {
		switch {
		case i < 3:
			continue
		case i > 6:
			break outer
		case i == 5:
			fallthrough
		default:
			fmt.Print(i, " ")
		}
		for j := range 3 {
			if j == i-3 {
				continue outer
			}
			fmt.Print("j", j, " ")
		}
	}
	fmt.Println()
blk:
	switch {
	default:
		if sum > 3 {
			break blk
		}
		fmt.Println("skipped")
	}
	i := 0
again:
	if i < 3 {
		fmt.Print("goto", i, " ")
		i++
		goto again
	}
	fmt.Println()
}
