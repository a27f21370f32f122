package main

import (
	"errors"
	"fmt"
	"strconv"
)

type ValidationError struct {
	Field string
	Err   error
}

func (v ValidationError) Error() string { return v.Field + ": " + v.Err.Error() }
func (v ValidationError) Unwrap() error { return v.Err }

type Timeout struct{}

func (Timeout) Error() string        { return "timeout" }
func (Timeout) Is(target error) bool { return target == ErrSlow }

var (
	ErrSlow  = errors.New("slow")
	ErrShort = errors.New("too short")
)

type coder interface{ Code() int }
type HTTPError int

func (h HTTPError) Error() string { return "http " + strconv.Itoa(int(h)) }
func (h HTTPError) Code() int     { return int(h) }

func validate(name string) error {
	if len(name) < 3 {
		return ValidationError{"name", ErrShort}
	}
	return nil
}

func noError() error {
	var v *ValidationError
	_ = v
	return nil
}

func typedNil() error {
	var p *pe
	return p
}

type pe struct{}

func (*pe) Error() string { return "pe" }

func Main() {
	err := validate("ab")
	fmt.Println(err, errors.Is(err, ErrShort), errors.Is(err, ErrSlow))
	var ve ValidationError
	if errors.As(fmt.Errorf("ctx: %w", err), &ve) {
		fmt.Println(ve.Field, ve.Err == ErrShort)
	}
	fmt.Println(errors.Is(Timeout{}, ErrSlow), errors.Is(fmt.Errorf("x: %w", Timeout{}), Timeout{}))
	fmt.Println(noError() == nil, typedNil() == nil, validate("abc") == nil)
	var e error = HTTPError(404)
	if c, ok := e.(coder); ok {
		fmt.Println(c.Code())
	}
	var c coder
	fmt.Println(errors.As(fmt.Errorf("w: %w", e), &c), c.Code())
	switch e {
	case HTTPError(404):
		fmt.Println("not found")
	}
	fmt.Println(errors.Join(ErrSlow, e))
	func() {
		defer func() {
			if err, ok := recover().(error); ok {
				fmt.Println("recovered", err)
			}
		}()
		panic(HTTPError(500))
	}()
	func() {
		defer func() {
			r := recover()
			err, ok := r.(error)
			fmt.Println(ok, err)
		}()
		var m map[string]int
		m["a"] = 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		a, b := 1, 0
		fmt.Println(a / b)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var x any = "s"
		fmt.Println(x.(int))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		s := []int{1, 2, 3}
		i := 5
		fmt.Println(s[1:i])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var x any = HTTPError(1)
		fmt.Println(x.(ValidationError))
	}()
	_, err = strconv.ParseInt("zz", 10, 64)
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func)
}

func main() { Main() }
