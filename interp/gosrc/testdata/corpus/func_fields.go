package main

import "fmt"

type Context struct {
	Path     string
	index    int
	handlers []HandlerFunc
	out      []string
}
type HandlerFunc func(*Context)

func (c *Context) Next() {
	c.index++
	for c.index < len(c.handlers) {
		c.handlers[c.index](c)
		c.index++
	}
}

type Node struct {
	Name  string
	Visit func(*Node) bool
	Kids  []*Node
}

func (n *Node) Walk() int {
	count := 0
	if n.Visit == nil || n.Visit(n) {
		count++
	}
	for _, k := range n.Kids {
		count += k.Walk()
	}
	return count
}

type Machine struct {
	State int
	On    map[string]func(*Machine, ...int) error
	hook  func(m *Machine)
}

type Thunk func() Thunk

type Op struct {
	Name string
	Do   func(*Op) *Op
}

func logger(c *Context) {
	c.out = append(c.out, "before "+c.Path)
	c.Next()
	c.out = append(c.out, "after "+c.Path)
}

type Server struct{ n int }

func (s *Server) handle(c *Context) { s.n++; c.out = append(c.out, "handled") }

func Main() {
	s := &Server{}
	c := &Context{Path: "/x", index: -1, handlers: []HandlerFunc{logger, func(c *Context) { c.out = append(c.out, "inner") }, s.handle}}
	c.Next()
	fmt.Println(c.out, s.n)
	leaf := &Node{Name: "leaf"}
	root := &Node{Name: "root", Kids: []*Node{leaf, {Name: "x", Visit: func(n *Node) bool { return n.Name == "y" }}}}
	root.Visit = func(n *Node) bool { fmt.Println("visit", n.Name, len(n.Kids)); return true }
	fmt.Println(root.Walk(), leaf.Visit == nil)
	m := &Machine{On: map[string]func(*Machine, ...int) error{}}
	m.On["add"] = func(m *Machine, xs ...int) error {
		for _, x := range xs {
			m.State += x
		}
		if m.hook != nil {
			m.hook(m)
		}
		return nil
	}
	m.hook = func(m *Machine) { fmt.Println("hook", m.State) }
	fmt.Println(m.On["add"](m, 1, 2, 3), m.State)
	if f, ok := m.On["none"]; !ok {
		fmt.Println(f == nil)
	}
	n := 0
	var step Thunk
	step = func() Thunk {
		n++
		if n == 3 {
			return nil
		}
		return step
	}
	for t := step; t != nil; t = t() {
	}
	fmt.Println(n)
	o := Op{Name: "a", Do: func(o *Op) *Op { return &Op{Name: o.Name + "b", Do: o.Do} }}
	p := o.Do(&o)
	fmt.Println(p.Name, p.Do(p).Name)
	defer func(f func(*Machine)) { f(m) }(m.hook)
	var f2 func(*Machine)
	defer func() { fmt.Println("recovered:", recover()) }()
	f2(m)
}

func main() { Main() }
