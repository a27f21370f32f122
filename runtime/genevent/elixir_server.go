package genevent

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// elixirManager is the manager process of GenEvent.
type elixirManager struct {
	manager
	streams int // how many of the handlers are streams
}

func initElixir(o gen.Options) gen.Init {
	return func(self *process.Process, starter, parent term.PID) error {
		m := &elixirManager{manager: newManager(self, parent, o)}
		proclib.InitAck(self, starter, term.Tuple{term.OK, self.PID()})
		return process.Become(m)
	}
}

// WaitsIn returns GenEvent.fetch_msg/5.
func (m *elixirManager) WaitsIn() process.MFA {
	return m.System.WaitsIn(process.MFA{Module: elixirModule, Function: "fetch_msg", Arity: 5})
}

// HandleMessage handles one message of any kind.
func (m *elixirManager) HandleMessage(self *process.Process, message term.Term) error {
	m.wake(self)
	t, _ := message.(term.Tuple)
	if len(t) == 3 {
		if t[0] == term.Term(term.Atom("system")) {
			return m.system(self, t, m)
		}
		if reason, ok := m.IsParentExit(t); ok {
			return m.Terminate(self, reason)
		}
	}
	if m.Debugging() {
		m.trace(self, message)
	}
	return m.handle(self, message, t)
}

func (m *elixirManager) handle(self *process.Process, message term.Term, t term.Tuple) error {
	if len(t) == 2 && t[0] == term.Term(term.Atom("notify")) {
		m.line = exNotify
		return m.loop(self, m.event(self, async, t[1]))
	}
	if len(t) == 5 && t[0] == term.Term(downAtom) && t[2] == term.Term(term.Atom("process")) {
		return m.down(self, t)
	}
	if tag, command, ok := request(t); ok {
		if handled, err := m.command(self, tag, command); handled {
			return err
		}
	}
	m.line = exInfo
	return m.loop(self, m.notify(self, message, true))
}

// command carries out a request; it reports false if it is none.
func (m *elixirManager) command(self *process.Process, tag, command term.Term) (bool, error) {
	c, ok := command.(term.Tuple)
	switch {
	case ok && len(c) == 2:
		return m.eventCommand(self, tag, c)
	case ok:
		return m.handlerCommand(self, tag, c)
	case command == term.Term(term.Atom("which_handlers")):
		return true, m.reply(self, tag, m.names(), false)
	case command == term.Term(term.Atom("get_modules")):
		return true, m.reply(self, tag, m.modules(), false)
	}
	return false, nil
}

// eventCommand handles an event that is acknowledged.
func (m *elixirManager) eventCommand(self *process.Process, tag term.Term, c term.Tuple) (bool, error) {
	hibernate := false
	switch c[0] {
	case term.Term(async.tag()):
		m.line = exNotifyTagged
		hibernate = m.event(self, async, c[1])
	case term.Term(ack.tag()):
		m.line = exAckNotify
		if err := reply(self, tag, term.OK); err != nil {
			return true, m.fail(self, err)
		}
		hibernate = m.event(self, ack, c[1])
	case term.Term(synchronous.tag()):
		m.line = exSyncNotify
		return true, m.reply(self, tag, term.OK, m.event(self, synchronous, c[1]))
	default:
		return false, nil
	}
	return true, m.loop(self, hibernate)
}

