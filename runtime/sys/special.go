package sys

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Special is a process that is no behaviour and hands system messages to
// HandleSystemMessage. Module exports system_continue/3, system_terminate/4
// and optionally system_get_state/1, system_replace_state/2,
// system_code_change/4 and format_status/2. Misc is its state.
type Special struct {
	Parent      term.PID
	Module      term.Atom
	Debug, Misc term.Term
}

// HandleSystemMessage handles the request of a message {system, from, request}
// in a special process, as sys:handle_system_msg/6. It blocks while the
// process is suspended, goes on in system_continue or system_terminate of the
// module, and returns what these return.
func HandleSystemMessage(self *process.Process, request, from term.Term, s Special) (term.Term, error) {
	server := &special{System: System{Parent: s.Parent, Debug: s.Debug}, module: s.Module, misc: s.Misc}
	for {
		reply, end := server.command(self, request, server)
		if err := gen.Reply(self, from, reply); err != nil {
			return nil, exception.In(err, frame("handle_system_msg", 8, replyLine(&server.System, end)))
		}
		switch {
		case end != nil:
			return server.terminate(self, end)
		case !server.suspended:
			return code.Apply(self, server.module, "system_continue", server.Parent, server.Debug, server.misc)
		}
		self.SetWaitsIn(&suspendedIn)
		message := self.Receive(server.acceptSuspended).(term.Tuple)
		if reason, ok := server.IsParentExit(message); ok {
			return server.terminate(self, reason)
		}
		from, request = message[1], message[2]
	}
}

// replyLine is the line of sys:handle_system_msg/8 that answers.
func replyLine(s *System, end term.Term) int {
	switch {
	case end != nil:
		return 396
	case s.suspended:
		return 390
	}
	return 393
}

// special is the Server of a special process.
type special struct {
	System
	module term.Atom
	misc   term.Term
}

func (s *special) Module() term.Atom { return s.module }

func (s *special) exports(self *process.Process, name string, arity int) bool {
	return code.Of(self.Node()).Exports(s.module, name, arity)
}

func (s *special) terminate(self *process.Process, reason term.Term) (term.Term, error) {
	return code.Apply(self, s.module, "system_terminate", reason, s.Parent, s.Debug, s.misc)
}

// Terminate is not used: HandleSystemMessage calls terminate itself.
func (s *special) Terminate(self *process.Process, reason term.Term) error {
	_, err := s.terminate(self, reason)
	return err
}

// Continue is not used either.
func (s *special) Continue(*process.Process) error { return nil }

// GetState asks system_get_state, or returns what the process is.
func (s *special) GetState(self *process.Process) (term.Term, error) {
	if !s.exports(self, "system_get_state", 1) {
		return s.misc, nil
	}
	answer, err := code.Apply(self, s.module, "system_get_state", s.misc)
	if err != nil {
		return nil, err
	}
	if term.Tag(answer, 2) != term.OK {
		return nil, badmatch(answer)
	}
	return answer.(term.Tuple)[1], nil
}

func badmatch(answer term.Term) error {
	return exception.Raise(term.Tuple{term.Atom("badmatch"), answer})
}

// ReplaceState asks system_replace_state, or applies the function itself.
func (s *special) ReplaceState(self *process.Process, fun term.Term) (term.Term, error) {
	if !s.exports(self, "system_replace_state", 2) {
		next, err := code.Call(self, fun, s.misc)
		if err != nil {
			return nil, replacerFailed{err}
		}
		s.misc = next
		return next, nil
	}
	answer, err := code.Apply(self, s.module, "system_replace_state", fun, s.misc)
	if err != nil {
		return nil, err
	}
	if term.Tag(answer, 3) != term.OK {
		return nil, badmatch(answer)
	}
	s.misc = answer.(term.Tuple)[2]
	return answer.(term.Tuple)[1], nil
}

// ChangeCode asks system_code_change.
func (s *special) ChangeCode(self *process.Process, module term.Atom, oldVsn, extra term.Term) term.Term {
	answer, err := code.Apply(self, s.module, "system_code_change", s.misc, module, oldVsn, extra)
	switch {
	case err != nil:
		return exception.Caught(err)
	case term.Tag(answer, 2) != term.OK:
		return answer
	}
	s.misc = answer.(term.Tuple)[1]
	return nil
}

// FormatStatus asks format_status, or returns what the process is.
func (s *special) FormatStatus(self *process.Process, status Status) (term.Term, error) {
	if !s.exports(self, "format_status", 2) {
		return s.misc, nil
	}
	return code.Apply(self, s.module, "format_status", term.Normal,
		term.List(status.Dictionary, status.State, s.Parent, s.Debug, s.misc))
}
