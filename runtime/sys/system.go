package sys

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// Atoms of the protocol.
const (
	systemTag = term.Atom("system")
	exitTag   = term.Atom("EXIT")
	running   = term.Atom("running")
	suspended = term.Atom("suspended")
)

// The forms of the requests of this package, without and with a timeout.
var (
	systemForm  = gen.LabelledAt(systemTag, frame("send_system_msg", 2, 336))
	timeoutForm = gen.LabelledAt(systemTag, frame("send_system_msg", 3, 342))
)

// Server is what System asks of the server it belongs to.
type Server interface {
	// Module is the behaviour's module as get_status shows it.
	Module() term.Atom
	// GetState returns what get_state answers.
	GetState(self *process.Process) (term.Term, error)
	// ReplaceState applies a function of one argument to the state and returns
	// what replace_state answers.
	ReplaceState(self *process.Process, fun term.Term) (term.Term, error)
	// ChangeCode calls code_change for a module; an answer that is not nil is
	// why it failed.
	ChangeCode(self *process.Process, module term.Atom, oldVsn, extra term.Term) term.Term
	// FormatStatus returns what get_status shows of the server's own.
	FormatStatus(self *process.Process, status Status) (term.Term, error)
	// Continue goes on after a system message.
	Continue(self *process.Process) error
	// Terminate cleans up and returns the error that ends the process.
	Terminate(self *process.Process, reason term.Term) error
}

// Status is what System knows for FormatStatus.
type Status struct {
	State      term.Atom // running or suspended
	Dictionary term.Term
}

// System is the part of a server that handles system messages. It is embedded
// in the server's record.
type System struct {
	Parent term.PID
	// Debug is the list of debug options; term.Empty for none.
	Debug     term.Term
	suspended bool
}

// IsMessage reports whether message is a system message.
func IsMessage(message term.Tuple) bool {
	return len(message) == 3 && message[0] == term.Term(systemTag)
}

// Debugging reports whether there are debug options.
func (s *System) Debugging() bool { _, none := s.Debug.(term.EmptyList); return !none }

// suspendedIn is where a suspended process waits.
var suspendedIn = process.MFA{Module: "sys", Function: "suspend_loop", Arity: 6}

// WaitsIn returns where the process waits: in, unless it is suspended.
func (s *System) WaitsIn(in process.MFA) process.MFA {
	if s.suspended {
		return suspendedIn
	}
	return in
}

// Suspended reports whether somebody has suspended the server.
func (s *System) Suspended() bool { return s.suspended }

// IsParentExit reports whether message is the exit of the parent, and why.
func (s *System) IsParentExit(message term.Tuple) (term.Term, bool) {
	if len(message) == 3 && message[0] == term.Term(exitTag) && message[1] == term.Term(s.Parent) {
		return message[2], true
	}
	return nil, false
}

// Handle handles a system message {system, from, request}. An answer to what
// is no caller ends the server, without its terminate.
func (s *System) Handle(self *process.Process, message term.Tuple, server Server) error {
	reply, end := s.command(self, message[2], server)
	if err := gen.Reply(self, message[1], reply); err != nil {
		return proclib.Exit(self, exception.As(err).In(frame("handle_system_msg", 8, replyLine(s, end)), proclib.Frame(false)))
	}
	switch {
	case end != nil:
		return server.Terminate(self, end)
	case s.suspended:
		self.SetServerFilter(s.acceptSuspended)
		return nil
	}
	self.SetServerFilter(nil)
	return server.Continue(self)
}

// acceptSuspended is the filter of a suspended server.
func (s *System) acceptSuspended(message term.Term) bool {
	m, ok := message.(term.Tuple)
	if !ok {
		return false
	}
	_, isExit := s.IsParentExit(m)
	return isExit || IsMessage(m)
}

// command carries out one request. end is the reason if the process shall
// terminate, else nil.
func (s *System) command(self *process.Process, request term.Term, server Server) (reply, end term.Term) {
	switch r := request.(type) {
	case term.Atom:
		switch r {
		case "suspend":
			s.suspended = true
			return term.OK, nil
		case "resume":
			s.suspended = false
			return term.OK, nil
		case "get_state":
			return getState(self, server), nil
		case "get_status":
			return s.getStatus(self, server), nil
		}
	case term.Tuple:
		return s.tupleCommand(self, r, server)
	}
	return unknown(request), nil
}

func (s *System) tupleCommand(self *process.Process, r term.Tuple, server Server) (reply, end term.Term) {
	switch term.Tag(r, len(r)) {
	case "replace_state":
		if len(r) == 2 {
			return replaceState(self, server, r[1]), nil
		}
	case "debug":
		if len(r) == 2 {
			reply, s.Debug = debugCommand(self, r[1], s.Debug)
			return reply, nil
		}
	case "terminate":
		if len(r) == 2 {
			return term.OK, r[1]
		}
	case "change_code":
		if module, ok := changed(r); ok && s.suspended {
			if failure := server.ChangeCode(self, module, r[2], r[3]); failure != nil {
				return term.Tuple{term.ErrorAtom, failure}, nil
			}
			return term.OK, nil
		}
	}
	return unknown(r), nil
}

func changed(r term.Tuple) (term.Atom, bool) {
	if len(r) != 4 {
		return "", false
	}
	module, ok := r[1].(term.Atom)
	return module, ok
}

