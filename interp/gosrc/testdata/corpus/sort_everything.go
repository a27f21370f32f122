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

type lessFunc func(p, q *Person) bool
type multi struct {
	people []Person
	less   []lessFunc
}

func (m *multi) Len() int      { return len(m.people) }
func (m *multi) Swap(i, j int) { m.people[i], m.people[j] = m.people[j], m.people[i] }
func (m *multi) Less(i, j int) bool {
	p, q := &m.people[i], &m.people[j]
	for _, f := range m.less {
		if f(p, q) {
			return true
		}
		if f(q, p) {
			return false
		}
	}
	return false
}

func main() {
	ps := []Person{{"Al", 30}, {"Bo", 25}, {"Cy", 30}, {"Di", 25}}
	sort.Stable(ByAge(ps))
	fmt.Println(ps)
	sort.Sort(sort.Reverse(ByAge(ps)))
	fmt.Println(ps[0].Age, ps[3].Age, sort.IsSorted(ByAge(ps)))
	name := func(p, q *Person) bool { return p.Name < q.Name }
	age := func(p, q *Person) bool { return p.Age > q.Age }
	sort.Sort(&multi{ps, []lessFunc{age, name}})
	fmt.Println(ps)
	sort.Slice(ps, func(i, j int) bool { return ps[i].Name > ps[j].Name })
	fmt.Println(ps)
	slices.SortFunc(ps, func(a, b Person) int { return cmp.Or(cmp.Compare(a.Age, b.Age), strings.Compare(b.Name, a.Name)) })
	fmt.Println(ps)
	xs := sort.IntSlice{3, 1, 2}
	xs.Sort()
	fmt.Println(xs, xs.Search(2), sort.SearchInts(xs, 9), sort.SearchStrings([]string{"a", "c"}, "b"))
	fmt.Println(sort.Search(100, func(i int) bool { return i*i >= 50 }))
	i, found := sort.Find(len(ps), func(i int) int { return strings.Compare("Cy", ps[i].Name) })
	_, _ = i, found
	words := []string{"banana", "kiwi", "apple", "fig"}
	slices.SortStableFunc(words, func(a, b string) int { return len(a) - len(b) })
	fmt.Println(words, slices.IsSorted(words), slices.Max(words), slices.MinFunc(ps, func(a, b Person) int { return a.Age - b.Age }))
	fs := []float64{2.5, math.NaN(), -1, math.Inf(1)}
	sort.Float64s(fs)
	fmt.Println(fs)
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 1}), slices.Equal(xs, []int{1, 2, 3}), slices.Index(words, "kiwi"), slices.Contains(words, "x"))
	idx, ok := slices.BinarySearchFunc(ps, 30, func(p Person, a int) int { return p.Age - a })
	fmt.Println(idx, ok, len(slices.Repeat(words, 2)))
}
