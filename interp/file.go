package interp

import (
	"gex/runtime/exception"
	"gex/runtime/term"
)

// refusal is the reason for which a file cannot be read, or "" for errors of
// other kinds.
func refusal(err error) term.Atom {
	if err == nil {
		return ""
	}
	raised, ok := exception.As(err).Reason.(*term.Map)
	if !ok {
		return ""
	}
	name, _ := raised.Get(term.Atom("__struct__"))
	reason, _ := raised.Get(term.Atom("reason"))
	atom, ok := reason.(term.Atom)
	if !ok || name != term.Term(term.Alias("File.Error")) {
		return ""
	}
	return atom
}
