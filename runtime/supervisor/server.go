package supervisor

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// The tags of requests and of what callbacks return.
const (
	startChild      = term.Atom("start_child")
	terminateChild  = term.Atom("terminate_child")
	restartChild    = term.Atom("restart_child")
	deleteChild     = term.Atom("delete_child")
	getChildspec    = term.Atom("get_childspec")
	whichChildren   = term.Atom("which_children")
	countChildren   = term.Atom("count_children")
	tryAgainRestart = term.Atom("try_again_restart")
	notFound        = term.Atom("not_found")
	runningAtom     = term.Atom("running")
)

// callbacks is the module supervisor as a callback module of servers.
func callbacks() []*code.Function {
	return []*code.Function{
		guarded(&code.Function{Name: "init", Arity: 1, Hidden: true, Call: initSupervisor}, 328),
		guarded(&code.Function{Name: "handle_call", Arity: 3, Hidden: true, Call: handleCall}, 435),
		guarded(&code.Function{Name: "handle_cast", Arity: 2, Hidden: true, Call: handleCast}, 589),
		guarded(&code.Function{Name: "handle_info", Arity: 2, Hidden: true, Call: handleInfo}, 608),
		guarded(&code.Function{Name: "terminate", Arity: 2, Hidden: true, Call: terminate}, 630),
		guarded(&code.Function{Name: "code_change", Arity: 3, Hidden: true, Call: codeChange}, 645),
	}
}

func reply(value term.Term, s *state) (term.Term, error) {
	return term.Tuple{term.Atom("reply"), value, s.term()}, nil
}

func noreply(s *state) (term.Term, error) {
	return term.Tuple{term.Atom("noreply"), s.term()}, nil
}

func failure(reason term.Term) term.Term { return term.Tuple{term.ErrorAtom, reason} }

func stopping(reason term.Term) (term.Term, error) {
	return term.Tuple{term.Atom("stop"), reason}, nil
}

// inInit is the frame of init/1 that calls the module.
var inInit = exception.Frame{Module: supervisorModule, Function: "init", Arity: 1, File: "supervisor.erl", Line: 330}

// initSupervisor is init({name, module, args}).
func initSupervisor(self *process.Process, args []term.Term) (term.Term, error) {
	a := args[0].(term.Tuple)
	module, isModule := a[1].(term.Atom)
	if !isModule {
		return nil, exception.BadArg("erlang", "apply", a[1], term.Atom("init"), term.List(a[2])).In(inInit)
	}
	self.SetTrapExit(true)
	self.Put(proclib.InitialCallKey, term.Tuple{supervisorModule, module, term.Int(1)})
	answer, err := code.Apply(self, module, "init", a[2])
	if err != nil {
		return nil, exception.In(err, inInit)
	}
	if answer == term.Term(ignoreAtom) {
		return answer, nil
	}
	pair, ok := answer.(term.Tuple)
	if ok && term.Tag(pair, 2) == term.OK {
		if setup, isPair := pair[1].(term.Tuple); isPair && len(setup) == 2 {
			return initWith(self, a, setup)
		}
	}
	return stopping(problem("bad_return", term.Tuple{module, term.Atom("init"), answer}))
}

// initWith starts the children that init returned.
func initWith(self *process.Process, a, setup term.Tuple) (term.Term, error) {
	s, wrong := initState(self, a[0], setup[0], a[1], a[2])
	if wrong != nil {
		return stopping(problem("supervisor_data", wrong))
	}
	children, wrong := checkSpecs(setup[1], s.autoShutdown)
	switch {
	case !term.IsList(setup[1]):
		return nil, noClause("check_startspec", 1381, []term.Term{setup[1], term.Empty, term.NewMap(), s.autoShutdown}).In(erl("init_children", 2, 348))
	case wrong != nil:
		return stopping(problem("start_spec", wrong))
	case s.simple() && len(children) != 1:
		return stopping(problem("bad_start_spec", setup[1]))
	case s.simple():
		s.setChildren(children)
		s.dynamics = term.NewMap()
		return term.Tuple{term.OK, s.term()}, nil
	}
	list := reversed(children)
	list, failed, reason := s.startChildren(self, list)
	if reason != nil {
		s.terminateChildren(self, list)
		return stopping(problem("shutdown", term.Tuple{term.Atom("failed_to_start_child"), failed, reason}))
	}
	s.setChildren(list)
	return term.Tuple{term.OK, s.term()}, nil
}

