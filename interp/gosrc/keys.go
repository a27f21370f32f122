package gosrc

import (
	"cmp"
	"reflect"

	"gex/runtime/otp"
)

// This file orders the keys of maps that are printed.

// compareKeys orders keys of maps as fmt does: numbers by value, strings by
// bytes, structs and arrays by their parts in order.
func compareKeys(a, b reflect.Value) int {
	switch a.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return cmp.Compare(a.Int(), b.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return cmp.Compare(a.Uint(), b.Uint())
	case reflect.Float32, reflect.Float64:
		return cmp.Compare(a.Float(), b.Float())
	case reflect.String:
		return cmp.Compare(a.String(), b.String())
	case reflect.Complex64, reflect.Complex128:
		x, y := a.Complex(), b.Complex()
		return cmp.Or(cmp.Compare(real(x), real(y)), cmp.Compare(imag(x), imag(y)))
	case reflect.Pointer, reflect.Chan:
		return cmp.Compare(a.Pointer(), b.Pointer())
	case reflect.Interface:
		return compareInterfaces(a, b)
	case reflect.Bool:
		switch {
		case a.Bool() == b.Bool():
			return 0
		case b.Bool():
			return -1
		}
		return 1
	case reflect.Array:
		for i := range a.Len() {
			if c := compareKeys(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case reflect.Struct:
		for i := range a.NumField() {
			if c := compareKeys(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	}
	return 0
}

// compareInterfaces orders interface values: nil first, then by types, and
// values of one type among each other. Compiled code has the types in the order of
// their places in memory, which nobody knows; here it is that of their names.
func compareInterfaces(a, b reflect.Value) int {
	if a.IsNil() || b.IsNil() {
		return cmp.Compare(btoi(!a.IsNil()), btoi(!b.IsNil()))
	}
	x, y := a.Interface(), b.Interface()
	if c := cmp.Compare(typeName(x), typeName(y)); c != 0 {
		return c
	}
	x, y = otp.Unboxed(x), otp.Unboxed(y)
	if reflect.TypeOf(x) != reflect.TypeOf(y) {
		return 0
	}
	return compareKeys(reflect.ValueOf(x), reflect.ValueOf(y))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
