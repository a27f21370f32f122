package main

import (
	"cmp"
	"container/ring"
	"errors"
	"fmt"
	"hash/fnv"
	"iter"
	"math/rand"
	"sort"
	"strings"
)

type Trie struct {
	kids map[rune]*Trie
	end  bool
	n    int
}

func (t *Trie) Insert(w string) {
	for _, r := range w {
		if t.kids == nil {
			t.kids = make(map[rune]*Trie)
		}
		k, ok := t.kids[r]
		if !ok {
			k = &Trie{}
			t.kids[r] = k
		}
		k.n++
		t = k
	}
	t.end = true
}

func (t *Trie) Walk(prefix string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		var rec func(*Trie, []rune) bool
		rec = func(t *Trie, path []rune) bool {
			if t.end && !yield(string(path), t.n) {
				return false
			}
			keys := make([]rune, 0, len(t.kids))
			for r := range t.kids {
				keys = append(keys, r)
			}
			sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
			for _, r := range keys {
				if !rec(t.kids[r], append(path, r)) {
					return false
				}
			}
			return true
		}
		n := t
		for _, r := range prefix {
			if n = n.kids[r]; n == nil {
				return
			}
		}
		rec(n, []rune(prefix))
	}
}

type Ring[T any] struct {
	buf        []T
	head, size int
}

var ErrFull, ErrEmpty = errors.New("full"), errors.New("empty")

func NewRing[T any](n int) *Ring[T] { return &Ring[T]{buf: make([]T, n)} }
func (r *Ring[T]) Push(x T) error {
	if r.size == len(r.buf) {
		return fmt.Errorf("push %v: %w", x, ErrFull)
	}
	r.buf[(r.head+r.size)%len(r.buf)] = x
	r.size++
	return nil
}
func (r *Ring[T]) Pop() (x T, err error) {
	if r.size == 0 {
		err = ErrEmpty
		return
	}
	x, r.buf[r.head] = r.buf[r.head], x
	r.head = (r.head + 1) % len(r.buf)
	r.size--
	return x, nil
}

type Bloom struct {
	bits [4]uint64
	k    int
}

func (b *Bloom) hashes(s string) func(func(uint) bool) {
	return func(yield func(uint) bool) {
		for i := range b.k {
			h := fnv.New64a()
			h.Write([]byte{byte(i)})
			h.Write([]byte(s))
			if !yield(uint(h.Sum64() % 256)) {
				return
			}
		}
	}
}
func (b *Bloom) Add(s string) {
	for h := range b.hashes(s) {
		b.bits[h/64] |= 1 << (h % 64)
	}
}
func (b Bloom) Has(s string) bool {
	for h := range b.hashes(s) {
		if b.bits[h>>6]&(1<<(h&63)) == 0 {
			return false
		}
	}
	return true
}

type SkipNode[K cmp.Ordered] struct {
	key  K
	next [4]*SkipNode[K]
}
type SkipList[K cmp.Ordered] struct {
	head SkipNode[K]
	rnd  *rand.Rand
	len  int
}

func (s *SkipList[K]) Insert(k K) bool {
	var path [4]*SkipNode[K]
	n := &s.head
	for l := 3; l >= 0; l-- {
		for n.next[l] != nil && n.next[l].key < k {
			n = n.next[l]
		}
		path[l] = n
	}
	if x := n.next[0]; x != nil && x.key == k {
		return false
	}
	made := &SkipNode[K]{key: k}
	for l := 0; l < 4 && (l == 0 || s.len&(1<<l-1) == 0); l++ {
		made.next[l], path[l].next[l] = path[l].next[l], made
	}
	s.len++
	return true
}
func (s *SkipList[K]) String() string {
	var b strings.Builder
	b.WriteByte('[')
	for n := s.head.next[0]; n != nil; n = n.next[0] {
		if n != s.head.next[0] {
			b.WriteByte(' ')
		}
		fmt.Fprint(&b, n.key)
	}
	return b.String() + "]"
}

type Node struct {
	Sym         byte
	Freq        int
	Left, Right *Node
}

