package eval

import (
	"errors"
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// This file puts the values of a comprehension into what into: says.

// collect puts the values of a for into a collectable.
func (m *machine) collect(values []term.Term, target term.Term, line int) (term.Term, error) {
	switch t := target.(type) {
	case term.EmptyList:
		return term.List(values...), nil
	case term.Binary, *term.Bits:
		return m.collectBits(values, t)
	case *term.Cons:
		m.warnNonEmpty()
		elements, _ := term.Slice(t)
		return term.List(slices.Concat(elements, values)...), nil
	case *term.Map:
		if _, ok := structName(t); !ok {
			return m.collectPairs(values, t)
		}
	}
	if !m.ev.table.Exports("Elixir.Enum", "into", 2) {
		return m.fail(line, noProtocol("Collectable", target))
	}
	collected, err := m.callNamed("Elixir.Enum", "into", []term.Term{term.List(values...), target}, line)
	var x *exception.Error
	if errors.As(err, &x) { // for itself calls the protocol
		x.Stack = slices.DeleteFunc(x.Stack, func(f exception.Frame) bool { return f.Function == "into_protocol" })
	}
	return collected, err
}

// halt tells a collectable of the session that nothing will be put into it.
func (m *machine) halt(target term.Term, line int) {
	name, ok := structName(target)
	impl := m.ev.table.Module("Elixir.Collectable." + term.Atom(strings.TrimPrefix(string(name), "Elixir.")))
	if !ok || impl == nil || impl.Language == code.Builtin {
		return
	}
	made, err := m.callNamed(impl.Name, "into", []term.Term{target}, line)
	if start, ok := made.(term.Tuple); ok && err == nil && len(start) == 2 {
		_, _ = code.Call(m.self, start[1], start[0], term.Atom("halt")) // what it returns is of no use
	}
}

// warnNonEmpty says what the protocol Collectable says of lists with elements.
func (m *machine) warnNonEmpty() {
	if m.ev.options.Warn != nil {
		m.ev.options.Warn(m.self, Warning{Message: exception.NonEmptyList, File: "(elixir 1.14.0) lib/collectable.ex", Line: 99,
			Place: "Collectable.List.into/1"})
	}
}

func (m *machine) collectPairs(values []term.Term, t *term.Map) (term.Term, error) {
	start := t
	for _, value := range values {
		pair, ok := value.(term.Tuple)
		if !ok || len(pair) != 2 {
			return m.fail(noFrame, notAPair(values, t, start, value))
		}
		t = t.Put(pair[0], pair[1])
	}
	return t, nil
}

// notAPair is the error of a map that is to be made of something else than
// pairs: an empty one is made at once, others pair by pair.
func notAPair(values []term.Term, made, start *term.Map, value term.Term) error {
	if start.Len() == 0 {
		return exception.Raise(term.Atom("badarg")).In(exception.Frame{
			Module: "maps", Function: "from_list", Args: []term.Term{term.List(values...)}, HasArgs: true})
	}
	return notCollected("Elixir.Collectable.Map", made, value, 166)
}

// notCollected is the error of a collectable that does not take a value.
func notCollected(module term.Atom, made, value term.Term, line int) error {
	const into = "-into/1-fun-0-"
	args := []term.Term{made, term.Tuple{term.Atom("cont"), value}}
	return exception.Raise(term.Atom("function_clause")).In(
		exception.Frame{Module: module, Function: into, Arity: 2, Args: args, HasArgs: true, File: "lib/collectable.ex", Line: line}, foldFrame)
}

func (m *machine) collectBits(values []term.Term, t term.Term) (term.Term, error) {
	var w bitWriter
	w.append(t)
	made := term.List(t) // as Elixir gathers the pieces
	for _, value := range values {
		if !w.append(value) {
			text, isText := t.(term.Binary)
			switch {
			case isText && text == "":
				return m.fail(noFrame, exception.ArgumentError("argument error: %s", show(value)).In(foldFrame))
			case isText:
				return m.fail(noFrame, notCollected("Elixir.Collectable.BitString", made, value, 125))
			}
			return m.fail(noFrame, notCollected("Elixir.Collectable.BitString", w.term(), value, 149))
		}
		made = &term.Cons{Head: made, Tail: value}
	}
	return w.term(), nil
}
