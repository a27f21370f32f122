package sys

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// frame is a function of sys.erl at the line where it was when it failed.
func frame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "sys", Function: function, Arity: arity, File: "sys.erl", Line: line}
}

// Request sends a system message to a process and blocks until it has been
// answered. Timeout is nil for the default of five seconds. It exits with
// {reason, {sys, function, arguments}} if there is no answer; callers are the
// frames between Request and the code of the caller, innermost first.
//
// The requests are those of Erlang's sys: :suspend, :resume, :get_status,
// :get_state, {:replace_state, fun}, {:change_code, module, vsn, extra},
// {:terminate, reason} and {:debug, what}.
func Request(self *process.Process, server, request, timeout term.Term, callers ...exception.Frame) (term.Term, error) {
	line, arity, limit, form := 338, 2, timeout, systemForm
	if timeout == nil {
		limit = gen.DefaultTimeout
	} else {
		line, arity, form = 344, 3, timeoutForm
	}
	reply, err := gen.Call(self, server, form, request, limit)
	if err == nil {
		return reply, nil
	}
	x := exception.As(err)
	if x.Class != exception.ClassExit {
		x = x.In(append([]exception.Frame{frame("send_system_msg", arity, line-2)}, callers...)...)
		return nil, exception.Exit(term.Tuple{exception.ExitReason(x), call(server, request, timeout)}).
			In(frame("send_system_msg", arity, line))
	}
	return nil, exception.Exit(term.Tuple{x.Reason, call(server, request, timeout)}).
		In(frame("send_system_msg", arity, line))
}

// call returns {sys, function, arguments} of a request.
func call(server, request, timeout term.Term) term.Term {
	function, args := request, []term.Term{server}
	r, _ := request.(term.Tuple)
	switch tag := term.Tag(request, len(r)); {
	case tag == "change_code" || tag == "terminate":
		function, args = tag, append(args, r[1:]...)
	case tag == "debug":
		if what, ok := r[1].(term.Tuple); ok && len(what) == 2 {
			function, args = what[0], append(args, what[1])
		}
	}
	if timeout != nil {
		args = append(args, timeout)
	}
	return term.Tuple{term.Atom("sys"), function, term.List(args...)}
}

// GetState returns the state of a process; see Request for the timeout.
func GetState(self *process.Process, server, timeout term.Term) (term.Term, error) {
	return state(self, server, term.Atom("get_state"), timeout, [2]int{139, 149}, "get_state")
}

// ReplaceState applies a function to the state of a process and returns the
// new state; see Request for the timeout.
func ReplaceState(self *process.Process, server, fun, timeout term.Term) (term.Term, error) {
	return state(self, server, term.Tuple{term.Atom("replace_state"), fun}, timeout, [2]int{159, 170}, "replace_state")
}

// state makes a request whose answer {error, reason} is raised.
func state(self *process.Process, server, request, timeout term.Term, lines [2]int, function string) (term.Term, error) {
	line, arity := lines[0], 1
	if timeout != nil {
		line, arity = lines[1], 2
	}
	if function == "replace_state" {
		arity++
	}
	caller := frame(function, arity, line)
	reply, err := Request(self, server, request, timeout, caller)
	if err != nil {
		return nil, exception.In(err, caller)
	}
	if term.Tag(reply, 2) == term.ErrorAtom {
		return nil, exception.Raise(reply.(term.Tuple)[1]).In(frame(function, arity, line+1))
	}
	return reply, nil
}

// StopGen is StopProcess as gen:stop/3, which refuses what is no timeout and
// takes any form of package gen.
func StopGen(self *process.Process, server, reason, timeout term.Term) error {
	if _, ok := gen.ParseTimeout(timeout); !ok {
		return exception.Raise(term.Atom("function_clause")).In(exception.Frame{Module: "gen", Function: "stop", File: "gen.erl", Line: lineGenStop,
			Args: []term.Term{server, reason, timeout}, HasArgs: true})
	}
	pid, err := gen.ResolveToStop(self, server)
	if err != nil {
		return err
	}
	return exception.In(StopPID(self, pid, reason, timeout), gen.FoundBy(server)...)
}

// lineGenStop is the line of gen:stop/3.
const lineGenStop = 545

// StopProcess orders a process to terminate with reason and blocks until it
// has, as proc_lib:stop/3; it takes a pid, a registered name or {name, node} of
// this node. It exits with noproc, timeout, or the reason with which the process
// terminated instead. Callers are as those of Request.
func StopProcess(self *process.Process, server, reason, timeout term.Term, callers ...exception.Frame) error {
	name, isName := server.(term.Atom)
	if t, ok := server.(term.Tuple); ok && len(t) == 2 && t[1] == term.Term(self.Node().Name()) {
		name, isName = t[0].(term.Atom)
	}
	if pid, ok := server.(term.PID); ok {
		return StopPID(self, pid, reason, timeout, callers...)
	}
	if !isName {
		return exception.BadArg("erlang", "monitor", term.Atom("process"), server).In(stopFrame(1079))
	}
	if p := self.Node().Whereis(name); p != nil {
		return StopPID(self, p.PID(), reason, timeout, callers...)
	}
	return exception.Exit(term.Atom("noproc")).In(stopFrame(1091))
}

// StopPID is StopProcess for a pid.
func StopPID(self *process.Process, pid term.PID, reason, timeout term.Term, callers ...exception.Frame) error {
	limit, _ := gen.ParseTimeout(timeout) // Request refuses what is none
	ref := self.Monitor(pid)
	began := self.Node().Now()
	order := term.Tuple{term.Atom("terminate"), reason}
	if _, err := Request(self, pid, order, timeout, append([]exception.Frame{stopFrame(lineOrder)}, callers...)...); err != nil {
		self.DemonitorFlush(ref)
		return stopFailed(err)
	}
	if limit != process.Forever {
		limit = max(limit-(self.Node().Now()-began), 0)
	}
	return awaitDown(self, ref, reason, limit)
}

// stopFailed is the exit of Stop when the order could not be given.
func stopFailed(err error) error {
	x := exception.As(err)
	if pair, ok := x.Reason.(term.Tuple); ok && len(pair) == 2 {
		switch pair[0] {
		case term.Term(term.Atom("noproc")):
			return exception.Exit(pair[0]).In(stopFrame(1091))
		case term.Term(term.Atom("timeout")):
			return exception.Exit(pair[0]).In(stopFrame(1094))
		}
	}
	return exception.Exit(x.Reason).In(stopFrame(1097))
}

// lineOrder is the line of proc_lib:stop/3 that orders the end.
const lineOrder = 1082

func stopFrame(line int) exception.Frame {
	return exception.Frame{Module: "proc_lib", Function: "stop", Arity: 3, File: "proc_lib.erl", Line: line}
}

func awaitDown(self *process.Process, ref term.Ref, reason term.Term, limit time.Duration) error {
	message, ok := self.ReceiveTimeout(func(m term.Term) bool { return process.IsDown(m, ref) }, limit)
	if !ok {
		self.DemonitorFlush(ref)
		return exception.Exit(term.Atom("timeout")).In(stopFrame(1106))
	}
	if why := message.(term.Tuple)[4]; !term.Same(why, reason) {
		return exception.Exit(why).In(stopFrame(1103))
	}
	return nil
}