// handlerCommand carries out a request about handlers.
func (m *elixirManager) handlerCommand(self *process.Process, tag term.Term, c term.Tuple) (bool, error) {
	var answer term.Term
	hibernate := false
	switch name := term.Tag(c, len(c)); {
	case name == "call" && len(c) == 3:
		m.line = exCall
		hibernate, answer = m.call(self, c[1], c[2])
	case name == "add_handler" && len(c) == 3:
		m.line = exAdd
		hibernate, answer = m.add(self, c[1], c[2], term.PID{})
	case name == "add_mon_handler" && len(c) == 4:
		m.line = exAddMon
		hibernate, answer = m.add(self, c[1], c[2], owner(c[3]))
	case name == "add_process_handler" && len(c) == 3:
		m.line = exAddProcess
		answer = m.addStream(self, owner(c[1]), owner(c[2]))
	case name == "delete_handler" && len(c) == 3:
		m.line = exRemove
		answer = m.remove(self, c[1], c[2], removeAtom, term.Normal, ex("do_take_handler", 6, 815))
	case name == "swap_handler" && len(c) == 5:
		m.line = exSwap
		hibernate, answer = m.swap(self, c, term.PID{})
	case name == "swap_mon_handler" && len(c) == 6:
		m.line = exSwapMon
		hibernate, answer = m.swap(self, c, owner(c[5]))
	default:
		return false, nil
	}
	return true, m.reply(self, tag, answer, hibernate)
}

func owner(t term.Term) term.PID {
	pid, _ := t.(term.PID)
	return pid
}

// reply answers a request. Unlike gen it sends to the process and never to an
// alias, so an answer that is late does arrive.
func reply(self *process.Process, tag, answer term.Term) error {
	t, ok := tag.(term.Tuple)
	if !ok || len(t) != 2 {
		return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: elixirModule, Function: "reply", File: "lib/gen_event.ex", Line: exReply, Args: []term.Term{tag, answer}, HasArgs: true,
		})
	}
	message := term.Tuple2(t[1], answer)
	switch to := t[0].(type) {
	case term.PID:
		if from, ok := gen.FromOf(to, t[1]); ok && self.Answer(from, answer) {
			return nil
		}
		self.Send(to, message)
		return nil
	case term.Ref:
		self.SendAlias(to, message)
		return nil
	case term.Atom:
		if self.SendName(to, message) {
			return nil
		}
	}
	return exception.BadArg("erlang", "send", t[0], message).In(ex("reply", 2, exReply))
}

// reply answers a request and goes on; an answer to nobody ends the manager.
func (m *elixirManager) reply(self *process.Process, tag, answer term.Term, hibernate bool) error {
	if err := reply(self, tag, answer); err != nil {
		return m.fail(self, err)
	}
	return m.loop(self, hibernate)
}

// fail ends the manager because of an error that it does not catch.
func (m *elixirManager) fail(self *process.Process, err error) error {
	return proclib.Exit(self, exception.As(err).In(ex("handle_msg", 5, m.line), proclib.Frame(m.woken)))
}

// Terminate ends the manager: its handlers terminate, newest first.
func (m *elixirManager) Terminate(self *process.Process, reason term.Term) error {
	for _, h := range m.handlers {
		m.terminate(self, h, ending{args: stopAtom, last: stopAtom, reason: shutdown})
	}
	return m.exit(self, reason)
}

// down removes the handler that a monitor belongs to; other DOWN messages are
// information for the handlers.
func (m *elixirManager) down(self *process.Process, down term.Tuple) error {
	ref, _ := down[1].(term.Ref)
	for i, h := range m.handlers {
		if h.ref == ref && ref != (term.Ref{}) {
			m.line = exDown
			m.take(i)
			m.terminate(self, h, ending{args: term.Tuple{stopAtom, down[4]}, last: downAtom, reason: shutdown})
			return m.loop(self, false)
		}
	}
	m.line = exInfoDown
	return m.loop(self, m.notify(self, down, true))
}

// elixirName is how a handler is called, and what get_state shows.
func (h *handler) elixirName() term.Term {
	switch {
	case h.stream.Identity != nil:
		return h.name
	case h.id == nil:
		return h.module
	}
	return term.Tuple{h.module, h.id}
}

func (m *elixirManager) names() term.Term {
	names := make([]term.Term, len(m.handlers))
	for i, h := range m.handlers {
		names[i] = h.elixirName()
	}
	return term.List(names...)
}
