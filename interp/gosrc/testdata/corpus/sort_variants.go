package main

import (
	"cmp"
	"fmt"
	"sort"
)

type Person struct {
	Name string
	Age  int
}
type byAge []Person

func (a byAge) Len() int           { return len(a) }
func (a byAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a byAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

type multi struct {
	ps   []Person
	less []func(a, b *Person) bool
}

func (m *multi) Len() int      { return len(m.ps) }
func (m *multi) Swap(i, j int) { m.ps[i], m.ps[j] = m.ps[j], m.ps[i] }
func (m *multi) Less(i, j int) bool {
	p, q := &m.ps[i], &m.ps[j]
	for _, l := range m.less {
		switch {
		case l(p, q):
			return true
		case l(q, p):
			return false
		}
	}
	return false
}

type lenSorter struct{ sort.StringSlice }

func (l lenSorter) Less(i, j int) bool { return len(l.StringSlice[i]) < len(l.StringSlice[j]) }

func bubble(xs []int) (swaps int) {
	for i := range xs {
		for j := 0; j < len(xs)-1-i; j++ {
			if xs[j] > xs[j+1] {
				xs[j], xs[j+1] = xs[j+1], xs[j]
				swaps++
			}
		}
	}
	return
}

func insertion[T cmp.Ordered](xs []T) {
	for i := 1; i < len(xs); i++ {
		for j := i; j > 0 && xs[j] < xs[j-1]; j-- {
			xs[j], xs[j-1] = xs[j-1], xs[j]
		}
	}
}

func Main() {
	ps := []Person{{"Al", 30}, {"Bo", 25}, {"Cy", 30}, {"Di", 20}}
	sort.Sort(byAge(ps))
	fmt.Println(ps[0], ps[1])
	sort.Stable(sort.Reverse(byAge(ps)))
	fmt.Println(ps[len(ps)-1])
	m := &multi{ps, []func(a, b *Person) bool{
		func(a, b *Person) bool { return a.Age > b.Age },
		func(a, b *Person) bool { return a.Name < b.Name },
	}}
	sort.Sort(m)
	fmt.Println(m.ps)
	sort.Slice(ps, func(i, j int) bool { return ps[i].Name > ps[j].Name })
	fmt.Println(ps)
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Age < ps[j].Age })
	fmt.Println(ps, sort.SliceIsSorted(ps, func(i, j int) bool { return ps[i].Age < ps[j].Age }))
	xs := []int{5, 2, 4, 1}
	fmt.Println(bubble(xs), xs, sort.IntsAreSorted(xs), sort.SearchInts(xs, 4))
	ss := []string{"pear", "fig", "banana"}
	insertion(ss)
	fmt.Println(ss)
	sort.Sort(lenSorter{ss})
	fmt.Println(ss)
	i := sort.Search(100, func(i int) bool { return i*i >= 50 })
	fmt.Println(i)
	fs := []float64{2.5, -1, 3}
	sort.Float64s(fs)
	fmt.Println(fs)
	keys := map[string]int{"b": 2, "a": 1, "c": 0}
	names := make([]string, 0, len(keys))
	for k := range keys {
		names = append(names, k)
	}
	sort.Slice(names, func(i, j int) bool { return keys[names[i]] < keys[names[j]] })
	fmt.Println(names)
	sort.Sort(sort.Reverse(sort.IntSlice(xs)))
	fmt.Println(xs)
	ptrs := []*Person{{"Z", 1}, {"Y", 2}}
	sort.Slice(ptrs, func(i, j int) bool { return ptrs[i].Name < ptrs[j].Name })
	fmt.Println(*ptrs[0], ptrs[1].Name)
	idx := []int{0, 1, 2, 3}
	sort.Slice(idx, func(a, b int) bool { return ps[idx[a]].Name < ps[idx[b]].Name })
	fmt.Println(idx)
}

func main() { Main() }
