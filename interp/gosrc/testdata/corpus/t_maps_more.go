package main

import (
	"fmt"
	"math"
	"sort"
)

type Stats struct {
	Count int
	Sum   float64
	Tags  []string
}

func Main() {
	m := map[string]*Stats{}
	for i, k := range []string{"a", "b", "a"} {
		s, ok := m[k]
		if !ok {
			s = &Stats{}
			m[k] = s
		}
		s.Count++
		s.Sum += float64(i) / 2
		s.Tags = append(s.Tags, fmt.Sprint(k, i))
	}
	fmt.Println(len(m), *m["a"], m["b"].Tags)
	v := map[string]Stats{"x": {Count: 1}}
	s := v["x"]
	s.Count = 5
	fmt.Println(v["x"].Count, s.Count)
	v["x"] = s
	fmt.Println(v)
	mm := map[string]map[int][]string{"a": {1: {"x"}}}
	mm["a"][1] = append(mm["a"][1], "y")
	mm["b"] = map[int][]string{}
	mm["b"][2] = nil
	fmt.Println(mm, len(mm["zz"]))
	cnt := map[rune]int{}
	for _, r := range "mississippi" {
		cnt[r]++
	}
	type kv struct {
		r rune
		n int
	}
	var kvs []kv
	for r, n := range cnt {
		kvs = append(kvs, kv{r, n})
	}
	sort.Slice(kvs, func(i, j int) bool {
		return kvs[i].n > kvs[j].n || kvs[i].n == kvs[j].n && kvs[i].r < kvs[j].r
	})
	for _, e := range kvs {
		fmt.Printf("%c=%d ", e.r, e.n)
	}
	fmt.Println()
	bm := map[bool]string{true: "yes", false: "no"}
	fmt.Println(bm[1 > 0], bm)
	fm := map[float64]string{0.5: "half", 1: "one"}
	fmt.Println(fm[0.5], fm)
	am := map[[2]int]bool{{1, 2}: true}
	fmt.Println(am[[2]int{1, 2}], am[[2]int{2, 1}])
	ref := m
	delete(ref, "a")
	_, ok := m["a"]
	fmt.Println(ok, len(m))
	inv := map[int]string{}
	for k, n := range map[string]int{"one": 1, "two": 2} {
		inv[n] = k
	}
	fmt.Println(inv)
	if n, ok := map[string]int{"q": 7}["q"]; ok {
		fmt.Println("q", n)
	}
	var im map[any]any = map[any]any{"a": 1, 2: "b"}
	im[3.5] = nil
	x, ok := im[3.5]
	fmt.Println(len(im), x, ok, im["a"].(int)+1)
	total := 0
	for k := range im {
		switch k := k.(type) {
		case int:
			total += k
		case string:
			total += len(k)
		}
	}
	fmt.Println(total)
	p := map[string][]*Stats{}
	p["z"] = append(p["z"], &Stats{Count: 3})
	p["z"][0].Count *= 2
	fmt.Println(p["z"][0].Count)
	arrm := map[string][3]int{"r": {1, 2, 3}}
	fmt.Println(arrm["r"][1], len(arrm["none"]))
	ops := map[string]func(float64, float64) float64{"pow": math.Pow, "max": math.Max}
	fmt.Println(ops["pow"](2, 10), ops["max"](1, 2))
}

func main() { Main() }
