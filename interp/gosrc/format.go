package gosrc

import (
	"cmp"
	"fmt"
	"go/types"
	"io"
	"reflect"
	"slices"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/otp"
	"gex/runtime/process"
)

// format prints the value in a box as fmt prints it in compiled code, where
// its type has a name, names of fields and methods.
func (s *supportFunctions) format(f fmt.State, verb rune, b otp.Boxed) {
	t, value := b.Unbox()
	checked := s.checked[t.ID]
	if checked == nil || value == nil {
		fmt.Fprintf(f, fmt.FormatString(f, verb), value)
		return
	}
	w := formatter{support: s, state: f, verb: verb}
	w.value(checked, reflect.ValueOf(value), 0)
}

type formatter struct {
	support *supportFunctions
	state   fmt.State
	verb    rune
	hidden  bool // inside an unexported field, of which fmt calls no methods
}

func (w formatter) write(text string) { io.WriteString(w.state, text) }

// value prints v, whose type in the learner's program is t.
func (w formatter) value(t types.Type, v reflect.Value, depth int) {
	if w.method(t, v) {
		return
	}
	if isInterface(t) {
		w.interfaceValue(v)
		return
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		w.structValue(t, u, v, depth)
	case *types.Slice:
		if v.IsNil() && w.state.Flag('#') && w.verb == 'v' {
			w.write(w.name(t) + "(nil)")
			return
		}
		w.list(t, u.Elem(), v, depth)
	case *types.Array:
		w.list(t, u.Elem(), v, depth)
	case *types.Map:
		w.mapValue(t, u, v, depth)
	case *types.Pointer:
		w.pointer(u, v, depth)
	default:
		w.leaf(v)
	}
}

func (w formatter) name(t types.Type) string { return w.support.shown.of(t) }

// goSyntax reports whether the directive is %#v.
func (w formatter) goSyntax() bool { return w.verb == 'v' && w.state.Flag('#') }

func (w formatter) leaf(v reflect.Value) {
	if !v.IsValid() {
		w.write("<nil>")
		return
	}
	value := nested(v.Interface())
	if w.hidden {
		value = hiddenValue(value)
	}
	fmt.Fprintf(w.state, fmt.FormatString(w.state, w.verb), value)
}

// hiddenValue is a value as fmt finds it in an unexported field, where it
// calls no methods.
func hiddenValue(v any) reflect.Value {
	return reflect.ValueOf(struct{ hidden any }{v}).Field(0).Elem()
}

// method prints v by its Error or String, if it has one and the verb takes it.
func (w formatter) method(t types.Type, v reflect.Value) bool {
	if w.goSyntax() || w.hidden {
		return false
	}
	switch w.verb {
	case 'v', 's', 'x', 'X', 'q':
	default:
		return false
	}
	id, ok := w.support.idOf(t)
	if !ok {
		return false
	}
	boxed := w.support.boxType(id)
	for _, name := range []string{"Error", "String"} {
		f, ok := boxed.Methods[name].(func(any) string)
		if !ok {
			continue
		}
		if v.Kind() == reflect.Pointer && v.IsNil() {
			w.write("<nil>")
			return true
		}
		text, failed := w.text(f, otp.Box{Type: boxed, Value: v.Interface()})
		if failed != nil {
			w.write(fmt.Sprintf("%%!%c(PANIC=%s method: %v)", w.verb, name, failed))
			return true
		}
		fmt.Fprintf(w.state, fmt.FormatString(w.state, w.verb), text)
		return true
	}
	return false
}

// text calls Error or String and returns the value of a panic in it. What ends a
// process is kept, since package fmt would swallow it.
func (w formatter) text(f func(any) string, b otp.Box) (text string, failed any) {
	defer func() {
		r := recover()
		switch {
		case r == nil:
		case process.IsKernelPanic(r):
			w.support.passing = r
			panic(r)
		default:
			if fault, ok := otp.Unwrap(r).(otp.Fault); ok {
				r = fault.Value
			}
			failed = otp.GoValue(otp.Unwrap(r))
			if x, ok := failed.(*exception.Error); ok {
				failed = exception.Message(x.Reason, nil, exception.Options{})
			}
		}
	}()
	return f(b), nil
}

// interfaceValue prints what an interface holds.
func (w formatter) interfaceValue(v reflect.Value) {
	if !v.IsValid() || v.Kind() == reflect.Interface && v.IsNil() {
		w.write("<nil>")
		return
	}
	b, ok := v.Interface().(otp.Boxed)
	if !ok {
		w.leaf(v)
		return
	}
	t, value := b.Unbox()
	if checked := w.support.checked[t.ID]; checked != nil {
		w.value(checked, reflect.ValueOf(value), 1)
		return
	}
	w.leaf(reflect.ValueOf(value))
}

