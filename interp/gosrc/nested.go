package gosrc

import (
	"reflect"
	"slices"

	"gex/runtime/otp"
)

// nested prepares an operand of fmt: boxes with pointers in lists and maps of
// interface values print as addresses. What has methods keeps them.
func nested(v any) any {
	switch v.(type) {
	case nil, string, int, bool, float64, error, otp.Boxed:
		return v
	}
	r := reflect.ValueOf(v)
	switch r.Kind() {
	case reflect.Slice, reflect.Array, reflect.Map:
		if !holdsAny(r.Type()) || r.Kind() != reflect.Array && r.IsNil() {
			return v
		}
	default:
		return v
	}
	made := reflect.New(r.Type()).Elem()
	switch r.Kind() {
	case reflect.Map:
		made = reflect.MakeMap(r.Type())
		ranks := ranksOfKeys(r)
		for key, value := range r.Seq2() {
			if rank, ok := ranks[key.Interface()]; ok {
				key = reflect.ValueOf(rankedKey{rank, key.Interface().(otp.Boxed)})
			}
			made.SetMapIndex(key, nestedElement(value))
		}
	case reflect.Slice:
		made = reflect.MakeSlice(r.Type(), r.Len(), r.Len())
		fallthrough
	default:
		for i := range r.Len() {
			made.Index(i).Set(nestedElement(r.Index(i)))
		}
	}
	return made.Interface()
}

// rankedKey is a box as the key of a map, with its place among the boxes there.
// Fmt orders such keys by the addresses of their types, which are not those of
// the compiled program and others at every run.
type rankedKey struct {
	rank int
	otp.Boxed
}

// ranksOfKeys are the places of the boxes among the keys of a map, which are not
// all of one type.
func ranksOfKeys(m reflect.Value) map[any]int {
	if m.Type().Key().Kind() != reflect.Interface || m.Type().Key().NumMethod() > 0 {
		return nil
	}
	var boxes []reflect.Value
	for _, key := range m.MapKeys() {
		if isBoxed(key.Interface()) {
			boxes = append(boxes, key)
		}
	}
	slices.SortFunc(boxes, compareInterfaces)
	ranks := map[any]int{}
	for i, key := range boxes {
		ranks[key.Interface()] = i
	}
	return ranks
}

// holdsAny reports whether values of a type may hold boxes.
func holdsAny(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Interface:
		return t.NumMethod() == 0
	case reflect.Map:
		return holdsAny(t.Key()) || holdsAny(t.Elem())
	case reflect.Slice, reflect.Array:
		return holdsAny(t.Elem())
	}
	return false
}

func nestedElement(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface && v.IsNil() {
		return v
	}
	value := v.Interface()
	b, ok := value.(otp.Boxed)
	if !ok {
		return reflect.ValueOf(nested(value)).Convert(v.Type())
	}
	t, bare := b.Unbox()
	if reflect.ValueOf(bare).Kind() != reflect.Pointer || t.Methods["String"] != nil || t.Methods["Error"] != nil {
		return v
	}
	return reflect.ValueOf(inner{b}).Convert(v.Type())
}
