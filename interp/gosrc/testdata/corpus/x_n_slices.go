package main

import (
	"fmt"
	"slices"
	"strings"
)

type P struct{ X, Y int }
type Grid [3][3]rune

func (g Grid) String() string {
	var b strings.Builder
	for _, row := range g {
		for _, c := range row {
			if c == 0 {
				c = '.'
			}
			b.WriteRune(c)
		}
		b.WriteByte('/')
	}
	return b.String()
}
func (g *Grid) Set(r, c int, v rune) { g[r][c] = v }
func (g Grid) With(r, c int, v rune) Grid {
	g[r][c] = v
	return g
}

func modify(s []int)         { s[0] = 99; s = append(s, 1); s[1] = 98 }
func modifyArr(a [3]int)     { a[0] = 99 }
func modifyP(a *[3]int)      { a[0] = 99; a[1]++ }
func variadic(xs ...int) int { xs = append(xs, 0); xs[0] = -1; return len(xs) }

func main() {
	a := make([]int, 3, 10)
	b := a[1:2]
	b = append(b, 7)
	fmt.Println(a, b, len(b), cap(b))
	b = append(b[:1:1], 8)
	fmt.Println(a, b)
	modify(a)
	fmt.Println(a, a[:4])
	arr := [3]int{1, 2, 3}
	modifyArr(arr)
	modifyP(&arr)
	fmt.Println(arr, variadic(), variadic(arr[:]...), arr)
	c := []int{1, 2, 3, 4, 5}
	copy(c[1:], c)
	fmt.Println(c, copy(c, []int{9, 9}), c)
	c = append(c[:1], c[2:]...)
	fmt.Println(c, len(c), cap(c))
	c = slices.Insert(c, 1, 50, 51)
	c = slices.Delete(c, 0, 1)
	fmt.Println(c, slices.Index(c, 51), slices.Contains(c, 4), slices.Max(c))
	var g Grid
	g.Set(1, 1, 'X')
	h := g.With(0, 0, 'O')
	fmt.Println(g, h, g == h, g == Grid{1: {1: 'X'}})
	ms := map[string]P{"a": {1, 2}}
	p := ms["a"]
	p.X = 50
	fmt.Println(ms, p)
	mp := map[string]*P{"a": {1, 2}}
	mp["a"].X++
	fmt.Println(*mp["a"])
	mm := map[P]map[string]int{}
	if mm[P{}] == nil {
		mm[P{}] = map[string]int{}
	}
	mm[P{}]["k"]++
	mm[P{}]["k"] += 5
	fmt.Println(mm)
	sl := map[string][]int{}
	sl["x"] = append(sl["x"], 1, 2)
	sl["x"][0]++
	fmt.Println(sl, len(sl["none"]))
	ar := map[int][2]int{1: {5, 6}}
	t := ar[1]
	t[0] = 0
	fmt.Println(ar, t, ar[2])
	structs := []P{{1, 2}, {3, 4}}
	for _, s := range structs {
		s.X = 100
	}
	for i := range structs {
		structs[i].Y *= 10
	}
	q := &structs[0]
	structs = append(structs, P{5, 6})
	q.X = -1
	fmt.Println(structs, *q)
	type node struct {
		v    int
		next *node
	}
	var head *node
	for i := range 4 {
		head = &node{i, head}
	}
	for n := head; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	pp := &head
	for *pp != nil {
		if (*pp).v%2 == 0 {
			*pp = (*pp).next
		} else {
			pp = &(*pp).next
		}
	}
	fmt.Println(head.v, head.next.v, head.next.next)
	x := [...]string{2: "c", 0: "a"}
	y := x
	y[1] = "b"
	fmt.Printf("%q %q %d %t\n", x, y, len(x), x == y)
	var nested [2][]int
	nested2 := nested
	nested2[0] = append(nested2[0], 1)
	nested[1] = []int{5}
	fmt.Println(nested, nested2)
	s3 := []byte("hello")
	s4 := string(s3)
	s3[0] = 'J'
	fmt.Println(s4, string(s3))
	var caps []int
	var gr []int
	last := -1
	for i := range 40 {
		gr = append(gr, i)
		if cap(gr) != last {
			last = cap(gr)
			caps = append(caps, last)
		}
	}
	fmt.Println(caps)
	matrix := make([][]int, 3)
	for i := range matrix {
		matrix[i] = make([]int, i+1)
		for j := range matrix[i] {
			matrix[i][j] = i * j
		}
	}
	fmt.Println(matrix, len(matrix[2]))
	clear(matrix[2])
	clear(ms)
	fmt.Println(matrix, ms)
	e := [0]int{}
	for range e {
		fmt.Println("never")
	}
	fmt.Println(e, [2]struct{}{}, len([5]int{}), slices.Equal([]int{}, nil))
	ptr := &arr
	for i := range ptr {
		ptr[i] += i
	}
	fmt.Println(arr, len(ptr), ptr[1:], *ptr)
	ap := (*[2]int)(a[:2])
	ap[0] = 1234
	fmt.Println(a[0], [2]int(a))
	anon := []struct {
		n int
		s string
	}{{1, "a"}, {n: 2}}
	anon[1].s += "z"
	fmt.Printf("%v %+v\n", anon, anon)
	fn := []func(int) int{func(i int) int { return i + 1 }, func(i int) int { return i * i }}
	v := 3
	for _, f := range fn {
		v = f(v)
	}
	fmt.Println(v)
	chunk := slices.Collect(slices.Chunk([]int{1, 2, 3, 4, 5}, 2))
	fmt.Println(chunk, slices.Compact([]int{1, 1, 2, 2, 1}))
	pos, found := slices.BinarySearch([]int{1, 3, 5}, 4)
	fmt.Println(pos, found)
}
