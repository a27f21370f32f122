package genevent

import (
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// Module is what get_status shows.
func (m *elixirManager) Module() term.Atom { return elixirModule }

// GetState returns {module, name, state} of each handler.
func (m *elixirManager) GetState(self *process.Process) (term.Term, error) {
	states := make([]term.Term, len(m.handlers))
	for i, h := range m.handlers {
		states[i] = term.Tuple{h.module, h.elixirName(), h.state}
	}
	return term.List(states...), nil
}

// ReplaceState applies fun to {module, name, state} of each handler.
func (m *elixirManager) ReplaceState(self *process.Process, fun term.Term) (term.Term, error) {
	id := func(h *handler) term.Term { return h.elixirName() }
	return m.replaceStates(id, func(t term.Term) (term.Term, error) { return code.Call(self, fun, t) }), nil
}

// ChangeCode calls code_change of the handlers of a module.
func (m *elixirManager) ChangeCode(self *process.Process, module term.Atom, oldVsn, extra term.Term) term.Term {
	return m.changeCode(self, module, oldVsn, extra, m.Module(), m.exChangeCode)
}

// FormatStatus returns header, data and items of get_status.
func (m *elixirManager) FormatStatus(self *process.Process, status sys.Status) (term.Term, error) {
	items := make([]term.Term, len(m.handlers))
	for i, h := range m.handlers {
		var pid, ref term.Term = term.Nil, term.Nil
		if h.owned() {
			pid = h.owner
		}
		if h.ref != (term.Ref{}) {
			ref = h.ref
		}
		state := m.formatState(self, h, term.Normal)
		items[i] = term.Tuple{term.Atom("handler"), h.module, h.elixirName(), state, pid, ref}
	}
	data := term.List(
		term.Tuple{term.Charlist("Status"), status.State},
		term.Tuple{term.Charlist("Parent"), m.Parent})
	return statusList(m.name, data, items), nil
}

// formatState returns what format_status/2 makes of a handler's state; there
// is no format_status/1 in GenEvent.
func (m *elixirManager) formatState(self *process.Process, h *handler, option term.Atom) term.Term {
	if !code.Of(self.Node()).Exports(h.module, "format_status", 2) {
		return h.state
	}
	state, err := apply(self, h.module, "format_status", option, term.List(sys.Dictionary(self), h.state))
	if err != nil {
		return h.state
	}
	return state
}

// trace tells the debug options about a message.
func (m *elixirManager) trace(self *process.Process, message term.Term) {
	m.Debug = sys.HandleDebug(self, m.Debug, elixirPrinter, m.name, term.Tuple{term.Atom("in"), message})
}

// elixirPrinter prints an event of a manager, in Elixir's notation.
var elixirPrinter = &term.Fun{
	Module: elixirModule, Name: "print_event", Arity: 3, External: true,
	Code: process.Func(func(self *process.Process, args []term.Term) (term.Term, error) {
		return term.OK, ioserver.PutChars(self, args[0], elixirEvent(args[1], args[2]))
	}),
}

// elixirEvent is the line that is printed about an event.
func elixirEvent(event, name term.Term) string {
	text := func(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }
	prefix := "*DBG* " + text(name)
	message, ok := inMessage(event)
	if !ok {
		return prefix + ": " + text(event) + "\n"
	}
	t, _ := message.(term.Tuple)
	if term.Tag(t, 2) == "notify" {
		return prefix + " got event " + text(t[1]) + "\n"
	}
	if _, command, ok := request(t); ok && term.Tag(command, 3) == "call" {
		c := command.(term.Tuple)
		return prefix + " (handler " + text(c[1]) + ") got call " + text(c[2]) + "\n"
	}
	return prefix + " got " + text(message) + "\n"
}
