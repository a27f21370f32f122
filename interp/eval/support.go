package eval

import (
	"strconv"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

const kernel = term.Atom("Elixir.Kernel")

// show is a term as inspect prints it, for error messages.
func show(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }

// toString is String.Chars.to_string/1.
func (m *machine) toString(value term.Term) (term.Term, error) {
	switch v := value.(type) {
	case term.Binary:
		return v, nil
	case term.Int:
		return term.Binary(strconv.FormatInt(int64(v), 10)), nil
	case *term.Big:
		return term.Binary(v.V.String()), nil
	case term.Atom:
		if v == term.Nil {
			return term.Binary(""), nil
		}
		return term.Binary(string(v)), nil
	case term.Float:
		return term.Binary(show(v)), nil
	}
	return m.toStringOutside(value)
}

// toStringOutside asks the library, which knows lists, structs and errors.
func (m *machine) toStringOutside(value term.Term) (term.Term, error) {
	const chars = term.Atom("Elixir.String.Chars")
	if impl := implName(chars, typeName(value)); m.ev.table.Exports(impl, "to_string", 1) {
		return m.callNamed(impl, "to_string", []term.Term{value}, 0)
	}
	if !m.ev.table.Exports(chars, "to_string", 1) {
		return nil, noProtocol("String.Chars", value)
	}
	text, err := m.callNamed(chars, "to_string", []term.Term{value}, 0)
	if err != nil {
		return nil, err
	}
	if _, ok := text.(term.Binary); !ok {
		return nil, noProtocol("String.Chars", value)
	}
	return text, nil
}

// noProtocol is the exception of a value that a protocol is not implemented for.
func noProtocol(protocol string, value term.Term) error {
	return exception.Raise(exception.Struct("Protocol.UndefinedError",
		term.Pair{Key: term.Atom("protocol"), Value: term.Alias(protocol)},
		term.Pair{Key: term.Atom("value"), Value: value},
		term.Pair{Key: term.Atom("description"), Value: term.Binary("")}))
}
