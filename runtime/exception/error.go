package exception

import (
	"errors"
	"fmt"
	"slices"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// Class is one of the three kinds of exception.
type Class uint8

const (
	// ClassError is what raise and :erlang.error make.
	ClassError Class = iota
	// ClassExit is what exit makes.
	ClassExit
	// ClassThrow is what throw makes.
	ClassThrow
)

// String returns the atom that Elixir uses for the class: error, exit, throw.
func (c Class) String() string { return [...]string{"error", "exit", "throw"}[c] }

// Error is an exception on its way. Reason is a term of the hosted language:
// an exception struct (a map with __struct__ and __exception__) or a bare
// Erlang reason as :badarith or {:badmatch, v}. Stack is innermost first.
type Error struct {
	Class  Class
	Reason term.Term
	Stack  []Frame
	// Attempted are the clauses that did not match, for a FunctionClauseError.
	Attempted *Attempt
	// Seam is 1 more than the number of frames that were there when the error
	// left a callback for an implementation of a protocol; 0 if it did not.
	Seam int
	// Left is the number of frames that were there when the error left the last
	// function value that a function of the library had called.
	Left int
}

// Frame is one entry of a stack trace: {module, function, arity or arguments,
// [file: ..., line: ...]}.
type Frame struct {
	Module   term.Atom
	Function string
	Arity    int
	// Args replaces Arity in frames of calls that failed at the border
	// (undef, function_clause, badarg of a built-in).
	Args []term.Term
	// HasArgs tells an empty argument list from none.
	HasArgs bool
	File    string
	Line    int
	// Waits tells the place where a loop calls itself from others in its line.
	Waits bool
	// Info is the error_info of the location, or nil.
	Info term.Term
	// Problems says what is wrong with each argument of a built-in that refused
	// them, "" for nothing, where Info alone does not tell.
	Problems []string
}

// Attempt describes a call that no clause took, for the report IEx prints
// under a FunctionClauseError.
type Attempt struct {
	Args []term.Term
	// Clauses are the heads as printed: "def get(map, key) when is_map(map)".
	Clauses []string
}

// Raise returns an exception of class error with a bare reason.
func Raise(reason term.Term) *Error { return &Error{Class: ClassError, Reason: reason} }

// Exit returns an exception of class exit.
func Exit(reason term.Term) *Error { return &Error{Class: ClassExit, Reason: reason} }

// Throw returns an exception of class throw.
func Throw(value term.Term) *Error { return &Error{Class: ClassThrow, Reason: value} }

// New returns an exception of class error whose reason is the exception
// struct %Module{message: message}; module is its name without "Elixir.".
func New(module, message string) *Error {
	return Raise(Struct(module, term.Pair{Key: term.Atom("message"), Value: term.Binary(message)}))
}

// ArgumentError returns %ArgumentError{message: message}.
func ArgumentError(format string, args ...any) *Error {
	return New("ArgumentError", fmt.Sprintf(format, args...))
}

// Struct returns the exception struct of a module with the given fields.
func Struct(module string, fields ...term.Pair) *term.Map {
	return term.NewMap(append(fields,
		term.Pair{Key: term.Atom("__exception__"), Value: term.True},
		term.Pair{Key: term.Atom("__struct__"), Value: term.Alias(module)})...)
}

// Error returns class and reason in short, for Go programmers; the words IEx
// prints come from Format.
func (e *Error) Error() string {
	return e.Class.String() + ": " + inspect.Inspect(e.Reason, inspect.Options{})
}

// In adds the frames of the functions that let the error pass, innermost
// first, and returns the error.
//
// As in Erlang, calls that wait at the same place on top of each other are one
// frame; the place that failed, or that called a built-in function that failed,
// is one of its own.
func (e *Error) In(frames ...Frame) *Error {
	builtIn := len(e.Stack) > 0 && e.Stack[0].HasArgs && e.Reason != term.Term(term.Atom("function_clause"))
	for _, f := range frames {
		if n := len(e.Stack); n < 2 || n == 2 && builtIn || !f.samePlace(&e.Stack[n-1]) {
			e.Stack = append(e.Stack, f)
		}
	}
	return e
}

// Leave notes that err, if it is an exception, leaves a function value.
func Leave(err error) {
	var x *Error
	if errors.As(err, &x) {
		x.Left = len(x.Stack)
	}
}

// AtSeam puts frames where the error left the callback, if it did.
func (e *Error) AtSeam(frames ...Frame) {
	if e.Seam > 0 && e.Seam <= len(e.Stack)+1 {
		e.Stack = slices.Insert(e.Stack, e.Seam-1, frames...)
	}
	e.Seam = 0
}

// samePlace reports whether two frames stand for the same place of the source.
func (f *Frame) samePlace(other *Frame) bool {
	return f.Line > 0 && f.Waits == other.Waits && !f.HasArgs && !other.HasArgs && f.Module == other.Module && f.Function == other.Function &&
		f.Arity == other.Arity && f.Line == other.Line && f.File == other.File
}

// In adds frames to err if it is an exception, and returns err.
func In(err error, frames ...Frame) error {
	var x *Error
	if errors.As(err, &x) {
		x.In(frames...)
	}
	return err
}

// As returns err as an exception. A Go error that is none becomes an
// exception of class error with reason {:go_error, text}.
func As(err error) *Error {
	var x *Error
	if errors.As(err, &x) {
		return x
	}
	return Raise(term.Tuple{term.Atom("go_error"), term.Binary(err.Error())})
}

// ExitReason returns the reason with which a process exits whose function
// returned err: normal for nil, the reason of an exit, {reason, stack} of an
// error, {{:nocatch, value}, stack} of a throw.
func ExitReason(err error) term.Term {
	if err == nil {
		return term.Normal
	}
	x := As(err)
	switch x.Class {
	case ClassExit:
		return x.Reason
	case ClassThrow:
		return term.Tuple{term.Tuple{term.Atom("nocatch"), x.Reason}, x.StackTerm()}
	}
	return term.Tuple{x.Reason, x.StackTerm()}
}

// Caught returns what Erlang's catch makes of err: {:EXIT, {reason, stack}}
// of an error, {:EXIT, reason} of an exit, the bare value of a throw.
func Caught(err error) term.Term {
	x := As(err)
	if x.Class == ClassThrow {
		return x.Reason
	}
	return term.Tuple{term.Atom("EXIT"), ExitReason(x)}
}

// StackTerm returns the stack as Erlang's list of {m, f, arity or args,
// location}, of the first MaxDepth frames.
func (e *Error) StackTerm() term.Term {
	stack := e.Stack[:min(len(e.Stack), MaxDepth)]
	frames := make([]term.Term, len(stack))
	for i, f := range stack {
		frames[i] = f.Term()
	}
	return term.List(frames...)
}

// Term returns the frame as a tuple of a stack trace.
func (f Frame) Term() term.Term {
	var arity term.Term = term.Int(f.Arity)
	if f.HasArgs {
		arity = term.List(f.Args...)
	}
	var location []term.Pair
	if f.File != "" {
		location = append(location,
			term.Pair{Key: term.Atom("file"), Value: term.Charlist(f.File)},
			term.Pair{Key: term.Atom("line"), Value: term.Int(f.Line)})
	}
	if f.Info != nil {
		location = append(location, term.Pair{Key: term.Atom("error_info"), Value: f.Info})
	}
	return term.Tuple{f.Module, term.Atom(f.Function), arity, term.Keyword(location...)}
}
