package gen

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Tags of the forms of a name.
const (
	local  = term.Atom("local")
	global = term.Atom("global")
	via    = term.Atom("via")
	noproc = term.Atom("noproc")
)

// NameOption returns the form that Start takes for the option name: of Elixir:
// nil or an atom, {:global, term}, {:via, module, term}. Any other value
// raises ArgumentError.
func NameOption(option term.Term) (term.Term, error) {
	switch o := option.(type) {
	case nil:
		return nil, nil
	case term.Atom:
		if o == term.Nil {
			return nil, nil
		}
		return term.Tuple{local, o}, nil
	case term.Tuple:
		if term.Tag(o, 2) == global {
			return o, nil
		}
		if _, ok := viaModule(o); ok {
			return o, nil
		}
	}
	return nil, exception.ArgumentError("expected :name option to be one of the following:\n\n"+
		"  * nil\n  * atom\n  * {:global, term}\n  * {:via, module, term}\n\nGot: %s\n",
		inspect.Inspect(option, inspect.Options{}))
}

func viaModule(t term.Tuple) (term.Atom, bool) {
	if term.Tag(t, 3) != via {
		return "", false
	}
	module, ok := t[1].(term.Atom)
	return module, ok
}

// nameTag returns local, global or via for a tuple of that form, else "".
func nameTag(t term.Tuple) term.Atom {
	switch tag := term.Tag(t, len(t)); {
	case len(t) == 2 && (tag == local || tag == global):
		return tag
	case len(t) == 3 && tag == via:
		return tag
	}
	return ""
}

// Where returns the process that has the name {:local, n}, {:global, n} or
// {:via, m, n}, and whether there is one. It may block in the code of m.
func Where(self *process.Process, name term.Term) (term.PID, bool, error) {
	t, _ := name.(term.Tuple)
	switch nameTag(t) {
	case local:
		return whereLocal(self, t[1])
	case global:
		pid, ok := WhereisGlobal(self.Node(), t[1])
		return pid, ok, nil
	case via:
		return whereVia(self, t)
	}
	return term.PID{}, false, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "gen", Function: "where", File: "gen.erl", Line: lineWhereClauses, Args: []term.Term{name}, HasArgs: true,
	})
}

func whereLocal(self *process.Process, name term.Term) (term.PID, bool, error) {
	atom, ok := name.(term.Atom)
	if !ok {
		return term.PID{}, false, exception.BadArg("erlang", "whereis", name).In(frame("where", 1, lineWhereLocal))
	}
	if p := self.Node().Whereis(atom); p != nil {
		return p.PID(), true, nil
	}
	return term.PID{}, false, nil
}

func whereVia(self *process.Process, t term.Tuple) (term.PID, bool, error) {
	module, ok := viaModule(t)
	if !ok {
		return term.PID{}, false, exception.BadArg("erlang", "apply", t[1], term.Atom("whereis_name"), term.List(t[2])).In(frame("where", 1, lineWhereVia))
	}
	found, err := code.Apply(self, module, "whereis_name", t[2])
	if err != nil {
		return term.PID{}, false, err
	}
	pid, ok := found.(term.PID)
	return pid, ok, nil
}

// register gives the calling process its name; it returns the process that
// already has it if that is not possible.
func register(self *process.Process, name term.Term) (taken term.Term, err error) {
	t, _ := name.(term.Tuple)
	ok := false
	switch nameTag(t) {
	case local:
		atom, isAtom := t[1].(term.Atom)
		ok = isAtom && self.Node().Register(atom, self.PID())
	case global:
		ok = RegisterGlobal(self, t[1], self.PID())
	case via:
		if ok, err = registerVia(self, t); err != nil {
			return nil, err
		}
	}
	if ok {
		return nil, nil
	}
	pid, found, err := Where(self, name)
	if !found {
		return term.Undefined, err
	}
	return pid, err
}

func registerVia(self *process.Process, t term.Tuple) (bool, error) {
	module, ok := viaModule(t)
	if !ok {
		return false, exception.Raise(term.Atom("badarg"))
	}
	answer, err := code.Apply(self, module, "register_name", t[2], self.PID())
	return answer == term.Term(term.Atom("yes")), err
}

// Unregister frees the name of the calling process, given in the form that
// Start took; nil is none.
func Unregister(self *process.Process, name term.Term) error {
	t, _ := name.(term.Tuple)
	switch nameTag(t) {
	case local:
		if atom, ok := t[1].(term.Atom); ok {
			self.Node().Unregister(atom)
		}
	case global:
		UnregisterGlobal(self.Node(), t[1])
	case via:
		if module, ok := viaModule(t); ok {
			_, err := code.Apply(self, module, "unregister_name", t[2])
			return err
		}
	}
	return nil
}

// Bare returns what a server calls itself: the last part of the form that
// Start took, or the pid for nil.
func Bare(self *process.Process, name term.Term) term.Term {
	if t, ok := name.(term.Tuple); ok {
		return t[len(t)-1]
	}
	return self.PID()
}

// SendTuple sends a message to the process that a tuple names, {:global, name},
// {:via, module, name} or {name, node}, and does not wait. It reports whether
// the tuple has such a form, not whether there is a process: as for a cast and
// for an event, nothing fails if there is none or the registry does.
func SendTuple(self *process.Process, to term.Tuple, message process.Envelope) bool {
	switch {
	case term.Tag(to, 2) == global:
		if pid, ok := WhereisGlobal(self.Node(), to[1]); ok {
			self.SendEnvelope(pid, message)
		}
		return true
	case term.Tag(to, 3) == via:
		if module, ok := to[1].(term.Atom); ok {
			_, _ = code.Apply(self, module, "send", to[2], message.Message())
		}
		return true
	case len(to) == 2:
		name, isName := to[0].(term.Atom)
		node, isNode := to[1].(term.Atom)
		if isName && node == self.Node().Name() {
			self.SendEnvelopeName(name, message)
		}
		return isName && isNode
	}
	return false
}
