package gosrc

import (
	"fmt"
	"reflect"

	"gex/runtime/otp"
)

// This file is the compiled side of lowerBoxes and lowerEqual for values that are
// nested in each other. The run-time system compares and hashes these
// recursively, and what is too deep for the stack would end gex.

// maxNested is how deep values may be nested that are compared, or are keys.
const maxNested = 100_000

// checkNested fails if a value is nested too deep to be compared.
func checkNested(value any) {
	if value == nil {
		return
	}
	type level struct {
		value reflect.Value
		depth int
	}
	rest := []level{{reflect.ValueOf(value), 0}}
	for len(rest) > 0 {
		next := rest[len(rest)-1]
		rest = rest[:len(rest)-1]
		if next.depth > maxNested {
			panic(otp.RuntimeError(fmt.Sprintf("stack overflow: more than %d values are nested in each other", maxNested)))
		}
		v, depth := next.value, next.depth+1
		switch v.Kind() {
		case reflect.Interface:
			if !v.IsNil() {
				rest = append(rest, level{v.Elem(), depth})
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if nests(v.Field(i).Type()) {
					rest = append(rest, level{v.Field(i), depth})
				}
			}
		case reflect.Array:
			if nests(v.Type().Elem()) {
				for i := range v.Len() {
					rest = append(rest, level{v.Index(i), depth})
				}
			}
		}
	}
}

// nests reports whether values of a type hold others that are compared with
// them and may hold others themselves.
func nests(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Interface:
		return true
	case reflect.Array:
		return nests(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if nests(t.Field(i).Type) {
				return true
			}
		}
	}
	return false
}
