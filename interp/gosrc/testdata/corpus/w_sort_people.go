package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type Person struct {
	Name string
	Age  int
	City string
}
type By func(a, b *Person) bool
type sorter struct {
	ps []Person
	by By
}

func (s *sorter) Len() int           { return len(s.ps) }
func (s *sorter) Swap(i, j int)      { s.ps[i], s.ps[j] = s.ps[j], s.ps[i] }
func (s *sorter) Less(i, j int) bool { return s.by(&s.ps[i], &s.ps[j]) }
func (by By) Sort(ps []Person)       { sort.Sort(&sorter{ps, by}) }

type multi []func(a, b Person) int

func (m multi) cmp(a, b Person) int {
	for _, f := range m {
		if c := f(a, b); c != 0 {
			return c
		}
	}
	return 0
}
func bubble[T cmp.Ordered](xs []T) (swaps int) {
	for n := len(xs); n > 1; n-- {
		for i := 1; i < n; i++ {
			if xs[i] < xs[i-1] {
				xs[i], xs[i-1] = xs[i-1], xs[i]
				swaps++
			}
		}
	}
	return
}
func quick[T any](xs []T, less func(a, b T) bool) []T {
	if len(xs) < 2 {
		return xs
	}
	p := xs[len(xs)/2]
	var l, m, r []T
	for _, x := range xs {
		switch {
		case less(x, p):
			l = append(l, x)
		case less(p, x):
			r = append(r, x)
		default:
			m = append(m, x)
		}
	}
	return append(append(quick(l, less), m...), quick(r, less)...)
}
func merge(a, b []int) []int {
	out := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
func msort(xs []int) []int {
	if len(xs) <= 1 {
		return xs
	}
	return merge(msort(xs[:len(xs)/2]), msort(xs[len(xs)/2:]))
}
func Main() {
	ps := []Person{{"Bob", 30, "Rome"}, {"Al", 25, "Oslo"}, {"Cy", 30, "Bern"}, {"Di", 25, "Rome"}}
	By(func(a, b *Person) bool { return a.Name < b.Name }).Sort(ps)
	fmt.Println(ps)
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Age < ps[j].Age })
	fmt.Println(ps)
	m := multi{func(a, b Person) int { return strings.Compare(a.City, b.City) }, func(a, b Person) int { return b.Age - a.Age }}
	slices.SortStableFunc(ps, m.cmp)
	fmt.Printf("%v\n", ps)
	i, found := slices.BinarySearchFunc(ps, "Oslo", func(p Person, c string) int { return strings.Compare(p.City, c) })
	fmt.Println(i, found, sort.SearchInts([]int{1, 3, 5}, 4))
	xs := []string{"pear", "fig", "apple"}
	fmt.Println(bubble(xs), xs)
	fmt.Println(quick([]float64{3, 1, 2, 3}, func(a, b float64) bool { return a > b }), msort([]int{5, 2, 9, 1, 5}))
	s := sort.StringSlice{"b", "a"}
	s.Sort()
	fmt.Println(s, sort.IsSorted(s), slices.IsSorted([]int{2, 1}))
	idx := []int{0, 1, 2, 3}
	slices.SortFunc(idx, func(a, b int) int { return cmp.Compare(ps[a].Name, ps[b].Name) })
	fmt.Println(idx)
	slices.SortFunc(ps, func(a, b Person) int { return -cmp.Compare(a.Age, b.Age) })
	fmt.Println(ps[0].Age, slices.MaxFunc(ps, func(a, b Person) int { return len(a.Name) - len(b.Name) }).Name)
	u := slices.Compact(slices.Sorted(slices.Values([]int{3, 1, 3, 2, 1})))
	fmt.Println(u, slices.Contains(u, 2), slices.Index(u, 3), slices.Equal(u, []int{1, 2, 3}))
}

func main() { Main() }
