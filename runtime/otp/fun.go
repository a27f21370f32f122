package otp

import (
	"cmp"
	"fmt"
	"reflect"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// funcTerm returns a Go function as one of the hosted language.
func funcTerm(v reflect.Value) term.Term {
	if v.IsNil() {
		return term.Nil
	}
	f := &term.Fun{Arity: v.Type().NumIn(), Place: "Go"}
	f.Name = fmt.Sprintf("%p", f) // never printed: two Go functions are never equal
	f.Code = process.Func(func(self *process.Process, args []term.Term) (term.Term, error) {
		return For(self.Node()).callGo(v, args)
	})
	return f
}

// callGo calls a Go function value; arguments of other types than its
// parameters are a FunctionClauseError.
func (a *API) callGo(v reflect.Value, args []term.Term) (result term.Term, err error) {
	return a.callGoAt(v, args, 0)
}

// callGoAt is callGo of a function that was typed at a line, if it is not 0.
func (a *API) callGoAt(v reflect.Value, args []term.Term, line int) (result term.Term, err error) {
	frame := exception.Frame{Module: "go", Function: "-func/" + fmt.Sprint(len(args)) + "-", Arity: len(args)}
	if line > 0 {
		frame.File, frame.Line = a.File, line
	}
	defer func() {
		if r := recover(); r != nil {
			if at := a.faultLine(); at > 0 {
				frame.File, frame.Line = a.File, at
			}
			if fault, ok := Unwrap(r).(Fault); ok {
				r, frame.File, frame.Line = fault.Value, a.File, cmp.Or(fault.Line, frame.Line)
			}
			err = Failure(r).In(frame)
		}
	}()
	in, ok := a.arguments(args, v.Type())
	if !ok {
		frame.Args, frame.HasArgs = args, true
		return nil, exception.Raise(term.Atom("function_clause")).In(frame)
	}
	if v.Type().IsVariadic() {
		return resultTerm(v.CallSlice(in)), nil
	}
	return resultTerm(v.Call(in)), nil
}

// Call calls a function: a Go function or one of the hosted language. It
// blocks as long as that does and panics with what it raises.
func (a *API) Call(fun Term, args ...Term) Term {
	f, ok := ToTerm(fun).(*term.Fun)
	if !ok {
		panic(exception.Raise(term.Tuple{term.Atom("badfun"), ToTerm(fun)}))
	}
	return a.FromTerm(a.callFun(f, terms(args...)))
}

func (a *API) callFun(f *term.Fun, args []term.Term) term.Term {
	result, err := code.Call(a.self(), f, args...)
	must(err)
	return result
}

// Apply calls a function of a module by its name in the notation, as apply/3:
// Apply(Alias("KV"), "put", server, key, value).
func (a *API) Apply(module Term, function string, args ...Term) Term {
	result, err := code.Apply(a.self(), a.module(module), function, terms(args...)...)
	must(err)
	return a.FromTerm(result)
}

// goResults turns the result of a function of the hosted language into the
// results of a Go function type, the reverse of resultTerm.
func (a *API) goResults(result term.Term, t reflect.Type) []reflect.Value {
	switch n := t.NumOut(); {
	case n == 0:
		return nil
	case t.Out(n-1) == errorType:
		return a.errorResults(result, t)
	case n == 2 && t.Out(1).Kind() == reflect.Bool:
		if tuple, ok := result.(term.Tuple); ok && term.Tag(result, 2) == term.OK {
			return []reflect.Value{a.mustAssign(tuple[1], t.Out(0)), reflect.ValueOf(true)}
		}
		return []reflect.Value{reflect.Zero(t.Out(0)), reflect.ValueOf(false)}
	case n == 1:
		return []reflect.Value{a.mustAssign(result, t.Out(0))}
	}
	tuple, ok := result.(term.Tuple)
	if !ok || len(tuple) != t.NumOut() {
		panic(badArgument("the function returned %s, want a tuple of %d elements", Inspect(result), t.NumOut()))
	}
	out := make([]reflect.Value, len(tuple))
	for i, e := range tuple {
		out[i] = a.mustAssign(e, t.Out(i))
	}
	return out
}

func (a *API) errorResults(result term.Term, t reflect.Type) []reflect.Value {
	n := t.NumOut()
	out := make([]reflect.Value, n)
	for i := range out {
		out[i] = reflect.Zero(t.Out(i))
	}
	tuple, _ := result.(term.Tuple)
	switch {
	case term.Tag(result, 2) == term.ErrorAtom:
		out[n-1] = reflect.ValueOf(Error(a.FromTerm(tuple[1])))
	case term.Tag(result, n) == term.OK:
		for i := range n - 1 {
			out[i] = a.mustAssign(tuple[i+1], t.Out(i))
		}
	case n == 1 && result == term.Term(term.OK):
	default:
		panic(badArgument("the function returned %s, want {:ok, value} or {:error, reason}", Inspect(result)))
	}
	return out
}

func (a *API) mustAssign(t term.Term, to reflect.Type) reflect.Value {
	v, ok := a.assign(t, to)
	if !ok {
		panic(badArgument("the function returned %s, want a value of Go type %s", Inspect(t), to))
	}
	if to.Kind() == reflect.Interface && v.Type() != to {
		boxed := reflect.New(to).Elem()
		boxed.Set(v)
		return boxed
	}
	return v
}
