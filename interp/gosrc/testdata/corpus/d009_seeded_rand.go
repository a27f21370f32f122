package main

import (
	"fmt"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(42))
	fmt.Println(r.Intn(100), r.Intn(100), r.Float64() < 1, r.Perm(5))
	xs := []int{1, 2, 3, 4, 5}
	r.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
	fmt.Println(xs)
	for range 100 {
		if n := rand.Intn(6) + 1; n < 1 || n > 6 {
			fmt.Println("bad", n)
		}
	}
	counts := [3]int{}
	for range 300 {
		counts[r.Intn(3)]++
	}
	fmt.Println(counts[0]+counts[1]+counts[2], counts)
}
