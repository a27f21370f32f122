package main

import (
	"fmt"
	"sort"
	"strings"
)

// Store is a generic base that others embed.
type Store[K comparable, V any] struct {
	items map[K]V
	log   []string
}

func NewStore[K comparable, V any]() Store[K, V] {
	return Store[K, V]{items: map[K]V{}}
}

func (s *Store[K, V]) Put(k K, v V) {
	s.items[k] = v
	s.log = append(s.log, fmt.Sprintf("put %v", k))
}

func (s *Store[K, V]) Get(k K) (V, bool) {
	v, ok := s.items[k]
	return v, ok
}

func (s Store[K, V]) Len() int { return len(s.items) }

type User struct {
	ID   int
	Name string
}

type UserRepo struct {
	Store[int, User]
	prefix string
}

func NewUserRepo() *UserRepo {
	return &UserRepo{Store: NewStore[int, User](), prefix: "u-"}
}

func (r *UserRepo) Add(name string) User {
	u := User{r.Len() + 1, r.prefix + name}
	r.Put(u.ID, u)
	return u
}

type Named[T any] struct {
	Label string
	Value T
}

func (n Named[T]) String() string { return fmt.Sprintf("%s=%v", n.Label, n.Value) }

type Pair[A, B any] struct {
	*Named[A]
	Second B
}

type Counter[T comparable] struct {
	Store[T, int]
	total int
}

func (c *Counter[T]) Inc(x T) {
	n, _ := c.Get(x)
	c.Put(x, n+1)
	c.total++
}

type lengther interface{ Len() int }

func Main() {
	r := NewUserRepo()
	r.Add("ann")
	r.Add("bob")
	u, ok := r.Get(2)
	fmt.Println(u, ok, r.Len(), r.Store.Len())
	_, ok = r.Get(7)
	fmt.Println(ok, strings.Join(r.log, ";"))

	p := Pair[int, string]{&Named[int]{"n", 42}, "two"}
	fmt.Println(p, p.Label, p.Value, p.Named.Value)
	p.Named.Value++
	fmt.Println(p.String(), p.Second)

	c := Counter[string]{Store: NewStore[string, int]()}
	for _, w := range strings.Fields("a b a c a b") {
		c.Inc(w)
	}
	keys := make([]string, 0)
	for k := range c.items {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Print(k, ":", c.items[k], " ")
	}
	fmt.Println(c.total)
	for _, l := range []lengther{r, &c, c, NewStore[bool, bool]()} {
		fmt.Printf("%T %d\n", l, l.Len())
	}
	fmt.Printf("%+v\n", *r)
}

func main() { Main() }
