package gosrc

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/types"
	"reflect"
	"slices"

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
		if !e.isKey(u.Key()) {
			return fmt.Errorf("json: unsupported type: %s", e.support.shown.of(t))
		}
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
	encoder := json.NewEncoder(&e.out)
	encoder.SetEscapeHTML(!e.support.streams.rawHTML)
	err := encoder.Encode(value)
	if err == nil {
		e.out.Truncate(e.out.Len() - 1) // the newline
	}
	return withoutBoxes(err)
}

// withoutBoxes is the mistake of a value in a box, without the box.
func withoutBoxes(err error) error {
	for {
		failed, ok := err.(*json.MarshalerError)
		if !ok || !failed.Type.Implements(reflect.TypeFor[otp.Boxed]()) {
			return err
		}
		err = failed.Err
	}
}

// replaceEncoding gives encoding/json what tells of the learner's types.
func replaceEncoding(values map[string]reflect.Value) {
	values["Marshal"] = reflect.ValueOf(func(v any) ([]byte, error) {
		text, err := json.Marshal(v)
		return text, withoutBoxes(err)
	})
	values["MarshalIndent"] = reflect.ValueOf(func(v any, prefix, indent string) ([]byte, error) {
		text, err := json.MarshalIndent(v, prefix, indent)
		return text, withoutBoxes(err)
	})
}

// escapeHTML is (*json.Encoder).SetEscapeHTML.
func (s *supportFunctions) escapeHTML(e *json.Encoder, on bool) {
	delete(s.streams.raw, e)
	if !on {
		s.streams.raw[e] = true
	}
	e.SetEscapeHTML(on)
}

// encodeTo is (*json.Encoder).Encode.
func (s *supportFunctions) encodeTo(e *json.Encoder, v any) error {
	defer func(before bool) { s.streams.rawHTML = before }(s.streams.rawHTML)
	s.streams.rawHTML = s.streams.raw[e]
	return withoutBoxes(e.Encode(v))
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
		if err == nil {
			err = json.Compact(&e.out, text)
		}
		return true, e.failed(t, v, err)
	}
	if f, ok := boxed.Methods["MarshalText"].(func(any) ([]byte, error)); ok {
		text, err := f(receiver)
		if err != nil {
			return true, textError{&json.MarshalerError{Type: e.support.shownType(t, v), Err: err}}
		}
		return true, e.plain(reflect.ValueOf(string(text)))
	}
	return false, nil
}

// failed is the mistake of a method.
func (e *jsonEncoder) failed(t types.Type, v reflect.Value, err error) error {
	if err == nil {
		return nil
	}
	return &json.MarshalerError{Type: e.support.shownType(t, v), Err: err}
}

// textError is a mistake of MarshalText.
type textError struct{ inner *json.MarshalerError }

// Error says whose method failed.
func (e textError) Error() string {
	return "json: error calling MarshalText for type " + e.inner.Type.String() + ": " + e.inner.Err.Error()
}

// Unwrap returns the mistake as encoding/json has it.
func (e textError) Unwrap() error { return e.inner }

// fields encodes the fields of a struct, those of embedded ones among them.
func (e *jsonEncoder) fields(s *types.Struct, v reflect.Value, comma *bool) error {
	for _, f := range jsonFields(s) {
		value := fieldAt(v, f.index, false)
		if !value.IsValid() || f.has("omitempty") && isEmpty(value) || f.has("omitzero") && e.isZero(f.typ, value) {
			continue
		}
		if err := e.field(f.name, f.has("string"), f.typ, value, comma); err != nil {
			return err
		}
	}
	return nil
}

// isZero reports whether omitzero leaves a value out, which its type may decide.
func (e *jsonEncoder) isZero(t types.Type, v reflect.Value) bool {
	if id, ok := e.support.idOf(t); ok {
		boxed := e.support.boxType(id)
		if f, ok := boxed.Methods["IsZero"].(func(any) bool); ok {
			return f(otp.Box{Type: boxed, Value: v.Interface()})
		}
	}
	if zero, ok := v.Interface().(interface{ IsZero() bool }); ok {
		return zero.IsZero()
	}
	return v.IsZero()
}

func (e *jsonEncoder) field(name string, quoted bool, t types.Type, v reflect.Value, comma *bool) error {
	if *comma {
		e.out.WriteByte(',')
	}
	*comma = true
	if err := e.plain(reflect.ValueOf(name)); err != nil {
		return err
	}
	e.out.WriteByte(':')
	basic, ok := t.Underlying().(*types.Basic)
	if !ok || !quoted {
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
		if err := e.field(name, false, m.Elem(), v.MapIndex(keys[name]), &comma); err != nil {
			return err
		}
	}
	e.out.WriteByte('}')
	return nil
}

// isKey reports whether values of a type can be names in an object.
func (e *jsonEncoder) isKey(t types.Type) bool {
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&(types.IsString|types.IsInteger) != 0 {
		return true
	}
	id, ok := e.support.idOf(t)
	return ok && e.support.boxType(id).Methods["MarshalText"] != nil
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
