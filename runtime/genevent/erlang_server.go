package genevent

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// erlangManager is the manager process of gen_event.
type erlangManager struct{ manager }

// initErlang is the init of a manager of gen_event with the options.
func initErlang(o gen.Options) gen.Init {
	return func(self *process.Process, starter, parent term.PID) error {
		self.SetTrapExit(true)
		m := &erlangManager{newManager(self, parent, o)}
		proclib.InitAck(self, starter, term.Tuple{term.OK, self.PID()})
		if m.idle > 0 {
			self.SetIdleTimeout(m.idle)
		}
		return process.Become(m)
	}
}

// WaitsIn returns gen_event:fetch_msg/6.
func (m *erlangManager) WaitsIn() process.MFA {
	return m.System.WaitsIn(process.MFA{Module: "gen_event", Function: "fetch_msg", Arity: 6})
}

// HandleMessage handles one message of any kind.
func (m *erlangManager) HandleMessage(self *process.Process, message term.Term) error {
	m.wake(self)
	t, _ := message.(term.Tuple)
	if len(t) == 3 {
		if reason, ok := m.IsParentExit(t); ok {
			return m.Terminate(self, reason)
		}
		if t[0] == term.Term(term.Atom("system")) {
			return m.system(self, t, m)
		}
	}
	if m.Debugging() {
		m.trace(self, message)
	}
	return m.handle(self, message, t)
}

// handle handles a message that is neither a system message nor the end of
// the parent; t is the message if it is a tuple.
func (m *erlangManager) handle(self *process.Process, message term.Term, t term.Tuple) error {
	if len(t) == 2 && t[0] == term.Term(term.Atom("notify")) {
		m.line = erlNotify
		return m.loop(self, m.notify(self, t[1], false))
	}
	if len(t) == 3 && t[0] == term.Term(term.Atom("EXIT")) {
		m.line = erlExit
		m.handleExit(self, t)
		return m.loop(self, false)
	}
	if tag, command, ok := request(t); ok {
		if handled, err := m.command(self, tag, command); handled {
			return err
		}
	}
	m.line = erlInfo
	return m.loop(self, m.notify(self, message, true))
}

// command carries out a request; it reports false if it is none.
func (m *erlangManager) command(self *process.Process, tag, command term.Term) (bool, error) {
	c, ok := command.(term.Tuple)
	if !ok {
		return m.atomCommand(self, tag, command.(term.Atom))
	}
	var reply term.Term
	hibernate := false
	switch name := term.Tag(c, len(c)); {
	case name == "sync_notify" && len(c) == 2:
		m.line = erlSyncNotify
		hibernate, reply = m.notify(self, c[1], false), term.OK
	case name == "call" && len(c) == 3:
		m.line = erlCall
		hibernate, reply = m.call(self, c[1], c[2])
	case name == "add_handler" && len(c) == 3:
		m.line = erlAdd
		hibernate, reply = m.add(self, c[1], c[2], term.PID{})
	case name == "add_sup_handler" && len(c) == 4:
		m.line = erlAddSup
		hibernate, reply = m.addSupervised(self, c[1], c[2], c[3])
	case name == "delete_handler" && len(c) == 3:
		m.line = erlDelete
		reply = m.delete(self, c[1], c[2])
	case name == "swap_handler" && len(c) == 5:
		m.line = erlSwap
		hibernate, reply = m.swap(self, c, term.PID{})
	case name == "swap_sup_handler" && len(c) == 6:
		m.line = erlSwapSup
		owner, _ := c[5].(term.PID)
		hibernate, reply = m.swap(self, c, owner)
	default:
		return false, nil
	}
	return true, m.reply(self, tag, reply, hibernate)
}

func (m *erlangManager) atomCommand(self *process.Process, tag term.Term, command term.Atom) (bool, error) {
	switch command {
	case "which_handlers":
		m.line = erlWhich
		return true, m.reply(self, tag, m.names(), false)
	case "get_modules":
		m.line = erlModules
		return true, m.reply(self, tag, m.modules(), false)
	case stopAtom:
		m.stopHandlers(self)
		_ = gen.Reply(self, tag, term.OK) // like the end, it is caught
		return true, exception.Exit(term.Normal)
	}
	return false, nil
}

// reply answers a request and goes on; an answer to nobody ends the manager.
func (m *erlangManager) reply(self *process.Process, tag, reply term.Term, hibernate bool) error {
	if m.broken == nil {
		if err := gen.Reply(self, tag, reply); err != nil {
			m.broken = exception.As(err).In(m.erlFrames()...)
		}
	}
	return m.loop(self, hibernate)
}

// Terminate ends the manager: its handlers terminate, newest first, and it is
// unlinked from those who supervised them, except its parent.
func (m *erlangManager) Terminate(self *process.Process, reason term.Term) error {
	m.stopHandlers(self)
	for _, h := range m.handlers {
		if h.owned() && h.owner != m.Parent {
			self.Unlink(h.owner)
		}
	}
	return m.exit(self, reason, erl("terminate_server", 4, 580))
}

