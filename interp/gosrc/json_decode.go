package gosrc

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"go/types"
	"io"
	"reflect"
	"strconv"
	"strings"

	"gex/runtime/otp"
)

// This file decodes JSON into values of the learner's types, whose names, methods
// and fields encoding/json cannot see at run time.

// replaceJSON gives encoding/json what looks into boxes.
func (s *supportFunctions) replaceJSON(values map[string]reflect.Value) {
	values["Unmarshal"] = reflect.ValueOf(s.unmarshalJSON)
	replaceEncoding(values)
}

// unmarshalJSON is json.Unmarshal.
func (s *supportFunctions) unmarshalJSON(data []byte, target any) error {
	boxed, ok := target.(otp.Boxed)
	if !ok {
		return json.Unmarshal(data, target)
	}
	var raw json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	return s.decodeInto(data, boxed, jsonDecoder{support: s})
}

func (s *supportFunctions) decoderOptions(d *json.Decoder) *decoderOptions {
	if s.streams.decoders[d] == nil {
		s.streams.decoders[d] = new(decoderOptions)
	}
	return s.streams.decoders[d]
}

// useNumber is (*json.Decoder).UseNumber.
func (s *supportFunctions) useNumber(d *json.Decoder) {
	s.decoderOptions(d).useNumber = true
	d.UseNumber()
}

// disallowUnknownFields is (*json.Decoder).DisallowUnknownFields.
func (s *supportFunctions) disallowUnknownFields(d *json.Decoder) {
	s.decoderOptions(d).strict = true
	d.DisallowUnknownFields()
}

// decodeJSON is (*json.Decoder).Decode.
func (s *supportFunctions) decodeJSON(d *json.Decoder, target any) error {
	boxed, ok := target.(otp.Boxed)
	if !ok {
		return d.Decode(target)
	}
	var raw json.RawMessage
	if err := d.Decode(&raw); err != nil {
		if errors.Is(err, io.EOF) {
			delete(s.streams.decoders, d)
		}
		return err
	}
	decoder := jsonDecoder{support: s}
	if options := s.streams.decoders[d]; options != nil {
		decoder.strict, decoder.useNumber = options.strict, options.useNumber
	}
	return s.decodeInto(raw, boxed, decoder)
}

// decodeInto decodes valid JSON into what a pointer in a box leads to.
func (s *supportFunctions) decodeInto(data []byte, target otp.Boxed, d jsonDecoder) error {
	t, value := target.Unbox()
	pointer, ok := coreType(s.checked[t.ID]).(*types.Pointer)
	v := reflect.ValueOf(value)
	switch {
	case !ok || v.Kind() != reflect.Pointer:
		return fmt.Errorf("json: Unmarshal(non-pointer %s)", t.Name)
	case v.IsNil():
		return fmt.Errorf("json: Unmarshal(nil %s)", t.Name)
	}
	scan := jsonScanner{data: data}
	scan.space()
	if err := d.value(pointer.Elem(), v.Elem(), scan.value()); err != nil {
		return d.inContext(err)
	}
	return d.first
}

// jsonDecoder decodes one value. As encoding/json it goes on after a value of the
// wrong type and keeps the first such mistake.
type jsonDecoder struct {
	support           *supportFunctions
	strict, useNumber bool
	first             error
	structure         string // the type of the innermost struct
	path              []string
}

// jsonText is the text of a value and where it begins.
type jsonText struct {
	data []byte
	at   int
}

// kind is how mistakes call a value.
func (x jsonText) kind() string {
	switch x.data[0] {
	case '{':
		return "object"
	case '[':
		return "array"
	case '"':
		return "string"
	case 't', 'f':
		return "bool"
	case 'n':
		return "null"
	}
	return "number"
}

// seen is how far a value has been read when its kind is known.
func (x jsonText) seen() int {
	if x.data[0] == '{' || x.data[0] == '[' {
		return x.at + 1
	}
	return x.at + len(x.data)
}

func (d *jsonDecoder) save(err error) {
	if d.first == nil {
		d.first = d.inContext(err)
	}
}

// inContext tells a mistake where in a struct it was made.
func (d *jsonDecoder) inContext(err error) error {
	wrong, ok := err.(*json.UnmarshalTypeError)
	if !ok || d.structure == "" && len(d.path) == 0 {
		return err
	}
	wrong.Struct = d.structure
	path := d.path
	if wrong.Field != "" {
		path = append(path[:len(path):len(path)], wrong.Field)
	}
	wrong.Field = strings.Join(path, ".")
	return wrong
}

