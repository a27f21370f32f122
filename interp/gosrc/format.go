package gosrc

import (
	"fmt"
	"go/types"
	"io"
	"path"
	"reflect"
	"slices"

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
	within  bool // and that is embedded: exported fields of its are not hidden
}

func (w formatter) write(text string) { io.WriteString(w.state, text) }

// value prints v, whose type in the learner's program is t.
func (w formatter) value(t types.Type, v reflect.Value, depth int) {
	if w.method(t, v) {
		return
	}
	if isInterface(t) {
		w.interfaceValue(t, v)
		return
	}
	if isForeign(t) {
		w.leaf(v)
		return
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		w.structValue(t, s, v, depth)
		return
	}
	w.within = false
	switch u := t.Underlying().(type) {
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
		w.pointer(t, u, v, depth)
	case *types.Signature, *types.Chan:
		w.address(t, v)
	default:
		w.basic(t, v)
	}
}

// method prints v by its Error or String, if it has one and the verb takes it.
func (w formatter) method(t types.Type, v reflect.Value) bool {
	id, ok := w.support.idOf(t)
	if w.hidden || !ok {
		return false
	}
	boxed := w.support.boxType(id)
	if f, ok := boxed.Methods["Format"].(func(any, fmt.State, rune)); ok {
		_, failed := w.text(func(b any) string { f(b, w.state, w.verb); return "" }, otp.Box{Type: boxed, Value: v.Interface()})
		w.failed("Format", v, failed)
		return true
	}
	names := []string{"Error", "String"}
	switch {
	case w.goSyntax():
		names = []string{"GoString"}
	case !takes(reflect.String, w.verb):
		return false
	}
	for _, name := range names {
		f, ok := boxed.Methods[name].(func(any) string)
		if !ok {
			continue
		}
		text, failed := w.text(f, otp.Box{Type: boxed, Value: v.Interface()})
		switch {
		case w.failed(name, v, failed):
		case w.goSyntax():
			w.write(text)
		default:
			fmt.Fprintf(w.state, fmt.FormatString(w.state, w.verb), text)
		}
		return true
	}
	return false
}

// failed says that a method of v has failed, if it has.
func (w formatter) failed(method string, v reflect.Value, failure any) bool {
	switch {
	case failure == nil:
		return false
	case v.Kind() == reflect.Pointer && v.IsNil():
		w.write("<nil>")
	default:
		w.write(fmt.Sprintf("%%!%c(PANIC=%s method: %v)", w.verb, method, failure))
	}
	return true
}

// text calls a method and returns what that returns, and the value of a panic in it. What ends a
// process is kept, and a recursion that is too deep, since package fmt would swallow it.
func (w formatter) text(f func(any) string, b otp.Box) (text string, failed any) {
	defer func() {
		r := recover()
		switch {
		case r == nil:
		case process.IsKernelPanic(r):
			w.support.passing = r
			panic(r)
		default:
			w.support.faultLine() // the panic ends here
			if fault, ok := otp.Unwrap(r).(otp.Fault); ok {
				r = fault.Value
			}
			failed = otp.GoValue(otp.Unwrap(r))
			x, ok := failed.(*exception.Error)
			if ok && process.IsTooDeep(x) { // which no compiled program survives
				w.support.passing = r
				panic(r)
			}
			if ok {
				failed = exception.Message(x.Reason, nil, exception.Options{})
			}
		}
	}()
	return f(b), nil
}

// interfaceValue prints what an interface of type static holds.
func (w formatter) interfaceValue(static types.Type, v reflect.Value) {
	if !v.IsValid() || v.Kind() == reflect.Interface && v.IsNil() {
		if w.goSyntax() {
			w.write(w.name(static) + "(nil)")
		} else {
			w.write("<nil>")
		}
		return
	}
	b, ok := v.Interface().(otp.Boxed)
	if !ok {
		if held := reflect.TypeOf(v.Interface()); holdsAny(held) && held.Name() == "" && held.Kind() != reflect.Interface {
			w.value(checkedType(held), reflect.ValueOf(v.Interface()), 1)
			return
		}
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
		if w.verb == 'v' && w.state.Flag('+') || w.goSyntax() {
			w.write(typedName(s.Field(i).Name()) + ":")
		}
		field, hidden := w, w.hidden && !w.within
		field.hidden = hidden || !s.Field(i).Exported()
		field.within = !hidden && field.hidden && s.Field(i).Embedded()
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

// checkedType is a type made of lists, maps and any.
func checkedType(t reflect.Type) types.Type {
	switch t.Kind() {
	case reflect.Slice:
		return types.NewSlice(checkedType(t.Elem()))
	case reflect.Array:
		return types.NewArray(checkedType(t.Elem()), int64(t.Len()))
	case reflect.Map:
		return types.NewMap(checkedType(t.Key()), checkedType(t.Elem()))
	case reflect.Interface:
		return types.NewInterfaceType(nil, nil)
	}
	if o := types.Universe.Lookup(t.String()); o != nil {
		return o.Type()
	}
	return types.NewNamed(types.NewTypeName(0, types.NewPackage(t.PkgPath(), path.Base(t.PkgPath())), t.Name(), nil), types.Typ[types.Int], nil)
}

// pointer prints a pointer, of a type t that is p beneath.
func (w formatter) pointer(t types.Type, p *types.Pointer, v reflect.Value, depth int) {
	if depth == 0 && !v.IsNil() {
		switch p.Elem().Underlying().(type) {
		case *types.Struct, *types.Slice, *types.Array, *types.Map:
			w.write("&")
			w.value(p.Elem(), v.Elem(), depth+1)
			return
		}
	}
	w.address(t, v)
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

// idOf returns the id under which a type has registered methods.
func (s *supportFunctions) idOf(t types.Type) (string, bool) {
	id, ok := s.ids[types.TypeString(t, mainQualifier)]
	return id, ok
}
