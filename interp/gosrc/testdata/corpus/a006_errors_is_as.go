package main

import (
	"errors"
	"fmt"
	"time"
)

var ErrNotFound = errors.New("not found")
var ErrBusy = fmt.Errorf("busy")

type OpError struct {
	Op  string
	Err error
}

func (o *OpError) Error() string { return o.Op + ": " + o.Err.Error() }
func (o *OpError) Unwrap() error { return o.Err }

type Timeout struct{ After time.Duration }

func (t Timeout) Error() string        { return "timeout after " + t.After.String() }
func (t Timeout) Is(target error) bool { return target == ErrBusy }
func (t Timeout) Temporary() bool      { return true }

func find(k string) error {
	switch k {
	case "a":
		return nil
	case "b":
		return &OpError{"find", ErrNotFound}
	case "c":
		return fmt.Errorf("c: %w", Timeout{2 * time.Second})
	}
	return fmt.Errorf("multi %w and %w", ErrNotFound, &OpError{"x", Timeout{time.Millisecond}})
}

func main() {
	for _, k := range []string{"a", "b", "c", "d"} {
		err := find(k)
		var op *OpError
		var to Timeout
		var tmp interface{ Temporary() bool }
		fmt.Println(k, err, errors.Is(err, ErrNotFound), errors.Is(err, ErrBusy), errors.As(err, &op), errors.As(err, &to), errors.As(err, &tmp))
		if op != nil {
			fmt.Println("  op", op.Op, op.Err)
		}
		if tmp != nil {
			fmt.Println("  tmp", tmp.Temporary(), to.After)
		}
	}
	if e, ok := find("b").(*OpError); ok {
		fmt.Println("asserted", e.Op)
	}
	switch e := find("c").(type) {
	case *OpError:
		fmt.Println("op", e)
	case interface{ Unwrap() error }:
		fmt.Println("unwraps to", e.Unwrap())
	}
}
