package otp

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Error returns a Go error with a term as its reason. A function that returns
// it as its second result returns {:error, reason} in the notation.
func Error(reason Term) error { return reasonError{reason} }

// Reason returns the reason of an error made by Error or by a failed call,
// and the text of any other.
func Reason(err error) Term {
	var e reasonError
	if errors.As(err, &e) {
		return e.reason
	}
	return err.Error()
}

type reasonError struct{ reason Term }

func (e reasonError) Error() string { return Inspect(e.reason) }

// errIgnored is the error of a start that Init has refused with Ignore. Its
// reason is :ignore, and a function that returns it returns that.
var errIgnored error = ignoredError{reasonError{Atom("ignore")}}

type ignoredError struct{ reason reasonError }

func (e ignoredError) Error() string { return e.reason.Error() }

// Unwrap lets Reason find the reason.
func (e ignoredError) Unwrap() error { return e.reason }

// reasonTerm is the error as the term in {:error, reason}.
func reasonTerm(err error) term.Term {
	var e reasonError
	var x *exception.Error
	switch {
	case errors.As(err, &e):
		return ToTerm(e.reason)
	case errors.As(err, &x):
		return x.Reason
	}
	return term.Binary(err.Error())
}

// Exit ends the calling process with the reason, as exit/1: it raises an
// exception that Catch and recover see.
func Exit(reason Term) { panic(exception.Exit(ToTerm(reason))) }

// Throw throws the value, as throw/1.
func Throw(value Term) { panic(exception.Throw(ToTerm(value))) }

// Raise raises a RuntimeError with the message, as raise/1; any other value
// becomes the bare reason of an error, as :erlang.error/1.
func Raise(reason Term) {
	if message, ok := reason.(string); ok {
		panic(exception.New("RuntimeError", message))
	}
	panic(exception.Raise(ToTerm(reason)))
}

func badArgument(format string, args ...any) *exception.Error {
	return exception.ArgumentError(format, args...)
}

// must panics with the exception that a call into the runtime raised; that is
// how it travels through the learner's Go code.
func must(err error) {
	if err != nil {
		panic(exception.As(err))
	}
}

// Failure returns what a recovered panic of Go code is in the hosted language:
// an exception as it is, a run-time error of Go as the ErlangError or
// RuntimeError with its message, a value with a text of its own, by Error or
// String, as the RuntimeError with that. The kernel's own panics pass.
func Failure(recovered any) *exception.Error {
	if process.IsKernelPanic(recovered) {
		panic(recovered)
	}
	switch r := Unwrap(recovered).(type) {
	case *exception.Error:
		return r
	case runtime.Error:
		return runtimeFailure(r.Error())
	case error:
		return textFailure(withoutPosition(errorText(r)))
	case string:
		return textFailure(r)
	case complex64, complex128:
		return textFailure(fmt.Sprint(r))
	case Boxed:
		if t, _ := r.Unbox(); t.Methods["String"] != nil {
			return textFailure(boxText(t, r))
		}
		return raised(r)
	default:
		return raised(r)
	}
}

// boxText is what the String method of a type says, which may fail itself.
func boxText(t *BoxType, b Boxed) (text string) {
	defer func() {
		if r := recover(); r != nil {
			if process.IsKernelPanic(r) {
				panic(r)
			}
			text = fmt.Sprintf("panic of %s, whose String method panics", t.Name)
		}
	}()
	return t.Methods["String"].(func(any) string)(b)
}

// errorText is the text of an error whose method may fail itself.
func errorText(err error) (text string) {
	defer func() {
		if r := recover(); r != nil {
			if process.IsKernelPanic(r) {
				panic(r)
			}
			text = fmt.Sprintf("panic of %T, whose Error method panics", Unboxed(err))
			if b, ok := err.(Boxed); ok {
				t, _ := b.Unbox()
				text = fmt.Sprintf("panic of %s, whose Error method panics", t.Name)
			}
		}
	}()
	return err.Error()
}

