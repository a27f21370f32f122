package exunit

import (
	"math"

	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// assertionFunctions are the functions of ExUnit.Assertions; assert/1 and its
// kin are macros.
var assertionFunctions = []lib.Function{
	{Name: "assert", Params: "value, message", Doc: "Fails with `message` unless `value` is true.", Call: func(_ *process.Process, a []term.Term) (term.Term, error) {
		return claimed(truthy(a[0]), true, a[1])
	}},
	{Name: "refute", Params: "value, message", Doc: "Fails with `message` if `value` is true.", Call: func(_ *process.Process, a []term.Term) (term.Term, error) {
		return claimed(!truthy(a[0]), false, a[1])
	}},
	{Name: "flunk", Params: `message \\ "Flunked!"`, Doc: "Fails.", Call: func(_ *process.Process, a []term.Term) (term.Term, error) {
		return claimed(false, false, a[0])
	}},
	{Name: "assert_raise", Params: "exception, function", Doc: "Fails unless `function` raises `exception`, which is returned.", Call: assertRaise},
	{Name: "assert_raise", Params: "exception, message, function", Doc: "As `assert_raise/2`; the message must be, or match, `message`.", Call: assertRaiseMessage},
	{Name: "assert_in_delta", Params: `value1, value2, delta, message \\ nil`, Doc: "Fails if two numbers differ by more than `delta`.", Call: assertInDelta},
	{Name: "refute_in_delta", Params: `value1, value2, delta, message \\ nil`, Doc: "Fails unless two numbers differ by more than `delta`.", Call: refuteInDelta},
}

func claimed(ok, value bool, message term.Term) (term.Term, error) {
	if ok {
		return boolean(value), nil
	}
	text, isText := message.(term.Binary)
	if !isText {
		return nil, exception.Raise(message)
	}
	return nil, exception.AssertionError(string(text)).In(assertCall)
}

func boolean(b bool) term.Term {
	if b {
		return term.True
	}
	return term.False
}

// assertCall is where the functions of ExUnit fail.
var assertCall = exception.Frame{Module: assertions, Function: "assert", Arity: 2, File: "lib/ex_unit/assertions.ex", Line: 392}

func assertRaise(self *process.Process, a []term.Term) (term.Term, error) {
	_, err := code.Call(self, a[1])
	if err == nil {
		_, err = claimed(false, false, term.Binary("Expected exception "+inspect.Inspect(a[0], inspect.Options{})+" but nothing was raised"))
		return nil, err
	}
	x := exception.As(err)
	if x.Class != exception.ClassError {
		return nil, err
	}
	raised := exception.Normalize(x.Reason, x.Stack, exception.Options{})
	name, _ := raised.Get(term.Atom("__struct__"))
	if !term.Same(name, a[0]) {
		wrong := exception.AssertionError("Expected exception " + inspect.Inspect(a[0], inspect.Options{}) + " but got " +
			inspect.Inspect(name, inspect.Options{}) + " (" + exception.Message(raised, nil, lib.ExceptionOptions(self.Node())) + ")")
		wrong.Stack = x.Stack
		return nil, wrong
	}
	return raised, nil
}

func assertRaiseMessage(self *process.Process, a []term.Term) (term.Term, error) {
	raised, err := assertRaise(self, []term.Term{a[0], a[2]})
	if err != nil {
		return nil, err
	}
	message := term.Binary(exception.Message(raised, nil, lib.ExceptionOptions(self.Node())))
	fits := term.Same(message, a[1])
	if _, ok := a[1].(term.Binary); !ok {
		matched, err := code.Apply(self, term.Alias("Regex"), "match?", a[1], message)
		if err != nil {
			return nil, err
		}
		fits = truthy(matched)
	}
	if fits {
		return raised, nil
	}
	o := lib.InspectOptions(self.Node())
	_, err = claimed(false, false, term.Binary("Wrong message for "+inspect.Inspect(a[0], o)+"\nexpected:\n  "+inspect.Inspect(a[1], o)+
		"\nactual:\n  "+inspect.Inspect(message, o)))
	return nil, exception.In(err, exception.Frame{Module: assertions, Function: "assert_raise", Arity: 3, File: "lib/ex_unit/assertions.ex", Line: 743})
}

// difference is |a - b| as a term, and whether it is at most delta.
func difference(self *process.Process, a []term.Term) (text string, within bool, err error) {
	diff, err := code.Apply(self, "erlang", "-", a[0], a[1])
	if err != nil {
		return "", false, err
	}
	size, err := code.Apply(self, "erlang", "abs", diff)
	if err != nil {
		return "", false, err
	}
	return inspect.Inspect(size, inspect.Options{}), float(size) <= float(a[2]), nil
}

func float(t term.Term) float64 {
	switch n := t.(type) {
	case term.Int:
		return float64(n)
	case term.Float:
		return float64(n)
	}
	return math.NaN()
}

func assertInDelta(self *process.Process, a []term.Term) (term.Term, error) {
	text, within, err := difference(self, a)
	if err != nil {
		return nil, err
	}
	message := a[3]
	if message == term.Term(term.Nil) {
		message = term.Binary("Expected the difference between " + shown(a[0]) + " and " + shown(a[1]) +
			" (" + text + ") to be less than or equal to " + shown(a[2]))
	}
	return claimed(within, true, message)
}

func refuteInDelta(self *process.Process, a []term.Term) (term.Term, error) {
	text, within, err := difference(self, a)
	if err != nil {
		return nil, err
	}
	message := a[3]
	if message == term.Term(term.Nil) {
		message = term.Binary("Expected the difference between " + shown(a[0]) + " and " + shown(a[1]) +
			" (" + text + ") to be more than " + shown(a[2]))
	}
	return claimed(!within, false, message)
}

func shown(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }

func (u *Unit) inspect(t term.Term) string { return inspect.Inspect(t, u.config.Exception().Inspect) }

// notACase is the error of a test in a module without `use ExUnit.Case`.
func notACase(module term.Atom) error {
	return exception.New("RuntimeError", "cannot define test. Please make sure you have invoked \"use ExUnit.Case\" in the module "+shown(module))
}