func reversed(children []child) []child {
	list := make([]child, len(children))
	for i, c := range children {
		list[len(list)-1-i] = c
	}
	return list
}

// startChildren starts children that are given newest first, the oldest one
// first. If one fails it returns its id and the reason.
func (s *state) startChildren(self *process.Process, list []child) (rest []child, failed, reason term.Term) {
	kept := make([]bool, len(list))
	for i := len(list) - 1; i >= 0; i-- {
		kept[i] = true
		if reason != nil {
			continue
		}
		pid, _, why := s.startTold(self, list[i], initFrames...)
		switch {
		case why != nil:
			failed, reason = list[i].id, why
			s.tell(self, startError, why, list[i], inStartChildren)
		case pid == term.Term(term.Undefined) && list[i].restart == temporary:
			kept[i] = false
		default:
			list[i].pid = pid
		}
	}
	for i, c := range list {
		if kept[i] {
			rest = append(rest, c)
		}
	}
	return rest, failed, reason
}

// terminateChildren stops children, newest first, and returns those that stay
// known: all but the temporary ones.
func (s *state) terminateChildren(self *process.Process, list []child) []child {
	var rest []child
	for _, c := range list {
		s.stopTold(self, c)
		c.pid = term.Undefined
		if c.restart != temporary {
			rest = append(rest, c)
		}
	}
	return rest
}

// handleCall answers the requests of the functions of this package.
func handleCall(self *process.Process, args []term.Term) (term.Term, error) {
	s := stateOf(args[2])
	switch args[0] {
	case term.Term(whichChildren):
		return reply(s.which(), s)
	case term.Term(countChildren):
		return reply(s.count(), s)
	}
	request, _ := args[0].(term.Tuple)
	switch term.Tag(request, 2) {
	case startChild:
		return s.startChild(self, request[1])
	case terminateChild:
		return s.terminateChild(self, request[1])
	case restartChild:
		return s.restartChild(self, request[1])
	case deleteChild:
		return s.deleteChild(request[1])
	case getChildspec:
		if c, ok := s.specified(request[1]); ok {
			return reply(term.Tuple{term.OK, c.spec()}, s)
		}
		return reply(failure(notFound), s)
	}
	return nil, noClause("handle_call", 435, args)
}

// noClause is the exception of a function of supervisor that has no clause for
// its arguments.
func noClause(function string, line int, args []term.Term) *exception.Error {
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: supervisorModule, Function: function, Args: args, HasArgs: true, File: "supervisor.erl", Line: line,
	})
}

func (s *state) startChild(self *process.Process, spec term.Term) (term.Term, error) {
	if s.simple() {
		return s.startDynamic(self, spec)
	}
	c, wrong := checkSpec(spec, s.autoShutdown)
	if wrong != nil {
		return reply(failure(wrong), s)
	}
	if old, there := s.find(c.id); there {
		if pid, ok := old.running(); ok {
			return reply(failure(problem("already_started", pid)), s)
		}
		return reply(failure(term.Atom("already_present")), s)
	}
	pid, extra, reason := s.startTold(self, c, startFrames...)
	if reason != nil {
		return reply(failure(term.Tuple{reason, c.term()}), s)
	}
	if pid != term.Term(term.Undefined) || c.restart != temporary {
		c.pid = pid
		s.add(c)
	}
	return reply(started(pid, extra), s)
}

