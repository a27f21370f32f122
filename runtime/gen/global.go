package gen

import (
	"gex/runtime/inspect"
	"gex/runtime/logger"
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
// was possible, as global:register_name/2. A process has one name: that it has
// another already is an error report.
func RegisterGlobal(self *process.Process, name term.Term, pid term.PID) bool {
	node := self.Node()
	if _, taken := WhereisGlobal(node, name); taken || process.Lookup(pid) == nil {
		return false
	}
	if others := namesOf(node, pid); len(others) > 0 {
		logger.Log(self, twoNames(pid, append([]term.Term{name}, others...)))
		return false
	}
	ReplaceGlobal(node, name, pid)
	return true
}

// ReplaceGlobal gives a live process a global name, whoever has it, as
// global:re_register_name/2; it may be one of many.
func ReplaceGlobal(node *process.Node, name term.Term, pid term.PID) {
	node.SetValue(globalKey{}, globals(node).Put(name, pid))
}

// namesOf returns the global names of a process.
func namesOf(node *process.Node, pid term.PID) []term.Term {
	var names []term.Term
	for _, pair := range globals(node).Pairs() {
		if pair.Value == term.Term(pid) {
			names = append(names, pair.Key)
		}
	}
	return names
}

// twoNames is the report of a process that was to get one more name.
func twoNames(pid term.PID, names []term.Term) logger.Report {
	format, list := "global: ~w registered under several names: ~tw\n", term.List(names...)
	return logger.Message{
		Level: logger.Error,
		Text:  "global: " + inspect.Inspect(pid, inspect.Options{}) + " registered under several names: " + inspect.Inspect(list, inspect.Options{}) + "\n",
		Data:  term.Tuple{term.Charlist(format), term.List(pid, list)},
		Words: logger.Words{Texts: []string{"global: ", " registered under several names: ", "\n"}, Terms: []term.Term{pid, list}}.Text,
	}
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
