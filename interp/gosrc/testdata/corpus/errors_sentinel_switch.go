package main

import (
	"errors"
	"fmt"
)

type Status uint8

const (
	OKStatus Status = iota
	Warn
	Bad
)

func (s Status) String() string { return [...]string{"ok", "warn", "bad"}[s] }

type StatusErr struct {
	Status
	cause error
}

func (e StatusErr) Error() string { return "status " + e.Status.String() }
func (e StatusErr) Unwrap() error { return e.cause }

var ErrDisk = errors.New("disk full")

func check(n int) error {
	switch {
	case n < 0:
		return StatusErr{Bad, ErrDisk}
	case n == 0:
		return StatusErr{Warn, nil}
	}
	return nil
}

func main() {
	for _, n := range []int{-1, 0, 1} {
		err := check(n)
		switch e := err.(type) {
		case nil:
			fmt.Println(n, "fine")
		case StatusErr:
			fmt.Println(n, e.Status, e, e.cause, errors.Is(e, ErrDisk))
			fmt.Printf("%v %d %s %+v\n", e.Status, e.Status, e, e.Status)
		default:
			fmt.Println("other")
		}
	}
	errs := map[error]int{ErrDisk: 1, StatusErr{Warn, nil}: 2}
	fmt.Println(errs[ErrDisk], errs[check(0)], errs[check(-1)])
	defer func() {
		fmt.Println(recover())
		panic(StatusErr{Bad, nil})
	}()
	_ = Status(7).String()
}
