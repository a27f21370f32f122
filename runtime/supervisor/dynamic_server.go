package supervisor

import (
	"cmp"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// genRestart is the message with which a dynamic supervisor tells itself to
// try a restart again.
const genRestart = term.Atom("$gen_restart")

// StartTask is the tag of the request {:start_task, args, restart, shutdown}
// with which Task.Supervisor starts Task.Supervised under a dynamic supervisor.
const StartTask = term.Atom("start_task")

const taskSupervised = term.Atom("Elixir.Task.Supervised")

// dynamicCallbacks is the module DynamicSupervisor as a callback module.
func dynamicCallbacks() []*code.Function {
	return []*code.Function{
		dynamicGuarded(&code.Function{Name: "handle_call", Arity: 3, Hidden: true, Call: dynamicCall}),
		{Name: "init", Arity: 1, Hidden: true, Call: func(self *process.Process, args []term.Term) (term.Term, error) {
			return DynamicInitCall(self, args[0])
		}},
		dynamicGuarded(&code.Function{Name: "handle_cast", Arity: 2, Hidden: true, Call: dynamicCast}),
		dynamicGuarded(&code.Function{Name: "handle_info", Arity: 2, Hidden: true, Call: dynamicInfo}),
		dynamicGuarded(&code.Function{Name: "terminate", Arity: 2, Hidden: true, Call: dynamicTerminate}),
		{Name: "code_change", Arity: 3, Hidden: true, Call: func(_ *process.Process, args []term.Term) (term.Term, error) {
			return term.Tuple{term.OK, args[1]}, nil
		}},
	}
}

// DynamicInitCall is DynamicSupervisor.init/1, which has two callers: programs,
// with a list of options (see DynamicInit), and the server that starts, with
// {module, args, name}.
func DynamicInitCall(self *process.Process, arg term.Term) (term.Term, error) {
	a, ok := arg.(term.Tuple)
	if !ok || len(a) != 3 {
		return DynamicInit(arg), nil
	}
	self.SetTrapExit(true)
	module, ok := a[0].(term.Atom)
	if !ok {
		return nil, exception.Raise(term.Atom("badarg")).In(
			exception.Frame{Module: "erlang", Function: "apply", Args: []term.Term{a[0], term.Atom("init"), term.List(a[1])}, HasArgs: true}, inDynamicInit)
	}
	self.Put(proclib.InitialCallKey, term.Tuple{supervisorModule, module, term.Int(1)})
	answer, err := applyInit(self, module, a[1])
	if err != nil || answer == term.Term(ignoreAtom) {
		return answer, err
	}
	pair, ok := answer.(term.Tuple)
	if !ok || term.Tag(pair, 2) != term.OK {
		return stopping(problem("bad_return", term.Tuple{module, term.Atom("init"), answer}))
	}
	flags, ok := pair[1].(*term.Map)
	if !ok {
		return stopping(problem("bad_return", term.Tuple{module, term.Atom("init"), answer}))
	}
	s := newDynamicState(self, module, a[1], a[2])
	if wrong := s.checkDynamic(flags); wrong != nil {
		return stopping(problem("supervisor_data", wrong))
	}
	return term.Tuple{term.OK, s.m}, nil
}

func (s *dynamicState) reply(value term.Term) (term.Term, error) {
	return term.Tuple{term.Atom("reply"), value, s.m}, nil
}

func (s *dynamicState) noreply() (term.Term, error) {
	return term.Tuple{term.Atom("noreply"), s.m}, nil
}

func dynamicCall(self *process.Process, args []term.Term) (term.Term, error) {
	s := &dynamicState{args[2].(*term.Map)}
	switch args[0] {
	case term.Term(whichChildren):
		return s.reply(s.which())
	case term.Term(countChildren):
		return s.reply(s.count())
	}
	request, _ := args[0].(term.Tuple)
	if term.Tag(request, 4) == StartTask {
		c, err := task(self, request)
		if err != nil {
			return nil, err
		}
		return s.start(self, c)
	}
	switch term.Tag(request, 2) {
	case startChild:
		return s.start(self, dynamicChild(term.Undefined, request[1]))
	case terminateChild:
		value, ok := s.children().Get(request[1])
		if !ok {
			return s.reply(failure(notFound))
		}
		s.stopTold(self, dynamicChild(request[1], value))
		s.forget(request[1])
		return s.reply(term.OK)
	}
	return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: dynamicModule, Function: "handle_call", Args: args, HasArgs: true, File: "lib/dynamic_supervisor.ex", Line: 640,
	})
}

// TaskDefaults is the key of the dictionary of a supervisor of tasks for the
// {restart, shutdown} of tasks that are started without.
const TaskDefaults = term.Atom("Elixir.Task.Supervisor")

// task is the child of a request {:start_task, args, restart, shutdown}, where
// nil stands for what TaskDefaults says. A supervisor that is not one of tasks
// has none, and fails.
func task(self *process.Process, request term.Tuple) (child, error) {
	defaults := self.Get(TaskDefaults)
	usual, _ := defaults.(term.Tuple)
	if len(usual) != 2 {
		return child{}, exception.Raise(term.Tuple{term.Atom("badmatch"), cmp.Or(defaults, term.Term(term.Nil))}).In(exception.Frame{
			Module: dynamicModule, Function: "handle_call", Arity: 3, File: "lib/dynamic_supervisor.ex", Line: 711,
		})
	}
	restart, _ := usual[0].(term.Atom)
	if r, ok := request[2].(term.Atom); ok && r != term.Nil {
		restart = r
	}
	shutdown := request[3]
	if shutdown == term.Term(term.Nil) {
		shutdown = usual[1]
	}
	return child{pid: term.Undefined, start: term.Tuple{taskSupervised, term.Atom("start_link"), request[1]},
		restart: restart, shutdown: shutdown, kind: worker, modules: term.List(taskSupervised)}, nil
}