func huffman(s string) map[byte]string {
	freq := map[byte]int{}
	for i := range len(s) {
		freq[s[i]]++
	}
	var ns []*Node
	for b, f := range freq {
		ns = append(ns, &Node{Sym: b, Freq: f})
	}
	less := func(i, j int) bool {
		if ns[i].Freq == ns[j].Freq {
			return ns[i].Sym < ns[j].Sym
		}
		return ns[i].Freq < ns[j].Freq
	}
	for len(ns) > 1 {
		sort.Slice(ns, less)
		a, b := ns[0], ns[1]
		ns = append(ns[2:], &Node{Sym: min(a.Sym, b.Sym), Freq: a.Freq + b.Freq, Left: a, Right: b})
	}
	codes := map[byte]string{}
	var walk func(n *Node, code string)
	walk = func(n *Node, code string) {
		if n.Left == nil {
			codes[n.Sym] = code
			return
		}
		walk(n.Left, code+"0")
		walk(n.Right, code+"1")
	}
	walk(ns[0], "")
	return codes
}

type Matrix [][]float64

func (m Matrix) T() Matrix {
	out := make(Matrix, len(m[0]))
	for i := range out {
		out[i] = make([]float64, len(m))
		for j := range m {
			out[i][j] = m[j][i]
		}
	}
	return out
}

type Visitor interface {
	VisitNum(float64) any
	VisitAdd(l, r Expr) any
}
type Expr interface{ Accept(Visitor) any }
type num float64
type add struct{ l, r Expr }

func (n num) Accept(v Visitor) any { return v.VisitNum(float64(n)) }
func (a add) Accept(v Visitor) any { return v.VisitAdd(a.l, a.r) }

type evalV struct{}
type printV struct{ depth *int }

func (evalV) VisitNum(f float64) any { return f }
func (e evalV) VisitAdd(l, r Expr) any {
	return l.Accept(e).(float64) + r.Accept(e).(float64)
}
func (p printV) VisitNum(f float64) any { return fmt.Sprint(f) }
func (p printV) VisitAdd(l, r Expr) any {
	*p.depth++
	return "(" + l.Accept(p).(string) + "+" + r.Accept(p).(string) + ")"
}

func main() {
	var t Trie
	for _, w := range strings.Fields("car cart care cat dog été étage") {
		t.Insert(w)
	}
	for w, n := range t.Walk("ca") {
		fmt.Print(w, n, " ")
		if w == "cart" {
			break
		}
	}
	for w := range t.Walk("ét") {
		fmt.Print(w, " ")
	}
	for range t.Walk("zz") {
		panic("no")
	}
	fmt.Println()
	r := NewRing[string](2)
	fmt.Println(r.Push("a"), r.Push("b"), r.Push("c"))
	x, err := r.Pop()
	r.Push("d")
	fmt.Println(x, err, r.buf, r.head, errors.Is(r.Push("e"), ErrFull))
	r.Pop()
	r.Pop()
	_, err = r.Pop()
	fmt.Println(err == ErrEmpty, *r)
	b := Bloom{k: 3}
	for _, w := range []string{"go", "erlang", "elixir"} {
		b.Add(w)
	}
	fmt.Println(b.Has("go"), b.Has("elixir"), b.Has("cobol"), b.bits)
	s := &SkipList[string]{}
	for _, w := range strings.Split("m a z c m b", " ") {
		fmt.Print(s.Insert(w), " ")
	}
	fmt.Println(s, s.len)
	codes := huffman("abracadabra")
	fmt.Println(codes, len(codes['a']))
	m := Matrix{{1, 2, 3}, {4, 5, 6}}
	fmt.Println(m.T(), m, m.T().T()[1][2])
	d := 0
	e := add{num(1.5), add{num(2), num(-3)}}
	fmt.Println(e.Accept(evalV{}), e.Accept(printV{&d}), d)
	fmt.Printf("%v %+v %T\n", e, e, e.r)
	rg := ring.New(3)
	for i := range 3 {
		rg.Value = i * i
		rg = rg.Next()
	}
	rg.Do(func(v any) { fmt.Print(v, ";") })
	fmt.Println(rg.Len())
}
