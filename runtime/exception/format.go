package exception

import (
	"cmp"
	"strings"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// Options is what the words of an error depend on beside the error. The zero
// value knows the modules of the standard library, and uses no colour.
type Options struct {
	// Inspect is how the prompt prints results; the arguments under a
	// FunctionClauseError are printed so. Its StructFields counts everywhere.
	Inspect inspect.Options
	// Color wraps the text in IEx's escape sequences for errors.
	Color bool
	// Exports returns the functions and macros that a module exports, and
	// false if there is no such module. Without it, modules that Application
	// knows are there and export nothing that anybody could suggest.
	Exports func(module term.Atom) ([]Export, bool)
	// Behaviour returns the behaviour of a module that asks for a function, for
	// the hint that a callback is missing. It may be nil.
	Behaviour func(module term.Atom, function string, arity int) (term.Atom, bool)
	// Message asks the module of an exception that the standard library does not
	// declare for the message, and returns nil if it has no function for that.
	Message func(exception *term.Map) (term.Term, error)
	// PlainFrames leaves out the names of applications in front of stack frames.
	PlainFrames bool
}

// Export is a function, or a macro, that a module exports.
type Export struct {
	Name  string
	Arity int
	Macro bool
	// Deprecated functions are not suggested for a similar name.
	Deprecated bool
}

// Compare orders exports by name and arity.
func (e Export) Compare(other Export) int {
	return cmp.Or(cmp.Compare(e.Name, other.Name), cmp.Compare(e.Arity, other.Arity))
}

const (
	red   = "\x1b[31m"
	reset = "\x1b[0m"
)

func (o Options) red(text string) string {
	if !o.Color {
		return text
	}
	return red + text + reset
}

// inspect prints a term as error messages do, on one line and without colour.
func (o Options) inspect(t term.Term) string {
	return inspect.Inspect(t, inspect.Options{StructFields: o.Inspect.StructFields, Derived: o.Inspect.Derived, Customs: o.Inspect.Customs})
}

// Format returns what IEx prints for an error at the prompt: the banner with
// hints, and behind it the frames of the stack that are not IEx's own, or an
// empty line when there are none. The text ends with a newline.
func Format(e *Error, o Options) string {
	if e.Class != ClassError {
		return o.red(FormatBanner(e, o)) + "\n" + o.red(FormatStack(Prune(e.Stack), o))
	}
	x, stack := Blame(e, o)
	banner := ""
	if name(x) == functionClauseError {
		plain := Normalize(e.Reason, stack, o)
		banner = o.red(bannerOf(plain, o)) + indent(blameText(x, o, o.argument, o.mismatch))
	} else {
		banner = o.red(bannerOf(x, o))
	}
	return banner + "\n" + o.red(FormatStack(Prune(stack), o))
}

// argument prints an argument under a FunctionClauseError at the prompt.
func (o Options) argument(t term.Term) string {
	options := o.Inspect
	if options.Colors != nil {
		colors := *options.Colors
		colors.Reset = reset
		options.Colors = &colors
	}
	return inspect.Inspect(t, options)
}

// mismatch prints a part of a clause that did not match.
func (o Options) mismatch(part string) string {
	if o.Color {
		return red + part + reset
	}
	return "-" + part + "-"
}

// FormatLog returns what Exception.format/3 returns, the form that log
// messages have: the banner without hints and, if there are any, the frames
// of the stack, each line of which ends with a newline.
func FormatLog(e *Error, o Options) string {
	banner := FormatBanner(e, o)
	if len(e.Stack) == 0 {
		return banner
	}
	return banner + "\n" + FormatStack(e.Stack, o)
}

// FormatBanner returns "** (RuntimeError) oops", "** (throw) :ball" or
// "** (exit) :bye", without the stack and without hints.
func FormatBanner(e *Error, o Options) string {
	switch e.Class {
	case ClassThrow:
		return "** (throw) " + o.inspect(e.Reason)
	case ClassExit:
		return "** (exit) " + FormatExit(e.Reason, o)
	}
	return bannerOf(Normalize(e.Reason, e.Stack, o), o)
}

func bannerOf(x *term.Map, o Options) string {
	return "** (" + o.inspect(field(x, "__struct__")) + ") " + MessageOf(x, o)
}

// FormatExitFrom returns what IEx prints when its evaluator died: the line
// that begins with "** (EXIT from #PID<0.108.0>)".
func FormatExitFrom(pid term.PID, reason term.Term, o Options) string {
	return o.red("** (EXIT from " + o.inspect(pid) + ") shell process exited with reason: " + FormatExit(reason, o))
}

// indent moves all lines four columns to the right.
func indent(text string) string {
	return indentation + strings.ReplaceAll(text, "\n", "\n"+indentation)
}

// indentFilled moves the lines that are not empty.
func indentFilled(text string) string {
	return strings.ReplaceAll(indent(text), "\n"+indentation+"\n", "\n\n")
}

const indentation = "    "

// Message returns what Exception.message/1 returns for an error with the
// given reason and stack: the words of the banner behind the name.
func Message(reason term.Term, stack []Frame, o Options) string {
	return MessageOf(Normalize(reason, stack, o), o)
}

// IsException reports whether t is the struct of an exception.
func IsException(t term.Term) bool {
	m, ok := t.(*term.Map)
	if !ok {
		return false
	}
	flag, _ := m.Get(term.Atom("__exception__"))
	_, named := field(m, "__struct__").(term.Atom)
	return named && flag == term.Term(term.True)
}

// field returns the value of a field, nil where the struct has none.
func field(x *term.Map, name term.Atom) term.Term {
	if value, ok := x.Get(name); ok {
		return value
	}
	return term.Nil
}

func name(x *term.Map) term.Atom {
	name, _ := field(x, "__struct__").(term.Atom)
	return name
}
