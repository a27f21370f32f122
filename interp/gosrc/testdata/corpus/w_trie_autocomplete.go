package main

import (
	"fmt"
	"sort"
	"strings"
)

type Trie struct {
	kids map[rune]*Trie
	end  bool
	hits int
}

func (t *Trie) Insert(w string) {
	n := t
	for _, r := range w {
		if n.kids == nil {
			n.kids = map[rune]*Trie{}
		}
		next, ok := n.kids[r]
		if !ok {
			next = new(Trie)
			n.kids[r] = next
		}
		n = next
		n.hits++
	}
	n.end = true
}
func (t *Trie) find(p string) *Trie {
	for _, r := range p {
		if t = t.kids[r]; t == nil {
			return nil
		}
	}
	return t
}
func (t *Trie) Walk(prefix string, visit func(string) bool) bool {
	if t.end && !visit(prefix) {
		return false
	}
	keys := make([]rune, 0, len(t.kids))
	for r := range t.kids {
		keys = append(keys, r)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	for _, r := range keys {
		if !t.kids[r].Walk(prefix+string(r), visit) {
			return false
		}
	}
	return true
}
func (t *Trie) Complete(p string, n int) (out []string) {
	if sub := t.find(p); sub != nil {
		sub.Walk(p, func(w string) bool { out = append(out, w); return len(out) < n })
	}
	return
}
func Main() {
	t := &Trie{}
	for _, w := range strings.Fields("car card care cat dog über übel do") {
		t.Insert(w)
	}
	fmt.Println(t.Complete("car", 10), t.Complete("c", 2), t.Complete("x", 5), len(t.Complete("", 100)))
	fmt.Println(t.find("ca").hits, t.find("do").end, t.find("ca").end, t.Complete("ü", 3))
	if n := t.find("zebra"); n == nil {
		fmt.Println("nil node", n == nil, n)
	}
}

func main() { Main() }