// start starts a child if there may be one more.
func (s *dynamicState) start(self *process.Process, c child) (term.Term, error) {
	if most, ok := s.get(maxChildrenField).(term.Int); ok && s.children().Len() >= int(most) {
		return s.reply(failure(maxChildrenField))
	}
	pid, more, reason := s.startMFA(self, c)
	switch {
	case reason != nil:
		return s.reply(failure(reason))
	case pid == term.Term(term.Undefined):
		return s.reply(ignoreAtom)
	}
	s.save(pid, c)
	return s.reply(started(pid, more))
}

// startMFA calls the start function of a child with the arguments of all
// before its own, and has the reasons that DynamicSupervisor gives for
// exceptions.
func (s *dynamicState) startMFA(self *process.Process, c child) (pid, extra, reason term.Term) {
	first, _ := term.Slice(s.get(extraField))
	given, _ := term.Slice(c.start[2])
	args := term.List(append(first[:len(first):len(first)], given...)...)
	pid, extra, reason = startMFA(self, term.Tuple{c.start[0], c.start[1], args}, dynamicFrames...)
	if term.Tag(reason, 2) == "EXIT" {
		reason = reason.(term.Tuple)[1]
	}
	return pid, extra, reason
}

func (s *dynamicState) which() term.Term {
	var list []term.Term
	for _, pair := range s.children().Pairs() {
		c := dynamicChild(pair.Key, pair.Value)
		list = append(list, term.Tuple{term.Undefined, shownPID(c.pid), c.kind, c.modules})
	}
	return term.List(list...)
}

func (s *dynamicState) count() term.Term {
	specs, active, supervisors, workers := 0, 0, 0, 0
	for _, pair := range s.children().Pairs() {
		c := dynamicChild(pair.Key, pair.Value)
		specs++
		if _, ok := c.running(); ok {
			active++
		}
		if c.kind == worker {
			workers++
		} else {
			supervisors++
		}
	}
	return counts(specs, active, supervisors, workers)
}

func dynamicCast(_ *process.Process, args []term.Term) (term.Term, error) {
	s := &dynamicState{args[1].(*term.Map)}
	return s.noreply()
}

func dynamicInfo(self *process.Process, args []term.Term) (term.Term, error) {
	s := &dynamicState{args[1].(*term.Map)}
	message, _ := args[0].(term.Tuple)
	switch {
	case term.Tag(message, 3) == "EXIT":
		value, ok := s.children().Get(message[1])
		if !ok {
			return s.noreply()
		}
		c := dynamicChild(message[1], value)
		if c.restart == permanent || !proclib.Orderly(message[2]) {
			s.tell(self, childTerminated, message[2], c)
		}
		if !abnormal(c.restart, message[2]) {
			s.forget(message[1])
			return s.noreply()
		}
		return s.restart(self, message[1], c)
	case term.Tag(message, 2) == genRestart:
		value, ok := s.children().Get(message[1])
		if !ok || !isRestarting(value) {
			return s.noreply()
		}
		return s.restart(self, message[1], dynamicChild(message[1], value))
	}
	unexpected(self, args[0])
	return s.noreply()
}

func unexpected(self *process.Process, message term.Term) {
	logger.Log(self, logger.Message{Level: logger.Error,
		Text: "DynamicSupervisor received unexpected message: " + inspect.Inspect(message, inspect.Options{Pretty: true}) + "\n"})
}

// restart starts a child again whose pid was key, unless that happened too
// often.
func (s *dynamicState) restart(self *process.Process, key term.Term, c child) (term.Term, error) {
	now := int64(self.Node().Monotonic() / time.Second)
	intensity, _ := s.get(maxRestartsField).(term.Int)
	period, _ := s.get(maxSecondsField).(term.Int)
	restarts, allowed := withinIntensity(s.get(restartsField), now, int64(intensity), int64(period))
	s.set(restartsField, restarts)
	if !allowed {
		s.tell(self, shutdownContext, reachedIntensity, c)
		s.forget(key)
		return term.Tuple{term.Atom("stop"), shutdownAtom, s.m}, nil
	}
	pid, _, reason := s.startMFA(self, c)
	switch {
	case reason != nil:
		failed := c
		failed.pid = term.Tuple{restartingAtom, key}
		s.tell(self, startError, reason, failed)
		s.set(childrenField, s.children().Put(key, term.Tuple{restartingAtom, c.dynamic()}))
		self.Send(self.PID(), term.Tuple{genRestart, key})
	case pid == term.Term(term.Undefined):
		s.forget(key)
	default:
		s.forget(key)
		s.save(pid, c)
	}
	return s.noreply()
}

// dynamicTerminate stops all children at once and waits for them.
func dynamicTerminate(self *process.Process, args []term.Term) (term.Term, error) {
	s := &dynamicState{args[1].(*term.Map)}
	for _, pair := range s.children().Pairs() {
		c := dynamicChild(pair.Key, pair.Value)
		if pid, ok := c.running(); ok && c.shutdown != term.Term(brutalKill) {
			self.Exit(pid, shutdownAtom)
		}
	}
	for _, pair := range s.children().Pairs() {
		s.stopTold(self, dynamicChild(pair.Key, pair.Value))
	}
	return term.OK, nil
}
