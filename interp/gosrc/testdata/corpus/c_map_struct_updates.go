package main

import (
	"fmt"
	"math"
	"strings"
)

type Item struct {
	Qty  int
	Tags []string
	Dims [2]float64
	Sub  *Item
}
type Key struct {
	Kind string
	ID   int
}
type Inventory map[Key]Item

func (inv Inventory) Update(k Key, f func(*Item)) bool {
	it, ok := inv[k]
	f(&it)
	inv[k] = it
	return ok
}

type Counter map[string]int

func (c Counter) Add(words ...string) Counter {
	for _, w := range words {
		c[w]++
	}
	return c
}
func (c Counter) Top() (best string, n int) {
	for w, k := range c {
		if k > n || k == n && w < best {
			best, n = w, k
		}
	}
	return
}

func main() {
	inv := Inventory{{"pen", 1}: {Qty: 2}, {"ink", 2}: {Tags: []string{"blue"}}}
	fmt.Println(inv.Update(Key{"pen", 1}, func(i *Item) { i.Qty *= 10; i.Dims[1] = 2.5 }), inv.Update(Key{"new", 3}, func(i *Item) { i.Sub = &Item{Qty: 7} }))
	fmt.Println(inv[Key{"pen", 1}], inv[Key{"new", 3}].Sub.Qty, len(inv))
	inv[Key{"new", 3}].Sub.Qty++
	inv[Key{"ink", 2}].Tags[0] = "red"
	fmt.Println(inv[Key{"new", 3}].Sub.Qty, inv[Key{"ink", 2}].Tags, inv[Key{"none", 0}].Tags == nil, inv[Key{}].Dims)
	if it, ok := inv[Key{"ink", 2}]; ok && len(it.Tags) == 1 {
		it.Qty = 99
		fmt.Println(it.Qty, inv[Key{"ink", 2}].Qty)
	}
	c := Counter{}.Add(strings.Fields("b a c a b a")...)
	fmt.Println(c.Top())
	fmt.Println(c)
	c["z"] += 5
	c["a"] <<= 2
	c["b"] %= 2
	c["q"]--
	fmt.Println(c)
	mm := map[string]map[int][]string{}
	add := func(k string, n int, v string) {
		inner, ok := mm[k]
		if !ok {
			inner = map[int][]string{}
			mm[k] = inner
		}
		inner[n] = append(inner[n], v)
	}
	add("x", 1, "a")
	add("x", 1, "b")
	add("y", 2, "c")
	fmt.Println(mm, len(mm["x"][1]), mm["none"][5] == nil)
	fm := map[string]func(...int) int{"sum": func(xs ...int) (s int) {
		for _, x := range xs {
			s += x
		}
		return
	}}
	fmt.Println(fm["sum"](1, 2, 3), fm["nope"] == nil)
	am := map[[2]int]*[3]bool{{1, 2}: {true}}
	am[[2]int{1, 2}][2] = true
	fmt.Println(*am[[2]int{1, 2}])
	im := map[any][]any{1: {"int"}, "1": {nil}, Key{"k", 1}: {Key{}}}
	im[1] = append(im[1], 2.5)
	fmt.Println(im[1], im["1"], im[Key{"k", 1}], im[Key{"k", 2}])
	type pair struct{ a, b any }
	pm := map[pair]int{{1, "x"}: 1}
	pm[pair{1, "x"}]++
	pm[pair{"x", 1}]--
	fmt.Println(pm[pair{1, "x"}], pm[pair{"x", 1}], len(pm))
	nan := math.NaN()
	nm := map[float64]int{nan: 1}
	nm[nan]++
	fmt.Println(len(nm), nm[nan])
	var np map[string]*Item
	fmt.Println(np["x"] == nil, len(np))
	for k, v := range np {
		fmt.Println(k, v)
	}
	fmt.Println(np["x"].Qty)
}