func (s *state) startDynamic(self *process.Process, extraArgs term.Term) (term.Term, error) {
	c := s.template()
	given, _ := term.Slice(c.start[2])
	more, ok := term.Slice(extraArgs)
	if !ok {
		reason := caught(notApplied(c.start, given, extraArgs), append([]exception.Frame{}, simpleFrames...))
		return reply(failure(reason), s)
	}
	args := term.List(append(given[:len(given):len(given)], more...)...)
	pid, extra, reason := startMFA(self, term.Tuple{c.start[0], c.start[1], args}, simpleFrames...)
	if reason != nil {
		return reply(failure(reason), s)
	}
	if _, ok := pid.(term.PID); ok {
		s.dynamics = s.dynamics.Put(pid, args)
	}
	return reply(started(pid, extra), s)
}

// notApplied is the failure of a start function that cannot be given its
// arguments and, behind them, tail, which is no list.
func notApplied(start term.Tuple, given []term.Term, tail term.Term) error {
	return exception.BadArg("erlang", "apply", start[0], start[1], term.ListWithTail(given, tail))
}

func (s *state) terminateChild(self *process.Process, id term.Term) (term.Term, error) {
	if _, isPID := id.(term.PID); s.simple() && !isPID {
		return reply(failure(simpleOneForOne), s)
	}
	c, ok := s.find(id)
	if !ok && s.simple() && process.Lookup(id.(term.PID)) == nil {
		return reply(term.OK, s) // it is gone, as was asked
	}
	if !ok {
		return reply(failure(notFound), s)
	}
	s.stopTold(self, c)
	s.ended(c)
	return reply(term.OK, s)
}

func (s *state) restartChild(self *process.Process, id term.Term) (term.Term, error) {
	c, answer := s.idle(id)
	if answer != nil {
		return reply(answer, s)
	}
	pid, extra, reason := s.startTold(self, c, restartFrames...)
	if reason != nil {
		return reply(failure(reason), s)
	}
	s.setPID(id, pid)
	return reply(started(pid, extra), s)
}

func (s *state) deleteChild(id term.Term) (term.Term, error) {
	if _, answer := s.idle(id); answer != nil {
		return reply(answer, s)
	}
	s.remove(id)
	return reply(term.OK, s)
}

// idle returns a child that is not running, or the answer why there is none.
func (s *state) idle(id term.Term) (child, term.Term) {
	if s.simple() {
		return child{}, failure(simpleOneForOne)
	}
	c, ok := s.find(id)
	switch {
	case !ok:
		return c, failure(notFound)
	case isRestarting(c.pid):
		return c, failure(restartingAtom)
	case c.pid != term.Term(term.Undefined):
		return c, failure(runningAtom)
	}
	return c, nil
}

// which lists the children as {id, pid, type, modules}.
func (s *state) which() term.Term {
	var list []term.Term
	if s.simple() {
		c := s.template()
		for _, pair := range s.dynamics.Pairs() {
			list = append(list, term.Tuple{term.Undefined, shownPID(pair.Key), c.kind, c.modules})
		}
		return term.List(list...)
	}
	for _, c := range s.children() {
		list = append(list, term.Tuple{c.id, shownPID(c.pid), c.kind, c.modules})
	}
	return term.List(list...)
}

