package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

type Person struct {
	Name string
	Age  int
}
type ByAge []Person

func (a ByAge) Len() int           { return len(a) }
func (a ByAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a ByAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

type lessFunc func(a, b *Person) bool
type multi struct {
	ps   []Person
	less []lessFunc
}

func (m *multi) Len() int      { return len(m.ps) }
func (m *multi) Swap(i, j int) { m.ps[i], m.ps[j] = m.ps[j], m.ps[i] }
func (m *multi) Less(i, j int) bool {
	p, q := &m.ps[i], &m.ps[j]
	var k int
	for k = 0; k < len(m.less)-1; k++ {
		less := m.less[k]
		switch {
		case less(p, q):
			return true
		case less(q, p):
			return false
		}
	}
	return m.less[k](p, q)
}
func OrderedBy(l ...lessFunc) *multi { return &multi{less: l} }
func (m *multi) Sort(ps []Person)    { m.ps = ps; sort.Sort(m) }

func main() {
	ps := []Person{{"Al", 30}, {"Bo", 25}, {"Cy", 30}, {"Di", 20}, {"Ed", 25}}
	sort.Sort(ByAge(ps))
	fmt.Println(ps[0], ps[4].Age)
	sort.Sort(sort.Reverse(ByAge(ps)))
	fmt.Println(ps[4], sort.IsSorted(ByAge(ps)))
	OrderedBy(func(a, b *Person) bool { return a.Age < b.Age }, func(a, b *Person) bool { return a.Name > b.Name }).Sort(ps)
	fmt.Println(ps)
	slices.SortFunc(ps, func(a, b Person) int {
		return cmp.Or(-cmp.Compare(a.Age, b.Age), strings.Compare(a.Name, b.Name))
	})
	fmt.Println(ps)
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Name[0]%2 < ps[j].Name[0]%2 })
	fmt.Println(ps)
	xs := []int{5, 2, 9, 2}
	sort.Ints(xs)
	i := sort.SearchInts(xs, 5)
	j, found := slices.BinarySearch(xs, 3)
	k := sort.Search(100, func(n int) bool { return n*n >= 50 })
	fmt.Println(xs, i, j, found, k)
	ss := sort.StringSlice{"b", "A", "c"}
	ss.Sort()
	fmt.Println(ss, slices.IsSorted(ss))
	fmt.Println(slices.Max(xs), slices.Min(xs), slices.Index(xs, 9), slices.Contains(xs, 7), slices.Compact(xs))
	m := slices.MinFunc(ps, func(a, b Person) int { return cmp.Compare(a.Age, b.Age) })
	fmt.Println(m, slices.IndexFunc(ps, func(p Person) bool { return p.Name == "Cy" }))
	idx, ok := slices.BinarySearchFunc([]Person{{"x", 1}, {"y", 5}}, 5, func(p Person, t int) int { return p.Age - t })
	fmt.Println(idx, ok)
	fl := []float64{2.5, math.NaN(), -1, math.Inf(1)}
	slices.Sort(fl)
	fmt.Println(fl)
}
