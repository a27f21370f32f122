package main

import (
	"errors"
	"fmt"
)

type Code int

const (
	NotFound Code = iota + 404
	Gone
)

type HTTPError struct {
	Code Code
	Path string
}

func (e *HTTPError) Error() string { return fmt.Sprintf("%d on %s", e.Code, e.Path) }

func fetch(path string) string {
	defer fmt.Println("leaving fetch", path)
	switch path {
	case "/":
		return "home"
	case "/old":
		panic(&HTTPError{Gone, path})
	}
	panic(&HTTPError{NotFound, path})
}

func safe(path string) (body string, err error) {
	defer func() {
		if r := recover(); r != nil {
			var ok bool
			if err, ok = r.(*HTTPError); !ok {
				panic(r)
			}
		}
	}()
	return fetch(path), nil
}

func main() {
	for _, p := range []string{"/", "/old", "/x"} {
		body, err := safe(p)
		var he *HTTPError
		fmt.Println(body, err, errors.As(err, &he), he != nil && he.Code == Gone)
	}
	fmt.Println(fetch("/nowhere"))
}
