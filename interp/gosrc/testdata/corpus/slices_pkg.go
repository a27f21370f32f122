package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Person struct {
	Name string
	Age  int
}

func Main() {
	xs := []int{3, 1, 2}
	slices.Sort(xs)
	fmt.Println(xs, slices.Contains(xs, 2), slices.Index(xs, 3), slices.Max(xs), slices.Min(xs))
	slices.Reverse(xs)
	fmt.Println(xs)
	ps := []Person{{"Bob", 30}, {"Al", 25}, {"Cy", 30}}
	slices.SortFunc(ps, func(a, b Person) int {
		if c := cmp.Compare(a.Age, b.Age); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
	fmt.Println(ps)
	slices.SortStableFunc(ps, func(a, b Person) int { return cmp.Compare(b.Age, a.Age) })
	fmt.Println(ps)
	i, ok := slices.BinarySearch([]int{1, 3, 5}, 3)
	fmt.Println(i, ok)
	fmt.Println(slices.Equal([]int{1}, []int{1}), slices.Compare([]int{1, 2}, []int{1, 3}))
	fmt.Println(slices.IndexFunc(ps, func(p Person) bool { return p.Name == "Al" }), slices.ContainsFunc(ps, func(p Person) bool { return p.Age > 40 }))
	c := slices.Clone(xs)
	c[0] = 99
	fmt.Println(xs, c, slices.Compact([]int{1, 1, 2, 2, 1}), slices.Insert([]int{1, 4}, 1, 2, 3), slices.Delete([]int{1, 2, 3, 4}, 1, 3))
	m := map[string]int{"b": 2, "a": 1, "c": 3}
	keys := slices.Collect(maps.Keys(m))
	slices.Sort(keys)
	fmt.Println(keys, slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	for i, v := range slices.Backward([]string{"x", "y"}) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	for v := range slices.Values([]string{"x", "y"}) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	m2 := maps.Clone(m)
	delete(m2, "a")
	fmt.Println(len(m), len(m2), maps.Equal(m, m2))
	maps.DeleteFunc(m, func(k string, v int) bool { return v > 1 })
	fmt.Println(m)
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println(slices.Repeat([]int{1, 2}, 2), slices.Concat([]int{1}, []int{2, 3}))
	fmt.Println(slices.MaxFunc(ps, func(a, b Person) int { return cmp.Compare(a.Name, b.Name) }))
	fmt.Println(cmp.Compare("a", "b"), min(3, 1, 2), max(2.5, 1), cmp.Or("", "x"))
}

func main() { Main() }
