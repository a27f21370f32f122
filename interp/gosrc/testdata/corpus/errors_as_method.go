package main

import (
	"errors"
	"fmt"
)

type Code int

func (c Code) Error() string { return fmt.Sprint("code ", int(c)) }

type coder interface{ Code() Code }

type Status struct {
	code Code
	Text string
}

func (s *Status) Error() string { return s.Text }

func (s *Status) As(target any) bool {
	switch t := target.(type) {
	case *Code:
		*t = s.code
		return true
	case **Missing:
		*t = &Missing{s.Text}
		return s.code == 404
	case *coder:
		return false
	}
	return false
}

type Missing struct{ what string }

func (m *Missing) Error() string { return "missing " + m.what }

type Outer struct {
	*Status
	inner error
}

func (o Outer) Unwrap() error { return o.inner }

func main() {
	for _, err := range []error{
		&Status{404, "page"},
		fmt.Errorf("wrapped: %w", &Status{500, "db"}),
		Outer{&Status{7, "outer"}, Code(8)},
		errors.Join(errors.New("plain"), &Status{404, "joined"}),
		Code(3),
	} {
		var c Code
		var m *Missing
		var k coder
		var s *Status
		fmt.Println(errors.As(err, &c), c, errors.As(err, &m), m, errors.As(err, &k), errors.As(err, &s), s)
	}
	target := new(Code)
	fmt.Println(errors.As(&Status{1, "x"}, target), *target, int(*target))
}
