package otp

import (
	"reflect"
	"strings"
	"unicode"

	"gex/runtime/term"
)

// TypeTag is the key of the struct tag with which gosrc names the types of
// interpreted Go, which have no names at run time. It stands on the first field.
const TypeTag = "gex"

// nativeTerm wraps a Go value that has no other form.
func nativeTerm(v reflect.Value) term.Term {
	return native(v, nil)
}

// path are the pointers from the outermost value to the present one, so that
// a value that contains itself ends.
type path []uintptr

func native(v reflect.Value, from path) *term.Native {
	n := &term.Native{Name: structName(v.Type()), Value: v.Interface()}
	target := v
	if v.Kind() == reflect.Pointer {
		n.Name = structName(v.Type().Elem())
		for _, seen := range from {
			if seen == v.Pointer() {
				return n
			}
		}
		from = append(from[:len(from):len(from)], v.Pointer())
		target = v.Elem()
	}
	if target.Kind() == reflect.Struct {
		n.Fields = func() []term.Field { return fieldsOf(target, from) }
	}
	return n
}

// fieldsOf returns the fields of a struct, unexported ones too, since a
// handler's state is made of them.
func fieldsOf(v reflect.Value, from path) []term.Field {
	t := v.Type()
	names := fieldNames(t)
	fields := make([]term.Field, 0, t.NumField())
	for i := range t.NumField() {
		name := names[i]
		if name == "_" || isUse(t.Field(i).Type) {
			continue
		}
		fields = append(fields, term.Field{Name: name, Value: fieldTerm(readable(v, i), from)})
	}
	return fields
}

// readable returns a field of a struct in a form whose Interface may be
// called. Unexported fields are read through a copy in memory of our own,
// whose address reflect lets us retype.
func readable(v reflect.Value, i int) reflect.Value {
	if v.Type().Field(i).IsExported() {
		return v.Field(i)
	}
	if !v.CanAddr() {
		addressable := reflect.New(v.Type()).Elem()
		addressable.Set(v)
		v = addressable
	}
	f := v.Field(i)
	return reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem()
}

func fieldTerm(v reflect.Value, from path) term.Term {
	for v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	if v.Kind() == reflect.Pointer && !v.IsNil() && v.Elem().Kind() == reflect.Struct && v.Type() != bigType {
		return native(v, from)
	}
	return ToTerm(v.Interface())
}

// fieldNames returns the names of a struct's fields as typed. The interpreter
// changes unexported ones, so the tag lists them.
func fieldNames(t reflect.Type) []string {
	if _, typed, ok := typeTag(t); ok && len(typed) == t.NumField() {
		return typed
	}
	names := make([]string, t.NumField())
	for i := range names {
		names[i] = t.Field(i).Name
	}
	return names
}

// typeTag reads the tag of an interpreted type: its name, and those of its fields.
func typeTag(t reflect.Type) (name string, fields []string, ok bool) {
	if t.Name() != "" || t.Kind() != reflect.Struct || t.NumField() == 0 {
		return "", nil, false
	}
	tag, ok := t.Field(0).Tag.Lookup(TypeTag)
	if !ok {
		return "", nil, false
	}
	words := strings.Fields(tag)
	name, _, _ = strings.Cut(words[0], "@")
	return name, words[1:], true
}

// TypeName returns the name of a Go type as a learner knows it: KV_Registry.
// Types without a name are described, func(int) int.
func TypeName(t reflect.Type) string {
	if t.Name() != "" {
		return t.Name()
	}
	if name, _, ok := typeTag(t); ok {
		return name
	}
	switch t.Kind() {
	case reflect.Struct:
		return "struct"
	case reflect.Pointer:
		return TypeName(t.Elem())
	}
	return t.Kind().String()
}

// structName is the name under which values of a type are known in the
// notation: that of its module, where it could be one.
func structName(t reflect.Type) string {
	name := TypeName(t)
	if name != "" && unicode.IsUpper(rune(name[0])) {
		return ModuleName(name)
	}
	return name
}

// DefineStruct makes a Go struct type known under its module's name: a struct
// of that name in the notation becomes a value of the type on its way to Go.
// It returns the fields with their zero values.
func (a *API) DefineStruct(module term.Atom, zero reflect.Value) []term.Pair {
	a.structs[module] = zero.Type()
	var fields []term.Pair
	for _, f := range fieldsOf(zero, nil) {
		fields = append(fields, term.Pair{Key: term.Atom(f.Name), Value: f.Value})
	}
	return fields
}

// ZeroStruct returns the zero value of a struct type made known as a module.
func (a *API) ZeroStruct(module term.Atom) term.Term {
	t, ok := a.structs[module]
	if !ok {
		return term.Nil
	}
	return nativeTerm(reflect.Zero(t))
}

// structType returns the Go type of a struct in the notation.
func (a *API) structType(m *term.Map) (reflect.Type, bool) {
	if a == nil {
		return nil, false
	}
	module, _ := m.Get(term.Atom("__struct__"))
	name, _ := module.(term.Atom)
	t, ok := a.structs[name]
	return t, ok
}

// assignStruct makes a Go struct of one in the notation.
func (a *API) assignStruct(m *term.Map, to reflect.Type) (reflect.Value, bool) {
	v := reflect.New(to).Elem()
	for i, name := range fieldNames(to) {
		value, ok := m.Get(term.Atom(name))
		if !ok {
			continue
		}
		field, ok := a.assign(value, to.Field(i).Type)
		if !ok {
			return reflect.Value{}, false
		}
		if f := v.Field(i); f.CanSet() {
			f.Set(field)
		} else {
			reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem().Set(field)
		}
	}
	return v, true
}
