package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Set[T comparable] map[T]struct{}

func Of[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	out := maps.Clone(s)
	maps.Copy(out, o)
	return out
}
func (s Set[T]) Intersect(o Set[T]) Set[T] {
	out := make(Set[T])
	for x := range s {
		if o.Has(x) {
			out[x] = struct{}{}
		}
	}
	return out
}
func Sorted[T cmp.Ordered](s Set[T]) []T { return slices.Sorted(maps.Keys(s)) }

type Matrix map[[2]int]float64
type Index map[string]map[string][]int
type BiMap[K, V comparable] struct {
	fwd map[K]V
	rev map[V]K
}

func NewBiMap[K, V comparable]() *BiMap[K, V] {
	return &BiMap[K, V]{make(map[K]V), make(map[V]K)}
}
func (b *BiMap[K, V]) Put(k K, v V) {
	if old, ok := b.fwd[k]; ok {
		delete(b.rev, old)
	}
	b.fwd[k], b.rev[v] = v, k
}
func (i Index) Add(doc, text string) {
	for pos, w := range strings.Fields(strings.ToLower(text)) {
		if i[w] == nil {
			i[w] = map[string][]int{}
		}
		i[w][doc] = append(i[w][doc], pos)
	}
}
func invert[K, V cmp.Ordered](m map[K]V) map[V][]K {
	out := map[V][]K{}
	for k, v := range m {
		out[v] = append(out[v], k)
	}
	for _, ks := range out {
		slices.Sort(ks)
	}
	return out
}
func Main() {
	a, b := Of(1, 2, 3), Of(3, 4)
	fmt.Println(Sorted(a.Union(b)), Sorted(a.Intersect(b)), a.Has(2), len(a), a)
	idx := Index{}
	idx.Add("d1", "the cat the dog")
	idx.Add("d2", "The end")
	fmt.Println(idx["the"], len(idx), idx["none"]["x"] == nil)
	fmt.Println(invert(map[string]int{"a": 1, "b": 2, "c": 1}))
	m := Matrix{{0, 1}: 2.5}
	m[[2]int{1, 1}]++
	m[[2]int{0, 1}] *= 2
	fmt.Println(m, m[[2]int{9, 9}])
	bm := NewBiMap[string, int]()
	bm.Put("one", 1)
	bm.Put("one", 11)
	fmt.Println(bm.fwd, bm.rev)
	type point struct{ x, y int }
	visits := map[point]int{}
	for _, p := range []point{{1, 2}, {1, 2}, {0, 0}} {
		visits[p]++
	}
	fmt.Println(visits, visits[point{1, 2}])
	mm := map[string]*point{"p": {1, 1}}
	mm["p"].x = 9
	fmt.Println(*mm["p"])
	ms := map[string][]string{}
	ms["k"] = append(ms["k"], "v1", "v2")
	fmt.Println(ms, len(ms["zz"]))
	if v, ok := mm["q"]; !ok {
		fmt.Println(v == nil)
	}
	var nilm map[string]int
	fmt.Println(nilm["x"], len(nilm), nilm == nil)
	delete(nilm, "x")
	for range nilm {
		fmt.Println("never")
	}
	funcs := map[string]func(int, int) int{"add": func(a, b int) int { return a + b }, "mul": func(a, b int) int { return a * b }}
	for _, k := range slices.Sorted(maps.Keys(funcs)) {
		fmt.Print(k, funcs[k](3, 4), " ")
	}
	fmt.Println()
	clear(visits)
	fmt.Println(len(visits))
	anyKeys := map[any]string{1: "int", "1": "string", 1.0: "float", point{1, 1}: "point", [1]int{1}: "arr", true: "bool", nil: "nil"}
	fmt.Println(anyKeys[1], anyKeys["1"], anyKeys[1.0], anyKeys[point{1, 1}], anyKeys[[1]int{1}], anyKeys[true], anyKeys[nil], len(anyKeys))
	counts := map[bool]int{}
	for i := range 10 {
		counts[i%3 == 0]++
	}
	fmt.Println(counts)
	for k := range counts {
		if k {
			delete(counts, k)
		}
	}
	fmt.Println(counts)
	nested := map[string]map[string]int{"a": {"x": 1}}
	nested["b"] = map[string]int{"y": 2}
	nested["a"]["x"] += 5
	fmt.Println(nested)
	defer func() { fmt.Println(recover()) }()
	nilm["boom"] = 1
}

func main() { Main() }
