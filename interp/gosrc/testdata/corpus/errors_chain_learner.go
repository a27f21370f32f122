package main

import (
	"errors"
	"fmt"
)

type NotFound struct{ Key string }

func (e NotFound) Error() string { return e.Key + " not found" }

type Op struct {
	Name string
	Err  error
}

func (o *Op) Error() string { return o.Name + ": " + o.Err.Error() }
func (o *Op) Unwrap() error { return o.Err }

type Temporary interface{ Temporary() bool }
type Busy struct{}

func (Busy) Error() string   { return "busy" }
func (Busy) Temporary() bool { return true }
func (Busy) Is(t error) bool { return t == ErrRetry }

var (
	ErrRetry = errors.New("retry")
	ErrFatal = errors.New("fatal")
)

func main() {
	base := NotFound{"user"}
	e1 := &Op{"load", base}
	e2 := fmt.Errorf("request: %w", e1)
	e3 := errors.Join(e2, Busy{}, nil)
	fmt.Println(e3)
	fmt.Println(errors.Is(e3, NotFound{"user"}), errors.Is(e3, NotFound{"other"}), errors.Is(e3, ErrRetry), errors.Is(e3, ErrFatal))
	var nf NotFound
	var op *Op
	var tmp Temporary
	fmt.Println(errors.As(e3, &nf), nf.Key, errors.As(e3, &op), op.Name, errors.As(e3, &tmp), tmp.Temporary())
	fmt.Println(errors.Unwrap(e2) == error(e1), errors.Unwrap(e1) == error(base), errors.Unwrap(e3))
	multi := fmt.Errorf("both %w and %w", ErrRetry, ErrFatal)
	fmt.Println(multi, errors.Is(multi, ErrFatal), errors.Unwrap(multi))
	if u, ok := multi.(interface{ Unwrap() []error }); ok {
		for i, e := range u.Unwrap() {
			fmt.Println(i, e)
		}
	}
	fmt.Printf("%v|%+v|%T|%T\n", e1, base, e1, e2)
	var none error
	fmt.Println(errors.Is(none, none), errors.As(none, &nf), errors.Join(nil, nil) == nil, errors.Unwrap(none))
	wrapped := fmt.Errorf("a: %w", fmt.Errorf("b: %w", &Op{"c", ErrFatal}))
	for e := error(wrapped); e != nil; e = errors.Unwrap(e) {
		fmt.Printf("%T %s\n", e, e)
	}
}
