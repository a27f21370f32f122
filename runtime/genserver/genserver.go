package genserver

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// Start starts a server of a callback module without a link and blocks until
// its init has returned. The error is a *gen.StartError, gen.ErrIgnore, or an
// exception of the caller.
func Start(self *process.Process, module term.Atom, args term.Term, o gen.Options) (term.PID, error) {
	o.Link = proclib.NoLink
	pid, _, err := start(self, module, args, o)
	return pid, err
}

// StartLink is Start with a link to self, which is the parent.
func StartLink(self *process.Process, module term.Atom, args term.Term, o gen.Options) (term.PID, error) {
	o.Link = proclib.Linked
	pid, _, err := start(self, module, args, o)
	return pid, err
}

// StartMonitor is Start with a monitor by self, which is the parent.
func StartMonitor(self *process.Process, module term.Atom, args term.Term, o gen.Options) (term.PID, term.Ref, error) {
	o.Link = proclib.Monitored
	return start(self, module, args, o)
}

func start(self *process.Process, module term.Atom, args term.Term, o gen.Options) (term.PID, term.Ref, error) {
	return gen.Start(self, o, gen.Server{Behaviour: "gen_server", Module: module, Args: args,
		Initial: process.MFA{Module: module, Function: "init", Arity: 1}, Init: initServer(module, args, o)})
}

// NameOption returns the form that gen.Options takes for the option name: of
// Elixir; see gen.NameOption.
func NameOption(option term.Term) (term.Term, error) {
	name, err := gen.NameOption(option)
	return name, exception.In(err, ex("do_start", 4, 957))
}

// Call makes a request and blocks until its reply is there, as GenServer.call.
// Timeout is nil for the default of five seconds. A failure exits with
// {reason, {GenServer, :call, [server, request, timeout]}}.
func Call(self *process.Process, server, request, timeout term.Term) (term.Term, error) {
	if timeout == nil {
		timeout = gen.DefaultTimeout
	}
	if _, ok := gen.ParseTimeout(timeout); !ok {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: elixirModule, Function: "call", File: "lib/gen_server.ex", Line: 1023,
			Args: []term.Term{server, request, timeout}, HasArgs: true,
		})
	}
	target, err := Whereis(self, server)
	if err != nil {
		return nil, exception.In(err, ex("call", 3, lineCallWhereis))
	}
	switch {
	case target == term.Term(term.Nil):
		return nil, callExit(term.Atom("noproc"), "call", server, request, timeout, lineCallNoproc)
	case target == term.Term(self.PID()):
		return nil, callExit(term.Atom("calling_self"), "call", server, request, timeout, lineCallCallingSelf)
	}
	reply, err := gen.Call(self, target, callForm, request, timeout)
	if err != nil {
		x := exception.As(err)
		if x.Class != exception.ClassExit {
			return nil, x.In(ex("call", 3, 1035))
		}
		return nil, callExit(x.Reason, "call", server, request, timeout, lineCallExit)
	}
	return reply, nil
}

// callExit is the exit {reason, {GenServer, function, [server, a, b]}}.
func callExit(reason term.Term, function string, server, a, b term.Term, line int) error {
	mfa := term.Tuple{elixirModule, term.Atom(function), term.List(server, a, b)}
	return exception.Exit(term.Tuple{reason, mfa}).In(ex(function, 3, line))
}

// ErlangCall is Call as gen_server:call/2,3: it exits with {reason,
// {gen_server, call, arguments}}, in which timeout stands only if it is given.
func ErlangCall(self *process.Process, server, request, timeout term.Term) (term.Term, error) {
	limit, form := timeout, erlangLimitForm
	if timeout == nil {
		limit, form = gen.DefaultTimeout, erlangForm
	}
	reply, err := gen.Call(self, server, form, request, limit)
	if err == nil {
		return reply, nil
	}
	args, inside, frame := []term.Term{server, request}, erl("call", 2, 366), erl("call", 2, 370)
	if timeout != nil {
		args, inside, frame = append(args, timeout), erl("call", 3, 381), erl("call", 3, 385)
	}
	mfa := term.Tuple{term.Atom("gen_server"), term.Atom("call"), term.List(args...)}
	x := exception.As(err)
	if x.Class != exception.ClassExit {
		x.In(inside)
	}
	return nil, exception.Exit(term.Tuple{exception.ExitReason(x), mfa}).In(frame)
}

// Cast sends a request and does not wait. It never fails for a server that is
// not there; what is no reference to one raises FunctionClauseError.
func Cast(self *process.Process, server, request term.Term) error {
	message := process.Envelope{Form: castForm, Body: request}
	switch s := server.(type) {
	case term.PID:
		self.SendEnvelope(s, message)
		return nil
	case term.Atom:
		self.SendEnvelopeName(s, message)
		return nil
	case term.Tuple:
		if gen.SendTuple(self, s, message) {
			return nil
		}
	}
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: elixirModule, Function: "cast", File: "lib/gen_server.ex", Line: 1059,
		Args: []term.Term{server, request}, HasArgs: true,
	})
}

// Reply answers a call from elsewhere than its handle_call; see gen.Reply.
func Reply(self *process.Process, from, reply term.Term) error { return gen.Reply(self, from, reply) }

// Stop terminates a server and blocks until it has, as GenServer.stop: a
// failure exits with {reason, {GenServer, :stop, arguments}}.
func Stop(self *process.Process, server, reason, timeout term.Term) error {
	target, err := Whereis(self, server)
	if err != nil {
		return exception.In(err, ex("stop", 3, 983))
	}
	switch target {
	case term.Term(term.Nil):
		return callExit(term.Atom("noproc"), "stop", server, reason, timeout, lineStopNoproc)
	case term.Term(self.PID()):
		return callExit(term.Atom("calling_self"), "stop", server, reason, timeout, lineStopCallingSelf)
	}
	if err := sys.StopProcess(self, target, reason, timeout, ex("stop", 3, lineStopExit)); err != nil {
		x := exception.As(err)
		if x.Class != exception.ClassExit {
			return x.In(ex("stop", 3, 992))
		}
		return callExit(x.Reason, "stop", server, reason, timeout, lineStopExit)
	}
	return nil
}

// Whereis returns the pid of a server, {name, node} of one at another node,
// or nil if there is none, as GenServer.whereis/1.
func Whereis(self *process.Process, server term.Term) (term.Term, error) {
	switch s := server.(type) {
	case term.PID:
		return s, nil
	case term.Atom:
		return pidOrNil(self.Node().Whereis(s)), nil
	case term.Tuple:
		if term.Tag(s, 2) == "global" || term.Tag(s, 3) == "via" {
			pid, ok, err := gen.Where(self, s)
			err = exception.In(err, ex("whereis", 1, 1214))
			if !ok {
				return term.Nil, err
			}
			return pid, nil
		}
		if len(s) != 2 {
			break
		}
		name, isName := s[0].(term.Atom)
		node, isNode := s[1].(term.Atom)
		switch {
		case !isName || !isNode:
		case node == self.Node().Name():
			return pidOrNil(self.Node().Whereis(name)), nil
		default:
			return s, nil
		}
	}
	return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: elixirModule, Function: "whereis", File: "lib/gen_server.ex", Line: lineWhereis,
		Args: []term.Term{server}, HasArgs: true,
	})
}

func pidOrNil(p *process.Process) term.Term {
	if p == nil {
		return term.Nil
	}
	return p.PID()
}
