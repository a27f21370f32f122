package exunit

import (
	"slices"

	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

const supervisor = term.Atom("Elixir.Supervisor")

// callbackFunctions are the functions of ExUnit.Callbacks.
func (u *Unit) callbackFunctions() []lib.Function {
	return []lib.Function{
		{Name: "on_exit", Params: `name_or_ref \\ nil, callback`, Doc: "Runs `callback` when the test has ended.", Call: u.onExit},
		{Name: "start_supervised", Params: `child_spec, opts \\ []`, Doc: "Starts a child that is stopped when the test has ended: `{:ok, pid}`.", Call: u.startSupervised},
		{Name: "start_supervised!", Params: `child_spec, opts \\ []`, Doc: "Starts a child that is stopped when the test has ended, and returns its pid.", Call: u.mustStart(false)},
		{Name: "start_link_supervised!", Params: `child_spec, opts \\ []`, Doc: "As `start_supervised!/2`, with the child linked to the test.", Call: u.mustStart(true)},
		{Name: "stop_supervised", Params: "id", Doc: "Stops a child of the test.", Call: u.stopSupervised},
		{Name: "stop_supervised!", Params: "id", Doc: "Stops a child of the test; fails if there is none.", Call: u.mustStop},
	}
}

// leavingsOf are those of a process, made when they are asked for first.
func (u *Unit) leavingsOf(self *process.Process) *leavings {
	l := u.left[self.PID()]
	if l == nil {
		l = &leavings{}
		u.left[self.PID()] = l
	}
	return l
}

func (u *Unit) onExit(self *process.Process, a []term.Term) (term.Term, error) {
	l := u.leavingsOf(self)
	l.onExit = append(l.onExit, a[1])
	return term.OK, nil
}

// supervisorOf returns the supervisor of a test, which the first child starts.
func (u *Unit) supervisorOf(self *process.Process) (term.Term, error) {
	l := u.leavingsOf(self)
	if l.supervisor != nil {
		return l.supervisor, nil
	}
	options := term.List(term.Tuple{term.Atom("strategy"), term.Atom("one_for_one")},
		term.Tuple{term.Atom("max_restarts"), term.Int(1_000_000)}, term.Tuple{term.Atom("max_seconds"), term.Int(1)})
	answer, err := code.Apply(self, supervisor, "start_link", term.Empty, options)
	if err != nil {
		return nil, err
	}
	l.supervisor = answer.(term.Tuple)[1]
	return l.supervisor, nil
}

func (u *Unit) startSupervised(self *process.Process, a []term.Term) (term.Term, error) {
	sup, err := u.supervisorOf(self)
	if err != nil {
		return nil, err
	}
	spec, err := code.Apply(self, supervisor, "child_spec", a[0], a[1])
	if err != nil {
		return nil, err
	}
	answer, err := code.Apply(self, supervisor, "start_child", sup, spec)
	if err != nil {
		return nil, err
	}
	if t, ok := answer.(term.Tuple); ok && term.Tag(answer, 2) == term.ErrorAtom && term.Tag(t[1], 2) == "already_started" {
		id, _ := code.Apply(self, term.Alias("Map"), "get", spec, term.Atom("id"))
		return term.Tuple{term.ErrorAtom, term.Tuple{term.Atom("duplicate_child_name"), id}}, nil
	}
	return answer, nil
}

func (u *Unit) mustStart(link bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		answer, err := u.startSupervised(self, a)
		if err != nil {
			return nil, err
		}
		t, _ := answer.(term.Tuple)
		if term.Tag(answer, len(t)) != "ok" {
			return nil, u.notStarted(a[0], t[1])
		}
		if pid, ok := t[1].(term.PID); ok && link {
			if err := self.Link(pid); err != nil {
				return nil, err
			}
		}
		return t[1], nil
	}
}

func (u *Unit) notStarted(spec, reason term.Term) error {
	if t, ok := reason.(term.Tuple); ok && len(t) == 2 && isChild(t[1]) {
		reason = t[0]
	}
	return exception.New("RuntimeError", "failed to start child with the spec "+u.inspect(spec)+".\nReason: "+
		exception.FormatExit(reason, u.config.Exception())).
		In(exception.Frame{Module: callbacks, Function: "start_supervised!", Arity: 2, File: "lib/ex_unit/callbacks.ex", Line: 538})
}

// isChild reports whether t is the record of a child that a supervisor could
// not start.
func isChild(t term.Term) bool {
	record, ok := t.(term.Tuple)
	return ok && term.Tag(t, len(record)) == "child"
}

func (u *Unit) stopSupervised(self *process.Process, a []term.Term) (term.Term, error) {
	l := u.left[self.PID()]
	notFound := term.Tuple{term.ErrorAtom, term.Atom("not_found")}
	if l == nil || l.supervisor == nil {
		return notFound, nil
	}
	answer, err := code.Apply(self, supervisor, "terminate_child", l.supervisor, a[0])
	if err != nil || answer != term.Term(term.OK) {
		return answer, err
	}
	return code.Apply(self, supervisor, "delete_child", l.supervisor, a[0])
}

func (u *Unit) mustStop(self *process.Process, a []term.Term) (term.Term, error) {
	answer, err := u.stopSupervised(self, a)
	if err == nil && answer != term.Term(term.OK) {
		err = exception.New("RuntimeError", "could not stop child ID "+u.inspect(a[0])+" because it was not found")
	}
	return answer, err
}

// cleanUp does what a test process has left: its supervisor stops, then the
// callbacks run, the last one first. It returns the first error of a callback.
func (u *Unit) cleanUp(self *process.Process, pid term.PID) error {
	l := u.left[pid]
	delete(u.left, pid)
	if l == nil {
		return nil
	}
	if sup, ok := l.supervisor.(term.PID); ok {
		monitor := self.Monitor(sup)
		self.Exit(sup, term.Atom("shutdown"))
		self.Receive(func(m term.Term) bool { return process.IsDown(m, monitor) })
	}
	var first error
	for _, f := range slices.Backward(l.onExit) {
		if _, err := code.Call(self, f); err != nil && first == nil {
			first = err
		}
	}
	return first
}
