package agent

import (
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// A function of an agent is a function value, or {module, function, args} that
// is called with the state in front of the arguments.

// MFA returns the form {module, function, args} of a function.
func MFA(module, function, args term.Term) term.Term { return term.Tuple{module, function, args} }

// Start starts an agent whose state is what fun returns; see genserver.Start.
func Start(self *process.Process, fun term.Term, o gen.Options) (term.PID, error) {
	define(self.Node())
	return genserver.Start(self, ServerModule, fun, o)
}

// StartLink is Start with a link to self.
func StartLink(self *process.Process, fun term.Term, o gen.Options) (term.PID, error) {
	define(self.Node())
	return genserver.StartLink(self, ServerModule, fun, o)
}

// Get returns what fun returns for the state. It blocks as a call does; timeout
// is nil for five seconds.
func Get(self *process.Process, agent, fun, timeout term.Term) (term.Term, error) {
	return genserver.Call(self, agent, term.Tuple{getAtom, fun}, timeout)
}

// Update makes what fun returns for the state the new state.
func Update(self *process.Process, agent, fun, timeout term.Term) error {
	_, err := genserver.Call(self, agent, term.Tuple{updateAtom, fun}, timeout)
	return err
}

// GetAndUpdate returns the first and keeps the second of the pair that fun
// returns for the state.
func GetAndUpdate(self *process.Process, agent, fun, timeout term.Term) (term.Term, error) {
	return genserver.Call(self, agent, term.Tuple{getAndUpdateAtom, fun}, timeout)
}

// Cast is Update that does not wait.
func Cast(self *process.Process, agent, fun term.Term) error {
	return genserver.Cast(self, agent, term.Tuple{castAtom, fun})
}

// Stop ends an agent; see genserver.Stop.
func Stop(self *process.Process, agent, reason, timeout term.Term) error {
	return genserver.Stop(self, agent, reason, timeout)
}
