package main

import (
	"fmt"
	"io"
	"strings"
)

func a(i any) string {
	switch v := i.(type) {
	case bool, nil:
		return fmt.Sprint("bool or nil ", v)
	}
	return "other"
}

func b(i any) string {
	switch v := i.(type) {
	case interface{ Area() float64 }:
		return fmt.Sprintf("area %.1f", v.Area())
	case error:
		return "error " + v.Error()
	case bool, nil:
		return fmt.Sprint("bool or nil ", v)
	}
	return "other"
}

func c(i any) string {
	switch v := i.(type) {
	case io.Reader:
		b, _ := io.ReadAll(v)
		return "reader " + string(b)
	case func() string:
		return v()
	case []byte:
		return "bytes " + string(v)
	case bool, nil:
		return fmt.Sprint("bool or nil ", v)
	}
	return "other"
}

func d(i any) string {
	switch v := i.(type) {
	case func() string:
		return v()
	case *int, *string:
		return fmt.Sprintf("pointer %T", v)
	case struct{ X int }:
		return fmt.Sprint("struct ", v.X)
	case bool, nil:
		return fmt.Sprint("bool or nil ", v)
	}
	return "other"
}

func main() {
	fmt.Println(a(nil), a(true))
	fmt.Println(b(nil), b(true))
	fmt.Println(d(nil), d(true))
	fmt.Println(c(nil), c(true), c(strings.NewReader("x")))
}
