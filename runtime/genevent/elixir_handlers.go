package genevent

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Errors of requests about handlers.
var (
	notFound       = term.Tuple{term.ErrorAtom, term.Atom("not_found")}
	alreadyPresent = term.Tuple{term.ErrorAtom, term.Atom("already_present")}
)

// caught is what an exception of a callback becomes: {reason, stack} of an
// error, the bare reason of an exit. A throw is the value returned.
func (m *elixirManager) caught(err error, frames ...exception.Frame) (result, failure term.Term) {
	x := gen.Catch(err, m.exFrames(frames...)...)
	if x.Class == exception.ClassThrow {
		return x.Reason, nil
	}
	return nil, exception.ExitReason(x)
}

func badReturn(result term.Term) term.Term {
	return term.Tuple{term.Atom("bad_return_value"), result}
}

func failed(reason term.Term) term.Term { return term.Tuple{term.ErrorAtom, reason} }

// add installs a handler in front of the others and returns whether it asks
// to hibernate, and the reply. An owner is monitored before anything else, and
// stays so whatever becomes of the handler.
func (m *elixirManager) add(self *process.Process, name, args term.Term, owner term.PID) (bool, term.Term) {
	h := newHandler(splitName(name, nil))
	if owner.Identity != nil {
		h.owner, h.ref = owner, self.Monitor(owner)
	}
	if m.find(h.module, h.id) >= 0 {
		return false, alreadyPresent
	}
	var failure term.Term
	result, err := apply(self, name, "init", args)
	if err != nil {
		if result, failure = m.caught(err, ex("do_add_handler", 5, 787)); failure != nil {
			return false, failed(failure)
		}
	}
	state, hibernate, ok := okState(result)
	switch {
	case ok:
		h.state = state
		m.push(self, h, h.elixirName())
		return hibernate, term.OK
	case term.Tag(result, 2) == term.ErrorAtom:
		return false, result
	}
	return false, failed(badReturn(result))
}

// addStream installs a process as consumer of the events. Its handler is
// called {pid of the manager, reference of the monitor}.
func (m *elixirManager) addStream(self *process.Process, consumer, owner term.PID) term.Term {
	ref := self.Monitor(consumer)
	h := newHandler(streamModule, nil)
	h.owner, h.ref, h.stream, h.state = owner, ref, consumer, term.Tuple{consumer, ref}
	h.name = term.Tuple{self.PID(), ref}
	m.handlers = append([]*handler{h}, m.handlers...)
	m.streams++
	m.emit(self, process.EventHandlerAdd, h.name)
	return h.name
}

// remove removes a handler and returns what its terminate answered.
func (m *elixirManager) remove(self *process.Process, name, args, last, reason term.Term, frames ...exception.Frame) term.Term {
	i := m.index(self, name)
	if i < 0 {
		return notFound
	}
	return m.terminate(self, m.take(i), ending{args: args, last: last, reason: reason, frames: frames})
}

// swap replaces a handler by another one: c is {_, handler1, args1, handler2,
// args2, ...}.
func (m *elixirManager) swap(self *process.Process, c term.Tuple, owner term.PID) (bool, term.Term) {
	var supervisor term.Term = term.Nil
	if owner.Identity != nil {
		supervisor = owner
	}
	outcome := m.remove(self, c[1], c[2], swappedAtom, term.Tuple{swappedAtom, c[3], supervisor},
		ex("do_take_handler", 6, 815), ex("server_swap_handler", 7, 594))
	return m.add(self, c[3], term.Tuple{c[4], outcome}, owner)
}

// call calls handle_call of one handler and returns whether it asks to
// hibernate, and the reply.
func (m *elixirManager) call(self *process.Process, name, query term.Term) (bool, term.Term) {
	i := m.index(self, name)
	if i < 0 {
		return false, notFound
	}
	h := m.handlers[i]
	m.pair = [2]term.Term{query, h.state}
	result := &m.result
	err := h.call.CallResult(self, m.pair[:], result)
	if h.stream.Identity != nil {
		err = exception.Exit(term.Tuple{term.Atom("bad_call"), query})
	}
	var failure term.Term
	if err != nil {
		var thrown term.Term
		thrown, failure = m.caught(err, ex("server_call_update", 4, 725), ex("server_call", 4, 712))
		*result = code.ResultOf(thrown)
	}
	if reply, state, ok := result.Triple(term.OK); ok {
		h.state = state
		return false, reply
	}
	if r, ok := result.First.(term.Tuple); ok && len(r) == 4 && r[0] == term.Term(term.OK) && r[3] == term.Term(hibernateAtom) {
		h.state = r[2]
		return true, r[1]
	}
	m.take(i)
	if reply, ok := result.Pair(removeHandler); ok {
		m.terminate(self, h, ending{args: removeHandler, last: query, reason: term.Normal})
		return false, reply
	}
	if failure == nil {
		failure = badReturn(result.Term())
	}
	m.crash(self, h, failure, query)
	return false, failed(failure)
}

