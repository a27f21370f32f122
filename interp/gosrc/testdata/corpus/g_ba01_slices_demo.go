package main

import (
	"fmt"
	"sort"
	"strings"
)

type Person struct {
	Name string
	Age  int
	Tags []string
}

type People []Person

func (p People) Len() int           { return len(p) }
func (p People) Less(i, j int) bool { return p[i].Age < p[j].Age }
func (p People) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }
func (p People) Filter(f func(Person) bool) (out People) {
	for _, x := range p {
		if f(x) {
			out = append(out, x)
		}
	}
	return
}
func (p People) Names() []string {
	names := make([]string, len(p))
	for i := range p {
		names[i] = p[i].Name
	}
	return names
}

func (p *People) Add(name string, age int, tags ...string) *Person {
	*p = append(*p, Person{name, age, tags})
	return &(*p)[len(*p)-1]
}

func remove(s []int, i int) []int { return append(s[:i], s[i+1:]...) }

func rotate(s []int, k int) {
	k %= len(s)
	copy(s, append(s[k:], s[:k]...))
}

func modify(s []int, a [3]int, m map[string]int, p *Person, q Person) {
	s[0] = 100
	s = append(s, 1, 2, 3)
	s[1] = 200
	a[0] = 300
	m["x"] = 1
	p.Age++
	q.Age = -1
	q.Tags[0] = "shared"
}

func main() {
	a := [5]int{1, 2, 3, 4, 5}
	s := a[1:3]
	fmt.Println(s, len(s), cap(s))
	s = append(s, 99)
	fmt.Println(a, s)
	s = append(s, 100, 101)
	s[0] = -1
	fmt.Println(a, s, len(s), cap(s))
	t := a[1:2:3]
	t = append(t, 7)
	t = append(t, 8)
	fmt.Println(a, t, len(t), cap(t))
	fmt.Println(remove([]int{1, 2, 3, 4}, 1))
	r := []int{1, 2, 3, 4, 5}
	rotate(r, 2)
	fmt.Println(r)
	var people People
	ann := people.Add("Ann", 31, "x", "y")
	ann.Age = 40
	bob := people.Add("Bob", 25)
	people.Add("Cy", 35, strings.Split("p,q", ",")...)
	bob.Age = 26
	ann.Age = 50
	fmt.Printf("%v\n%+v\n", people, people[0])
	sort.Sort(people)
	fmt.Println(people.Names(), people[0].Tags == nil, len(people[1].Tags))
	sort.Sort(sort.Reverse(people))
	fmt.Println(people.Filter(func(p Person) bool { return p.Age > 30 }).Names(), bob.Name)
	x, arr, m := []int{1, 2, 3}, [3]int{1, 2, 3}, map[string]int{}
	p, q := &Person{Name: "p"}, Person{Tags: []string{"own"}}
	modify(x, arr, m, p, q)
	fmt.Println(x, arr, m, *p, q)
	grid := make([][]string, 3)
	for i := range grid {
		grid[i] = strings.Split(strings.Repeat(".", 3), "")
	}
	grid[1][1] = "X"
	for _, row := range grid {
		fmt.Println(strings.Join(row, " "))
	}
	b := grid[0]
	c := make([]string, 2)
	n := copy(c, b)
	b[0] = "!"
	fmt.Println(n, c, b, grid[0])
	var nilS []int
	empty := []int{}
	fmt.Println(nilS == nil, empty == nil, len(nilS), nilS, empty)
	fmt.Printf("%#v %#v %T\n", nilS, empty, people)
	for i, v := range nilS {
		fmt.Println("never", i, v)
	}
	matrix := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	other := matrix
	other[0][0] = 9
	fmt.Println(matrix, other, matrix == other, len(matrix), len(matrix[0]))
	pm := &matrix
	for i := range pm {
		for j := range pm[i] {
			pm[i][j] *= 2
		}
	}
	fmt.Println(matrix, sum(matrix[0][:]...), sum())
	stack := []rune("abc")
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		fmt.Print(string(top), len(stack), cap(stack) >= 3, " ")
	}
	fmt.Println()
	words := strings.Fields("the cat the dog a cat the end")
	freq := map[string]int{}
	for _, w := range words {
		freq[w]++
	}
	type kv struct {
		k string
		v int
	}
	var list []kv
	for k, v := range freq {
		list = append(list, kv{k, v})
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].v != list[j].v {
			return list[i].v > list[j].v
		}
		return list[i].k < list[j].k
	})
	fmt.Println(list, freq)
	defer func() { fmt.Println("panic:", recover()) }()
	idx := 5
	fmt.Println(a[idx%5:idx], x[idx])
}

func sum(xs ...int) (t int) {
	for _, x := range xs {
		t += x
	}
	return
}
