package genserver

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// end terminates the server: terminate/2 is called, an end that is not orderly
// is reported, with its stack if raised says that a callback failed, and the
// error that ends the process is returned.
func (s *server) end(self *process.Process, x *exception.Error, raised bool) error {
	return s.endBelow(self, x, raised, terminateFrames)
}

// endBelow is end where a terminate/2 that fails stands on frames.
func (s *server) endBelow(self *process.Process, x *exception.Error, raised bool, frames []exception.Frame) error {
	reason := exception.ExitReason(x)
	if code.Of(self.Node()).Exports(s.module, "terminate", 2) {
		if _, err := code.Apply(self, s.module, "terminate", reason, s.state); err != nil {
			failed := s.catch(err, frames)
			if failed.Class != exception.ClassThrow {
				s.report(self, failed, true)
				return proclib.Exit(self, failed)
			}
		}
	}
	if x.Class != exception.ClassExit || !proclib.Orderly(reason) {
		s.report(self, x, raised)
	}
	return proclib.Exit(self, x)
}

// report logs the end with what format_status makes of it.
func (s *server) report(self *process.Process, x *exception.Error, raised bool) {
	status := sys.FormatCallback(self, s.module, "terminate", term.NewMap(
		term.Pair{Key: term.Atom("reason"), Value: x.Reason},
		term.Pair{Key: term.Atom("state"), Value: s.state},
		term.Pair{Key: term.Atom("message"), Value: s.handling.Message()},
		term.Pair{Key: term.Atom("log"), Value: sys.GetLog(s.Debug)},
	), term.List(sys.Dictionary(self), s.state))
	message, _ := status.Get(term.Atom("message"))
	reason, _ := status.Get(term.Atom("reason"))
	state, failed := sys.FormatFailure(status)
	if !failed {
		state, _ = sys.FormattedState(status)
	}
	if raised {
		reason = term.Tuple{reason, x.StackTerm()}
	}
	logger.Log(self, logger.ServerTerminated{
		Name: s.name, LastMessage: message, State: state, Reason: reason, Client: s.client(),
	})
}

// client returns who made the call that the server was handling, or nil.
func (s *server) client() *logger.Client {
	from, ok := s.from.(term.Tuple)
	if !ok || len(from) != 2 {
		return nil
	}
	pid, ok := from[0].(term.PID)
	if !ok {
		return nil
	}
	client := &logger.Client{From: pid, Name: pid}
	p := process.Lookup(pid)
	if p == nil {
		client.Dead = true
		return client
	}
	if name := p.RegisteredName(); name != "" {
		client.Name = name
	}
	waits, _ := p.Waits()
	client.Stack = slices.Concat(waits, p.Base())
	client.Stack = client.Stack[:min(len(client.Stack), exception.MaxDepth)]
	return client
}

// noHandleInfo drops a message of a module without handle_info/2.
func (s *server) noHandleInfo(self *process.Process, message term.Term) error {
	logger.Log(self, logger.NoHandleInfo{Behaviour: "gen_server", Module: s.module, Message: message})
	return s.noreply(self, s.state, term.Infinity)
}
