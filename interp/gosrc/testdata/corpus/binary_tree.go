package main

import (
	"fmt"
	"iter"
)

type Tree struct {
	Left, Right *Tree
	Key         int
	Vals        []string
}

func (t *Tree) Insert(k int, v string) *Tree {
	switch {
	case t == nil:
		return &Tree{Key: k, Vals: []string{v}}
	case k < t.Key:
		t.Left = t.Left.Insert(k, v)
	case k > t.Key:
		t.Right = t.Right.Insert(k, v)
	default:
		t.Vals = append(t.Vals, v)
	}
	return t
}

func (t *Tree) Depth() int {
	if t == nil {
		return 0
	}
	return 1 + max(t.Left.Depth(), t.Right.Depth())
}

func (t *Tree) All() iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) { t.push(yield) }
}

func (t *Tree) push(yield func(int, []string) bool) bool {
	return t == nil || t.Left.push(yield) && yield(t.Key, t.Vals) && t.Right.push(yield)
}

func (t *Tree) Find(k int) (vals []string, ok bool) {
	for t != nil {
		if k == t.Key {
			return t.Vals, true
		}
		if k < t.Key {
			t = t.Left
		} else {
			t = t.Right
		}
	}
	return
}

func bfs(t *Tree) (levels [][]int) {
	q := []*Tree{t}
	for len(q) > 0 {
		var next []*Tree
		var level []int
		for _, n := range q {
			level = append(level, n.Key)
			for _, c := range []*Tree{n.Left, n.Right} {
				if c != nil {
					next = append(next, c)
				}
			}
		}
		levels = append(levels, level)
		q = next
	}
	return
}

func Main() {
	var t *Tree
	for i, k := range []int{50, 30, 70, 20, 40, 60, 80, 30} {
		t = t.Insert(k, fmt.Sprint("v", i))
	}
	fmt.Println(t.Depth())
	for k, v := range t.All() {
		if k > 60 {
			break
		}
		fmt.Print(k, v, " ")
	}
	fmt.Println()
	fmt.Println(t.Find(30))
	fmt.Println(t.Find(31))
	fmt.Println(bfs(t))
}

func main() { Main() }
