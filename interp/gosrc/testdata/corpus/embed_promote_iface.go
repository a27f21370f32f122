package main

import (
	"fmt"
)

type Logger interface{ Log(string) }
type Store interface {
	Get(string) (string, bool)
	Set(k, v string)
}

type memStore struct{ m map[string]string }

func (s *memStore) Get(k string) (string, bool) { v, ok := s.m[k]; return v, ok }
func (s *memStore) Set(k, v string)             { s.m[k] = v }

type prefixLog struct {
	prefix string
	lines  []string
}

func (p *prefixLog) Log(s string) { p.lines = append(p.lines, p.prefix+s) }

type Service struct {
	Store
	*prefixLog
	name string
}

func (s Service) Set(k, v string) {
	s.Log("set " + k)
	s.Store.Set(k, v)
}

type Cached struct {
	Service
	hits int
}

func (c *Cached) Get(k string) (string, bool) {
	v, ok := c.Service.Get(k)
	if ok {
		c.hits++
	}
	return v, ok
}

type both interface {
	Store
	Logger
}

func use(b both) {
	b.Set("x", "1")
	b.Log("done")
	fmt.Println(b.Get("x"))
}

func main() {
	s := Service{&memStore{map[string]string{}}, &prefixLog{prefix: "> "}, "svc"}
	use(s)
	c := &Cached{Service: s}
	use(c)
	c.Get("nothing")
	fmt.Println(c.hits, c.name, c.prefix, len(c.lines), s.lines)
	f := c.Log
	f("via value")
	g := (*Cached).Get
	fmt.Println(g(c, "x"))
	var l Logger = c
	if st, ok := l.(Store); ok {
		st.Set("y", "2")
	}
	_, isMem := c.Store.(*memStore)
	fmt.Println(isMem, c.lines)
	defer func() { fmt.Println("recovered:", recover()) }()
	var broken Service
	broken.Get("k")
}
