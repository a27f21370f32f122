package main

import (
	"fmt"
	"sort"
	"strings"
)

func Main() {
	s := []int{3, 1, 2}
	sort.Ints(s)
	fmt.Println(s, s[1:], s[:1], len(s), cap(s[:1]))
	s = append(s, 4, 5)
	copy(s, []int{9})
	fmt.Println(s)
	m := map[string][]int{}
	m["a"] = append(m["a"], 1)
	m["a"] = append(m["a"], 2)
	v, ok := m["b"]
	fmt.Println(m, v == nil, ok)
	delete(m, "a")
	fmt.Println(len(m))
	words := strings.Fields("the quick the lazy the end")
	counts := map[string]int{}
	for _, w := range words {
		counts[w]++
	}
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return counts[keys[i]] > counts[keys[j]] || counts[keys[i]] == counts[keys[j]] && keys[i] < keys[j]
	})
	for _, k := range keys {
		fmt.Print(k, "=", counts[k], " ")
	}
	fmt.Println()
	grid := [][]rune{[]rune("ab"), []rune("cd")}
	grid[1][0] = 'x'
	for _, row := range grid {
		fmt.Println(string(row))
	}
	var nilMap map[string]int
	fmt.Println(nilMap["a"], len(nilMap))
	b := []byte("hello")
	b[0] = 'J'
	fmt.Println(string(b), strings.ToUpper("abc"), strings.Repeat("ab", 2), strings.Split("a,b", ","))
	for i, x := range [2]string{"p", "q"} {
		fmt.Print(i, x)
	}
	fmt.Println()
	x, y := 1, 2
	x, y = y, x
	fmt.Println(x, y, 7/2, -7/2, 7%3, 1<<4, 6&3, 6|1, 6^3)
}

func main() { Main() }