// shownType is a type at run time with the name that it has in compiled code.
type shownType struct {
	reflect.Type
	name string
}

// String returns the name.
func (t shownType) String() string { return t.name }

func (s *supportFunctions) shownType(t types.Type, v reflect.Value) reflect.Type {
	if name := s.shown.of(t); name != v.Type().String() {
		return shownType{v.Type(), name}
	}
	return v.Type()
}

func (d *jsonDecoder) wrongType(t types.Type, v reflect.Value, x jsonText) error {
	d.save(&json.UnmarshalTypeError{Value: x.kind(), Type: d.support.shownType(t, v), Offset: int64(x.seen())})
	return nil
}

// value decodes into v, which can be set.
func (d *jsonDecoder) value(t types.Type, v reflect.Value, x jsonText) error {
	null := x.data[0] == 'n'
	for {
		if done, err := d.method(t, v, x); done {
			return err
		}
		pointer, ok := t.Underlying().(*types.Pointer)
		if !ok {
			break
		}
		if null {
			v.SetZero()
			return nil
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		t, v = pointer.Elem(), v.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Name() != "main" {
		return d.plain(t, v, x)
	}
	return d.composed(t, v, x)
}

// composed decodes by the kind of a type.
func (d *jsonDecoder) composed(t types.Type, v reflect.Value, x jsonText) error {
	null := x.data[0] == 'n'
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return d.plain(t, v, x)
	case *types.Interface:
		if u.NumMethods() == 0 || null {
			return d.plain(t, v, x)
		}
	case *types.Struct:
		switch {
		case null:
			return nil
		case x.data[0] == '{':
			return d.object(t, u, v, x)
		}
	case *types.Map:
		switch {
		case null:
			v.SetZero()
			return nil
		case x.data[0] == '{':
			return d.mapping(t, u, v, x)
		}
	case *types.Slice:
		if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Uint8 && x.data[0] == '"' || null {
			return d.plain(t, v, x)
		}
		if x.data[0] == '[' {
			return d.list(u.Elem(), v, x)
		}
	case *types.Array:
		switch {
		case null:
			return nil
		case x.data[0] == '[':
			return d.list(u.Elem(), v, x)
		}
	}
	if null {
		return nil
	}
	return d.wrongType(t, v, x)
}

// method decodes by a method of the pointer to a type, if it has one for it.
func (d *jsonDecoder) method(t types.Type, v reflect.Value, x jsonText) (bool, error) {
	id, ok := d.support.idOf(types.NewPointer(t))
	if !ok {
		return false, nil
	}
	boxed := d.support.boxType(id)
	receiver := otp.Box{Type: boxed, Value: v.Addr().Interface()}
	if f, ok := boxed.Methods["UnmarshalJSON"].(func(any, []byte) error); ok {
		return true, f(receiver, bytes.Clone(x.data))
	}
	f, ok := boxed.Methods["UnmarshalText"].(func(any, []byte) error)
	switch {
	case !ok || x.data[0] == 'n':
		return false, nil
	case x.data[0] != '"':
		return true, d.wrongType(t, v, x)
	}
	return true, f(receiver, []byte(unquoted(x.data)))
}

func unquoted(data []byte) (text string) {
	_ = json.Unmarshal(data, &text) // which is a string
	return text
}

// plain leaves a value to encoding/json.
func (d *jsonDecoder) plain(t types.Type, v reflect.Value, x jsonText) error {
	decoder := json.NewDecoder(bytes.NewReader(x.data))
	if d.useNumber {
		decoder.UseNumber()
	}
	if d.strict {
		decoder.DisallowUnknownFields()
	}
	err := decoder.Decode(v.Addr().Interface())
	wrong, ok := err.(*json.UnmarshalTypeError)
	if !ok {
		return err
	}
	wrong.Offset += int64(x.at)
	if wrong.Type == v.Type() {
		wrong.Type = d.support.shownType(t, v)
	}
	d.save(wrong)
	return nil
}

// object decodes the fields of a struct.
func (d *jsonDecoder) object(t types.Type, s *types.Struct, v reflect.Value, x jsonText) error {
	fields := jsonFields(s)
	structure, path := d.structure, d.path
	for key, member := range x.members() {
		f, ok := findField(fields, unquoted(key.data))
		if !ok {
			if d.strict {
				d.save(fmt.Errorf("json: unknown field %q", unquoted(key.data)))
			}
			continue
		}
		d.structure = d.structName(t)
		d.path = append(append(path[:len(path):len(path)], f.through...), f.name)
		err := d.field(f, fieldAt(v, f.index, true), member)
		if err != nil {
			return err
		}
		d.structure, d.path = structure, path
	}
	return nil
}

// structName is the name of a struct type as it was typed, without its package.
func (d *jsonDecoder) structName(t types.Type) string {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return ""
	}
	name := named.Obj().Name()
	return cmp.Or(d.support.shown[name], name)
}

