package otp

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Callable is a Go function on its way to become one of a module: a method
// with or without its receiver, or a function.
type Callable struct {
	// Name is the Go name, HandleEvent.
	Name string
	// Func is the function, without receiver, unless there is a Receiver: this
	// is then its first argument.
	Func     reflect.Value
	Receiver reflect.Value
	// Params and Head describe it: the parameters' names, and the clause as
	// typed, "func (B) HandleEvent(ev Broadcast, log []string) Result".
	Params []string
	Head   string
	// File and Line are where it was typed.
	File string
	Line int
}

// Functions returns the functions that the Go function is in a module: one,
// and for a variadic one a second without the variadic parameter. A predicate
// gets a second name with a question mark.
func (a *API) Functions(module term.Atom, c Callable) []*code.Function {
	t := c.signature()
	arities := []int{t.NumIn()}
	if t.IsVariadic() {
		arities = []int{t.NumIn() - 1, t.NumIn()}
	}
	names := []string{FunctionName(c.Name)}
	if isPredicate(t) && !isCallbackName(names[0]) {
		names = append(names, names[0]+"?")
	}
	var functions []*code.Function
	for _, arity := range arities {
		for _, name := range names {
			f := &invocation{api: a, module: module, callable: c, signature: t, name: name, arity: arity}
			made := &code.Function{
				Name: name, Arity: arity, Call: f.prepare(), Params: params(c.Params, arity),
				Hidden: name != names[0], Line: c.Line,
			}
			if f.direct != nil {
				made.CallResult = f.callResult
			}
			functions = append(functions, made)
		}
	}
	return functions
}

// signature is the type of the function without its receiver.
func (c Callable) signature() reflect.Type {
	t := c.Func.Type()
	if !c.Receiver.IsValid() {
		return t
	}
	in, out := make([]reflect.Type, t.NumIn()-1), make([]reflect.Type, t.NumOut())
	for i := range in {
		in[i] = t.In(i + 1)
	}
	for i := range out {
		out[i] = t.Out(i)
	}
	return reflect.FuncOf(in, out, t.IsVariadic())
}

func params(names []string, arity int) []string {
	list := make([]string, arity)
	for i := range list {
		list[i] = fmt.Sprintf("arg%d", i+1)
		if i < len(names) && names[i] != "" && names[i] != "_" {
			list[i] = names[i]
		}
	}
	return list
}

func isPredicate(t reflect.Type) bool { return t.NumOut() == 1 && t.Out(0).Kind() == reflect.Bool }

// invocation is one function of a module with Go code behind it.
type invocation struct {
	api       *API
	module    term.Atom
	callable  Callable
	signature reflect.Type
	name      string
	arity     int
	direct    func(args []term.Term) Result // for the commonest signatures
}

// prepare returns the code of the function.
func (f *invocation) prepare() process.Func {
	f.direct = f.fast()
	return f.call
}

// fast avoids reflect for callbacks whose parameters are all Terms, or most of
// it for those with a receiver.
func (f *invocation) fast() func([]term.Term) Result {
	if f.callable.Receiver.IsValid() {
		return f.fastMethod()
	}
	a := f.api
	switch fn := f.callable.Func.Interface().(type) {
	case func(Term) Result:
		return func(args []term.Term) Result { return fn(a.FromTerm(args[0])) }
	case func(Term, Term) Result:
		return func(args []term.Term) Result { return fn(a.FromTerm(args[0]), a.FromTerm(args[1])) }
	case func(Term, Term, Term) Result:
		return func(args []term.Term) Result {
			return fn(a.FromTerm(args[0]), a.FromTerm(args[1]), a.FromTerm(args[2]))
		}
	}
	return nil
}

func (f *invocation) fastMethod() func([]term.Term) Result {
	t := f.signature
	if t.IsVariadic() || t.NumOut() != 1 || t.Out(0) != resultType {
		return nil
	}
	for i := range t.NumIn() {
		if t.In(i) != reflect.TypeFor[Term]() {
			return nil
		}
	}
	return func(args []term.Term) Result {
		in, values := make([]reflect.Value, len(args)+1), make([]Term, len(args))
		in[0] = f.callable.Receiver
		for i := range args {
			values[i] = f.api.FromTerm(args[i])
			in[i+1] = reflect.ValueOf(&values[i]).Elem()
		}
		return f.callable.Func.Call(in)[0].Interface().(Result)
	}
}

func (f *invocation) call(self *process.Process, args []term.Term) (result term.Term, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = f.failed(r)
		}
	}()
	if f.direct != nil {
		r := f.direct(args).said()
		if r.shape == shapeBadCall {
			return nil, f.noClause(args)
		}
		return r.term(f.callback()), nil
	}
	in, ok := f.api.arguments(args, f.signature)
	if !ok {
		if in, ok, err = f.migrate(self, args); err != nil {
			return nil, f.changed(err)
		}
	}
	if !ok {
		return nil, f.noClause(args)
	}
	out := f.apply(in)
	returned, ok := resultOf(out)
	if !ok {
		return resultTerm(out), nil
	}
	r := returned.said()
	if r.shape == shapeBadCall {
		return nil, f.noClause(args)
	}
	return r.term(f.callback()), nil
}

