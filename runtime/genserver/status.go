package genserver

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// system handles a system message.
func (s *server) system(self *process.Process, message term.Tuple) error {
	err := s.Handle(self, message, s)
	if err == nil && s.next == term.Term(hibernateAtom) {
		self.SetHibernated(true)
	}
	return err
}

// Module is what get_status shows.
func (s *server) Module() term.Atom { return "gen_server" }

// Continue goes on waiting as before a system message.
func (s *server) Continue(self *process.Process) error { return s.loop(self, s.next) }

// Terminate ends the server on request.
func (s *server) Terminate(self *process.Process, reason term.Term) error {
	s.handling, s.from = process.Envelope{Body: term.Empty}, nil
	return s.end(self, s.exit(reason, systemTerminate), false)
}

// GetState returns the state.
func (s *server) GetState(*process.Process) (term.Term, error) { return s.state, nil }

// ReplaceState applies fun to the state.
func (s *server) ReplaceState(self *process.Process, fun term.Term) (term.Term, error) {
	state, err := code.Call(self, fun, s.state)
	if err == nil {
		s.state = state
	}
	return state, err
}

// ChangeCode calls code_change of the callback module.
func (s *server) ChangeCode(self *process.Process, _ term.Atom, oldVsn, extra term.Term) term.Term {
	answer, err := code.Apply(self, s.module, "code_change", oldVsn, s.state, extra)
	switch {
	case err != nil:
		return exception.Caught(s.catch(err, changeCodeFrames))
	case term.Tag(answer, 2) != term.OK:
		return answer
	}
	s.state = answer.(term.Tuple)[1]
	return nil
}

// FormatStatus returns header and data of get_status.
func (s *server) FormatStatus(self *process.Process, status sys.Status) (term.Term, error) {
	formatted := sys.FormatCallback(self, s.module, term.Normal, term.NewMap(
		term.Pair{Key: term.Atom("state"), Value: s.state},
		term.Pair{Key: term.Atom("log"), Value: sys.GetLog(s.Debug)},
	), term.List(status.Dictionary, s.state))
	logs, _ := formatted.Get(term.Atom("log"))
	data := term.List(
		term.Tuple{term.Charlist("Status"), status.State},
		term.Tuple{term.Charlist("Parent"), s.Parent},
		term.Tuple{term.Charlist("Logged events"), logs})
	return term.ListWithTail([]term.Term{
		term.Tuple{term.Atom("header"), sys.Header("Status for generic server", s.name)},
		term.Tuple{term.Atom("data"), data},
	}, stateItems(formatted)), nil
}

// stateItems are the last items of the status.
func stateItems(formatted *term.Map) term.Term {
	state, done := sys.FormattedState(formatted)
	if failure, failed := sys.FormatFailure(formatted); failed {
		state = failure
	} else if done {
		if term.IsList(state) {
			return state
		}
		return term.List(state)
	}
	return term.List(term.Tuple{term.Atom("data"), term.List(term.Tuple{term.Charlist("State"), state})})
}

// trace tells the debug options about an event.
func (s *server) trace(self *process.Process, event term.Term) {
	s.Debug = sys.HandleDebug(self, s.Debug, printer, s.name, event)
}

// printer prints an event of a server.
var printer = &term.Fun{
	Module: "gen_server", Name: "-fun.print_event/3-", Arity: 3, Unique: 31435321, Place: ":gen_server.print_event",
	Code: process.Func(func(self *process.Process, args []term.Term) (term.Term, error) {
		return term.OK, ioserver.PutChars(self, args[0], eventLine(args[1], args[2]))
	}),
}

// eventLine is the line that is printed about an event.
func eventLine(event, name term.Term) string {
	line := inspect.ErlangText("*DBG* ").Term(name)
	e, _ := event.(term.Tuple)
	switch {
	case term.Tag(e, 2) == "in":
		return messageLine(line, e[1])
	case term.Tag(e, 4) == "out":
		to, _ := e[2].(term.Tuple)
		return line.Text(" sent ").Term(e[1]).Text(" to ").Flat(to[0]).Text(", new state ").Term(e[3]).End()
	case term.Tag(e, 2) == noreplyAtom:
		return line.Text(" new state ").Term(e[1]).End()
	}
	return line.Text(" dbg  ").Term(event).End()
}

func messageLine(line inspect.ErlangText, message term.Term) string {
	m, _ := message.(term.Tuple)
	switch {
	case term.Tag(m, 3) == callTag:
		from, _ := m[1].(term.Tuple)
		return line.Text(" got call ").Term(m[2]).Text(" from ").Flat(from[0]).End()
	case term.Tag(m, 2) == castTag:
		return line.Text(" got cast ").Term(m[1]).End()
	}
	return line.Text(" got ").Term(message).End()
}

// Callbacks returns the module whose callbacks a process that is a GenServer
// calls, and whether it is one. It asks nobody, so that those who observe may
// call it.
func Callbacks(p *process.Process) (term.Atom, bool) {
	s, ok := p.Server().(*server)
	if !ok {
		return "", false
	}
	return s.module, true
}
