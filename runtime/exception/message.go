package exception

import (
	"strconv"
	"strings"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// MessageOf returns the message of an exception struct, as Exception.message/1.
func MessageOf(x *term.Map, o Options) string {
	if words := messages[name(x)]; words != nil {
		return words(x, o)
	}
	message := field(x, "message")
	if o.Message != nil {
		own, err := o.Message(x)
		switch {
		case err != nil:
			return failedMessage(x, As(err), o)
		case own != nil:
			message = own
		}
	}
	if text, ok := message.(term.Binary); ok {
		return string(text)
	}
	return "got " + o.inspect(message) + " while retrieving Exception.message/1 for " +
		o.inspect(x) + " (expected a string)"
}

// failedMessage is what stands for the message of an exception whose module
// fails to word it. Modules that fail for ever with exceptions of their own are
// asked once each.
func failedMessage(x *term.Map, failure *Error, o Options) string {
	raised := Normalize(failure.Reason, failure.Stack, o)
	rest, module := o, name(x)
	rest.Message = func(other *term.Map) (term.Term, error) {
		if name(other) == module {
			return nil, nil
		}
		return o.Message(other)
	}
	return "got " + o.inspect(field(raised, "__struct__")) + " with message " + o.inspect(term.Binary(MessageOf(raised, rest))) +
		" while retrieving Exception.message/1 for " + o.inspect(x) + ". Stacktrace:\n" + FormatStack(failure.Stack, o)
}

const functionClauseError = term.Atom("Elixir.FunctionClauseError")

// messages are the exceptions of the standard library that word their message
// when they are asked for it.
var messages map[term.Atom]func(*term.Map, Options) string

func init() {
	messages = map[term.Atom]func(*term.Map, Options) string{
		"Elixir.BadArityError":                   badArity,
		"Elixir.BadBooleanError":                 badBoolean,
		"Elixir.BadFunctionError":                badFunction,
		"Elixir.BadMapError":                     termMessage("expected a map, got: "),
		"Elixir.BadStructError":                  badStruct,
		"Elixir.CaseClauseError":                 termMessage("no case clause matching: "),
		"Elixir.CompileError":                    compileMessage,
		"Elixir.CondClauseError":                 condClause,
		"Elixir.ErlangError":                     erlangMessage,
		"Elixir.ExUnit.AssertionError":           assertionMessage,
		"Elixir.File.Error":                      fileMessage,
		"Elixir.File.CopyError":                  twoFilesMessage,
		"Elixir.File.RenameError":                twoFilesMessage,
		functionClauseError:                      functionClause,
		"Elixir.Inspect.Error":                   inspectMessage,
		"Elixir.KeyError":                        keyMessage,
		"Elixir.MatchError":                      termMessage("no match of right hand side value: "),
		"Elixir.Protocol.UndefinedError":         protocolMessage,
		"Elixir.SyntaxError":                     positionMessage,
		"Elixir.URI.Error":                       uriMessage,
		"Elixir.System.EnvError":                 envMessage,
		"Elixir.TokenMissingError":               positionMessage,
		"Elixir.TryClauseError":                  termMessage("no try clause matching: "),
		"Elixir.UndefinedFunctionError":          undefinedMessage,
		"Elixir.Version.InvalidRequirementError": fieldMessage("requirement", "invalid requirement: "),
		"Elixir.Version.InvalidVersionError":     fieldMessage("version", "invalid version: "),
		"Elixir.WithClauseError":                 termMessage("no with clause matching: "),
	}
}

// inspectMessage is the message of a struct that cannot be shown.
func inspectMessage(x *term.Map, o Options) string {
	text, _ := field(x, "exception_message").(term.Binary)
	shown, _ := field(x, "inspected_struct").(term.Binary)
	return "got " + o.inspect(field(x, "exception_module")) + " with message:\n\n    \"\"\"\n" + indentFilled(string(text)) +
		"\n    \"\"\"\n\nwhile inspecting:\n\n" + indentFilled(string(shown)) + "\n"
}

func fieldMessage(name term.Atom, words string) func(*term.Map, Options) string {
	return func(x *term.Map, o Options) string { return words + o.inspect(field(x, name)) }
}

func termMessage(words string) func(*term.Map, Options) string { return fieldMessage("term", words) }

func condClause(*term.Map, Options) string { return "no cond clause evaluated to a truthy value" }

func badArity(x *term.Map, o Options) string {
	args, _ := term.Slice(field(x, "args"))
	arity := "?"
	if f, ok := field(x, "function").(*term.Fun); ok {
		arity = strconv.Itoa(f.Arity)
	}
	return o.inspect(field(x, "function")) + " with arity " + arity + " called with " + o.countArguments(args)
}

func (o Options) countArguments(args []term.Term) string {
	switch len(args) {
	case 0:
		return "no arguments"
	case 1:
		return "1 argument (" + o.inspectAll(args) + ")"
	}
	return strconv.Itoa(len(args)) + " arguments (" + o.inspectAll(args) + ")"
}

func badBoolean(x *term.Map, o Options) string {
	return `expected a boolean on left-side of "` + str(field(x, "operator"), o) + `", got: ` + o.inspect(field(x, "term"))
}

func badFunction(x *term.Map, o Options) string {
	t := field(x, "term")
	if _, ok := t.(*term.Fun); ok {
		return "function " + o.inspect(t) + " is invalid, likely because it points to an old version of the code"
	}
	return "expected a function, got: " + o.inspect(t)
}

func badStruct(x *term.Map, o Options) string {
	return "expected a struct named " + o.inspect(field(x, "struct")) + ", got: " + o.inspect(field(x, "term"))
}

// str is to_string for what stands in messages: texts, atoms and numbers.
func str(t term.Term, o Options) string {
	switch t := t.(type) {
	case term.Binary:
		return string(t)
	case term.Atom:
		if t == term.Nil {
			return ""
		}
		return string(t)
	}
	return o.inspect(t)
}

func erlangMessage(x *term.Map, o Options) string {
	return "Erlang error: " + o.inspect(field(x, "original")) + str(field(x, "reason"), o)
}

func keyMessage(x *term.Map, o Options) string {
	if message, ok := field(x, "message").(term.Binary); ok {
		return string(message)
	}
	text := "key " + o.inspect(field(x, "key")) + " not found"
	if t := field(x, "term"); t != term.Term(term.Nil) {
		text += " in: " + o.inspect(t)
	}
	return text
}

func envMessage(x *term.Map, o Options) string {
	return "could not fetch environment variable " + o.inspect(field(x, "env")) + " because it is not set"
}

// posixErrors are the words of file:format_error/1.
var posixErrors = map[term.Atom]string{
	"eacces":  "permission denied",
	"eexist":  "file already exists",
	"eisdir":  "illegal operation on a directory",
	"enoent":  "no such file or directory",
	"einval":  "invalid argument",
	"eperm":   "not owner",
	"erofs":   "read-only file system",
	"exdev":   "cross-domain link",
	"enospc":  "no space left on device",
	"enotdir": "not a directory",
}

func fileMessage(x *term.Map, o Options) string {
	reason, _ := field(x, "reason").(term.Atom)
	words, ok := posixErrors[reason]
	if !ok {
		words = "unknown POSIX error"
	}
	return "could not " + str(field(x, "action"), o) + " " + o.inspect(field(x, "path")) + ": " + words
}

func uriMessage(x *term.Map, o Options) string {
	return "cannot " + str(field(x, "action"), o) + " due to reason " + str(field(x, "reason"), o) + ": " + o.inspect(field(x, "part"))
}

// twoFilesMessage is the message of what could not be done from one path to
// another.
func twoFilesMessage(x *term.Map, o Options) string {
	reason, _ := field(x, "reason").(term.Atom)
	words, ok := posixErrors[reason]
	if !ok {
		words = "unknown POSIX error"
	}
	return "could not " + str(field(x, "action"), o) + " from " + o.inspect(field(x, "source")) + " to " + o.inspect(field(x, "destination")) + ": " + words
}

func compileMessage(x *term.Map, o Options) string {
	line, _ := field(x, "line").(term.Int)
	place := fileLine(str(field(x, "file"), o), int(line), "")
	return strings.TrimSuffix(place, " ") + " " + str(field(x, "description"), o)
}

// positionMessage is the message of errors at a column, with the line of the
// source under it if it is known.
func positionMessage(x *term.Map, o Options) string {
	line, _ := field(x, "line").(term.Int)
	column, _ := field(x, "column").(term.Int)
	place := fileLine(str(field(x, "file"), o), int(line), "")
	if place != "" && line != 0 && column != 0 {
		place += strconv.Itoa(int(column)) + ":"
	}
	return place + " " + str(field(x, "description"), o) + snippet(x, int(line))
}

// snippet shows the line of an error with a caret under the column.
func snippet(x *term.Map, line int) string {
	parts, ok := field(x, "snippet").(*term.Map)
	if !ok {
		return ""
	}
	content, _ := field(parts, "content").(term.Binary)
	offset, _ := field(parts, "offset").(term.Int)
	number := strconv.Itoa(line)
	width := max(len(number), 2)
	if len(number) < width {
		number = " " + number
	}
	blank := " " + strings.Repeat(" ", width) + " | "
	return "\n" + strings.TrimRight(blank, " ") + "\n " + number + " | " + string(content) +
		"\n" + blank + strings.Repeat(" ", max(int(offset), 0)) + "^"
}

// protocolMessage does not list implementations: protocols of the standard
// library are not consolidated at the prompt.
func protocolMessage(x *term.Map, o Options) string {
	value := field(x, "value")
	text := "protocol " + o.inspect(field(x, "protocol")) + " not implemented for " + o.inspect(value) +
		" of type " + valueType(value, o)
	if description := str(field(x, "description"), o); description != "" {
		text += ", " + description
	}
	return text
}

func valueType(value term.Term, o Options) string {
	switch value := value.(type) {
	case *term.Map:
		if module, ok := value.Get(term.Atom("__struct__")); ok {
			return o.inspect(module) + " (a struct)"
		}
		return "Map"
	case term.Atom:
		return "Atom"
	case term.Binary, *term.Bits:
		return "BitString"
	case term.Float:
		return "Float"
	case *term.Fun:
		return "Function"
	case term.Int, *term.Big:
		return "Integer"
	case term.EmptyList, *term.Cons:
		return "List"
	case term.PID:
		return "PID"
	case term.Ref:
		return "Reference"
	case *term.Native:
		return value.Name + " (a struct)"
	}
	return "Tuple"
}

// mfaOf returns the function that the fields of an exception name.
func mfaOf(x *term.Map) (module term.Atom, function string, arity int, ok bool) {
	module, ok1 := field(x, "module").(term.Atom)
	f, ok2 := field(x, "function").(term.Atom)
	n, ok3 := field(x, "arity").(term.Int)
	return module, string(f), int(n), ok1 && ok2 && ok3
}

func undefinedMessage(x *term.Map, o Options) string {
	if message, ok := field(x, "message").(term.Binary); ok {
		return string(message)
	}
	text, _ := undefined(x, o)
	return text
}

// undefined returns the message of an UndefinedFunctionError and whether the
// module is there.
func undefined(x *term.Map, o Options) (string, bool) {
	module, function, arity, ok := mfaOf(x)
	if !ok || field(x, "function") == term.Term(term.Nil) {
		return "undefined function", false
	}
	text := "function " + FormatMFA(module, function, arity) + " is undefined"
	reason := field(x, "reason")
	if reason == term.Term(term.Nil) {
		reason = o.whyUndefined(module)
	}
	switch reason {
	case term.Term(term.Nil):
		return text, false
	case term.Atom("module could not be loaded"):
		return text + " (module " + inspect.AtomText(module) + " is not available)", false
	case term.Atom("function not exported"):
		return text + " or private", true
	}
	return text + " (" + str(reason, o) + ")", false
}

func (o Options) whyUndefined(module term.Atom) term.Term {
	if module == term.Nil {
		return term.Nil
	}
	if _, loaded := o.exports(module); loaded {
		return term.Atom("function not exported")
	}
	return term.Atom("module could not be loaded")
}

func (o Options) exports(module term.Atom) ([]Export, bool) {
	if o.Exports != nil {
		return o.Exports(module)
	}
	return nil, Application(module) != ""
}

func functionClause(x *term.Map, o Options) string {
	module, function, arity, ok := mfaOf(x)
	if !ok || field(x, "function") == term.Term(term.Nil) {
		return "no function clause matches"
	}
	return "no function clause matching in " + FormatMFA(module, function, arity) +
		blameText(x, o, o.inspect, func(part string) string { return "-" + part + "-" })
}
