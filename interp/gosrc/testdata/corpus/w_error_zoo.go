package main

import (
	"errors"
	"fmt"
	"strings"
)

type NotFound struct{ Key string }

func (n NotFound) Error() string   { return "not found: " + n.Key }
func (n NotFound) Is(t error) bool { _, ok := t.(NotFound); return ok }

type Temporary interface{ Temporary() bool }
type netErr struct {
	op  string
	err error
	tmp bool
}

func (n *netErr) Error() string   { return n.op + ": " + n.err.Error() }
func (n *netErr) Unwrap() error   { return n.err }
func (n *netErr) Temporary() bool { return n.tmp }

type Code int

const (
	OK Code = iota
	Bad
	Worse
)

func (c Code) Error() string { return [...]string{"ok", "bad", "worse"}[c] }

type Multi []error

func (m Multi) Error() string {
	s := make([]string, len(m))
	for i, e := range m {
		s[i] = e.Error()
	}
	return strings.Join(s, " & ")
}
func (m Multi) Unwrap() []error { return m }

var sentinel = errors.New("sentinel")

func mayFail(n int) error {
	switch n {
	case 0:
		return nil
	case 1:
		return sentinel
	case 2:
		return &netErr{"dial", sentinel, true}
	case 3:
		return fmt.Errorf("outer: %w", NotFound{"k"})
	case 4:
		return Bad
	case 5:
		return Multi{Worse, &netErr{"read", NotFound{"z"}, false}}
	case 6:
		return fmt.Errorf("two: %w and %w", sentinel, Bad)
	}
	var p *netErr
	if n == 7 {
		return p
	}
	panic(fmt.Sprintf("n=%d", n))
}
func try(n int) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("runtime: %w", r)
		case string:
			err = errors.New("panic: " + r)
		default:
			err = fmt.Errorf("weird %T %v", r, r)
		}
	}()
	if n == 9 {
		var xs []int
		_ = xs[n]
	}
	if n == 10 {
		panic(Code(2))
	}
	if n == 11 {
		panic(struct{ A int }{1})
	}
	if n == 12 {
		zero := 0
		return Code(1 / zero)
	}
	return mayFail(n)
}
func Main() {
	for n := 0; n <= 12; n++ {
		if n == 7 {
			err := try(n)
			fmt.Println(n, err == nil, err != nil)
			continue
		}
		err := try(n)
		var nf NotFound
		var ne *netErr
		var c Code
		var tmp Temporary
		fmt.Print(n, " ", err, " | ", errors.Is(err, sentinel), errors.Is(err, NotFound{}), errors.As(err, &nf), errors.As(err, &ne), errors.As(err, &c), errors.As(err, &tmp))
		if tmp != nil {
			fmt.Print(" tmp=", tmp.Temporary())
		}
		fmt.Println(" ", nf.Key, c)
	}
	err := mayFail(2)
	fmt.Println(errors.Unwrap(err) == sentinel, errors.Unwrap(sentinel))
	fmt.Printf("%v %s %q %T\n", err, err, err, err)
	fmt.Printf("%v %d %T\n", Bad, Bad, error(Bad))
	if c, ok := mayFail(4).(Code); ok {
		fmt.Println("code", int(c), c == Bad)
	}
	m := map[error]string{sentinel: "s", Bad: "b", NotFound{"q"}: "nf"}
	fmt.Println(m[sentinel], m[Bad], m[NotFound{"q"}], m[NotFound{"x"}] == "")
}

func main() { Main() }
