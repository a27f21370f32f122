package otp

import (
	"math"
	"math/big"
	"reflect"
	"time"

	"gex/runtime/term"
)

// This file holds the whole border between Go values and terms: ToTerm in one
// direction, FromTerm (to what fits best) and assign (to a given type) in the
// other.

// maxDepth is how deep values may be nested in each other on their way to a
// term. What contains itself is deeper.
const maxDepth = 10_000

// ToTerm returns the Go value as a term. What has no form of its own (structs,
// pointers, channels) becomes a *term.Native. A value that contains itself
// raises an ArgumentError.
func ToTerm(value Term) term.Term { return toTerm(value, 0) }

// toTerm is ToTerm for a value inside depth others.
func toTerm(value Term, depth int) term.Term {
	if depth > maxDepth {
		panic(badArgument("the value contains itself, or more than %d values are nested in each other", maxDepth))
	}
	switch v := value.(type) {
	case nil:
		return term.Nil
	case term.Term:
		return v
	case bool:
		return term.Bool(v)
	case int:
		return term.Int(v)
	case float64:
		return floatTerm(v)
	case string:
		return term.Binary(v)
	case PID:
		return pidTerm(v)
	case Ref:
		return v.ref
	case Tuple:
		return tupleTerm(v, depth)
	case Map:
		return v.term()
	case Fun:
		return v.fun
	case []Term:
		return listAt(v, depth)
	case *big.Int:
		return term.Integer(new(big.Int).Set(v))
	case time.Duration:
		return term.Int(v.Milliseconds())
	case Result:
		return v.generic()
	case Boxed:
		return boxedTerm(v, depth)
	case error:
		return reasonTerm(v)
	}
	return reflectTerm(reflect.ValueOf(value), depth)
}

// boxedTerm converts what is in a box; if that has no form of its own, the
// term keeps the box, so that it comes back as what it was. An error is its
// reason only where Go returns one, and a struct elsewhere.
func boxedTerm(b Boxed, depth int) term.Term {
	_, value := b.Unbox()
	t := toTerm(value, depth)
	if n, ok := t.(*term.Native); ok {
		n.Value = b
	}
	return t
}

// pidTerm turns the zero PID into nil: it names nobody.
func pidTerm(p PID) term.Term {
	if p.pid.Identity == nil {
		return term.Nil
	}
	return p.pid
}

func floatTerm(f float64) term.Term {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		panic(badArgument("%v is no term: floats are finite", f))
	}
	return term.Float(f)
}

func tupleTerm(t Tuple, depth int) term.Term {
	elements := t.Elements()
	tuple := make(term.Tuple, len(elements))
	for i, e := range elements {
		tuple[i] = toTerm(e, depth+1)
	}
	return tuple
}

func listTerm(elements []Term) term.Term { return listAt(elements, 0) }

func listAt(elements []Term, depth int) term.Term {
	list := term.Empty
	for i := len(elements) - 1; i >= 0; i-- {
		list = &term.Cons{Head: toTerm(elements[i], depth+1), Tail: list}
	}
	return list
}

// reflectTerm converts the values whose types ToTerm does not know by name.
func reflectTerm(v reflect.Value, depth int) term.Term {
	switch v.Kind() {
	case reflect.Bool:
		return term.Bool(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return term.Int(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return term.Integer(new(big.Int).SetUint64(v.Uint()))
	case reflect.Float32, reflect.Float64:
		return floatTerm(v.Float())
	case reflect.String:
		return term.Binary(v.String())
	case reflect.Slice, reflect.Array:
		return sequenceTerm(v, depth+1)
	case reflect.Map:
		return mapTerm(v, depth+1)
	case reflect.Func:
		return funcTerm(v)
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return term.Nil
		}
		if v.Kind() == reflect.Interface {
			return toTerm(v.Elem().Interface(), depth+1)
		}
	}
	return nativeTerm(v)
}

func sequenceTerm(v reflect.Value, depth int) term.Term {
	if v.Type().Elem().Kind() == reflect.Uint8 && v.Kind() == reflect.Slice {
		return term.Binary(v.Bytes())
	}
	list := term.Empty
	for i := v.Len() - 1; i >= 0; i-- {
		list = &term.Cons{Head: toTerm(v.Index(i).Interface(), depth), Tail: list}
	}
	return list
}

func mapTerm(v reflect.Value, depth int) term.Term {
	pairs := make([]term.Pair, 0, v.Len())
	for entries := v.MapRange(); entries.Next(); {
		pairs = append(pairs, term.Pair{Key: toTerm(entries.Key().Interface(), depth), Value: toTerm(entries.Value().Interface(), depth)})
	}
	return term.NewMap(pairs...)
}

// FromTerm returns the term as the Go value that fits it best; see Term.
func (a *API) FromTerm(t term.Term) Term {
	switch t := t.(type) {
	case term.Atom:
		return fromAtom(t)
	case term.Int:
		return int(t)
	case term.Float:
		return float64(t)
	case term.Binary:
		return string(t)
	case *term.Big:
		return new(big.Int).Set(t.V)
	case term.PID:
		return PID{t}
	case term.Ref:
		return Ref{t}
	case term.Tuple:
		return a.fromTuple(t)
	case *term.Map:
		if known, ok := a.structType(t); ok {
			if v, ok := a.assignStruct(t, known); ok {
				return a.boxed(v.Interface())
			}
		}
		return Map{api: a, m: t}
	case *term.Fun:
		return Fun{a, t}
	case *term.Native:
		return a.boxed(t.Value)
	case term.EmptyList, *term.Cons:
		return a.fromList(t)
	}
	return t
}

// boxed puts a bare value of an interpreted type into its box.
func (a *API) boxed(value any) any {
	if a == nil || a.Boxer == nil {
		return value
	}
	return a.Boxer(value)
}

func fromAtom(t term.Atom) Term {
	switch t {
	case term.True:
		return true
	case term.False:
		return false
	case term.Nil:
		return nil
	}
	return t
}

func (a *API) fromTuple(t term.Tuple) Term {
	elements := make([]Term, len(t))
	for i, e := range t {
		elements[i] = a.FromTerm(e)
	}
	return tupleOf(elements)
}

// fromList returns a proper list as a slice, and an improper one, for which
// Go has nothing, as it is.
func (a *API) fromList(t term.Term) Term {
	elements, proper := term.Slice(t)
	if !proper {
		return t
	}
	list := make([]Term, len(elements))
	for i, e := range elements {
		list[i] = a.FromTerm(e)
	}
	return list
}
