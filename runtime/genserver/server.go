package genserver

import (
	"slices"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// Tags of messages and results.
const (
	callTag       = term.Atom("$gen_call")
	castTag       = term.Atom("$gen_cast")
	replyAtom     = term.Atom("reply")
	noreplyAtom   = term.Atom("noreply")
	stopAtom      = term.Atom("stop")
	ignoreAtom    = term.Atom("ignore")
	hibernateAtom = term.Atom("hibernate")
	continueAtom  = term.Atom("continue")
	timeoutAtom   = term.Atom("timeout")
)

// callForm is a call {$gen_call, from, request}, castForm a cast {$gen_cast,
// request}.
var (
	callForm = gen.LabelledAt(callTag, ex("call", 3, 1035))
	// The same from other functions: gen_server:call/2 and call/3, multi_call of
	// one server, and of several.
	erlangForm      = gen.LabelledAt(callTag, erl("call", 2, 366))
	erlangLimitForm = gen.LabelledAt(callTag, erl("call", 3, 381))
	multiForm       = gen.LabelledAt(callTag, erl("do_multi_call", 4, 932))
	nodesForm       = gen.Labelled(callTag)
	castForm        = &process.Form{Write: func(e process.Envelope) term.Term { return term.Tuple2(castTag, e.Body) }}
)

// server is the process of a generic server.
type server struct {
	sys.System
	name   term.Term // registered name or pid
	module term.Atom
	state  term.Term

	call, cast, info code.Entry

	idle time.Duration // hibernate_after
	// next is how the server waits: a timeout, hibernate, or infinity.
	next term.Term
	// handling is the message that terminate reports, from its caller if it
	// is a call.
	handling process.Envelope
	from     term.Term
	args     [3]term.Term    // memory for the arguments of callbacks
	result   code.Result     // what the last one returned
	woken    bool            // has ever hibernated
	bottom   exception.Frame // of the stacks until it hibernates
}

// initServer is the init of a server.
func initServer(module term.Atom, args term.Term, o gen.Options) gen.Init {
	return func(self *process.Process, starter, parent term.PID) error {
		name := gen.Bare(self, o.Name)
		s := newServer(self, parent, module, name, o)
		return s.init(self, starter, args, o.Name)
	}
}

// init calls init/1 and acknowledges its answer to the starter.
func (s *server) init(self *process.Process, starter term.PID, args, name term.Term) error {
	result, err := code.Apply(self, s.module, "init", args)
	if err != nil {
		x := gen.Catch(err, initFrames...)
		if x.Class != exception.ClassThrow {
			return s.initFailed(self, starter, name, exception.ExitReason(gen.Catch(x, proclib.Frame(false))), x)
		}
		result = x.Reason
	}
	r, _ := result.(term.Tuple)
	switch {
	case len(r) == 2 && r[0] == term.Term(term.OK):
		return s.enter(self, starter, r[1], term.Infinity)
	case len(r) == 3 && r[0] == term.Term(term.OK) && IsNext(r[2]):
		return s.enter(self, starter, r[1], r[2])
	case len(r) == 2 && r[0] == term.Term(stopAtom):
		return s.initFailed(self, starter, name, r[1], exception.Exit(r[1]).In(erl("init_it", 6, 835)))
	case result == term.Term(ignoreAtom):
		err := gen.Unregister(self, name)
		proclib.InitAck(self, starter, ignoreAtom)
		return err
	}
	bad := badReturn(result)
	proclib.InitAck(self, starter, term.Tuple{term.ErrorAtom, bad})
	return exception.Exit(bad).In(erl("init_it", 6, 843))
}

func badReturn(result term.Term) term.Term {
	return term.Tuple{term.Atom("bad_return_value"), result}
}

// initFailed acknowledges {:error, reason} and ends the process.
func (s *server) initFailed(self *process.Process, starter term.PID, name, reason term.Term, x *exception.Error) error {
	if err := gen.Unregister(self, name); err != nil {
		return err
	}
	proclib.InitAck(self, starter, term.Tuple{term.ErrorAtom, reason})
	return x
}

// enter acknowledges the start and goes on as server.
func (s *server) enter(self *process.Process, starter term.PID, state, next term.Term) error {
	s.state = state
	proclib.InitAck(self, starter, term.Tuple{term.OK, self.PID()})
	if err := s.loop(self, next); err != nil {
		return err
	}
	return process.Become(s)
}

// IsNext reports whether t may stand last in a result: a timeout, hibernate
// or {continue, _}.
func IsNext(t term.Term) bool {
	if _, ok := gen.ParseTimeout(t); ok {
		return true
	}
	return t == term.Term(hibernateAtom) || term.Tag(t, 2) == continueAtom
}

// WaitsIn returns gen_server:loop/7.
func (s *server) WaitsIn() process.MFA {
	return s.System.WaitsIn(process.MFA{Module: "gen_server", Function: "loop", Arity: 7})
}

// HandleMessage handles one message of any kind.
func (s *server) HandleMessage(self *process.Process, message term.Term) error {
	if s.next == term.Term(hibernateAtom) {
		self.SetHibernated(false)
	}
	t, _ := message.(term.Tuple)
	if len(t) == 3 {
		if t[0] == term.Term(callTag) && !s.Debugging() {
			return s.handleCall(self, t[1], t[2])
		}
		if reason, ok := s.IsParentExit(t); ok {
			if s.Suspended() { // sys terminates it
				return s.Terminate(self, reason)
			}
			s.handling, s.from = process.Envelope{Body: message}, nil
			return s.end(self, s.exit(reason, decodeMsg), false)
		}
		if sys.IsMessage(t) {
			return s.system(self, t)
		}
	}
	if s.Debugging() {
		s.trace(self, term.Tuple{term.Atom("in"), message})
		if len(t) == 3 && t[0] == term.Term(callTag) {
			return s.handleCall(self, t[1], t[2])
		}
	}
	if len(t) == 2 && t[0] == term.Term(castTag) {
		return s.handleCast(self, process.Envelope{Form: castForm, Body: t[1]})
	}
	return s.handleInfo(self, message)
}

func isCall(f *process.Form) bool {
	switch f {
	case callForm, erlangForm, erlangLimitForm, multiForm, nodesForm:
		return true
	}
	return false
}

// HandleEnvelope handles a call or a cast.
func (s *server) HandleEnvelope(self *process.Process, e process.Envelope) error {
	if s.Debugging() || !isCall(e.Form) && e.Form != castForm {
		return s.HandleMessage(self, e.Message())
	}
	if s.next == term.Term(hibernateAtom) {
		self.SetHibernated(false)
	}
	if e.Form != castForm {
		return s.handleCall(self, e.From.Term(), e.Body)
	}
	return s.handleCast(self, e)
}

// HandleTimeout hibernates a server that was idle for long enough, or tells it
// that the timeout which it asked for is over.
func (s *server) HandleTimeout(self *process.Process) error {
	if s.next == term.Term(term.Infinity) {
		s.hibernate(self)
		return nil
	}
	return s.HandleMessage(self, timeoutAtom)
}

func (s *server) hibernate(self *process.Process) {
	s.next, s.woken = hibernateAtom, true
	self.SetHibernated(true)
}

// loop waits for the next message as the last result asked for.
func (s *server) loop(self *process.Process, next term.Term) error {
	if next == term.Term(term.Infinity) {
		s.next = next
		if s.idle > 0 {
			self.SetIdleTimeout(s.idle)
		}
		return nil
	}
	if term.Tag(next, 2) == continueAtom {
		return s.handleContinue(self, next.(term.Tuple))
	}
	if next == term.Term(hibernateAtom) {
		s.hibernate(self)
		return nil
	}
	s.next = next
	d, _ := gen.ParseTimeout(next)
	self.SetIdleTimeout(d)
	return nil
}

// handleCall handles {$gen_call, from, request}.
func (s *server) handleCall(self *process.Process, from, request term.Term) error {
	s.handling, s.from = process.Envelope{Body: request}, from
	s.args = [3]term.Term{request, from, s.state}
	if err := s.call.CallResult(self, s.args[:], &s.result); err != nil {
		frames := callFrames
		if s.Debugging() {
			frames = callDebug
		}
		return s.failed(self, err, frames)
	}
	return s.called(self, s.result)
}

// called acts upon the result of handle_call.
func (s *server) called(self *process.Process, result code.Result) error {
	if reply, state, ok := result.Triple(replyAtom); ok {
		s.state = state
		return s.replied(self, reply, term.Infinity)
	}
	r, _ := result.First.(term.Tuple)
	switch {
	case len(r) == 4 && r[0] == term.Term(replyAtom) && IsNext(r[3]):
		s.state = r[2]
		return s.replied(self, r[1], r[3])
	case len(r) == 4 && r[0] == term.Term(stopAtom):
		s.state = r[3]
		end := s.endBelow(self, s.exit(r[1], endsCall), false, endCallFrames)
		if err := s.reply(self, r[2]); err != nil {
			return err
		}
		return end
	}
	return s.common(self, result)
}

// replied answers a call and goes on.
func (s *server) replied(self *process.Process, reply, next term.Term) error {
	if err := s.reply(self, reply); err != nil {
		return err
	}
	return s.loop(self, next)
}

// reply answers a call. An answer to what is no caller ends the server, whose
// terminate/2 is not called.
func (s *server) reply(self *process.Process, reply term.Term) error {
	if err := gen.Reply(self, s.from, reply); err != nil {
		frames := replyFrames
		if s.Debugging() {
			frames = replyDebug
		}
		return proclib.Exit(self, s.catch(err, frames))
	}
	if s.Debugging() {
		s.trace(self, term.Tuple{term.Atom("out"), reply, s.from, s.state})
	}
	return nil
}

// handleCast handles {$gen_cast, request}.
func (s *server) handleCast(self *process.Process, e process.Envelope) error {
	s.handling, s.from = e, nil
	return s.dispatch(self, &s.cast, e.Body)
}

// handleInfo handles any other message.
func (s *server) handleInfo(self *process.Process, message term.Term) error {
	s.handling, s.from = process.Envelope{Body: message}, nil
	if s.info.Function(self.Node()) == nil {
		return s.noHandleInfo(self, message)
	}
	return s.dispatch(self, &s.info, message)
}

func (s *server) dispatch(self *process.Process, callback *code.Entry, message term.Term) error {
	s.args = [3]term.Term{message, s.state}
	if err := callback.CallResult(self, s.args[:2], &s.result); err != nil {
		frames := dispatchFrames
		if s.Debugging() {
			frames = dispatchDebug
		}
		return s.failed(self, err, frames)
	}
	return s.common(self, s.result)
}

// handleContinue handles {continue, term} right after the last message.
func (s *server) handleContinue(self *process.Process, next term.Tuple) error {
	s.handling, s.from, s.next = process.Envelope{Body: next}, nil, term.Infinity
	result, err := code.Apply(self, s.module, "handle_continue", next[1], s.state)
	if s.Debugging() {
		s.trace(self, next)
	}
	if err != nil {
		return s.failed(self, err, continueFrames)
	}
	return s.common(self, code.ResultOf(result))
}

// failed acts upon an exception of a callback: a throw is a result.
func (s *server) failed(self *process.Process, err error, frames []exception.Frame) error {
	x := s.catch(err, frames)
	if x.Class != exception.ClassThrow {
		return s.end(self, x, true)
	}
	if s.from != nil {
		return s.called(self, code.ResultOf(x.Reason))
	}
	return s.common(self, code.ResultOf(x.Reason))
}

// common acts upon the results that all callbacks may return.
func (s *server) common(self *process.Process, result code.Result) error {
	if state, ok := result.Pair(noreplyAtom); ok {
		return s.noreply(self, state, term.Infinity)
	}
	if state, next, ok := result.Triple(noreplyAtom); ok && IsNext(next) {
		return s.noreply(self, state, next)
	}
	if reason, state, ok := result.Triple(stopAtom); ok {
		s.state = state
		return s.end(self, s.exit(reason, endsCommon), false)
	}
	return s.end(self, s.exit(badReturn(result.Term()), endsBad), false)
}

func (s *server) noreply(self *process.Process, state, next term.Term) error {
	s.state = state
	if s.Debugging() {
		s.trace(self, term.Tuple{noreplyAtom, state})
	}
	return s.loop(self, next)
}

// exit is an end that place decides upon, where a crash report finds it.
func (s *server) exit(reason term.Term, place ending) *exception.Error {
	at := place[0]
	if s.Debugging() {
		at = place[1]
	}
	return exception.Exit(reason).In(at, s.base())
}

// base is the frame at the bottom of the stack.
func (s *server) base() exception.Frame {
	if s.woken {
		return proclib.Frame(true)
	}
	return s.bottom
}

// catch prepares an exception of a callback that stands on the frames.
func (s *server) catch(err error, frames []exception.Frame) *exception.Error {
	return gen.Catch(err, append(slices.Clone(frames), s.base())...)
}
