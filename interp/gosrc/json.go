package gosrc

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"gex/runtime/otp"
)

// encodeJSON encodes the value in a box as encoding/json encodes it in
// compiled code, where its type has a name, methods, and fields as typed.
func (s *supportFunctions) encodeJSON(b otp.Boxed) ([]byte, error) {
	t, value := b.Unbox()
	checked := s.checked[t.ID]
	if checked == nil || value == nil {
		return json.Marshal(value)
	}
	var e jsonEncoder
	e.support = s
	err := e.value(checked, reflect.ValueOf(value))
	return e.out.Bytes(), err
}

type jsonEncoder struct {
	support *supportFunctions
	out     bytes.Buffer
}

func (e *jsonEncoder) value(t types.Type, v reflect.Value) error {
	if done, err := e.method(t, v); done {
		return err
	}
	if isInterface(t) {
		return e.plain(v)
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Name() != "main" {
			return e.plain(v)
		}
		e.out.WriteByte('{')
		err := e.fields(u, v, new(bool))
		e.out.WriteByte('}')
		return err
	case *types.Pointer:
		if v.IsNil() {
			return e.plain(reflect.Value{})
		}
		return e.inside(t, v, func() error { return e.value(u.Elem(), v.Elem()) })
	case *types.Slice:
		if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Uint8 || v.IsNil() {
			return e.plain(v)
		}
		return e.inside(t, v, func() error { return e.list(u.Elem(), v) })
	case *types.Array:
		return e.list(u.Elem(), v)
	case *types.Map:
		return e.inside(t, v, func() error { return e.mapping(u, v) })
	case *types.Signature, *types.Chan:
		return fmt.Errorf("json: unsupported type: %s", e.support.shown.of(t))
	}
	return e.plain(v)
}

// inside encodes what a pointer, map or slice leads to, unless it is being encoded
// already. Encoders of one process know of each other: an interface value inside
// is encoded by another one.
func (e *jsonEncoder) inside(t types.Type, v reflect.Value, encode func() error) error {
	s, self := e.support, e.support.api.Node().Current()
	here := reference{v.Pointer(), 0}
	if v.Kind() == reflect.Slice {
		here.length = v.Len()
	}
	outer := s.encoding[self]
	if slices.Contains(outer, here) && here != (reference{}) {
		return fmt.Errorf("json: unsupported value: encountered a cycle via %s", s.shown.of(t))
	}
	s.encoding[self] = append(outer, here)
	defer func() {
		if s.encoding[self] = outer; len(outer) == 0 {
			delete(s.encoding, self)
		}
	}()
	return encode()
}

// reference is what a pointer, map or slice leads to.
type reference struct {
	address uintptr
	length  int
}

// plain encodes what needs no types: compiled values, and boxes by themselves.
func (e *jsonEncoder) plain(v reflect.Value) error {
	var value any
	if v.IsValid() {
		value = v.Interface()
	}
	text, err := json.Marshal(value)
	e.out.Write(text)
	return err
}

// method encodes a value by its method, if its type has one.
func (e *jsonEncoder) method(t types.Type, v reflect.Value) (bool, error) {
	id, ok := e.support.idOf(t)
	if !ok || v.Kind() == reflect.Pointer && v.IsNil() {
		return false, nil
	}
	boxed := e.support.boxType(id)
	receiver := otp.Box{Type: boxed, Value: v.Interface()}
	if f, ok := boxed.Methods["MarshalJSON"].(func(any) ([]byte, error)); ok {
		text, err := f(receiver)
		e.out.Write(text)
		return true, err
	}
	if f, ok := boxed.Methods["MarshalText"].(func(any) ([]byte, error)); ok {
		text, err := f(receiver)
		if err != nil {
			return true, err
		}
		return true, e.plain(reflect.ValueOf(string(text)))
	}
	return false, nil
}

// fields encodes the fields of a struct, those of embedded ones among them.
func (e *jsonEncoder) fields(s *types.Struct, v reflect.Value, comma *bool) error {
	values := learnerFields(v)
	for i := range s.NumFields() {
		f := s.Field(i)
		name, options, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
		if embedded, ok := deref(f.Type()).Underlying().(*types.Struct); ok && f.Embedded() && name == "" {
			inner := values[i]
			if inner.Kind() == reflect.Pointer {
				inner = inner.Elem()
			}
			if inner.IsValid() {
				if err := e.fields(embedded, inner, comma); err != nil {
					return err
				}
			}
			continue
		}
		if !f.Exported() || name == "-" && options == "" || strings.Contains(options, "omitempty") && isEmpty(values[i]) ||
			strings.Contains(options, "omitzero") && values[i].IsZero() {
			continue
		}
		if name == "" {
			name = f.Name()
		}
		if err := e.field(name, options, f.Type(), values[i], comma); err != nil {
			return err
		}
	}
	return nil
}

func (e *jsonEncoder) field(name, options string, t types.Type, v reflect.Value, comma *bool) error {
	if *comma {
		e.out.WriteByte(',')
	}
	*comma = true
	if err := e.plain(reflect.ValueOf(name)); err != nil {
		return err
	}
	e.out.WriteByte(':')
	basic, ok := t.Underlying().(*types.Basic)
	if !ok || !slices.Contains(strings.Split(options, ","), "string") {
		return e.value(t, v)
	}
	if basic.Info()&types.IsString != 0 {
		text, err := json.Marshal(v.String())
		if err != nil {
			return err
		}
		return e.plain(reflect.ValueOf(string(text)))
	}
	return e.plain(reflect.ValueOf(fmt.Sprint(v.Interface())))
}

// isEmpty reports whether omitempty leaves a value out.
func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map, reflect.Array, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

func (e *jsonEncoder) list(element types.Type, v reflect.Value) error {
	e.out.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			e.out.WriteByte(',')
		}
		if err := e.value(element, v.Index(i)); err != nil {
			return err
		}
	}
	e.out.WriteByte(']')
	return nil
}

func (e *jsonEncoder) mapping(m *types.Map, v reflect.Value) error {
	if v.IsNil() {
		return e.plain(reflect.Value{})
	}
	keys := map[string]reflect.Value{}
	var names []string
	for _, key := range v.MapKeys() {
		name, err := e.key(m.Key(), key)
		if err != nil {
			return err
		}
		keys[name] = key
		names = append(names, name)
	}
	slices.Sort(names)
	comma := false
	e.out.WriteByte('{')
	for _, name := range names {
		if err := e.field(name, "", m.Elem(), v.MapIndex(keys[name]), &comma); err != nil {
			return err
		}
	}
	e.out.WriteByte('}')
	return nil
}

// key is the name of a key of a map: a string as it is, the text that a method
// makes, or a number.
func (e *jsonEncoder) key(t types.Type, v reflect.Value) (string, error) {
	if id, ok := e.support.idOf(t); ok && v.Kind() != reflect.String {
		boxed := e.support.boxType(id)
		if f, ok := boxed.Methods["MarshalText"].(func(any) ([]byte, error)); ok {
			text, err := f(otp.Box{Type: boxed, Value: v.Interface()})
			return string(text), err
		}
	}
	return fmt.Sprint(v.Interface()), nil
}
