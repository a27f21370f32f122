package genevent

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// notify calls handle_event, or handle_info, of each handler, newest first,
// and reports whether one of them asks to hibernate.
func (m *erlangManager) notify(self *process.Process, event term.Term, info bool) (hibernate bool) {
	handlers := m.handlers
	var frames notifyFrames
	next, kept := 0, 0
	for {
		from := next
		err := m.reactAll(self, handlers, event, info, &next)
		kept += copy(handlers[kept:], handlers[from:next])
		if next > from {
			frames.stayed(stays)
		}
		if next == len(handlers) {
			break
		}
		h, outcome := m.update(self, handlers[next], event, m.result.Term(), err, &frames)
		next++
		if m.broken != nil {
			return false
		}
		if outcome == removed {
			continue
		}
		hibernate = hibernate || outcome == hibernates
		frames.stayed(outcome)
		handlers[kept] = h
		kept++
	}
	clear(handlers[kept:])
	m.handlers = handlers[:kept]
	return hibernate
}

// outcome says what became of a handler.
type outcome uint8

const (
	stays outcome = iota
	hibernates
	removed
)

// notifyFrames are the frames of server_notify/4, which calls itself for the
// rest of the list, after a handler that hibernates from another line. The
// Erlang machine shows equal frames in a row as one, so that the two alternate.
type notifyFrames struct {
	count int
	last  int // the line of the innermost one
}

func (f *notifyFrames) stayed(o outcome) {
	line := erlAfterOK
	if o == hibernates {
		line = erlAfterHib
	}
	if f.last != line {
		f.last = line
		f.count++
	}
}

// frames returns the frames below a failing callback, innermost first.
func (f *notifyFrames) frames() []exception.Frame {
	frames := []exception.Frame{erl("server_update", 4, 802), erl("server_notify", 4, 784)}
	line := f.last
	for range f.count {
		frames = append(frames, erl("server_notify", 4, line))
		line = erlAfterOK + erlAfterHib - line
	}
	return frames
}

// update acts upon what a callback returned that is not {:ok, state}. It
// returns the handler, or the one that has taken its place.
func (m *erlangManager) update(self *process.Process, h *handler, event, result term.Term, err error, frames *notifyFrames) (*handler, outcome) {
	if err != nil && isUndefinedInfo(err, h.module) {
		logger.Log(self, logger.NoHandleInfo{Behaviour: "gen_event", Module: h.module, Message: event})
		return h, stays
	}
	if err != nil {
		result = exception.Caught(gen.Catch(err, m.erlFrames(frames.frames()...)...))
	}
	if state, hibernate, ok := okState(result); ok {
		h.state = state
		if hibernate {
			return h, hibernates
		}
		return h, stays
	}
	if r, ok := result.(term.Tuple); ok && len(r) == 5 && r[0] == term.Term(swapHandler) {
		return m.swapReturned(self, h, r[1], r[2], r[3], r[4], frames.frames()[1:])
	}
	if result == term.Term(removeHandler) {
		m.terminate(self, h, ending{args: removeHandler, state: h.state, last: removeAtom, reason: term.Normal})
		return nil, removed
	}
	m.crash(self, h, result, event)
	return nil, removed
}

// isUndefinedInfo reports whether an exception says that the module has no
// handle_info/2.
func isUndefinedInfo(err error, module term.Atom) bool {
	x := exception.As(err)
	if x.Reason != term.Term(term.Atom("undef")) || len(x.Stack) == 0 {
		return false
	}
	f := x.Stack[0]
	return f.Module == module && f.Function == handleInfo && f.HasArgs && len(f.Args) == 2
}

// crash removes a handler whose callback failed or answered what it must not.
func (m *erlangManager) crash(self *process.Process, h *handler, result, last term.Term) {
	m.emit(self, process.EventHandlerCrash, term.Tuple2(h.erlangName(), result))
	m.terminate(self, h, ending{args: term.Tuple{term.ErrorAtom, result}, state: h.state, last: last, reason: result})
}

// swapReturned carries out {:swap_handler, args1, state, handler2, args2},
// the result of a callback. The new handler takes the place of the old one;
// if its init does not answer {:ok, state}, both are gone, and what is reported
// then are the arguments of report_terminate in the wrong order, as in OTP 25.
func (m *erlangManager) swapReturned(self *process.Process, h *handler, args1, state, name, args2 term.Term, frames []exception.Frame) (*handler, outcome) {
	outcome := m.terminate(self, h, ending{args: args1, state: state, last: swappedAtom, reason: swappedTo(name, h.owner),
		frames: append([]exception.Frame{erl("do_swap", 7, 831)}, frames...)})
	result, err := apply(self, name, "init", term.Tuple{args2, outcome})
	if err != nil {
		result = exception.Caught(gen.Catch(err, m.erlFrames(append([]exception.Frame{erl("do_swap", 7, 835)}, frames...)...)...))
	}
	next := newHandler(splitName(name, term.False))
	next.owner = h.owner
	below := append([]exception.Frame{erl("do_swap", 7, 839)}, frames...)
	if m.broken = m.badModule(name, below); m.broken != nil {
		return nil, removed
	}
	if r, ok := result.(term.Tuple); ok && len(r) == 2 && r[0] == term.Term(term.OK) {
		next.state = r[1]
		m.emit(self, process.EventHandlerAdd, name)
		return next, stays
	}
	m.report(self, next, crashAtom, term.Tuple{term.ErrorAtom, result}, m.name, term.False)
	return nil, removed
}

