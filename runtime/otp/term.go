package otp

import (
	"reflect"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// Term is any value of the hosted language, seen from Go.
//
//	Elixir                Go
//	true, false, nil      bool, nil
//	:ok, KV.Registry      Atom("ok"), Alias("KV.Registry")
//	1, 1.5, "text"        int (beyond 64 bits *big.Int), float64, string
//	{:a, 1}               Tuple, built with T("a", 1)
//	[1, 2]                []Term
//	%{a: 1}               Map
//	#PID<>, #Reference<>  PID, Ref
//	fn x -> x end         Fun; a Go function becomes one when it is sent
//	%Broadcast{}          the Go struct
type Term = any

// Atom is a name that stands for itself: Atom("ok") is :ok.
type Atom = term.Atom

// The atoms that callbacks need most.
const (
	Normal    = Atom("normal")
	Shutdown  = Atom("shutdown")
	Kill      = Atom("kill")
	Infinity  = Atom("infinity")
	Undefined = Atom("undefined")
)

// Alias is the atom of an Elixir module: Alias("KV.Registry") is KV.Registry.
func Alias(name string) Atom { return term.Alias(name) }

// PID names a process. Two PIDs of one process are equal.
type PID struct{ pid term.PID }

// String returns the pid as it is printed, #PID<0.108.0>.
func (p PID) String() string { return Inspect(p) }

// Ref is a unique reference.
type Ref struct{ ref term.Ref }

// String returns the reference as it is printed, #Reference<0.1.2.3>.
func (r Ref) String() string { return Inspect(r) }

// Tuple is a fixed number of terms. Tuples are comparable: two are == when
// their elements are.
type Tuple struct {
	elements any // an array of Terms, which is what makes it comparable
}

// T builds a tuple. A string in the first place is the tag, an atom, as in
// T("create", name) for {:create, name}; strings elsewhere are strings.
func T(elements ...Term) Tuple {
	if len(elements) > 0 {
		if tag, ok := elements[0].(string); ok {
			tagged := append([]Term{Atom(tag)}, elements[1:]...)
			return tupleOf(tagged)
		}
	}
	return tupleOf(elements)
}

func tupleOf(elements []Term) Tuple {
	switch len(elements) {
	case 0:
		return Tuple{}
	case 1:
		return Tuple{[1]Term(elements)}
	case 2:
		return Tuple{[2]Term(elements)}
	case 3:
		return Tuple{[3]Term(elements)}
	case 4:
		return Tuple{[4]Term(elements)}
	}
	array := reflect.New(reflect.ArrayOf(len(elements), reflect.TypeFor[Term]())).Elem()
	reflect.Copy(array, reflect.ValueOf(elements))
	return Tuple{array.Interface()}
}

// Elements returns the elements in a new slice.
func (t Tuple) Elements() []Term {
	switch a := t.elements.(type) {
	case nil:
		return nil
	case [1]Term:
		return a[:]
	case [2]Term:
		return a[:]
	case [3]Term:
		return a[:]
	case [4]Term:
		return a[:]
	}
	array := reflect.ValueOf(t.elements)
	elements := make([]Term, array.Len())
	reflect.Copy(reflect.ValueOf(elements), array)
	return elements
}

// Len returns the number of elements.
func (t Tuple) Len() int { return len(t.Elements()) }

// At returns the element at index i, from 0 on, as elem/2.
func (t Tuple) At(i int) Term {
	elements := t.Elements()
	if i < 0 || i >= len(elements) {
		panic(badArgument("tuple index %d out of range, the tuple has %d elements", i, len(elements)))
	}
	return elements[i]
}

// String returns the tuple in Elixir's notation.
func (t Tuple) String() string { return Inspect(t) }

// Fun is a function of the hosted language.
type Fun struct {
	api *API
	fun *term.Fun
}

// Call calls the function in the calling process. It blocks as long as the
// function does, and panics with what that raises.
func (f Fun) Call(args ...Term) Term { return f.api.Call(f, args...) }

// Arity returns the number of arguments it takes.
func (f Fun) Arity() int { return f.fun.Arity }

// String returns the function as it is printed, #Function<...>.
func (f Fun) String() string { return Inspect(f) }

// Equal reports whether a and b are the same term, as === does; it works for
// lists and maps too, which Go's == does not compare.
func Equal(a, b Term) bool { return term.CompareExact(ToTerm(a), ToTerm(b)) == 0 }

// Compare orders any two terms as Erlang does: negative, zero or positive.
func Compare(a, b Term) int { return term.Compare(ToTerm(a), ToTerm(b)) }

// Inspect returns the term in Elixir's notation, as IO.inspect prints it.
func Inspect(value Term) string { return inspect.Inspect(ToTerm(value), inspect.Options{}) }
