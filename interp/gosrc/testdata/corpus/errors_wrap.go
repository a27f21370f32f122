package main

import (
	"errors"
	"fmt"
	"strings"
)

var ErrNotFound = errors.New("not found")
var ErrDenied = errors.New("denied")

type QueryError struct {
	Query string
	Err   error
}

func (q *QueryError) Error() string { return q.Query + ": " + q.Err.Error() }
func (q *QueryError) Unwrap() error { return q.Err }

type Code int

func (c Code) Error() string { return fmt.Sprintf("code %d", int(c)) }
func (c Code) Is(target error) bool {
	t, ok := target.(Code)
	return ok && int(t)/100 == int(c)/100
}

type Temporary interface{ Temporary() bool }

type netErr struct{ temp bool }

func (n netErr) Error() string   { return "net" }
func (n netErr) Temporary() bool { return n.temp }

func find(k string) error {
	switch k {
	case "a":
		return nil
	case "b":
		return ErrNotFound
	case "c":
		return &QueryError{"select", ErrNotFound}
	case "d":
		return fmt.Errorf("ctx: %w", &QueryError{"update", ErrDenied})
	case "e":
		return Code(404)
	case "f":
		return fmt.Errorf("many: %w and %w", ErrNotFound, Code(500))
	case "g":
		return errors.Join(ErrDenied, fmt.Errorf("x: %w", netErr{true}))
	}
	return fmt.Errorf("unknown %q", k)
}

func Main() {
	for _, k := range strings.Split("a b c d e f g h", " ") {
		err := find(k)
		fmt.Println(k, err, errors.Is(err, ErrNotFound), errors.Is(err, ErrDenied), errors.Is(err, Code(401)))
		var q *QueryError
		if errors.As(err, &q) {
			fmt.Println("  query", q.Query, q.Err)
		}
		var c Code
		if errors.As(err, &c) {
			fmt.Println("  code", int(c))
		}
		var t Temporary
		if errors.As(err, &t) {
			fmt.Println("  temp", t.Temporary())
		}
		fmt.Println("  unwrap", errors.Unwrap(err))
	}
	fmt.Println(ErrNotFound == find("b"), find("b") == find("b"), find("e") == Code(404))
	err := errors.Join(nil, nil)
	fmt.Println(err == nil)
	fmt.Printf("%v|%s|%q|%T\n", find("c"), find("d"), find("e"), find("c"))
	switch e := find("c").(type) {
	case *QueryError:
		fmt.Println("QE", e.Query)
	case Code:
		fmt.Println("Code", e)
	}
	var nilErr *QueryError
	var e2 error = nilErr
	fmt.Println(e2 == nil, nilErr == nil)
}

func main() { Main() }
