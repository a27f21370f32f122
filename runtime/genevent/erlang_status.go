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
func (m *erlangManager) Module() term.Atom { return "gen_event" }

// GetState returns {module, id, state} of each handler.
func (m *erlangManager) GetState(*process.Process) (term.Term, error) {
	states := make([]term.Term, len(m.handlers))
	for i, h := range m.handlers {
		states[i] = term.Tuple{h.module, h.id, h.state}
	}
	return term.List(states...), nil
}

// ReplaceState applies fun to {module, id, state} of each handler.
func (m *erlangManager) ReplaceState(self *process.Process, fun term.Term) (term.Term, error) {
	id := func(h *handler) term.Term { return h.id }
	return m.replaceStates(id, func(t term.Term) (term.Term, error) { return code.Call(self, fun, t) }), nil
}

// ChangeCode calls code_change of the handlers of a module.
func (m *erlangManager) ChangeCode(self *process.Process, module term.Atom, oldVsn, extra term.Term) term.Term {
	return m.changeCode(self, module, oldVsn, extra, m.Module(), m.erlChangeCode)
}

// FormatStatus returns header, data and items of get_status.
func (m *erlangManager) FormatStatus(self *process.Process, status sys.Status) (term.Term, error) {
	logs := sys.GetLog(m.Debug)
	items := make([]term.Term, len(m.handlers))
	for i, h := range m.handlers {
		formatted := sys.FormatCallback(self, h.module, term.Normal, term.NewMap(
			term.Pair{Key: term.Atom("log"), Value: logs},
			term.Pair{Key: term.Atom("state"), Value: h.state},
		), term.List(status.Dictionary, h.state))
		logs, _ = formatted.Get(term.Atom("log"))
		state, _ := sys.FormattedState(formatted)
		var supervised term.Term = term.False
		if h.owned() {
			supervised = h.owner
		}
		items[i] = term.Tuple{term.Atom("handler"), h.module, h.id, state, supervised}
	}
	data := term.List(
		term.Tuple{term.Charlist("Status"), status.State},
		term.Tuple{term.Charlist("Logged Events"), logs},
		term.Tuple{term.Charlist("Parent"), m.Parent})
	return statusList(m.name, data, items), nil
}

// statusList is what both flavours show of themselves.
func statusList(name, data term.Term, items []term.Term) term.Term {
	return term.Keyword(
		term.Pair{Key: term.Atom("header"), Value: sys.Header("Status for event handler", name)},
		term.Pair{Key: term.Atom("data"), Value: data},
		term.Pair{Key: term.Atom("items"), Value: term.Tuple{term.Charlist("Installed handlers"), term.List(items...)}})
}

// trace tells the debug options about a message.
func (m *erlangManager) trace(self *process.Process, message term.Term) {
	m.Debug = sys.HandleDebug(self, m.Debug, erlangPrinter, m.name, term.Tuple{term.Atom("in"), message})
}

// erlangPrinter prints an event of a manager, in Erlang's notation.
var erlangPrinter = &term.Fun{
	Module: "gen_event", Name: "-fun.print_event/3-", Arity: 3, Unique: 61132976, Place: ":gen_event.print_event",
	Code: process.Func(func(self *process.Process, args []term.Term) (term.Term, error) {
		return term.OK, ioserver.PutChars(self, args[0], erlangEvent(args[1], args[2]))
	}),
}

// erlangEvent is the line that is printed about an event.
func erlangEvent(event, name term.Term) string {
	line := inspect.ErlangText("*DBG* ").Term(name)
	message, ok := inMessage(event)
	if !ok {
		return line.Text(" : ").Term(event).End()
	}
	t, _ := message.(term.Tuple)
	if term.Tag(t, 2) == "notify" {
		return line.Text(" got event ").Term(t[1]).End()
	}
	if _, command, ok := request(t); ok && term.Tag(command, 3) == "call" {
		c := command.(term.Tuple)
		return line.Text("(").Term(c[1]).Text(") got call ").Term(c[2]).End()
	}
	return line.Text(" got ").Term(message).End()
}

// inMessage returns the message of an event {in, message}.
func inMessage(event term.Term) (term.Term, bool) {
	if term.Tag(event, 2) != "in" {
		return nil, false
	}
	return event.(term.Tuple)[1], true
}
