package otp

import (
	"math/big"
	"reflect"
	"time"

	"gex/runtime/term"
)

var (
	errorType    = reflect.TypeFor[error]()
	termType     = reflect.TypeFor[term.Term]()
	durationType = reflect.TypeFor[time.Duration]()
	tupleType    = reflect.TypeFor[Tuple]()
	mapType      = reflect.TypeFor[Map]()
	funType      = reflect.TypeFor[Fun]()
	pidType      = reflect.TypeFor[PID]()
	refType      = reflect.TypeFor[Ref]()
	bigType      = reflect.TypeFor[*big.Int]()
	resultType   = reflect.TypeFor[Result]()
)

// assign returns the term as a value of a Go type, and false when it is none:
// a typed parameter is a pattern. An int is taken for a float, nothing else is
// converted to another kind.
func (a *API) assign(t term.Term, to reflect.Type) (reflect.Value, bool) {
	if to.Kind() == reflect.Interface {
		return a.assignInterface(t, to)
	}
	if v := reflect.ValueOf(t); v.Type() == to {
		return v, true
	}
	switch to {
	case durationType:
		ms, ok := t.(term.Int)
		return reflect.ValueOf(time.Duration(ms) * time.Millisecond), ok
	case tupleType, mapType, funType, pidType, refType, bigType:
		return a.assignNamed(t, to)
	}
	switch t := t.(type) {
	case term.Atom:
		return assignAtom(t, to)
	case term.Int:
		return assignInt(t, to)
	case term.Float:
		return convertKind(reflect.ValueOf(float64(t)), to, to.Kind() == reflect.Float64 || to.Kind() == reflect.Float32)
	case term.Binary:
		return assignBinary(t, to)
	case *term.Map:
		return a.assignMap(t, to)
	case *term.Fun:
		return a.assignFun(t, to)
	case *term.Native:
		v := reflect.ValueOf(Unboxed(t.Value))
		return v, v.Type() == to
	case term.EmptyList, *term.Cons:
		return a.assignList(t, to)
	}
	return reflect.Value{}, false
}

// assignInterface gives an interface the natural Go value, if that implements it.
func (a *API) assignInterface(t term.Term, to reflect.Type) (reflect.Value, bool) {
	if to == termType {
		return reflect.ValueOf(&t).Elem(), true
	}
	natural := a.FromTerm(t)
	if natural == nil {
		return reflect.Zero(to), true
	}
	v := reflect.ValueOf(natural)
	switch {
	case to.NumMethod() == 0, v.Type().Implements(to):
		return v, true
	case to == errorType:
		return reflect.ValueOf(Error(natural)), true
	}
	return reflect.Value{}, false
}

func (a *API) assignNamed(t term.Term, to reflect.Type) (reflect.Value, bool) {
	if t == term.Term(term.Nil) && to == pidType {
		return reflect.Zero(to), true
	}
	if i, ok := t.(term.Int); ok && to == bigType {
		return reflect.ValueOf(big.NewInt(int64(i))), true
	}
	v := reflect.ValueOf(a.FromTerm(t))
	if v.IsValid() && v.Type() == to {
		return v, true
	}
	if f, ok := t.(*term.Fun); ok && to == funType {
		return reflect.ValueOf(Fun{a, f}), true
	}
	return reflect.Value{}, false
}

func assignAtom(t term.Atom, to reflect.Type) (reflect.Value, bool) {
	switch to.Kind() {
	case reflect.Bool:
		return convertKind(reflect.ValueOf(t == term.True), to, t == term.True || t == term.False)
	case reflect.Pointer, reflect.Func, reflect.Chan:
		return reflect.Zero(to), t == term.Nil
	}
	return reflect.Value{}, false
}

func assignInt(t term.Int, to reflect.Type) (reflect.Value, bool) {
	v := reflect.ValueOf(int64(t))
	switch to.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return convertKind(v, to, !reflect.Zero(to).OverflowInt(int64(t)))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return convertKind(v, to, t >= 0 && !reflect.Zero(to).OverflowUint(uint64(t)))
	case reflect.Float32, reflect.Float64:
		return convertKind(v, to, true)
	}
	return reflect.Value{}, false
}

func assignBinary(t term.Binary, to reflect.Type) (reflect.Value, bool) {
	isBytes := to.Kind() == reflect.Slice && to.Elem().Kind() == reflect.Uint8
	return convertKind(reflect.ValueOf(string(t)), to, to.Kind() == reflect.String || isBytes)
}

func convertKind(v reflect.Value, to reflect.Type, ok bool) (reflect.Value, bool) {
	if !ok {
		return reflect.Value{}, false
	}
	return v.Convert(to), true
}

func (a *API) assignList(t term.Term, to reflect.Type) (reflect.Value, bool) {
	elements, proper := term.Slice(t)
	if !proper || to.Kind() != reflect.Slice && !(to.Kind() == reflect.Array && to.Len() == len(elements)) {
		return reflect.Value{}, false
	}
	list := reflect.New(to).Elem()
	if to.Kind() == reflect.Slice {
		list.Set(reflect.MakeSlice(to, len(elements), len(elements)))
	}
	for i, e := range elements {
		v, ok := a.assign(e, to.Elem())
		if !ok {
			return reflect.Value{}, false
		}
		list.Index(i).Set(v)
	}
	return list, true
}

func (a *API) assignMap(t *term.Map, to reflect.Type) (reflect.Value, bool) {
	if known, ok := a.structType(t); ok && known == to {
		return a.assignStruct(t, to)
	}
	if to.Kind() != reflect.Map {
		return reflect.Value{}, false
	}
	m := reflect.MakeMapWithSize(to, t.Len())
	for _, p := range t.Pairs() {
		key, ok := a.assign(p.Key, to.Key())
		value, ok2 := a.assign(p.Value, to.Elem())
		if !ok || !ok2 {
			return reflect.Value{}, false
		}
		m.SetMapIndex(key, value)
	}
	return m, true
}

// assignFun wraps a function of the hosted language in a Go function of the type.
func (a *API) assignFun(t *term.Fun, to reflect.Type) (reflect.Value, bool) {
	if to.Kind() != reflect.Func || to.NumIn() != t.Arity || to.IsVariadic() {
		return reflect.Value{}, false
	}
	return reflect.MakeFunc(to, func(args []reflect.Value) []reflect.Value {
		terms := make([]term.Term, len(args))
		for i, arg := range args {
			terms[i] = ToTerm(arg.Interface())
		}
		return a.goResults(a.callFun(t, terms), to)
	}), true
}
