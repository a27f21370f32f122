package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type ValidationError struct {
	Field string
	Value any
}

func (v ValidationError) Error() string {
	return fmt.Sprintf("%s: invalid %v (%T)", v.Field, v.Value, v.Value)
}

type Errors []error

func (es Errors) Error() string {
	parts := make([]string, len(es))
	for i, e := range es {
		parts[i] = e.Error()
	}
	return strings.Join(parts, "; ")
}
func (es Errors) Unwrap() []error { return es }

type timeoutError struct{ op string }

func (t *timeoutError) Error() string   { return t.op + ": timeout" }
func (t *timeoutError) Timeout() bool   { return true }
func (t *timeoutError) Is(e error) bool { _, ok := e.(*timeoutError); return ok }

type Form struct {
	Name string
	Age  int
	Mail string
}

func (f Form) Validate() error {
	var es Errors
	if f.Name == "" {
		es = append(es, ValidationError{"name", f.Name})
	}
	if f.Age < 0 || f.Age > 150 {
		es = append(es, &ValidationError{"age", f.Age})
	}
	if !strings.Contains(f.Mail, "@") {
		es = append(es, fmt.Errorf("mail %q: %w", f.Mail, io.ErrUnexpectedEOF))
	}
	if len(es) == 0 {
		return nil
	}
	return es
}

func retry(n int, f func(int) error) (err error) {
	for i := range n {
		if err = f(i); err == nil {
			return
		}
		var t interface{ Timeout() bool }
		if !errors.As(err, &t) || !t.Timeout() {
			return fmt.Errorf("attempt %d: %w", i, err)
		}
	}
	return fmt.Errorf("gave up after %d: %w", n, err)
}

func main() {
	for _, f := range []Form{{"a", 5, "a@b"}, {"", 200, "x"}, {"b", -1, "@"}} {
		err := f.Validate()
		var v ValidationError
		var pv *ValidationError
		var es Errors
		fmt.Println(err == nil, err)
		fmt.Println(errors.As(err, &v), v.Field, errors.As(err, &pv), errors.As(err, &es), len(es), errors.Is(err, io.ErrUnexpectedEOF))
	}
	err := retry(3, func(i int) error { return &timeoutError{fmt.Sprint("op", i)} })
	fmt.Println(err, errors.Is(err, &timeoutError{}), errors.Is(err, io.EOF))
	fmt.Println(retry(3, func(i int) error {
		if i == 1 {
			return io.EOF
		}
		return &timeoutError{"x"}
	}))
	fmt.Println(retry(3, func(i int) error { return nil }))
	e1 := ValidationError{"f", []int{1}}
	func() {
		defer func() { fmt.Println("compare:", recover()) }()
		fmt.Println(errors.Is(e1, e1))
		fmt.Println(error(e1) == error(e1))
	}()
	joined := errors.Join(io.EOF, e1, errors.New("plain"))
	fmt.Printf("%q\n", joined.Error())
	for _, e := range joined.(interface{ Unwrap() []error }).Unwrap() {
		fmt.Printf("%T ", e)
	}
	fmt.Println()
	wrapped := fmt.Errorf("w2: %w", fmt.Errorf("w1: %w", e1))
	fmt.Println(wrapped, errors.Unwrap(errors.Unwrap(wrapped)).(ValidationError).Field)
	if v, ok := errors.AsType[ValidationError](wrapped); ok {
		fmt.Println("as type", v.Field)
	}
	panic(Errors{io.EOF, e1})
}
