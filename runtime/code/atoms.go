package code

import "gex/runtime/term"

// MakeAtoms notes atoms that came into being since the node began: an atom is a
// name and needs no table to be one, but programs can ask whether there is one.
func (t *Table) MakeAtoms(names ...term.Atom) {
	for _, a := range names {
		t.atoms[a] = struct{}{}
	}
}

// HasAtom reports whether an atom was made, or names a module or a function of
// one.
func (t *Table) HasAtom(a term.Atom) bool {
	if _, made := t.atoms[a]; made || t.Module(a) != nil {
		return true
	}
	for _, m := range t.all() {
		for key := range m.Functions {
			if key.Name == string(a) {
				return true
			}
		}
	}
	return false
}
