package gosrc

import (
	"fmt"
	"reflect"
	"slices"

	"gex/runtime/otp"
)

// maxPrinted is how deep values may be nested that are printed.
const maxPrinted = 100_000

// printable prepares what is to be printed, see nested, unless some value contains itself:
// package fmt would follow it until the stack overflows, which ends a program.
func (s *supportFunctions) printable(values []any) []any {
	s.passing = nil
	made := slices.Clone(values)
	for i, v := range values {
		if simple(v) {
			continue
		}
		checkDepth(reflect.ValueOf(v), 0)
		made[i] = nested(v)
	}
	return made
}

// simple reports whether a value cannot contain itself.
func simple(v any) bool {
	switch v.(type) {
	case nil, bool, string, int, int64, float64, byte, rune, []byte, []string, []int, otp.Tuple, otp.PID, otp.Atom:
		return true
	}
	return false
}

// checkDepth follows what package fmt follows: it does not look behind a pointer
// that is not outermost.
func checkDepth(v reflect.Value, depth int) {
	if depth > maxPrinted {
		panic(otp.RuntimeError(fmt.Sprintf("stack overflow: the value contains itself, or more than %d values are nested in each other", maxPrinted)))
	}
	switch v.Kind() {
	case reflect.Interface:
		checkDepth(v.Elem(), depth)
	case reflect.Pointer:
		if depth == 0 {
			checkDepth(v.Elem(), depth+1)
		}
	case reflect.Slice, reflect.Array:
		if flat(v.Type().Elem()) {
			return
		}
		for i := range v.Len() {
			checkDepth(v.Index(i), depth+1)
		}
	case reflect.Map:
		if flat(v.Type().Elem()) && flat(v.Type().Key()) {
			return
		}
		for entries := v.MapRange(); entries.Next(); {
			checkDepth(entries.Key(), depth+1)
			checkDepth(entries.Value(), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			checkDepth(v.Field(i), depth+1)
		}
	}
}

// flat reports whether values of a type contain no others.
func flat(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Interface, reflect.Slice, reflect.Array, reflect.Map, reflect.Struct:
		return false
	}
	return true
}