func (m *erlangManager) stopHandlers(self *process.Process) {
	for _, h := range m.handlers {
		m.terminate(self, h, ending{args: stopAtom, state: h.state, last: stopAtom, reason: shutdown})
	}
}

// handleExit terminates the handlers that a process supervised, then tells
// the others.
func (m *erlangManager) handleExit(self *process.Process, exit term.Tuple) {
	pid, _ := exit[1].(term.PID)
	var left []*handler
	for _, h := range m.handlers {
		if !h.owned() || h.owner != pid {
			left = append(left, h)
			continue
		}
		m.terminate(self, h, ending{
			args:   term.Tuple{stopAtom, exit[2]},
			state:  h.state,
			last:   term.Tuple{term.Atom("parent_terminated"), term.Tuple{pid, exit[2]}},
			reason: shutdown,
		})
	}
	m.handlers = left
	m.notify(self, exit, true)
}

// handlerName is how a handler is called: module or {module, id}.
func (h *handler) erlangName() term.Term {
	if h.id == term.Term(term.False) {
		return h.module
	}
	return term.Tuple{h.module, h.id}
}

func (m *erlangManager) names() term.Term {
	names := make([]term.Term, len(m.handlers))
	for i, h := range m.handlers {
		names[i] = h.erlangName()
	}
	return term.List(names...)
}

// add installs a handler in front of the others and returns whether it asks
// to hibernate, and the reply.
func (m *erlangManager) add(self *process.Process, name, args term.Term, owner term.PID, frames ...exception.Frame) (bool, term.Term) {
	result, err := apply(self, name, "init", args)
	if err != nil {
		result = exception.Caught(gen.Catch(err, m.erlFrames(append([]exception.Frame{erl("server_add_handler", 4, 698)}, frames...)...)...))
	}
	state, hibernate, ok := okState(result)
	if !ok {
		return false, result
	}
	h := newHandler(splitName(name, term.False))
	h.state, h.owner = state, owner
	m.push(self, h, h.erlangName())
	return hibernate, term.OK
}

// okState reads {:ok, state} and {:ok, state, :hibernate}.
func okState(result term.Term) (state term.Term, hibernate, ok bool) {
	r, isTuple := result.(term.Tuple)
	if !isTuple || len(r) < 2 || r[0] != term.Term(term.OK) {
		return nil, false, false
	}
	switch {
	case len(r) == 2:
		return r[1], false, true
	case len(r) == 3 && r[2] == term.Term(hibernateAtom):
		return r[1], true, true
	}
	return nil, false, false
}

// addSupervised links to the supervisor before anything else; the link is
// never taken back while the manager lives.
func (m *erlangManager) addSupervised(self *process.Process, name, args, owner term.Term) (bool, term.Term) {
	pid, _ := owner.(term.PID)
	return m.addOwned(self, name, args, pid)
}

func (m *erlangManager) addOwned(self *process.Process, name, args term.Term, owner term.PID, frames ...exception.Frame) (bool, term.Term) {
	if owner.Identity == nil {
		return m.add(self, name, args, owner, frames...)
	}
	if err := self.Link(owner); err != nil {
		return false, exception.Caught(err)
	}
	return m.add(self, name, args, owner, frames...)
}

func (m *erlangManager) delete(self *process.Process, name, args term.Term) term.Term {
	i := m.find(splitName(name, term.False))
	if i < 0 {
		return term.Tuple{term.ErrorAtom, term.Atom("module_not_found")}
	}
	h := m.take(i)
	return m.terminate(self, h, ending{args: args, state: h.state, last: term.Atom("delete"), reason: term.Normal,
		frames: []exception.Frame{erl("server_delete_handler", 4, 729)}})
}

// swap replaces a handler by another one: c is {_, handler1, args1, handler2,
// args2, ...}. Without an owner the new handler keeps the old one's.
func (m *erlangManager) swap(self *process.Process, c term.Tuple, owner term.PID) (bool, term.Term) {
	arity, lineTerminate, lineInit := 6, 740, 742
	if owner.Identity != nil {
		arity, lineTerminate, lineInit = 7, 750, 752
	}
	var outcome term.Term = term.ErrorAtom
	if i := m.find(splitName(c[1], term.False)); i >= 0 {
		h := m.take(i)
		if owner.Identity == nil {
			owner = h.owner
		}
		outcome = m.terminate(self, h, ending{args: c[2], state: h.state, last: swappedAtom, reason: swappedTo(c[3], owner),
			frames: []exception.Frame{erl("split_and_terminate", 6, 772), erl("server_swap_handler", arity, lineTerminate)}})
	}
	hibernate, reply := m.addOwned(self, c[3], term.Tuple{c[4], outcome}, owner, erl("server_swap_handler", arity, lineInit))
	if reply != term.Term(term.OK) {
		reply = term.Tuple{term.ErrorAtom, reply}
	}
	return hibernate, reply
}

// swappedTo is the reason {swapped, new handler, supervisor or false}.
func swappedTo(name term.Term, owner term.PID) term.Term {
	var supervisor term.Term = term.False
	if owner.Identity != nil {
		supervisor = owner
	}
	return term.Tuple{swappedAtom, name, supervisor}
}