func unknown(request term.Term) term.Term {
	return term.Tuple{term.ErrorAtom, term.Tuple{term.Atom("unknown_system_msg"), request}}
}

func getState(self *process.Process, server Server) term.Term {
	state, err := server.GetState(self)
	if err != nil {
		return callbackFailed(callbackOf(server, "system_get_state"), err)
	}
	return state
}

func replaceState(self *process.Process, server Server, fun term.Term) term.Term {
	state, err := server.ReplaceState(self, fun)
	if failed, ok := err.(replacerFailed); ok {
		return callbackFailed(fun, failed.error)
	}
	if err != nil {
		return callbackFailed(callbackOf(server, "system_replace_state"), err)
	}
	return state
}

// replacerFailed is the failure of a function given to replace_state in a
// process whose module has no system_replace_state/2.
type replacerFailed struct{ error }

func callbackOf(server Server, name term.Atom) term.Term {
	return term.Tuple{server.Module(), name}
}

// callbackFailed is the answer when a callback {module, name}, or a function
// that stands for it, has failed.
func callbackFailed(callback term.Term, err error) term.Term {
	x := exception.As(err)
	return term.Tuple{term.ErrorAtom, term.Tuple{term.Atom("callback_failed"),
		callback, term.Tuple{term.Atom(x.Class.String()), x.Reason}}}
}

// getStatus answers get_status.
func (s *System) getStatus(self *process.Process, server Server) term.Term {
	status := Status{State: s.state(), Dictionary: Dictionary(self)}
	misc, err := server.FormatStatus(self, status)
	if err != nil {
		misc = exception.Caught(err)
	}
	return term.Tuple{term.Atom("status"), self.PID(), term.Tuple{term.Atom("module"), server.Module()},
		term.List(status.Dictionary, status.State, s.Parent, s.Debug, misc)}
}

func (s *System) state() term.Atom {
	if s.suspended {
		return suspended
	}
	return running
}

// Dictionary returns the process dictionary as get/0 does. Erlang's order is
// that of a hash, which puts $initial_call before $ancestors; here the keys
// descend, which does the same and is always the same.
func Dictionary(p *process.Process) term.Term {
	list := term.Empty
	for _, pair := range p.Dictionary().Pairs() {
		list = &term.Cons{Head: term.Tuple{pair.Key, pair.Value}, Tail: list}
	}
	return list
}

// FormatCallback calls format_status/1, or else format_status/2, of a callback
// module, and returns the status with what they changed; see FormattedState.
// When the callback fails, everything stays as it is, and the key EXIT says
// how it failed.
func FormatCallback(self *process.Process, module, option term.Atom, status *term.Map, args term.Term) *term.Map {
	table := code.Of(self.Node())
	switch {
	case table.Exports(module, "format_status", 1):
		answer, err := code.Apply(self, module, "format_status", status)
		if err != nil {
			return formatFailed(status, module, "format_status/1 crashed")
		}
		return mergeStatus(status, module, answer)
	case table.Exports(module, "format_status", 2):
		answer, err := code.Apply(self, module, "format_status", option, args)
		if err == nil {
			return status.Put(formattedKey, answer)
		}
		if x := exception.As(err); x.Class == exception.ClassThrow {
			return status.Put(formattedKey, x.Reason)
		}
		return formatFailed(status, module, "format_status/2 crashed")
	}
	return status
}

const (
	// formattedKey is where the result of format_status/2 stands.
	formattedKey = term.Atom("$status")
	// formatFailedKey is where the failure of a callback stands.
	formatFailedKey = term.Atom("EXIT")
)

func formatFailed(status *term.Map, module term.Atom, what string) *term.Map {
	return status.Put(formatFailedKey, term.Charlist(string(module)+":"+what))
}

// mergeStatus takes over the answer of format_status/1, unless it has other
// keys than the status.
func mergeStatus(status *term.Map, module term.Atom, answer term.Term) *term.Map {
	changed, ok := answer.(*term.Map)
	if !ok {
		return formatFailed(status, module, "format_status/1 did not return a map")
	}
	merged := status
	for _, pair := range changed.Pairs() {
		merged = merged.Put(pair.Key, pair.Value)
	}
	if merged.Len() != changed.Len() {
		return formatFailed(status, module, "format_status/1 returned a map with unknown keys")
	}
	return merged
}

// FormattedState returns the state that a status of FormatCallback shows, and
// whether it is the result of format_status/2. A callback that failed hides
// nothing, which is what OTP 25 does whatever its manual says.
func FormattedState(status *term.Map) (state term.Term, formatted bool) {
	if state, ok := status.Get(formattedKey); ok {
		return state, true
	}
	state, _ = status.Get(term.Atom("state"))
	return state, false
}

// FormatFailure returns how a callback of FormatCallback failed, if it did.
func FormatFailure(status *term.Map) (term.Term, bool) { return status.Get(formatFailedKey) }

// Header returns the header of a status: the title and the name of the server.
func Header(title string, name term.Term) term.Term {
	switch n := name.(type) {
	case term.PID:
		return term.Charlist(title + " <" + n.String() + ">")
	case term.Atom:
		return term.Charlist(title + " " + string(n))
	}
	return term.Tuple{term.Charlist(title), name}
}