// notify calls handle_event, or handle_info, of each handler that is no
// stream, oldest first, and reports whether one of them asks to hibernate.
func (m *elixirManager) notify(self *process.Process, event term.Term, info bool) (hibernate bool) {
	lost := false
	for i := len(m.handlers) - 1; i >= 0; i-- {
		h := m.handlers[i]
		if h.stream.Identity != nil && !info {
			continue
		}
		o := m.update(self, h, event, info)
		hibernate = hibernate || o == hibernates
		if o == removed {
			m.handlers[i], lost = nil, true
		}
	}
	if lost {
		m.compact()
	}
	return hibernate
}

// compact drops the handlers that notify has removed.
func (m *elixirManager) compact() {
	var kept []*handler
	for _, h := range m.handlers {
		if h != nil {
			kept = append(kept, h)
		}
	}
	m.handlers = kept
}

// update calls a handler.
func (m *elixirManager) update(self *process.Process, h *handler, event term.Term, info bool) outcome {
	if info && h.stream.Identity != nil {
		return stays
	}
	err := m.react(self, h, event, info)
	if state, ok := m.result.Pair(term.OK); ok {
		h.state = state
		return stays
	}
	return m.updateRare(self, h, event, m.result.Term(), err, info)
}

// updateRare is update for all results but {:ok, state}.
func (m *elixirManager) updateRare(self *process.Process, h *handler, event, result term.Term, err error, info bool) outcome {
	var failure term.Term
	if err != nil {
		frames := []exception.Frame{ex("server_update", 5, 654), ex("server_notify", 7, 638)}
		if !info {
			frames = append(frames, ex("server_event", 4, 610))
		}
		result, failure = m.caught(err, frames...)
	}
	if state, hibernate, ok := okState(result); ok && failure == nil {
		h.state = state
		if hibernate {
			return hibernates
		}
		return stays
	}
	switch {
	case failure != nil:
	case result == term.Term(removeHandler):
		m.terminate(self, h, ending{args: removeHandler, last: event, reason: term.Normal})
		return removed
	default:
		failure = badReturn(result)
	}
	m.crash(self, h, failure, event)
	return removed
}

func (m *elixirManager) crash(self *process.Process, h *handler, failure, last term.Term) {
	m.emit(self, process.EventHandlerCrash, term.Tuple2(h.elixirName(), failure))
	m.terminate(self, h, ending{args: failed(failure), last: last, reason: failure})
}

// terminate calls terminate/2, reports the end to the owner and returns what
// terminate/2 returned.
func (m *elixirManager) terminate(self *process.Process, h *handler, e ending) term.Term {
	result := m.callTerminate(self, h, e)
	m.emit(self, process.EventHandlerRemove, term.Tuple2(h.elixirName(), e.args))
	if !quiet(e.reason) {
		m.log(self, h, e)
	}
	if h.ref != (term.Ref{}) {
		self.DemonitorFlush(h.ref)
	}
	if h.owned() {
		self.Send(h.owner, term.Tuple{term.Atom("gen_event_EXIT"), h.elixirName(), e.reason})
	}
	return result
}

func (m *elixirManager) callTerminate(self *process.Process, h *handler, e ending) term.Term {
	if h.stream.Identity != nil {
		m.streams--
		return term.OK
	}
	result, err := apply(self, h.module, "terminate", e.args, h.state)
	if err == nil {
		return result
	}
	result, failure := m.caught(err, append([]exception.Frame{ex("do_terminate", 5, 826)}, e.frames...)...)
	if failure != nil {
		return failed(failure)
	}
	return result
}

// log reports a crash in the words of Erlang.
func (m *elixirManager) log(self *process.Process, h *handler, e ending) {
	logger.Log(self, logger.GenEventHandlerTerminated{
		Handler:     h.elixirName(),
		Name:        m.name,
		LastMessage: e.last,
		State:       m.formatState(self, h, term.Atom("terminate")),
		Reason:      logger.ExplainUndef(self.Node(), e.reason),
	})
}