// resultOf is the Result that a function returned, as what it is declared to
// return or as a Term.
func resultOf(out []reflect.Value) (r Result, ok bool) {
	if len(out) != 1 || out[0].Type() != resultType && out[0].Kind() != reflect.Interface {
		return Result{}, false
	}
	r, ok = out[0].Interface().(Result)
	return r, ok
}

// callResult is call for a callback without reflect, of which the result is
// taken apart. The arguments are those of the caller, so a copy goes into an
// exception.
func (f *invocation) callResult(_ *process.Process, args []term.Term, result *code.Result) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = f.failed(r)
		}
	}()
	r := f.direct(args).said()
	if r.shape == shapeBadCall {
		return f.noClause(slices.Clone(args))
	}
	*result = apart(r, f.callback())
	return nil
}

// callback names the function for its result.
func (f *invocation) callback() callback { return callback{f.name, f.arity} }

// apply calls the function; its last parameter may be variadic.
func (f *invocation) apply(in []reflect.Value) []reflect.Value {
	variadic := f.signature.IsVariadic() && len(in) == f.signature.NumIn()
	if f.callable.Receiver.IsValid() {
		in = append([]reflect.Value{f.callable.Receiver}, in...)
	}
	if variadic {
		return f.callable.Func.CallSlice(in)
	}
	return f.callable.Func.Call(in)
}

// noClause is the exception of arguments that are not those of the function.
func (f *invocation) noClause(args []term.Term) error {
	x := exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: f.module, Function: f.name, Arity: f.arity, Args: args, HasArgs: true,
		File: f.callable.File, Line: f.callable.Line,
	})
	if f.callable.Head != "" {
		x.Attempted = &exception.Attempt{Args: args, Clauses: []string{f.callable.Head}}
	}
	return x
}

// changed is the exception of a state that does not fit any more.
func (f *invocation) changed(err error) error {
	return exception.As(err).In(exception.Frame{
		Module: f.module, Function: f.name, Arity: f.arity, File: f.callable.File, Line: f.callable.Line,
	})
}

// failed is the exception of a panic in the function, with its frame.
func (f *invocation) failed(recovered any) error {
	line := cmp.Or(f.api.faultLine(), f.callable.Line)
	if fault, ok := Unwrap(recovered).(Fault); ok {
		recovered = fault.Value
		line = cmp.Or(fault.Line, line)
	}
	frame := exception.Frame{Module: f.module, Function: f.name, Arity: f.arity, File: f.callable.File, Line: line}
	if process.IsKernelPanic(recovered) {
		process.PassOn(recovered, frame)
	}
	return Failure(recovered).In(frame)
}

// faultLine is FaultLine, where there is one.
func (a *API) faultLine() int {
	if a == nil || a.FaultLine == nil {
		return 0
	}
	return a.FaultLine()
}

// Fault is a panic value with the line that it comes from. Only gosrc makes
// it, for code whose frames do not tell.
type Fault struct {
	Value any
	Line  int
}

// arguments converts terms to the parameters of a function; a variadic
// parameter takes a list, or any other term as its only element, or may be left out.
func (a *API) arguments(args []term.Term, t reflect.Type) ([]reflect.Value, bool) {
	in := make([]reflect.Value, len(args))
	for i, arg := range args {
		if t.IsVariadic() && i == t.NumIn()-1 && !term.IsList(arg) {
			arg = term.List(arg)
		}
		v, ok := a.assign(arg, t.In(i))
		if !ok {
			return nil, false
		}
		in[i] = v
	}
	return in, true
}

// resultTerm is what a Go function returned as one term: nothing is :ok,
// (T, error) is {:ok, t} or {:error, reason}, or :ignore of a start that was
// ignored, (T, bool) is {:ok, t} or :error,
// more values are a tuple.
func resultTerm(out []reflect.Value) term.Term {
	switch {
	case len(out) == 0:
		return term.OK
	case out[len(out)-1].Type() == errorType:
		if err, failed := out[len(out)-1].Interface().(error); failed {
			if err == errIgnored {
				return term.Atom("ignore")
			}
			return term.Tuple{term.ErrorAtom, reasonTerm(err)}
		}
		return okTuple(out[:len(out)-1])
	case len(out) == 2 && out[1].Kind() == reflect.Bool:
		if !out[1].Bool() {
			return term.ErrorAtom
		}
		return okTuple(out[:1])
	case len(out) == 1:
		return valueTerm(out[0])
	}
	tuple := make(term.Tuple, len(out))
	for i, v := range out {
		tuple[i] = valueTerm(v)
	}
	return tuple
}

func okTuple(values []reflect.Value) term.Term {
	if len(values) == 0 {
		return term.OK
	}
	tuple := term.Tuple{term.OK}
	for _, v := range values {
		tuple = append(tuple, valueTerm(v))
	}
	return tuple
}

func valueTerm(v reflect.Value) term.Term {
	if v.Kind() == reflect.Interface && v.IsNil() {
		return term.Nil
	}
	return ToTerm(v.Interface())
}
