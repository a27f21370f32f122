package term

import (
	"cmp"
	"reflect"
)

// This file orders values whose content cannot be compared, functions and
// opaque Go values, by where they are. Go does not move what lives on the
// heap, so the order holds as long as the values do; it differs from run to
// run, as the order of closures does in Erlang.

// address is the place of a Go value that is a reference, else the place of
// fallback, which must be a pointer.
func address(value, fallback any) uintptr {
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.Chan, reflect.Pointer, reflect.Map, reflect.UnsafePointer:
		return v.Pointer()
	}
	return reflect.ValueOf(fallback).Pointer()
}

func compareFuns(a, b *Fun) int {
	if a == b {
		return 0
	}
	if a.External != b.External {
		if a.External {
			return 1
		}
		return -1
	}
	c := cmp.Or(
		cmp.Compare(a.Module, b.Module),
		cmp.Compare(a.Name, b.Name),
		cmp.Compare(a.Arity, b.Arity),
		cmp.Compare(a.Index, b.Index),
		cmp.Compare(a.Unique, b.Unique),
	)
	if c != 0 || a.External {
		return c
	}
	return cmp.Compare(address(nil, a), address(nil, b))
}
