package lib

import "gex/runtime/term"

// Known returns the modules of Elixir 1.14 and OTP 25 with the arities of
// their functions and macros, whether gex has them or not. It must not be
// changed.
func Known() map[term.Atom]map[string][]int { return knownNames() }
