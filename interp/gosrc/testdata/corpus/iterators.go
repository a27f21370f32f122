package main

import (
	"fmt"
)

type Tree[T any] struct {
	left, right *Tree[T]
	value       T
}

func (t *Tree[T]) All(yield func(T) bool) bool {
	if t == nil {
		return true
	}
	return t.left.All(yield) && yield(t.value) && t.right.All(yield)
}

func insert(t *Tree[int], v int) *Tree[int] {
	if t == nil {
		return &Tree[int]{value: v}
	}
	if v < t.value {
		t.left = insert(t.left, v)
	} else {
		t.right = insert(t.right, v)
	}
	return t
}

func count(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func pairs(yield func(string, int) bool) {
	_ = yield("a", 1) && yield("b", 2) && yield("c", 3)
}

func find(want int) (int, bool) {
	for v := range count(10) {
		if v*v == want {
			return v, true
		}
	}
	return 0, false
}

func Main() {
	for v := range count(5) {
		if v == 1 {
			continue
		}
		if v == 4 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	for k, v := range pairs {
		fmt.Print(k, v, " ")
	}
	fmt.Println()
	fmt.Println(find(49))
	fmt.Println(find(50))
	var t *Tree[int]
	for _, v := range []int{5, 2, 8, 1} {
		t = insert(t, v)
	}
	t.All(func(v int) bool { fmt.Print(v, ","); return true })
	fmt.Println()
	sum := 0
	for v := range count(4) {
		for w := range count(v) {
			if w == 2 {
				break
			}
			sum += w + v
		}
	}
	fmt.Println(sum)
	for range count(2) {
		fmt.Print("*")
	}
	fmt.Println()
}

func main() { Main() }
