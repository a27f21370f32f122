package gosrc

import (
	"fmt"
	"go/types"
	"reflect"
	"strings"
)

// This file says of formatter what fmt says of verbs that are none for a value.

// basic prints a value of a basic type. If the verb is not one for it, its type
// is named, which fmt knows only of types that are not the learner's.
func (w formatter) basic(t types.Type, v reflect.Value) {
	if named, ok := types.Unalias(t).(*types.Named); !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Name() != "main" || takes(v.Kind(), w.verb) {
		w.leaf(withoutMethods(t, v))
		return
	}
	v = withoutMethods(t, v)
	w.write("%!" + string(w.verb) + "(" + w.name(t) + "=")
	plain := w
	plain.verb = plainVerbs[v.Kind()]
	if plain.verb == 0 {
		plain.verb = 'd'
	}
	plain.leaf(v)
	w.write(")")
}

// withoutMethods is a value of a basic type without the methods that its type at
// run time has and that of the learner has not.
func withoutMethods(t types.Type, v reflect.Value) reflect.Value {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || !v.IsValid() || v.Type().PkgPath() == "" || named.Obj().Pkg() == nil || named.Obj().Pkg().Name() != "main" {
		return v
	}
	switch {
	case v.CanInt():
		return reflect.ValueOf(v.Int())
	case v.CanUint():
		return reflect.ValueOf(v.Uint())
	case v.CanFloat():
		return reflect.ValueOf(v.Float())
	case v.Kind() == reflect.String:
		return reflect.ValueOf(v.String())
	}
	return v
}

// plainVerbs print values of a kind as v does and heed the same flags; integers
// have d.
var plainVerbs = map[reflect.Kind]rune{
	reflect.Bool: 't', reflect.String: 's', reflect.Float32: 'g', reflect.Float64: 'g', reflect.Complex64: 'g', reflect.Complex128: 'g',
}

// verbs are those that fmt has for values of a kind.
var verbs = map[reflect.Kind]string{reflect.Bool: "tv", reflect.String: "vsxXq", reflect.Pointer: "vpbodxX"}

// takes reports whether a verb is one for values of a kind.
func takes(kind reflect.Kind, verb rune) bool {
	known, ok := verbs[kind]
	switch {
	case ok:
	case kind >= reflect.Int && kind <= reflect.Uintptr:
		known = "vbcdoOqxXU"
	case kind >= reflect.Float32 && kind <= reflect.Complex128:
		known = "vbeEfFgGxX"
	default:
		return true
	}
	return strings.ContainsRune(known, verb)
}

// address prints a pointer, function or channel.
func (w formatter) address(t types.Type, v reflect.Value) {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	pointer := uintptr(0)
	if v.IsValid() && !v.IsNil() {
		pointer = v.Pointer()
	}
	switch {
	case w.goSyntax() && pointer == 0:
		w.write("(" + w.name(t) + ")(nil)")
	case w.goSyntax():
		w.write(fmt.Sprintf("(%s)(0x%x)", w.name(t), pointer))
	case !takes(reflect.Pointer, w.verb) && pointer == 0:
		w.write("%!" + string(w.verb) + "(" + w.name(t) + "=")
		w.none()
		w.write(")")
	case !takes(reflect.Pointer, w.verb):
		w.write(fmt.Sprintf("%%!%c(%s=0x%x)", w.verb, w.name(t), pointer))
	case w.verb == 'v' && pointer == 0:
		w.none()
	case w.verb == 'v' || w.verb == 'p':
		w.write(fmt.Sprintf("0x%x", pointer))
	default:
		fmt.Fprintf(w.state, fmt.FormatString(w.state, w.verb), pointer)
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
		w.hiddenLeaf(value)
		return
	}
	fmt.Fprintf(w.state, fmt.FormatString(w.state, w.verb), value)
}

// hiddenLeaf prints a value as fmt prints it in an unexported field, where it
// calls no methods.
func (w formatter) hiddenLeaf(value any) {
	holder := struct{ hidden any }{value}
	before := "{"
	switch {
	case w.goSyntax():
		before = fmt.Sprintf("%T{hidden:", holder)
	case w.verb == 'v' && w.state.Flag('+'):
		before = "{hidden:"
	}
	shown := fmt.Sprintf(fmt.FormatString(w.state, w.verb), holder)
	w.write(strings.TrimSuffix(strings.TrimPrefix(shown, before), "}"))
}

// isForeign reports whether a type is a struct that a package of the standard
// library declares, of which the fields hold nothing of the learner's.
func isForeign(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Name() == "main" || named.TypeArgs().Len() > 0 {
		return false
	}
	_, ok = named.Underlying().(*types.Struct)
	return ok
}

// none prints nil with the width of the directive.
func (w formatter) none() {
	width, _ := w.state.Width()
	if w.state.Flag('-') {
		width = -width
	}
	fmt.Fprintf(w.state, "%*s", width, "<nil>")
}
