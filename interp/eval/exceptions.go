package eval

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// standardExceptions are the fields of the exceptions of the standard library
// with their defaults, for raise.
var standardExceptions = map[string][]term.Pair{
	"RuntimeError":                {{Key: term.Atom("message"), Value: term.Binary("runtime error")}},
	"ArgumentError":               {{Key: term.Atom("message"), Value: term.Binary("argument error")}},
	"ArithmeticError":             {{Key: term.Atom("message"), Value: term.Binary("bad argument in arithmetic expression")}},
	"SystemLimitError":            {{Key: term.Atom("message"), Value: term.Binary("a system limit has been reached")}},
	"BadFunctionError":            nils("term"),
	"BadMapError":                 nils("term"),
	"BadStructError":              nils("struct", "term"),
	"BadArityError":               nils("function", "args"),
	"BadBooleanError":             nils("term", "operator"),
	"MatchError":                  nils("term"),
	"CaseClauseError":             nils("term"),
	"WithClauseError":             nils("term"),
	"CondClauseError":             {},
	"TryClauseError":              nils("term"),
	"UndefinedFunctionError":      nils("module", "function", "arity", "reason", "message"),
	"FunctionClauseError":         nils("module", "function", "arity", "kind", "args", "clauses"),
	"KeyError":                    nils("key", "term", "message"),
	"ErlangError":                 nils("original", "reason"),
	"Protocol.UndefinedError":     {{Key: term.Atom("protocol"), Value: term.Nil}, {Key: term.Atom("value"), Value: term.Nil}, {Key: term.Atom("description"), Value: term.Binary("")}},
	"Enum.EmptyError":             {{Key: term.Atom("message"), Value: term.Binary("empty error")}},
	"Enum.OutOfBoundsError":       {{Key: term.Atom("message"), Value: term.Binary("out of bounds error")}},
	"File.Error":                  nils("reason", "path", "action"),
	"CompileError":                {{Key: term.Atom("file"), Value: term.Nil}, {Key: term.Atom("line"), Value: term.Nil}, {Key: term.Atom("description"), Value: term.Binary("compile error")}},
	"UnicodeConversionError":      nils("encoded", "message"),
	"Code.LoadError":              nils("file", "message"),
	"IO.StreamError":              nils("reason", "message"),
	"Regex.CompileError":          {{Key: term.Atom("message"), Value: term.Binary("regex could not be compiled")}},
	"Inspect.Error":               nils("message"),
	"Version.InvalidVersionError": nils("version"),
}

func nils(names ...string) []term.Pair {
	fields := make([]term.Pair, len(names))
	for i, name := range names {
		fields[i] = term.Pair{Key: term.Atom(name), Value: term.Nil}
	}
	return fields
}

// standardException makes an exception of the standard library from the
// options of raise, and reports false if the module is none.
func standardException(module, options term.Term) (term.Term, bool) {
	atom, _ := module.(term.Atom)
	name, _ := strings.CutPrefix(string(atom), "Elixir.")
	fields, ok := standardExceptions[name]
	if !ok {
		return nil, false
	}
	empty := exception.Struct(name, append([]term.Pair(nil), fields...)...)
	if text, isText := options.(term.Binary); isText && has(empty, term.Atom("message")) {
		return empty.Put(term.Atom("message"), text), true
	}
	pairs, ok := term.Slice(options)
	for _, e := range pairs {
		if pair, isPair := e.(term.Tuple); isPair && len(pair) == 2 && has(empty, pair[0]) {
			empty = empty.Put(pair[0], pair[1])
		}
	}
	return empty, ok
}