// raised is the exception of a value that was given to panic, which may be none
// that a term can be made of.
func raised(value any) (x *exception.Error) {
	defer func() {
		if failed, ok := recover().(*exception.Error); ok {
			x = failed
		}
	}()
	return exception.Raise(ToTerm(value))
}

// Unwrap returns the value that was given to panic. The interpreter wraps it.
func Unwrap(recovered any) any {
	for {
		v, ok := recovered.(reflect.Value)
		if !ok {
			return recovered
		}
		if !v.IsValid() || !v.CanInterface() {
			return fmt.Sprint(v)
		}
		recovered = v.Interface()
	}
}

// textFailure tells the messages of reflect, with which interpreted code
// fails, from those of the learner.
func textFailure(text string) *exception.Error {
	if message, ok := runtimeMessage(text); ok {
		return runtimeFailure(message)
	}
	return exception.New("RuntimeError", text)
}

// runtimeMessage returns Go's words for a message of reflect.
func runtimeMessage(text string) (string, bool) {
	const unhashable = "hash of unhashable type: "
	switch {
	case strings.HasPrefix(text, unhashable):
		return "hash of unhashable type " + strings.TrimPrefix(text, unhashable), true
	case !strings.HasPrefix(text, "reflect"):
		return "", false
	case strings.HasPrefix(text, "reflect: cannot convert slice"):
		text = strings.TrimPrefix(text, "reflect: ")
		text = strings.Replace(text, "to pointer to array", "to array", 1)
		return strings.Replace(text, "to array", "to array or pointer to array", 1), true
	case strings.HasSuffix(text, "index out of range"):
		return "index out of range", true
	case strings.HasSuffix(text, "on zero Value"), strings.HasSuffix(text, "call of nil function"),
		strings.HasSuffix(text, "on nil interface value"):
		return "invalid memory address or nil pointer dereference", true
	case text == "reflect.MakeSlice: len > cap":
		return "makeslice: cap out of range", true
	case strings.HasPrefix(text, "reflect.Value.Slice"):
		return "slice bounds out of range", true
	}
	return "", false
}

// runtimeFailure is the exception of a run-time error of Go: division by zero
// is Elixir's ArithmeticError, the rest a RuntimeError with Go's own words.
func runtimeFailure(message string) *exception.Error {
	message = strings.TrimPrefix(message, "runtime error: ")
	if message == "integer divide by zero" {
		return exception.Raise(term.Atom("badarith"))
	}
	return exception.New("RuntimeError", message)
}

// withoutPosition drops the position that the interpreter puts before the
// text of a failed type assertion; it is that of the lowered source.
func withoutPosition(text string) string {
	if i := strings.Index(text, "interface conversion: "); i > 0 {
		return text[i:]
	}
	return text
}

// RuntimeError is a run-time error of interpreted code as compiled code has
// it; the text is what Go prints after "runtime error: ".
type RuntimeError string

// Error returns the words of Go.
func (e RuntimeError) Error() string { return "runtime error: " + string(e) }

// RuntimeError implements runtime.Error.
func (RuntimeError) RuntimeError() {}

// PlainError is a failure of Go's own whose text has no such beginning.
type PlainError string

// Error returns the words of Go.
func (e PlainError) Error() string { return string(e) }

// RuntimeError implements runtime.Error.
func (PlainError) RuntimeError() {}

// GoValue is the value of a panic as recover returns it in compiled code,
// where the interpreter has one of its own.
func GoValue(value any) any {
	if _, boxed := value.(Boxed); boxed {
		return value
	}
	text, ok := value.(string)
	if err, isError := value.(error); isError {
		text, ok = withoutPosition(err.Error()), true
	}
	if !ok {
		return value
	}
	if message, ok := runtimeMessage(text); ok {
		return RuntimeError(message)
	}
	if strings.HasPrefix(text, "interface conversion: ") {
		return assertionError(text)
	}
	return value
}

// assertionError is a type assertion that failed, as compiled code has it.
type assertionError string

// Error returns the words of Go.
func (e assertionError) Error() string { return string(e) }

// RuntimeError implements runtime.Error.
func (assertionError) RuntimeError() {}
