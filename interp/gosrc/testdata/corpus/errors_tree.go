package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

var (
	ErrNotFound = errors.New("not found")
	ErrDenied   = fmt.Errorf("denied: %w", errors.New("no permission"))
)

type ValidationError struct {
	Field string
	Errs  []error
}

func (v *ValidationError) Error() string {
	var parts []string
	for _, e := range v.Errs {
		parts = append(parts, e.Error())
	}
	return v.Field + ": " + strings.Join(parts, ", ")
}

func (v *ValidationError) Unwrap() []error { return v.Errs }

type Timeout struct{ Op string }

func (t Timeout) Error() string        { return t.Op + " timed out" }
func (t Timeout) Is(target error) bool { return target == io.ErrNoProgress }
func (Timeout) Temporary() bool        { return true }

type errno uint8

func (e errno) Error() string { return "errno " + strconv.Itoa(int(e)) }

func find(k string) error {
	switch {
	case k == "":
		return &ValidationError{"key", []error{errors.New("empty"), ErrNotFound}}
	case strings.HasPrefix(k, "x"):
		return fmt.Errorf("find %q: %w", k, ErrNotFound)
	case k == "t":
		return fmt.Errorf("layer2: %w", fmt.Errorf("layer1: %w", Timeout{"read"}))
	case k == "n":
		return errno(5)
	case k == "j":
		return errors.Join(ErrDenied, Timeout{"write"}, nil)
	case k == "m":
		return fmt.Errorf("multi %w and %w", errno(1), io.EOF)
	}
	return nil
}

func classify(err error) string {
	var v *ValidationError
	var t Timeout
	var e errno
	var tmp interface{ Temporary() bool }
	switch {
	case err == nil:
		return "ok"
	case errors.As(err, &v):
		return "validation of " + v.Field
	case errors.As(err, &t):
		return "timeout in " + t.Op
	case errors.As(err, &e):
		return fmt.Sprint("errno ", uint8(e))
	case errors.As(err, &tmp):
		return "temporary"
	case errors.Is(err, ErrNotFound):
		return "missing"
	}
	return "other"
}

func mayNil(fail bool) error {
	var v *ValidationError
	if fail {
		v = &ValidationError{Field: "f"}
	}
	return v
}

func Main() {
	for _, k := range []string{"", "xyz", "t", "n", "j", "m", "fine"} {
		err := find(k)
		fmt.Printf("%q: %v -> %s\n", k, err, classify(err))
		fmt.Println(errors.Is(err, ErrNotFound), errors.Is(err, io.EOF), errors.Is(err, io.ErrNoProgress), errors.Is(err, errno(1)))
		fmt.Println(errors.Unwrap(err))
	}
	fmt.Println(mayNil(false) == nil, mayNil(true) != nil)
	e1, e2 := errno(3), errno(3)
	var a, b error = e1, e2
	fmt.Println(a == b, errors.Is(a, b), a == errno(4))
	_, err := strconv.Atoi("12x")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err == strconv.ErrSyntax, err)
	_, err = strconv.ParseInt("999", 10, 8)
	fmt.Println(err, errors.Is(err, strconv.ErrRange))
	j := errors.Join(errors.New("a"), errors.New("b"))
	fmt.Printf("%v|%q\n", j, j.Error())
	fmt.Println(errors.Join(nil, nil) == nil)
	wrapped := fmt.Errorf("%w", a)
	fmt.Printf("%T %v %s\n", wrapped, wrapped, errors.Unwrap(wrapped))
	var target *ValidationError
	ok := errors.As(find(""), &target)
	fmt.Println(ok, len(target.Errs), target.Unwrap()[1] == ErrNotFound)
	func() {
		defer func() {
			r := recover()
			err, ok := r.(error)
			fmt.Println(ok, err, errors.Is(err, ErrDenied))
		}()
		panic(fmt.Errorf("wrapped panic: %w", ErrDenied))
	}()
}

func main() { Main() }
