package main

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

func main() {
	m := map[int]bool{}
	for i := range 10 {
		m[i] = i%3 == 0
	}
	for k, v := range m {
		if v {
			delete(m, k)
		}
	}
	ks := slices.Sorted(maps.Keys(m))
	fmt.Println(ks)
	inv := map[bool][]int{}
	for _, k := range ks {
		inv[k%2 == 0] = append(inv[k%2 == 0], k)
	}
	fmt.Println(inv)
	c := maps.Clone(m)
	c[99] = true
	fmt.Println(len(m), len(c), maps.Equal(m, c))
	maps.DeleteFunc(c, func(k int, v bool) bool { return k > 5 })
	fmt.Println(c)
	total := 0
	for k := range c {
		total += k
	}
	fmt.Println(total)
	vs := slices.Collect(maps.Values(map[string]int{"a": 1}))
	fmt.Println(vs)
	n := maps.Collect(slices.All([]string{"x", "y"}))
	fmt.Println(n)
	maps.Copy(n, map[int]string{1: "Y", 2: "Z"})
	fmt.Println(n)
	type kv struct {
		k string
		v int
	}
	freq := map[string]int{}
	for _, w := range strings.Fields("the cat the dog the end dog") {
		freq[w]++
	}
	var kvs []kv
	for k, v := range freq {
		kvs = append(kvs, kv{k, v})
	}
	sort.Slice(kvs, func(i, j int) bool {
		if kvs[i].v != kvs[j].v {
			return kvs[i].v > kvs[j].v
		}
		return kvs[i].k < kvs[j].k
	})
	fmt.Printf("%v\n%+v\n", kvs, kvs)
}