// findField finds the field for a name, which may be spelled in other cases.
func findField(fields []jsonField, name string) (jsonField, bool) {
	for _, same := range []func(string) bool{
		func(other string) bool { return other == name },
		func(other string) bool { return strings.EqualFold(other, name) },
	} {
		for _, f := range fields {
			if same(f.name) {
				return f, true
			}
		}
	}
	return jsonField{}, false
}

// field decodes a field, whose value may be in a string.
func (d *jsonDecoder) field(f jsonField, v reflect.Value, x jsonText) error {
	if _, basic := deref(f.typ).Underlying().(*types.Basic); !basic || !f.has("string") || x.data[0] == 'n' {
		return d.value(f.typ, v, x)
	}
	if x.data[0] != '"' {
		d.save(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal unquoted value into %s", d.support.shown.of(f.typ)))
		return nil
	}
	inner := unquoted(x.data)
	if !json.Valid([]byte(inner)) || inner != strings.TrimSpace(inner) {
		d.save(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %s", inner, d.support.shown.of(f.typ)))
		return nil
	}
	return d.value(f.typ, v, jsonText{[]byte(inner), x.at})
}

// list decodes the elements of a slice or an array.
func (d *jsonDecoder) list(element types.Type, v reflect.Value, x jsonText) error {
	n := 0
	for item := range x.items() {
		if v.Kind() == reflect.Slice && n >= v.Len() {
			d.support.loop()
			if n >= v.Cap() {
				v.Grow(1)
			}
			v.SetLen(n + 1)
		}
		if n < v.Len() {
			if err := d.value(element, v.Index(n), item); err != nil {
				return err
			}
		}
		n++
	}
	switch {
	case v.Kind() == reflect.Array:
		for i := n; i < v.Len(); i++ {
			v.Index(i).SetZero()
		}
	case n == 0:
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	default:
		v.SetLen(n)
	}
	return nil
}

// mapping decodes the entries of a map.
func (d *jsonDecoder) mapping(t types.Type, m *types.Map, v reflect.Value, x jsonText) error {
	id, _ := d.support.idOf(types.NewPointer(m.Key()))
	fromText, byMethod := d.support.boxType(id).Methods["UnmarshalText"].(func(any, []byte) error)
	basic, _ := m.Key().Underlying().(*types.Basic)
	if !byMethod && (basic == nil || basic.Info()&(types.IsString|types.IsInteger) == 0) {
		return d.wrongType(t, v, x)
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	for name, member := range x.members() {
		value := reflect.New(v.Type().Elem()).Elem()
		if err := d.value(m.Elem(), value, member); err != nil {
			return err
		}
		key := reflect.New(v.Type().Key())
		switch {
		case byMethod:
			receiver := otp.Box{Type: d.support.boxType(id), Value: key.Interface()}
			if err := fromText(receiver, []byte(unquoted(name.data))); err != nil {
				return err
			}
		case !d.key(m.Key(), key.Elem(), name):
			continue
		}
		v.SetMapIndex(key.Elem(), value)
	}
	return nil
}

// key sets a key from its text.
func (d *jsonDecoder) key(t types.Type, v reflect.Value, name jsonText) bool {
	text := unquoted(name.data)
	var err error
	switch {
	case v.Kind() == reflect.String:
		v.SetString(text)
		return true
	case v.CanInt():
		var n int64
		if n, err = strconv.ParseInt(text, 10, 64); err == nil && !v.OverflowInt(n) {
			v.SetInt(n)
			return true
		}
	default:
		var n uint64
		if n, err = strconv.ParseUint(text, 10, 64); err == nil && !v.OverflowUint(n) {
			v.SetUint(n)
			return true
		}
	}
	d.save(&json.UnmarshalTypeError{Value: "number " + text, Type: d.support.shownType(t, v), Offset: int64(name.at + 1)})
	return false
}
