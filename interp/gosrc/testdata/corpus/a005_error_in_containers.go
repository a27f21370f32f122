package main

import (
	"errors"
	"fmt"
)

type CodeErr struct{ Code int }

func (e CodeErr) Error() string { return fmt.Sprintf("code %d", e.Code) }

type PtrErr struct{ Msg string }

func (e *PtrErr) Error() string { return "ptr:" + e.Msg }

type Result struct {
	Err   error
	Value any
}

func main() {
	r := Result{CodeErr{3}, &PtrErr{"x"}}
	fmt.Println(r)
	fmt.Printf("%v\n%+v\n", r, r)
	fmt.Println([]error{CodeErr{1}, &PtrErr{"y"}, errors.New("plain")})
	fmt.Println(map[string]error{"a": CodeErr{1}, "b": nil})
	fmt.Printf("%s|%q|%v|%d\n", CodeErr{1}, CodeErr{2}, CodeErr{3}, CodeErr{4})
	fmt.Printf("%T %T %T\n", r.Err, r.Value, errors.New("q"))
	var e error
	fmt.Printf("%v %T\n", e, e)
	var pe *PtrErr
	fmt.Println(pe == nil, error(pe) == nil)
	w := fmt.Errorf("ctx %d: %w", 7, CodeErr{9})
	fmt.Println(w)
	fmt.Printf("%q %T\n", w, w)
	fmt.Println(errors.Unwrap(w) == CodeErr{9}, errors.Unwrap(errors.Unwrap(w)))
	j := errors.Join(CodeErr{1}, nil, &PtrErr{"z"})
	fmt.Println(j)
	fmt.Printf("%q\n", j.Error())
	fmt.Println(errors.Join(nil, nil) == nil)
	var ce CodeErr
	fmt.Println(errors.As(j, &ce), ce.Code, errors.Is(j, CodeErr{1}), errors.Is(j, CodeErr{2}))
}
