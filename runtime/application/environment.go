package application

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// Env returns a value of the environment of an application, which need not be
// loaded.
func Env(node *process.Node, name, key term.Term) (term.Term, bool) {
	return of(node).env.Get(term.Tuple{name, key})
}

// PutEnv sets a value of an environment.
func PutEnv(node *process.Node, name, key, value term.Term) {
	c := of(node)
	c.env = c.env.Put(term.Tuple{name, key}, value)
}

// DeleteEnv removes a value of an environment.
func DeleteEnv(node *process.Node, name, key term.Term) {
	c := of(node)
	c.env = c.env.Delete(term.Tuple{name, key})
}

// AllEnv returns the environment of an application as a keyword list.
func AllEnv(node *process.Node, name term.Term) term.Term {
	var list []term.Term
	for _, p := range of(node).env.Pairs() {
		if key := p.Key.(term.Tuple); term.Same(key[0], name) {
			list = append(list, term.Tuple{key[1], p.Value})
		}
	}
	return term.List(list...)
}
