package lib

import (
	"fmt"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// exceptionStructs are the exceptions of Elixir with their fields in order.
// message has the default text; other fields are nil.
var exceptionStructs = []struct {
	name, text string
	fields     []string
}{
	{"RuntimeError", "runtime error", nil},
	{"ArgumentError", "argument error", nil},
	{"ArithmeticError", "bad argument in arithmetic expression", nil},
	{"SystemLimitError", "a system limit has been reached", nil},
	{"BadFunctionError", "", []string{"term"}},
	{"BadMapError", "", []string{"term"}},
	{"BadStructError", "", []string{"struct", "term"}},
	{"BadArityError", "", []string{"function", "args"}},
	{"BadBooleanError", "", []string{"term", "operator"}},
	{"MatchError", "", []string{"term"}},
	{"CaseClauseError", "", []string{"term"}},
	{"WithClauseError", "", []string{"term"}},
	{"CondClauseError", "", nil},
	{"TryClauseError", "", []string{"term"}},
	{"UndefinedFunctionError", "", []string{"module", "function", "arity", "reason", "message"}},
	{"FunctionClauseError", "", []string{"module", "function", "arity", "kind", "args", "clauses"}},
	{"KeyError", "", []string{"key", "term", "message"}},
	{"ErlangError", "", []string{"original", "reason"}},
	{"Enum.EmptyError", "empty error", nil},
	{"Enum.OutOfBoundsError", "out of bounds error", nil},
	{"File.Error", "", []string{"reason", "path", "action"}},
	{"File.CopyError", "", []string{"reason", "source", "destination", "on", "action"}},
	{"File.RenameError", "", []string{"reason", "source", "destination", "on", "action"}},
	{"System.EnvError", "", []string{"env"}},
	{"URI.Error", "", []string{"action", "reason", "part"}},
	{"IO.StreamError", "", []string{"reason", "message"}},
	{"Regex.CompileError", "regex could not be compiled", nil},
}

// exceptionModules returns a module for each exception: its struct, and the
// functions exception/1 and message/1.
func exceptionModules() []*code.Module {
	var modules []*code.Module
	for _, x := range exceptionStructs {
		m := code.NewModule(term.Alias(x.name), code.Builtin)
		m.Doc = "An exception."
		for _, f := range x.fields {
			m.Struct = append(m.Struct, term.Pair{Key: term.Atom(f), Value: term.Nil})
		}
		if x.text != "" {
			m.Struct = append(m.Struct, term.Pair{Key: term.Atom("message"), Value: term.Binary(x.text)})
		}
		m.Struct = append(m.Struct, term.Pair{Key: term.Atom("__exception__"), Value: term.True})
		for _, f := range exceptionFunctions(m.Name, m.Struct) {
			m.Add(f)
		}
		modules = append(modules, m)
	}
	return modules
}

func exceptionFunctions(name term.Atom, fields []term.Pair) []*code.Function {
	empty := structOf(name, fields...)
	fill := func(self *process.Process, a []term.Term) (term.Term, error) {
		if text, ok := a[0].(term.Binary); ok && inMap(empty, term.Atom("message")) {
			return empty.Put(term.Atom("message"), text), nil
		}
		return kernelStruct(self, args{empty, a[0]})
	}
	message := func(_ *process.Process, a []term.Term) (term.Term, error) {
		m, ok := isStruct(a[0], name)
		if !ok {
			return nil, noClause(nil, name, "message", a)
		}
		return term.Binary(exception.MessageOf(m, exception.Options{})), nil
	}
	return []*code.Function{
		{Name: "__struct__", Arity: 0, Hidden: true, Call: func(*process.Process, []term.Term) (term.Term, error) { return empty, nil }},
		{Name: "__struct__", Arity: 1, Hidden: true, Call: func(self *process.Process, a []term.Term) (term.Term, error) {
			return kernelMustStruct(self, args{empty, a[0]})
		}},
		{Name: "exception", Arity: 1, Params: []string{"args"}, Call: fill, Doc: "The exception with a message, or with fields."},
		{Name: "message", Arity: 1, Params: []string{"exception"}, Call: message, Doc: "The message of the exception."},
	}
}

// runtimeError is a RuntimeError with a message.
func runtimeError(format string, args ...any) *exception.Error {
	return exception.New("RuntimeError", fmt.Sprintf(format, args...))
}