// count returns the numbers of specs, active, supervisors and workers.
func (s *state) count() term.Term {
	specs, active, supervisors, workers := 0, 0, 0, 0
	if s.simple() {
		specs, active = 1, s.dynamics.Len()-int(s.dynamicRestarts)
		if s.template().kind == worker {
			workers = s.dynamics.Len()
		} else {
			supervisors = s.dynamics.Len()
		}
		return counts(specs, active, supervisors, workers)
	}
	for _, c := range s.children() {
		specs++
		if pid, ok := c.running(); ok && process.Lookup(pid) != nil {
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

func counts(specs, active, supervisors, workers int) term.Term {
	return term.List(
		term.Tuple{term.Atom("specs"), term.Int(specs)}, term.Tuple{term.Atom("active"), term.Int(active)},
		term.Tuple{term.Atom("supervisors"), term.Int(supervisors)}, term.Tuple{term.Atom("workers"), term.Int(workers)})
}

func handleCast(self *process.Process, args []term.Term) (term.Term, error) {
	s := stateOf(args[1])
	request, _ := args[0].(term.Tuple)
	if term.Tag(request, 2) != tryAgainRestart {
		return nil, noClause("handle_cast", 584, args)
	}
	c, ok := s.find(request[1])
	if !ok || !isRestarting(c.pid) {
		return noreply(s)
	}
	return s.answer(s.restartOne(self, c))
}

func handleInfo(self *process.Process, args []term.Term) (term.Term, error) {
	s := stateOf(args[1])
	if exit, ok := args[0].(term.Tuple); ok && term.Tag(exit, 3) == "EXIT" {
		pid, _ := exit[1].(term.PID)
		c, known := s.findPID(pid)
		if !known {
			return noreply(s)
		}
		return s.answer(s.exited(self, c, exit[2]))
	}
	logger.Log(self, logger.Message{Level: logger.Error,
		Text: "Supervisor received unexpected message: " + inspect.Inspect(args[0], inspect.Options{Pretty: true}) + "\n"})
	return noreply(s)
}

// answer goes on, or ends the supervisor with shutdown.
func (s *state) answer(goOn bool) (term.Term, error) {
	if goOn {
		return noreply(s)
	}
	return term.Tuple{term.Atom("stop"), shutdownAtom, s.term()}, nil
}

func terminate(self *process.Process, args []term.Term) (term.Term, error) {
	s := stateOf(args[1])
	if !s.simple() {
		s.terminateChildren(self, s.children())
		return term.OK, nil
	}
	s.terminateDynamics(self)
	return term.OK, nil
}

// terminateDynamics stops the children of simple_one_for_one and reports, for
// each reason with which some ended that should not have, how many did.
func (s *state) terminateDynamics(self *process.Process) {
	c := s.template()
	var wrong []term.Pair
	for _, pair := range s.dynamics.Pairs() {
		pid, ok := pair.Key.(term.PID)
		if !ok {
			continue
		}
		reason := stop(self, pid, c.shutdown)
		if c.stoppedWell(reason) {
			continue
		}
		i := slices.IndexFunc(wrong, func(p term.Pair) bool { return term.Same(p.Key, reason) })
		if i < 0 {
			i, wrong = len(wrong), append(wrong, term.Pair{Key: reason, Value: term.Empty})
		}
		wrong[i].Value = &term.Cons{Head: pid, Tail: wrong[i].Value}
	}
	for _, p := range wrong {
		c.pid = p.Value
		s.tell(self, shutdownError, p.Key, c, inTerminateAll)
	}
}

// codeChange asks init again and takes the new flags and specifications.
func codeChange(self *process.Process, args []term.Term) (term.Term, error) {
	s := stateOf(args[1])
	module, _ := s.module.(term.Atom)
	answer, err := code.Apply(self, module, "init", s.args)
	if err != nil {
		return nil, err
	}
	pair, ok := answer.(term.Tuple)
	if !ok || term.Tag(pair, 2) != term.OK {
		if answer == term.Term(ignoreAtom) {
			return term.Tuple{term.OK, s.term()}, nil
		}
		return answer, nil
	}
	setup, ok := pair[1].(term.Tuple)
	if !ok || len(setup) != 2 {
		return answer, nil
	}
	f, wrong := checkFlags(setup[0])
	if wrong != nil {
		return failure(wrong), nil
	}
	children, wrong := checkSpecs(setup[1], f.autoShutdown)
	if wrong != nil {
		return failure(wrong), nil
	}
	s.flags = f
	s.update(children)
	return term.Tuple{term.OK, s.term()}, nil
}

// update takes new specifications; the children there are keep their pids, and
// those that the new ones do not name stay behind them.
func (s *state) update(specs []child) {
	if s.simple() {
		s.setChildren(specs)
		return
	}
	list := reversed(specs)
	named := term.NewMap()
	for i, c := range list {
		named = named.Put(c.id, term.True)
		if old, ok := s.find(c.id); ok {
			list[i].pid = old.pid
		}
	}
	for _, c := range s.children() {
		if _, there := named.Get(c.id); !there {
			list = append(list, c)
		}
	}
	s.setChildren(list)
}
