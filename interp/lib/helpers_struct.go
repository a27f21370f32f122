package lib

import "gex/runtime/term"

// StructName returns the module of a struct, and false for other maps.
func StructName(m *term.Map) (term.Atom, bool) { return structName(m) }
