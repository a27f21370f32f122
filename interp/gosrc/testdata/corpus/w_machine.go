package main

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

type Status int

const (
	Pending Status = iota
	Active
	Done
)

var names = [...]string{Pending: "pending", Active: "active", Done: "done"}

func (s Status) String() string { return names[s] }

type Transition struct{ From, To Status }

var allowed = map[Transition]bool{
	{Pending, Active}: true,
	{Active, Done}:    true,
	{From: Active}:    true,
}

type TransitionError struct {
	Transition
	At time.Duration
}

func (e TransitionError) Error() string { return fmt.Sprintf("%v -> %v at %v", e.From, e.To, e.At) }
func (e TransitionError) Is(target error) bool {
	t, ok := target.(TransitionError)
	return ok && t.Transition == e.Transition
}
func (e TransitionError) Unwrap() error { return errInvalid }

var errInvalid = errors.New("invalid")

type Observer func(old, new Status)

type Machine struct {
	Status
	observers []Observer
	clock     func() time.Duration
	history   []Transition
}

type Opt func(*Machine)

func WithObserver(o Observer) Opt          { return func(m *Machine) { m.observers = append(m.observers, o) } }
func WithClock(c func() time.Duration) Opt { return func(m *Machine) { m.clock = c } }

func NewMachine(opts ...Opt) *Machine {
	m := &Machine{clock: func() time.Duration { return 0 }}
	for _, o := range opts {
		o(m)
	}
	return m
}

func (m *Machine) To(s Status) error {
	tr := Transition{m.Status, s}
	if !allowed[tr] {
		return TransitionError{tr, m.clock()}
	}
	defer func(old Status) {
		for _, o := range m.observers {
			o(old, m.Status)
		}
	}(m.Status)
	m.Status = s
	m.history = append(m.history, tr)
	return nil
}

type Visitor interface {
	VisitNum(Num) string
	VisitBin(Bin) string
}
type Expr interface{ Accept(Visitor) string }
type Num float64
type Bin struct {
	Op   byte
	L, R Expr
}

func (n Num) Accept(v Visitor) string { return v.VisitNum(n) }
func (b Bin) Accept(v Visitor) string { return v.VisitBin(b) }

type printer struct{ depth *int }

func (p printer) VisitNum(n Num) string { return fmt.Sprint(float64(n)) }
func (p printer) VisitBin(b Bin) string {
	*p.depth++
	return "(" + b.L.Accept(p) + string(b.Op) + b.R.Accept(p) + ")"
}

type node struct {
	val      string
	children []*node
	parent   *node
}

func (n *node) add(vals ...string) *node {
	for _, v := range vals {
		n.children = append(n.children, &node{val: v, parent: n})
	}
	return n
}

func (n *node) walk(depth int, f func(*node, int) (descend bool)) {
	if f(n, depth) {
		for _, c := range n.children {
			c.walk(depth+1, f)
		}
	}
}

func main() {
	t := time.Duration(0)
	m := NewMachine(WithObserver(func(o, n Status) { fmt.Println("changed", o, "to", n) }),
		WithClock(func() time.Duration { t += 1500 * time.Millisecond; return t }))
	for _, s := range []Status{Done, Active, Pending, Active, Done, Active} {
		if err := m.To(s); err != nil {
			fmt.Println(err, errors.Is(err, errInvalid), errors.Is(err, TransitionError{Transition: Transition{Pending, Done}}))
			var te TransitionError
			if errors.As(fmt.Errorf("wrap: %w", err), &te) {
				fmt.Println("as", te.To, te.At)
			}
		}
	}
	fmt.Println(m.history, m, m.Status == Done)
	depth := 0
	e := Bin{'+', Num(1), Bin{'*', Num(2.5), Bin{'-', Num(3), Num(-4)}}}
	fmt.Println(e.Accept(printer{&depth}), depth)
	root := (&node{val: "root"}).add("a", "b", "c")
	root.children[1].add("b1", "b2").children[0].add("deep")
	root.walk(0, func(n *node, d int) bool {
		fmt.Print(strings.Repeat("  ", d), n.val)
		if n.parent != nil {
			fmt.Print(" <- ", n.parent.val)
		}
		fmt.Println()
		return n.val != "b1"
	})
	fmt.Printf("%v %d %s|%v|%+v\n", Done, Done, []Status{Active}, map[Status]int{Done: 1}, Transition{Active, Done})
	var err error = TransitionError{}
	switch x := err.(type) {
	case interface{ Unwrap() error }:
		fmt.Println("unwraps to", x.Unwrap())
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(Status(7))
		i := 7
		fmt.Println(names[i])
	}()
}