// badModule returns the exception with which the report of a failed handler
// fails if its name names no module.
func (m *erlangManager) badModule(name term.Term, frames []exception.Frame) *exception.Error {
	if pair, ok := name.(term.Tuple); ok && len(pair) == 2 {
		name = pair[0]
	}
	if _, ok := name.(term.Atom); ok {
		return nil
	}
	frames = append([]exception.Frame{
		{Module: "gen", Function: "format_status", Arity: 4, File: "gen.erl", Line: 750},
		erl("report_error", 5, 989),
		erl("report_terminate", 5, 963),
	}, frames...)
	return exception.BadArg("erlang", "function_exported", name, term.Atom("format_status"), term.Int(1)).In(m.erlFrames(frames...)...)
}

// call calls handle_call of one handler and returns whether it asks to
// hibernate, and the reply.
func (m *erlangManager) call(self *process.Process, name, query term.Term) (bool, term.Term) {
	i := m.find(splitName(name, term.False))
	if i < 0 {
		return false, term.Tuple{term.ErrorAtom, term.Atom("bad_module")}
	}
	h := m.handlers[i]
	m.pair = [2]term.Term{query, h.state}
	result := &m.result
	if err := h.call.CallResult(self, m.pair[:], result); err != nil {
		*result = code.ResultOf(exception.Caught(gen.Catch(err, m.erlFrames(erl("server_call_update", 3, 925), erl("server_call", 4, 874))...)))
	}
	if reply, state, ok := result.Triple(term.OK); ok {
		h.state = state
		return false, reply
	}
	r, _ := result.First.(term.Tuple)
	switch {
	case len(r) == 4 && r[0] == term.Term(term.OK) && r[3] == term.Term(hibernateAtom):
		h.state = r[2]
		return true, r[1]
	case len(r) == 6 && r[0] == term.Term(swapHandler):
		next, outcome := m.swapReturned(self, h, r[2], r[3], r[4], r[5], []exception.Frame{erl("server_call_update", 3, 932), erl("server_call", 4, 874)})
		if outcome == removed {
			m.take(i)
		} else {
			m.handlers[i] = next
		}
		return false, r[1]
	}
	m.take(i)
	if reply, ok := result.Pair(removeHandler); ok {
		m.terminate(self, h, ending{args: removeHandler, state: h.state, last: removeAtom, reason: term.Normal})
		return false, reply
	}
	failure := result.Term()
	m.crash(self, h, failure, query)
	return false, term.Tuple{term.ErrorAtom, failure}
}

// ending says how a handler ends.
type ending struct {
	args  term.Term // the first argument of terminate/2
	state term.Term
	// last is what was being handled, reason why it ends.
	last, reason term.Term
	// frames stand below terminate/2 if that fails.
	frames []exception.Frame
}

// terminate calls terminate/2, if there is one, reports the end to the
// supervisor and returns what terminate/2 returned, or :ok.
func (m *erlangManager) terminate(self *process.Process, h *handler, e ending) term.Term {
	var result term.Term = term.OK
	if code.Of(self.Node()).Exports(h.module, "terminate", 2) {
		var err error
		if result, err = apply(self, h.module, "terminate", e.args, e.state); err != nil {
			frames := append([]exception.Frame{erl("do_terminate", 7, 946)}, e.frames...)
			result = exception.Caught(gen.Catch(err, m.erlFrames(frames...)...))
		}
	}
	m.emit(self, process.EventHandlerRemove, term.Tuple2(h.erlangName(), e.args))
	m.report(self, h, e.reason, e.state, e.last, m.name)
	return result
}

// report logs an abnormal end and tells the supervisor of the handler.
func (m *erlangManager) report(self *process.Process, h *handler, reason, state, last, manager term.Term) {
	if !quiet(reason) {
		m.log(self, h, reason, state, last, manager)
	}
	if h.owned() {
		self.Send(h.owner, term.Tuple{term.Atom("gen_event_EXIT"), h.erlangName(), reason})
	}
}

// quiet reports whether a handler that ends with reason is not logged.
func quiet(reason term.Term) bool {
	return reason == term.Term(term.Normal) || reason == term.Term(shutdown) || term.Tag(reason, 3) == swappedAtom
}

// log reports a crash with what format_status makes of it. The callback sees
// the reason without 'EXIT' and stack trace.
func (m *erlangManager) log(self *process.Process, h *handler, reason, state, last, manager term.Term) {
	bare, wrap := unwrapReason(reason)
	status := sys.FormatCallback(self, h.module, "terminate", term.NewMap(
		term.Pair{Key: term.Atom("state"), Value: state},
		term.Pair{Key: term.Atom("message"), Value: last},
		term.Pair{Key: term.Atom("reason"), Value: bare},
	), term.List(sys.Dictionary(self), state))
	message, _ := status.Get(term.Atom("message"))
	bare, _ = status.Get(term.Atom("reason"))
	shown, _ := sys.FormattedState(status)
	logger.Log(self, logger.HandlerTerminated{
		Handler:     h.erlangName(),
		Name:        manager,
		LastMessage: message,
		State:       shown,
		Reason:      wrap(bare),
	})
}

// unwrapReason returns a reason without 'EXIT' and stack, and how to put them
// around it again.
func unwrapReason(reason term.Term) (term.Term, func(term.Term) term.Term) {
	if term.Tag(reason, 2) != "EXIT" {
		return reason, func(bare term.Term) term.Term { return bare }
	}
	inner := reason.(term.Tuple)[1]
	if pair, ok := inner.(term.Tuple); ok && len(pair) == 2 {
		return pair[0], func(bare term.Term) term.Term {
			return term.Tuple{term.Atom("EXIT"), term.Tuple{bare, pair[1]}}
		}
	}
	return inner, func(bare term.Term) term.Term { return term.Tuple{term.Atom("EXIT"), bare} }
}
