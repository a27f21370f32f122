package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// ExceptionOptions say how exceptions are worded on a node: structs are shown as
// their modules declare them, and modules of exceptions are asked for their
// messages.
func ExceptionOptions(node *process.Node) exception.Options {
	return exception.Options{
		Inspect: InspectOptions(node),
		Message: func(x *term.Map) (term.Term, error) { return ownMessage(node, x) },
	}
}

func wording(self *process.Process) exception.Options { return ExceptionOptions(self.Node()) }

// ownMessage is what the module of an exception says, nil if it has no function
// message/1. It can be asked only while a process runs.
func ownMessage(node *process.Node, x *term.Map) (term.Term, error) {
	name, _ := x.Get(term.Atom("__struct__"))
	module, ok := name.(term.Atom)
	self := node.Current()
	if !ok || self == nil || !code.Of(node).Exports(module, "message", 1) {
		return nil, nil
	}
	return code.Apply(self, module, "message", x)
}

func exceptionTable() Module {
	return Module{
		Name: "Elixir.Exception",
		Doc:  "The words of exceptions.",
		Functions: []Function{
			{"message", "exception", "The message of an exception.", exceptionMessage},
			{"exception?", "term", "Whether `term` is an exception.", test(exception.IsException)},
			{"format_exit", "reason", "An exit reason in words.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return term.Binary(exception.FormatExit(a[0], wording(self))), nil
			}},
			{"format_banner", "kind, exception", "The first line of the report of an exception.", exceptionBanner},
			{"format", `kind, payload, stacktrace \\ []`, "The report of an exception, with its stack.", exceptionFormat},
			{"format_mfa", "module, fun, arity", "A function's name, or its call with a list of arguments.", exceptionFormatMFA},
			{"format_file_line", `file, line, suffix \\ ""`, "A file and a line as stack traces have them.", exceptionFileLine},
			{"format_file_line_column", `file, line, column, suffix \\ ""`, "A file, a line and a column as compile errors have them.", exceptionFileLineColumn},
			{"format_fa", "fun, arity", "A function value with its arity, or its call with a list of arguments.", exceptionFormatFA},
			{"format_stacktrace_entry", "entry", "A line of a stack trace.", exceptionFormatEntry},
			{"format_stacktrace", "trace", "A stack trace in words.", exceptionFormatTrace},
			{"normalize", `kind, payload, stacktrace \\ []`, "The exception that stands for an error of Erlang.", exceptionNormalize},
		},
	}
}

func exceptionMessage(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok || !exception.IsException(m) {
		return nil, errClause
	}
	words := wording(self)
	own := words.Message
	var thrown error // which passes, as what it raises does not
	words.Message = func(x *term.Map) (term.Term, error) {
		message, err := own(x)
		if err != nil && exception.As(err).Class != exception.ClassError {
			thrown = err
		}
		return message, err
	}
	text := exception.MessageOf(m, words)
	if thrown != nil {
		return nil, exception.As(thrown).In(exception.Frame{Module: "Elixir.Exception", Function: "message", Arity: 1, File: "lib/exception.ex", Line: 66})
	}
	return term.Binary(text), nil
}

// ofKind makes an error of the class that an atom names.
func ofKind(kind, payload term.Term) *exception.Error {
	x := exception.Raise(payload)
	switch kind {
	case term.Term(term.Atom("exit")):
		x.Class = exception.ClassExit
	case term.Term(term.Atom("throw")):
		x.Class = exception.ClassThrow
	}
	return x
}

func exceptionBanner(self *process.Process, a []term.Term) (term.Term, error) {
	return term.Binary(exception.FormatBanner(ofKind(a[0], a[1]), wording(self))), nil
}

func exceptionFormat(self *process.Process, a []term.Term) (term.Term, error) {
	frames, ok := framesOf(a[2])
	if !ok {
		return nil, errClause
	}
	return term.Binary(exception.FormatLog(ofKind(a[0], a[1]).In(frames...), wording(self))), nil
}

func exceptionFormatMFA(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok1 := a[0].(term.Atom)
	name, ok2 := a[1].(term.Atom)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	if arity, ok := intAt(a, 2); ok {
		return term.Binary(exception.FormatMFA(module, string(name), arity)), nil
	}
	list, ok := term.Slice(a[2])
	if !ok {
		return nil, errClause
	}
	return term.Binary(exception.FormatCall(module, string(name), list, wording(self))), nil
}

func exceptionFormatEntry(self *process.Process, a []term.Term) (term.Term, error) {
	frame, ok := frameOf(a[0])
	if !ok {
		return nil, errClause
	}
	return term.Binary(exception.FormatStackFrame(frame, wording(self))), nil
}

func exceptionFormatTrace(self *process.Process, a []term.Term) (term.Term, error) {
	frames, ok := framesOf(a[0])
	if !ok {
		return nil, errClause
	}
	return term.Binary(exception.FormatStack(frames, wording(self))), nil
}

func framesOf(t term.Term) ([]exception.Frame, bool) {
	list, ok := term.Slice(t)
	frames := make([]exception.Frame, 0, len(list))
	for _, x := range list {
		frame, isFrame := frameOf(x)
		ok = ok && isFrame
		frames = append(frames, frame)
	}
	return frames, ok
}

// frameOf reads {module, function, arity or arguments, location}.
func frameOf(t term.Term) (exception.Frame, bool) {
	parts, ok := t.(term.Tuple)
	if !ok || len(parts) != 4 {
		return exception.Frame{}, false
	}
	module, ok1 := parts[0].(term.Atom)
	name, ok2 := parts[1].(term.Atom)
	f := exception.Frame{Module: module, Function: string(name)}
	if arity, ok := parts[2].(term.Int); ok {
		f.Arity = int(arity)
	} else {
		f.Args, f.HasArgs = term.Slice(parts[2])
	}
	if file, ok := option(parts[3], "file"); ok {
		f.File, _ = charsToString(nil, file)
	}
	if line, ok := option(parts[3], "line"); ok {
		n, _ := line.(term.Int)
		f.Line = int(n)
	}
	return f, ok1 && ok2
}

func exceptionNormalize(self *process.Process, a []term.Term) (term.Term, error) {
	if a[0] != term.Term(term.ErrorAtom) {
		return a[1], nil
	}
	frames, _ := framesOf(a[2])
	return exception.Normalize(a[1], frames, wording(self)), nil
}
