package gosrc

import (
	"cmp"
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

// checkKey fails if a value cannot be the key of a map.
func checkKey(value any) {
	checkNested(value)
	if name := uncomparable(value); name != "" {
		panic(otp.RuntimeError("hash of unhashable type " + name))
	}
}

// uncomparable is the name of the type of the first thing in a value that cannot be
// compared, as the learner knows it, and "" if there is none.
func uncomparable(value any) string {
	if value == nil {
		return ""
	}
	name := ""
	if b, ok := value.(otp.Boxed); ok {
		var t *otp.BoxType
		if t, value = b.Unbox(); value == nil {
			return ""
		}
		name = t.Name
	}
	v := reflect.ValueOf(value)
	if !v.Type().Comparable() {
		return cmp.Or(name, v.Type().String())
	}
	return uncomparableIn(v)
}

// uncomparableIn is uncomparable for the parts of a value.
func uncomparableIn(v reflect.Value) (name string) {
	switch {
	case !nests(v.Type()):
	case v.Kind() == reflect.Interface && !v.IsNil() && v.CanInterface():
		return uncomparable(v.Interface())
	case v.Kind() == reflect.Struct:
		for i := 0; i < v.NumField() && name == ""; i++ {
			name = uncomparableIn(v.Field(i))
		}
	case v.Kind() == reflect.Array:
		for i := 0; i < v.Len() && name == ""; i++ {
			name = uncomparableIn(v.Index(i))
		}
	}
	return name
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
