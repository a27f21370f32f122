package application

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// Start starts an application whose needs all run, and blocks until its
// callback has returned. It returns :ok or {:error, reason}.
func Start(self *process.Process, name term.Atom) term.Term {
	a, problem := loadedOrFound(self, name)
	if problem != nil {
		return problem
	}
	c := of(self.Node())
	if named(c.running, name) != nil {
		return failure(term.Tuple{term.Atom("already_started"), name})
	}
	if missing, ok := c.missing(a); ok {
		return failure(term.Tuple{term.Atom("not_started"), missing})
	}
	if mod, ok := a.keys["mod"].(term.Tuple); ok && len(mod) == 2 {
		return c.startMaster(self, a, mod)
	}
	c.running = append([]*Application{a}, c.running...)
	return term.OK
}

// needs are the applications that must run before a.
func (a *Application) needs() []term.Atom {
	var needs []term.Atom
	for n := range term.Elements(a.keys["applications"]) {
		if name, ok := n.(term.Atom); ok {
			needs = append(needs, name)
		}
	}
	return needs
}

func (c *controller) missing(a *Application) (term.Atom, bool) {
	for _, need := range a.needs() {
		if named(c.running, need) == nil {
			return need, true
		}
	}
	return "", false
}

func (c *controller) startMaster(self *process.Process, a *Application, mod term.Tuple) term.Term {
	starter := self.PID()
	started := proclib.Start(self, func(self *process.Process) error { return c.master(self, starter, a, mod) },
		proclib.StartOptions{Initial: process.MFA{Module: "application_master", Function: "start_it", Arity: 4}})
	if started.Ack == nil {
		return failure(started.Reason)
	}
	return started.Ack
}

// master is the body of an application's process: it runs the callback and
// then waits for the end of what that has started, or for a stop.
func (c *controller) master(self *process.Process, starter term.PID, a *Application, mod term.Tuple) error {
	self.SetTrapExit(true)
	self.Erase(proclib.AncestorsKey) // OTP's starter is a plain process
	self.Erase(proclib.InitialCallKey)
	module, _ := mod[0].(term.Atom)
	top, state, reason := start(self, module, mod[1])
	if reason != nil {
		logger.Log(self, logger.ApplicationExited{Name: a.Name, Reason: reason})
		proclib.InitAck(self, starter, failure(reason))
		return nil
	}
	a.master = process.Lookup(self.PID())
	c.running = append([]*Application{a}, c.running...)
	proclib.InitAck(self, starter, term.OK)
	message := self.Receive(func(m term.Term) bool { return isStop(m) || isExitOf(m, top) }).(term.Tuple)
	reason = message[2]
	if isStop(message) {
		reason = term.Atom("stopped")
		c.callback(self, module, "prep_stop", state)
		self.Exit(top, term.Atom("shutdown"))
		self.Receive(func(m term.Term) bool { return isExitOf(m, top) })
	}
	c.callback(self, module, "stop", state)
	c.running = slices.DeleteFunc(c.running, func(r *Application) bool { return r == a })
	a.master = nil
	logger.Log(self, logger.ApplicationExited{Name: a.Name, Reason: reason})
	if isStop(message) {
		self.Send(message[1].(term.PID), term.Tuple{stopped, self.PID(), term.OK})
	}
	return nil
}

const (
	stop    = term.Atom("$gex_application_stop")
	stopped = term.Atom("$gex_application_stopped")
)

func isStop(m term.Term) bool { return term.Tag(m, 3) == stop }

func isExitOf(m term.Term, pid term.PID) bool {
	return term.Tag(m, 3) == "EXIT" && m.(term.Tuple)[1] == term.Term(pid)
}

// startFrame is the place in OTP's master that calls the callback.
var startFrame = exception.Frame{Module: "application_master", Function: "start_it_old", Arity: 4, File: "application_master.erl", Line: 293}

// start calls start/2 of the callback module.
func start(self *process.Process, module term.Atom, args term.Term) (top term.PID, state, reason term.Term) {
	call := term.Tuple{module, term.Atom("start"), term.List(term.Normal, args)}
	answer, err := code.Apply(self, module, "start", term.Normal, args)
	if err != nil {
		x := exception.As(err)
		answer = term.Tuple{term.Atom("EXIT"), exception.ExitReason(exception.As(exception.In(x, startFrame)))}
		if x.Class == exception.ClassThrow {
			answer = x.Reason
		}
	}
	t, _ := answer.(term.Tuple)
	if tag := term.Tag(answer, len(t)); tag == "ok" && (len(t) == 2 || len(t) == 3) {
		if pid, ok := t[1].(term.PID); ok {
			return pid, append(t[2:], term.Empty)[0], nil
		}
	} else if tag == "error" && len(t) == 2 {
		return term.PID{}, nil, term.Tuple{t[1], call}
	}
	return term.PID{}, nil, term.Tuple{term.Atom("bad_return"), term.Tuple{call, answer}}
}

// callback calls a callback that may be absent or fail; nobody minds.
func (c *controller) callback(self *process.Process, module term.Atom, name string, state term.Term) {
	if code.Of(self.Node()).Exports(module, name, 1) {
		_, _ = code.Apply(self, module, name, state)
	}
}

// Stop stops an application and blocks until it has ended.
func Stop(self *process.Process, name term.Atom) term.Term {
	c := of(self.Node())
	a := named(c.running, name)
	if a == nil {
		return failure(term.Tuple{term.Atom("not_started"), name})
	}
	if a.master == nil {
		c.running = slices.DeleteFunc(c.running, func(r *Application) bool { return r == a })
		if name != "logger" { // which has nobody left to tell
			logger.Log(self, logger.ApplicationExited{Name: name, Reason: term.Atom("stopped")})
		}
		return term.OK
	}
	master := a.master.PID()
	monitor := self.Monitor(master)
	self.Send(master, term.Tuple{stop, self.PID(), term.Nil})
	self.Receive(func(m term.Term) bool {
		return term.Tag(m, 3) == stopped && m.(term.Tuple)[1] == term.Term(master) || process.IsDown(m, monitor)
	})
	self.DemonitorFlush(monitor)
	return term.OK
}

// EnsureAllStarted starts an application after all that it needs. It returns
// {:ok, started}, in the order in which they were started, or stops them again
// and returns {:error, {application, reason}}.
func EnsureAllStarted(self *process.Process, name term.Atom) term.Term {
	list, problem := ensureAll(self, name, nil)
	if problem == nil {
		terms := make([]term.Term, len(list))
		for i, n := range list {
			terms[i] = n
		}
		return term.Tuple{term.OK, term.List(terms...)}
	}
	for _, n := range slices.Backward(list) {
		Stop(self, n)
	}
	return failure(problem)
}

func ensureAll(self *process.Process, name term.Atom, list []term.Atom) ([]term.Atom, term.Term) {
	if IsRunning(self.Node(), name) {
		return list, nil
	}
	a, problem := loadedOrFound(self, name)
	if problem != nil {
		return list, term.Tuple{name, problem.(term.Tuple)[1]}
	}
	for _, need := range a.needs() {
		var reason term.Term
		if list, reason = ensureAll(self, need, list); reason != nil {
			return list, reason
		}
	}
	if answer := Start(self, name); answer != term.Term(term.OK) {
		return list, term.Tuple{name, answer.(term.Tuple)[1]}
	}
	return append(list, name), nil
}
