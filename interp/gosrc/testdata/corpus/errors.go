package main

import (
	"errors"
	"fmt"
)

type NotFound struct{ Key string }

func (e *NotFound) Error() string { return "not found: " + e.Key }

var ErrEmpty = errors.New("empty")

func find(key string) error {
	switch key {
	case "":
		return ErrEmpty
	case "x":
		return fmt.Errorf("find: %w", &NotFound{key})
	}
	return nil
}

func Main() {
	fmt.Println(find(""), find("a"), find("x"))
	fmt.Println(errors.Is(find(""), ErrEmpty), find("") == ErrEmpty, find("a") == nil)
	var nf *NotFound
	fmt.Println(errors.As(find("x"), &nf))
	if nf != nil {
		fmt.Println(nf.Key)
	}
	var err error = &NotFound{"k"}
	switch e := err.(type) {
	case *NotFound:
		fmt.Println("nf", e.Key)
	default:
		fmt.Println("other")
	}
	switch err := find(""); err {
	case ErrEmpty:
		fmt.Println("is empty")
	case nil:
		fmt.Println("nil")
	}
	fmt.Println(errors.Unwrap(find("x")))
}

func main() { Main() }
