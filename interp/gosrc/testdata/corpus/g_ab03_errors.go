package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

type Code int

const (
	NotFound Code = 404
	Internal Code = 500
)

func (c Code) Error() string { return "code " + strconv.Itoa(int(c)) }

type FieldError struct {
	Field string
	Value any
	Err   error
}

func (f FieldError) Error() string { return fmt.Sprintf("%s=%v: %v", f.Field, f.Value, f.Err) }
func (f FieldError) Unwrap() error { return f.Err }

type Multi []error

func (m Multi) Error() string {
	var parts []string
	for _, e := range m {
		parts = append(parts, e.Error())
	}
	return fmt.Sprintf("%d errors: %s", len(m), strings.Join(parts, "; "))
}
func (m Multi) Unwrap() []error { return m }

type temporary interface{ Temporary() bool }
type netErr struct{ msg string }

func (n *netErr) Error() string   { return n.msg }
func (n *netErr) Temporary() bool { return true }
func (n *netErr) As(target any) bool {
	if c, ok := target.(*Code); ok {
		*c = Internal
		return true
	}
	return false
}

var ErrEmpty = errors.New("empty")

func validate(fields map[string]string, order ...string) error {
	var errs Multi
	for _, k := range order {
		switch v, ok := fields[k]; {
		case !ok:
			errs = append(errs, FieldError{k, nil, NotFound})
		case v == "":
			errs = append(errs, FieldError{Field: k, Value: v, Err: ErrEmpty})
		default:
			if _, err := strconv.Atoi(v); err != nil {
				errs = append(errs, FieldError{k, v, err})
			}
		}
	}
	if len(errs) == 0 {
		return nil
	}
	return errs
}

func mayReturnNilPtr(fail bool) error {
	var p *netErr
	if fail {
		p = &netErr{"net down"}
	}
	return p
}

type closer struct {
	name string
	err  error
}

func (c closer) Close() error {
	fmt.Println("close", c.name)
	return c.err
}

func process(names ...string) (err error) {
	for _, n := range names {
		c := closer{n, nil}
		if n == "bad" {
			c.err = fmt.Errorf("closing %s: %w", n, io.ErrClosedPipe)
		}
		defer func() { err = errors.Join(err, c.Close()) }()
	}
	return fmt.Errorf("process: %w and %w", io.EOF, NotFound)
}

func main() {
	err := validate(map[string]string{"a": "1", "b": "", "c": "x1", "d": "99999999999999999999"}, "a", "b", "c", "d", "e")
	fmt.Println(err)
	var fe FieldError
	var ne *strconv.NumError
	var code Code
	fmt.Println(errors.As(err, &fe), fe.Field, errors.As(err, &ne), ne.Func, ne.Num, ne.Err, errors.As(err, &code), code, int(code))
	fmt.Println(errors.Is(err, ErrEmpty), errors.Is(err, NotFound), errors.Is(err, Internal), errors.Is(err, strconv.ErrRange), errors.Is(err, strconv.ErrSyntax))
	fmt.Println(validate(nil), validate(nil) == nil)
	nilptr := mayReturnNilPtr(false)
	fmt.Println(nilptr == nil, nilptr != nil, nilptr == (*netErr)(nil))
	e2 := fmt.Errorf("wrap: %w", mayReturnNilPtr(true))
	var tmp temporary
	if errors.As(e2, &tmp) {
		fmt.Println("temporary", tmp.Temporary(), tmp)
	}
	fmt.Println(errors.As(e2, &code), code == Internal)
	err = process("x", "bad", "y")
	fmt.Printf("%q\n", err.Error())
	fmt.Println(errors.Is(err, io.EOF), errors.Is(err, io.ErrClosedPipe), errors.Is(err, NotFound), errors.Unwrap(err) == nil)
	j := errors.Join(nil, nil)
	fmt.Println(j == nil, errors.Join(ErrEmpty, nil, io.EOF))
	fmt.Printf("%v|%+v|%#v|%T|%s|%d\n", NotFound, NotFound, NotFound, NotFound, NotFound, NotFound)
	fmt.Printf("%v|%T|%q\n", fe, fe, fe)
	w1 := fmt.Errorf("l1: %w", ErrEmpty)
	w2 := fmt.Errorf("l2: %w", w1)
	for e := error(w2); e != nil; e = errors.Unwrap(e) {
		fmt.Print(e, " <- ")
	}
	fmt.Println()
	fmt.Println(errors.New("a") == errors.New("a"), ErrEmpty == ErrEmpty, w2.Error())
	fmt.Printf("%v %v\n", fmt.Errorf("no verb %d", 1), fmt.Errorf("%w", nil))
	switch err := error(Code(404)); err {
	case NotFound:
		fmt.Println("404 matched")
	case Internal:
		fmt.Println("500")
	}
	func() {
		defer func() {
			if e, ok := recover().(error); ok {
				fmt.Println("caught", e, errors.Is(e, NotFound))
			}
		}()
		panic(FieldError{"f", []int{1}, NotFound})
	}()
	defer func() {
		r := recover()
		err, ok := r.(error)
		fmt.Println("final", ok, err)
		var re interface{ RuntimeError() }
		fmt.Println(errors.As(err, &re))
	}()
	var arr []int
	_ = arr[len(order)]
}

var order = []string{"x"}