func (w formatter) structValue(t types.Type, s *types.Struct, v reflect.Value, depth int) {
	if w.goSyntax() {
		w.write(w.name(t))
	}
	w.write("{")
	values := learnerFields(v)
	for i := range s.NumFields() {
		if i > 0 {
			w.write(w.separator())
		}
		if w.state.Flag('+') || w.goSyntax() {
			w.write(typedName(s.Field(i).Name()) + ":")
		}
		field := w
		field.hidden = w.hidden || !s.Field(i).Exported()
		field.value(s.Field(i).Type(), values[i], depth+1)
	}
	w.write("}")
}

func (w formatter) separator() string {
	if w.goSyntax() {
		return ", "
	}
	return " "
}

// learnerFields are the fields of a struct without those that tags have added.
func learnerFields(v reflect.Value) []reflect.Value {
	var fields []reflect.Value
	for i := range v.NumField() {
		if i == 0 && v.Type().Field(0).Name == "X_" && v.Type().Field(0).Type.NumField() == 0 {
			continue
		}
		fields = append(fields, v.Field(i))
	}
	return fields
}

func (w formatter) list(t, element types.Type, v reflect.Value, depth int) {
	if b, ok := element.Underlying().(*types.Basic); ok && b.Kind() == types.Uint8 && w.verb != 'v' && w.verb != 'd' {
		w.leaf(v)
		return
	}
	opening, closing := "[", "]"
	if w.goSyntax() {
		opening, closing = w.name(t)+"{", "}"
	}
	w.write(opening)
	for i := range v.Len() {
		if i > 0 {
			w.write(w.separator())
		}
		w.value(element, v.Index(i), depth+1)
	}
	w.write(closing)
}

func (w formatter) mapValue(t types.Type, m *types.Map, v reflect.Value, depth int) {
	if w.goSyntax() && v.IsNil() {
		w.write(w.name(t) + "(nil)")
		return
	}
	opening, closing := "map[", "]"
	if w.goSyntax() {
		opening, closing = w.name(t)+"{", "}"
	}
	w.write(opening)
	keys := v.MapKeys()
	slices.SortFunc(keys, compareKeys)
	for i, key := range keys {
		if i > 0 {
			w.write(w.separator())
		}
		w.value(m.Key(), key, depth+1)
		w.write(":")
		w.value(m.Elem(), v.MapIndex(key), depth+1)
	}
	w.write(closing)
}

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

func (w formatter) pointer(p *types.Pointer, v reflect.Value, depth int) {
	switch {
	case v.IsNil() && w.goSyntax():
		w.write("(" + w.name(p) + ")(nil)")
		return
	case v.IsNil():
		w.write("<nil>")
		return
	}
	switch p.Elem().Underlying().(type) {
	case *types.Struct, *types.Slice, *types.Array, *types.Map:
		if depth == 0 {
			w.write("&")
			w.value(p.Elem(), v.Elem(), depth+1)
			return
		}
	}
	fmt.Fprintf(w.state, "0x%x", v.Pointer())
}

// inner is a box with a pointer inside another value. Fmt prints the address
// there, and what it points to only for the operand itself.
type inner struct{ otp.Boxed }

// Format implements fmt.Formatter.
func (b inner) Format(f fmt.State, verb rune) {
	_, value := b.Unbox()
	if p := reflect.ValueOf(value); p.IsNil() {
		io.WriteString(f, "<nil>")
	} else {
		fmt.Fprintf(f, "0x%x", p.Pointer())
	}
}

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
		if !holdsAny(r.Type().Elem()) || r.Kind() == reflect.Slice && r.IsNil() {
			return v
		}
	default:
		return v
	}
	made := reflect.New(r.Type()).Elem()
	switch r.Kind() {
	case reflect.Map:
		made = reflect.MakeMap(r.Type())
		for key, value := range r.Seq2() {
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

// holdsAny reports whether values of a type may hold boxes.
func holdsAny(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Interface:
		return t.NumMethod() == 0
	case reflect.Slice, reflect.Array, reflect.Map:
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

// idOf returns the id under which a type has registered methods.
func (s *supportFunctions) idOf(t types.Type) (string, bool) {
	id, ok := s.ids[types.TypeString(t, mainQualifier)]
	return id, ok
}

// namedTypes turns the verb T for values in boxes into s for the names of
// their types, which fmt cannot know.
func namedTypes(format string, args []any) (string, []any) {
	if !strings.Contains(format, "T") || strings.Contains(format, "[") || strings.Contains(format, "*") {
		return format, args
	}
	text, named := []byte(format), slices.Clone(args)
	next := 0
	for i := 0; i < len(text); i++ {
		if text[i] != '%' {
			continue
		}
		for i++; i < len(text) && strings.IndexByte("+-# 0123456789.", text[i]) >= 0; i++ {
		}
		if i == len(text) || text[i] == '%' {
			continue
		}
		if text[i] == 'T' && next < len(named) {
			if b, ok := named[next].(otp.Boxed); ok {
				text[i], named[next] = 's', typeName(b)
			}
		}
		next++
	}
	return string(text), named
}
