package lib

import (
	_ "embed" // the table in data
	"strings"
	"sync"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

//go:embed data/atoms.txt
var atomsText string

// firstAtoms are the atoms that there are when a shell begins, but for names of
// modules and functions.
var firstAtoms = sync.OnceValue(func() map[term.Atom]bool {
	atoms := map[term.Atom]bool{"": true}
	for line := range strings.Lines(atomsText) {
		atoms[term.Atom(strings.TrimSuffix(line, "\n"))] = true
	}
	for module, functions := range knownNames() {
		atoms[module] = true
		for name := range functions {
			atoms[term.Atom(name)] = true
		}
	}
	return atoms
})

// made notes that there is an atom from now on.
func made(self *process.Process, a term.Atom) term.Atom {
	if self != nil {
		code.Of(self.Node()).MakeAtoms(a)
	}
	return a
}

// exists reports whether there is an atom already.
func exists(self *process.Process, a term.Atom) bool {
	return self == nil || code.Of(self.Node()).HasAtom(a) || firstAtoms()[a]
}

func binaryToExisting(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok || !exists(self, term.Atom(s)) {
		return nil, badarg("erlang", "binary_to_existing_atom", a...)
	}
	return term.Atom(s), nil
}

func listToExisting(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := listText("list_to_existing_atom", a)
	if _, isCons := a[0].(*term.Cons); err != nil && isCons {
		return nil, refused("erlang", "list_to_existing_atom", a, "not a list of characters")
	} else if err != nil {
		return nil, err
	}
	if !exists(self, term.Atom(text)) {
		return nil, badarg("erlang", "list_to_existing_atom", a...)
	}
	return term.Atom(text), nil
}
