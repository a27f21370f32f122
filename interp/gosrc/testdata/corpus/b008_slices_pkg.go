package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

func main() {
	s := []int{1, 2, 3, 4, 5}
	fmt.Println(slices.Insert(slices.Clone(s), 1, 9, 8), slices.Delete(slices.Clone(s), 1, 3), slices.Replace(slices.Clone(s), 0, 2, 7))
	fmt.Println(slices.Equal(s, []int{1}), slices.Compare(s, []int{1, 3}), slices.Concat(s, s[:1]), slices.Repeat([]string{"a"}, 3))
	for c := range slices.Chunk(s, 2) {
		fmt.Print(c, len(c), cap(c), " ")
	}
	fmt.Println()
	for i, v := range slices.Backward(s) {
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.Collect(slices.Values(s[2:])), slices.ContainsFunc(s, func(i int) bool { return i > 4 }))
	t := s[1:3]
	t = append(t, 100)
	fmt.Println(s, t, len(t), cap(t))
	t = append(t[:1:1], 55)
	fmt.Println(s, t)
	u := make([]int, 2, 10)
	v := append(u, 1)
	w := append(u, 2)
	fmt.Println(v, w, v[2])
	n := copy(s, s[2:])
	fmt.Println(n, s, copy(make([]byte, 3), "hello"))
	var nilS []int
	fmt.Println(nilS == nil, len(nilS), append(nilS, nilS...) == nil, nilS[:0] == nil, slices.Grow(nilS, 10) != nil)
	for range nilS {
		fmt.Println("no")
	}
	s2 := [][]int{{1}, {2, 3}}
	s2[0] = append(s2[0], s2[1]...)
	s2[1][0] = 42
	fmt.Println(s2)
	b := append([]byte("x"), "yz"...)
	fmt.Println(string(b), b[len(b)-1:])
	x := s[:0]
	for _, e := range s {
		if e%2 == 1 {
			x = append(x, e)
		}
	}
	fmt.Println(x, s)
	clear(s)
	fmt.Println(s)
	sl := []int{3, 1, 2}
	srt := slices.Sorted(slices.Values(sl))
	fmt.Println(sl, srt, slices.SortedFunc(slices.Values(sl), func(a, b int) int { return b - a }))
	arr := []string{"apple", "Banana", "cherry"}
	slices.SortStableFunc(arr, func(a, b string) int { return cmp.Compare(strings.ToLower(b), strings.ToLower(a)) })
	fmt.Println(arr)
}
