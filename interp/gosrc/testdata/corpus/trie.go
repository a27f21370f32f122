package main

import (
	"fmt"
	"sort"
	"strings"
)

type Trie struct {
	children map[rune]*Trie
	end      bool
}

func NewTrie() *Trie { return &Trie{children: map[rune]*Trie{}} }

func (t *Trie) Insert(w string) {
	n := t
	for _, c := range w {
		next, ok := n.children[c]
		if !ok {
			next = NewTrie()
			n.children[c] = next
		}
		n = next
	}
	n.end = true
}

func (t *Trie) find(p string) *Trie {
	n := t
	for _, c := range p {
		if n = n.children[c]; n == nil {
			return nil
		}
	}
	return n
}

func (t *Trie) Has(w string) bool { n := t.find(w); return n != nil && n.end }

func (t *Trie) Words(prefix string) []string {
	n := t.find(prefix)
	if n == nil {
		return nil
	}
	var out []string
	var walk func(*Trie, string)
	walk = func(n *Trie, s string) {
		if n.end {
			out = append(out, s)
		}
		keys := make([]rune, 0)
		for k := range n.children {
			keys = append(keys, k)
		}
		sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
		for _, k := range keys {
			walk(n.children[k], s+string(k))
		}
	}
	walk(n, prefix)
	return out
}

type ATrie struct {
	kids [26]*ATrie
	n    int
}

func (t *ATrie) Add(s string) {
	for i := 0; i < len(s); i++ {
		k := s[i] - 'a'
		if t.kids[k] == nil {
			t.kids[k] = new(ATrie)
		}
		t = t.kids[k]
	}
	t.n++
}

func Main() {
	t := NewTrie()
	for _, w := range strings.Fields("go gopher golang good rust ruby") {
		t.Insert(w)
	}
	fmt.Println(t.Has("go"), t.Has("gop"), t.Words("go"), t.Words("r"), t.Words("x") == nil)
	a := &ATrie{}
	a.Add("ab")
	a.Add("ab")
	fmt.Println(a.kids[0].kids[1].n, a.kids[2] == nil)
}

func main() { Main() }
