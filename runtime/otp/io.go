package otp

import (
	"math/big"
	"strconv"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/term"
)

// IOModule is the module IO. It prints through the caller's group leader, and
// blocks until that has printed.
type IOModule struct{ api *API }

// IO returns the module IO.
func (a *API) IO() IOModule { return IOModule{a} }

const stdio = term.Atom("stdio")

// Puts prints a value and a newline. What is no string is converted as by
// to_string: atoms, numbers and chardata.
func (m IOModule) Puts(value Term) { m.Print(m.api.Text(value) + "\n") }

// Write prints a value without a newline.
func (m IOModule) Write(value Term) { m.Print(m.api.Text(value)) }

// Print prints the text as it is.
func (m IOModule) Print(text string) {
	must(ioserver.PutChars(m.api.self(), stdio, text))
}

// Inspect prints a value in Elixir's notation and a newline, and returns it.
func (m IOModule) Inspect(value Term) Term {
	m.Print(inspect.Inspect(ToTerm(value), inspect.Options{Pretty: true}) + "\n")
	return value
}

// Text returns a value as text as to_string does; a value without a text form
// raises Protocol.UndefinedError.
func (a *API) Text(value Term) string {
	switch t := ToTerm(value).(type) {
	case term.Binary:
		return string(t)
	case term.Atom:
		if t == term.Nil {
			return ""
		}
		return string(t)
	case term.Int:
		return strconv.FormatInt(int64(t), 10)
	case *term.Big:
		return new(big.Int).Set(t.V).String()
	case term.Float:
		return inspect.Inspect(t, inspect.Options{})
	case term.EmptyList, *term.Cons:
		if text, ok := ioserver.Chars(t); ok {
			return text
		}
	}
	panic(exception.Raise(exception.Struct("Protocol.UndefinedError",
		term.Pair{Key: term.Atom("protocol"), Value: term.Alias("String.Chars")},
		term.Pair{Key: term.Atom("value"), Value: ToTerm(value)},
		term.Pair{Key: term.Atom("description"), Value: term.Binary("")})))
}
