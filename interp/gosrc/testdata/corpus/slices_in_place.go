package main

import (
	"fmt"
	"slices"
)

// What functions of package slices leave in the slice that they are given, and
// how much room the results have.

func show(what string, s, result []int) {
	fmt.Println(what, s, "->", result, len(result), cap(result), s[:cap(s)])
}

func full() []int { return []int{1, 2, 3, 4, 5, 6} }

func roomy() []int { return append(make([]int, 0, 12), 1, 2, 3, 4, 5, 6) }

func main() {
	for i, fresh := range []func() []int{full, roomy} {
		fmt.Println("kind", i)
		s := fresh()
		show("insert", s, slices.Insert(s, 1, 9, 8))
		s = fresh()
		show("insert at end", s, slices.Insert(s, 6, 9, 8))
		s = fresh()
		show("insert nothing", s, slices.Insert(s, 3))
		s = fresh()
		show("insert itself", s, slices.Insert(s, 2, s[1:4]...))
		s = fresh()
		show("replace more", s, slices.Replace(s, 1, 3, 7, 8, 9))
		s = fresh()
		show("replace less", s, slices.Replace(s, 1, 4, 7))
		s = fresh()
		show("replace end", s, slices.Replace(s, 4, 6, 7, 8, 9))
		s = fresh()
		show("replace itself", s, slices.Replace(s, 1, 2, s[2:5]...))
		s = fresh()
		show("replace nothing", s, slices.Replace(s, 2, 2, 7))
		s = fresh()
		show("delete", s, slices.Delete(s, 1, 3))
		s = fresh()
		show("delete func", s, slices.DeleteFunc(s, func(n int) bool { return n%2 == 0 }))
		s = fresh()
		show("compact", s, slices.CompactFunc(s, func(a, b int) bool { return a/2 == b/2 }))
		s = fresh()
		show("grow", s, slices.Grow(s[:3], 11))
		s = fresh()
		show("clip", s, slices.Clip(s[:3]))
		s = fresh()
		show("clone", s, slices.Clone(s[:5]))
		s = fresh()
		show("concat", s, slices.Concat(s, s[:1], nil, s[2:4]))
		s = fresh()
		show("repeat", s, slices.Repeat(s[:3], 3))
		s = fresh()
		show("collect", s, slices.Collect(slices.Values(s)))
		s = fresh()
		show("append seq", s, slices.AppendSeq(s[:2], slices.Values(s[3:])))
		s = fresh()
		show("sorted", s, slices.Sorted(slices.Values(s)))
	}
	words := slices.Repeat([]string{"a", "b"}, 2)
	fmt.Println(words, len(words), cap(words), slices.Concat(words, words[:1]), slices.Clone([]string{}) == nil, slices.Clone([]string(nil)) == nil)
	defer func() { fmt.Println(recover()) }()
	slices.Insert(words, len(words)+1, "x")
}
