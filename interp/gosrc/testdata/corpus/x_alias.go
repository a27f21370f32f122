package main

import "fmt"

type L[K comparable, V any] struct {
	m map[K]V
	s []V
}

func New[K comparable, V any]() *L[K, V] { return &L[K, V]{m: map[K]V{}} }
func (l *L[K, V]) Put(k K, v V)          { l.m[k] = v; l.s = append(l.s, v) }
func (l *L[K, V]) Get(k K) (V, bool)     { v, ok := l.m[k]; return v, ok }

type gvoid = struct{}

func main() {
	type void = struct{}
	l := New[int, void]()
	l.Put(1, void{})
	l.Put(2, struct{}{})
	fmt.Println(l.Get(1))
	g := New[string, gvoid]()
	g.Put("a", gvoid{})
	fmt.Println(g.Get("b"))
	type pt = struct{ X, Y int }
	p := New[string, pt]()
	p.Put("a", pt{1, 2})
	p.Put("b", struct{ X, Y int }{3, 4})
	v, _ := p.Get("b")
	fmt.Println(v, p.s, v == pt{3, 4})
	fmt.Printf("%T %T %T\n", l, p, v)
	var x pt = v
	x.X = 9
	ps := []pt{x, v}
	fmt.Println(ps)
	type ints = []int
	var is ints = []int{1}
	fmt.Println(append(is, 2))
	c := make(chan void, 1)
	c <- void{}
	<-c
	s := map[string]void{"a": {}}
	_, ok := s["a"]
	fmt.Println(ok, len(s))
}
