package main

import (
	"fmt"
)

type Item struct {
	N    int
	Tags []string
	Sub  [2]struct{ V int }
}
type Bag struct {
	items []Item
	by    map[string]*Item
	arr   [3]Item
	m     map[string]Item
}

var calls int

func idx() int { calls++; return calls - 1 }

func main() {
	b := Bag{items: make([]Item, 3), by: map[string]*Item{}, m: map[string]Item{}}
	b.items[idx()].N += 5
	b.items[idx()].N++
	b.items[idx()].Tags = append(b.items[calls-1].Tags, "t")
	fmt.Println(calls, b.items)
	b.arr[1].Sub[1].V = 9
	b.arr[1].Sub[0].V--
	b.by["x"] = &b.arr[1]
	b.by["x"].N *= 3
	b.by["x"].Sub[1].V <<= 2
	fmt.Println(b.arr)
	it := b.m["new"]
	it.N = 4
	b.m["new"] = it
	fmt.Println(b.m, b.m["none"].Tags == nil, len(b.m["none"].Sub))
	words := map[string]string{}
	words["a"] += "x"
	words["a"] += "y"
	counts := map[rune]int{}
	for _, r := range "hello" {
		counts[r]++
	}
	grid := [3][4]int{}
	grid[1][2]++
	grid[idx()%3][0] = idx()
	fmt.Println(words, counts['l'], grid)
	mm := map[string]map[string][]int{"a": {}}
	mm["a"]["b"] = append(mm["a"]["b"], 1, 2)
	mm["a"]["b"][0] += 10
	fmt.Println(mm)
	x := []int{0, 1, 2}
	i := 0
	i, x[i] = 2, 100
	fmt.Println(i, x)
	x[0], x[2] = x[2], x[0]
	x[1], x[0] = x[0]+x[1], 7
	fmt.Println(x)
	a, c := 1, 2
	a, c = c, a+c
	p, q := &a, &c
	*p, *q = *q, *p
	fmt.Println(a, c)
	ptrs := []*Item{{N: 1}, {N: 2}}
	for _, p := range ptrs {
		p.N *= 10
	}
	vals := []Item{{N: 1}, {N: 2}}
	for _, v := range vals {
		v.N *= 10
	}
	for i := range vals {
		vals[i].N += 1
	}
	fmt.Println(ptrs[0].N, ptrs[1].N, vals)
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s, 99)
			s[1] = 50
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s)
	fs := map[string]func(...int) int{"sum": func(n ...int) (t int) {
		for _, v := range n {
			t += v
		}
		return
	}}
	fmt.Println(fs["sum"](), fs["sum"](1, 2), fs["sum"](s...))
	st := struct{ a, b []int }{[]int{1}, nil}
	st.a, st.b = st.b, st.a
	st.b[0] |= 6
	fmt.Println(st, len(st.a))
	var u8 [2]uint8
	u8[0]--
	u8[1] += 200
	u8[1] += 100
	fmt.Println(u8)
}
