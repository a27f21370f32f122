package gen

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

type globalKey struct{}

// globals returns the names of {:global, name}: any term to a pid. Names of
// the dead stay until somebody asks for them.
func globals(node *process.Node) *term.Map {
	if names, ok := node.Value(globalKey{}).(*term.Map); ok {
		return names
	}
	return term.NewMap()
}

// RegisterGlobal gives a live process a global name and reports whether that
// was possible, as global:register_name/2.
func RegisterGlobal(node *process.Node, name term.Term, pid term.PID) bool {
	if _, taken := WhereisGlobal(node, name); taken || process.Lookup(pid) == nil {
		return false
	}
	node.SetValue(globalKey{}, globals(node).Put(name, pid))
	return true
}

// UnregisterGlobal frees a global name.
func UnregisterGlobal(node *process.Node, name term.Term) {
	node.SetValue(globalKey{}, globals(node).Delete(name))
}

// WhereisGlobal returns the live process with a global name.
func WhereisGlobal(node *process.Node, name term.Term) (term.PID, bool) {
	value, ok := globals(node).Get(name)
	if !ok {
		return term.PID{}, false
	}
	pid := value.(term.PID)
	if process.Lookup(pid) == nil {
		UnregisterGlobal(node, name)
		return term.PID{}, false
	}
	return pid, true
}

// GlobalNames returns all global names in order, as global:registered_names/0.
func GlobalNames(node *process.Node) []term.Term {
	var names []term.Term
	for _, pair := range globals(node).Pairs() {
		if process.Lookup(pair.Value.(term.PID)) != nil {
			names = append(names, pair.Key)
		}
	}
	return names
}
