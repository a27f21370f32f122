package lib

import (
	"fmt"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// exceptionStruct is an exception of Elixir with its fields in order. message
// has the default text; other fields are nil. line is where Elixir defines it.
type exceptionStruct struct {
	name, text string
	fields     []string
	line       int
}

var exceptionStructs = []exceptionStruct{
	{"RuntimeError", "runtime error", nil, 806},
	{"ArgumentError", "argument error", nil, 810},
	{"ArithmeticError", "bad argument in arithmetic expression", nil, 852},
	{"SystemLimitError", "a system limit has been reached", nil, 892},
	{"BadFunctionError", "", []string{"term"}, 961},
	{"BadMapError", "", []string{"term"}, 983},
	{"BadStructError", "", []string{"struct", "term"}, 974},
	{"BadArityError", "", []string{"function", "args"}, 1046},
	{"BadBooleanError", "", []string{"term", "operator"}, 992},
	{"MatchError", "", []string{"term"}, 1001},
	{"CaseClauseError", "", []string{"term"}, 1010},
	{"WithClauseError", "", []string{"term"}, 1019},
	{"CondClauseError", "", nil, 1028},
	{"TryClauseError", "", []string{"term"}, 1037},
	{"UndefinedFunctionError", "", []string{"module", "function", "arity", "reason", "message"}, 1063},
	{"FunctionClauseError", "", []string{"module", "function", "arity", "kind", "args", "clauses"}, 1241},
	{"KeyError", "", []string{"key", "term", "message"}, 1392},
	{"ErlangError", "", []string{"original", "reason"}, 1562},
	{"Enum.EmptyError", "empty error", nil, 1492},
	{"Enum.OutOfBoundsError", "out of bounds error", nil, 1488},
	{"File.Error", "", []string{"reason", "path", "action"}, 1496},
	{"File.CopyError", "", []string{"reason", "source", "destination", "on", "action"}, 0},
	{"File.RenameError", "", []string{"reason", "source", "destination", "on", "action"}, 0},
	{"System.EnvError", "", []string{"env"}, 0},
	{"URI.Error", "", []string{"action", "reason", "part"}, 0},
	{"Version.InvalidVersionError", "", []string{"version"}, 0},
	{"Version.InvalidRequirementError", "", []string{"requirement"}, 0},
	{"OptionParser.ParseError", "nil", nil, 0},
	{"IO.StreamError", "", []string{"reason", "message"}, 0},
	{"Regex.CompileError", "regex could not be compiled", nil, 161},
	{"Code.LoadError", "", []string{"file", "message", "reason"}, 0},
	{"CompileError", "", []string{"file", "line", "description"}, 0},
	{"File.LinkError", "", []string{"reason", "existing", "new", "action"}, 0},
	{"Inspect.Error", "", []string{"exception_module", "exception_message", "stacktrace", "inspected_struct"}, 0},
	{"Protocol.UndefinedError", "", []string{"protocol", "value", "description"}, 0},
	{"SyntaxError", "", []string{"file", "line", "column", "snippet", "description"}, 0},
	{"TokenMissingError", "", []string{"file", "line", "snippet", "column", "description"}, 0},
	{"UnicodeConversionError", "", []string{"encoded", "message"}, 0},
}

// exceptionDefaults are the fields other than a message that are not nil.
var exceptionDefaults = map[string]term.Pair{
	"CompileError":            pair("description", term.Binary("compile error")),
	"File.LinkError":          pair("action", term.Binary("")),
	"Protocol.UndefinedError": pair("description", term.Binary("")),
	"SyntaxError":             pair("description", term.Binary("syntax error")),
	"TokenMissingError":       pair("description", term.Binary("expression is incomplete")),
}

// exceptionEnforced are the fields that a struct must be given.
var exceptionEnforced = map[string][]term.Atom{
	"Inspect.Error": {"exception_module", "exception_message", "stacktrace", "inspected_struct"},
}

// ofText are the exceptions that are made of a string alone, with the field that it
// becomes.
var ofText = map[term.Atom]term.Atom{
	"Elixir.Version.InvalidVersionError":     "version",
	"Elixir.Version.InvalidRequirementError": "requirement",
}

// exceptionModule returns the module of an exception: its struct, and the
// functions exception/1 and message/1.
func exceptionModule(x exceptionStruct) *code.Module {
	m := code.NewModule(term.Alias(x.name), code.Builtin)
	m.Doc = "An exception."
	for _, f := range x.fields {
		field := pair(f, term.Nil)
		if given := exceptionDefaults[x.name]; given.Key == field.Key {
			field = given
		}
		m.Struct = append(m.Struct, field)
	}
	if x.text != "" {
		m.Struct = append(m.Struct, term.Pair{Key: term.Atom("message"), Value: term.Binary(x.text)})
	}
	m.Struct = append(m.Struct, term.Pair{Key: term.Atom("__exception__"), Value: term.True})
	m.Enforced = exceptionEnforced[x.name]
	for _, f := range append(structFunctions(m.Name, m.Struct, m.Enforced), exceptionFunctions(m.Name, m.Struct, x.line)...) {
		m.Add(f)
	}
	code.Reflect(m)
	return m
}

func exceptionFunctions(name term.Atom, fields []term.Pair, line int) []*code.Function {
	empty := structOf(name, fields...)
	fill := func(self *process.Process, a []term.Term) (term.Term, error) {
		if key, ok := ofText[name]; ok {
			if _, ok := a[0].(term.Binary); !ok {
				return nil, noClause(self, name, "exception", a)
			}
			return empty.Put(key, a[0]), nil
		}
		if text, ok := a[0].(term.Binary); ok && inMap(empty, term.Atom("message")) {
			return empty.Put(term.Atom("message"), text), nil
		}
		return raised(self, empty, a[0], exceptionFrame(name, line))
	}
	message := func(_ *process.Process, a []term.Term) (term.Term, error) {
		m, ok := isStruct(a[0], name)
		if !ok {
			return nil, noClause(nil, name, "message", a)
		}
		return term.Binary(exception.MessageOf(m, exception.Options{})), nil
	}
	return []*code.Function{
		{Name: "exception", Arity: 1, Params: []string{"args"}, Call: fill, Doc: "The exception with a message, or with fields."},
		{Name: "message", Arity: 1, Params: []string{"exception"}, Call: message, Doc: "The message of the exception."},
	}
}

// runtimeError is a RuntimeError with a message.
func runtimeError(format string, args ...any) *exception.Error {
	return exception.New("RuntimeError", fmt.Sprintf(format, args...))
}

// exceptionFrame is exception/1 of an exception of Elixir.
func exceptionFrame(name term.Atom, line int) exception.Frame {
	f := exception.Frame{Module: name, Function: "exception", Arity: 1, File: "lib/exception.ex", Line: line}
	if name == term.Alias("Regex.CompileError") {
		f.File = "lib/regex.ex"
	}
	return f
}

// raised sets the fields of an exception from pairs. Those that it does not
// have are left out with a warning.
func raised(self *process.Process, empty *term.Map, pairs term.Term, from exception.Frame) (term.Term, error) {
	result := empty
	var unknown []term.Term
	err := Each(self, pairs, func(x term.Term) error {
		p, ok := x.(term.Tuple)
		switch {
		case !ok || len(p) != 2:
			return errClause
		case inMap(empty, p[0]):
			result = result.Put(p[0], p[1])
		default:
			unknown = append(unknown, x)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(unknown) > 0 {
		name, _ := structName(empty)
		err = warning(self, exception.UnknownFields(name, term.List(unknown...)), from)
	}
	return result, err
}
