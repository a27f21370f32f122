package otp

import (
	"reflect"

	"gex/runtime/genserver"
	"gex/runtime/supervisor"
	"gex/runtime/term"
)

// Options of supervisors, beside Name.

// Strategy is which children are started again with one that ended:
// "one_for_one", "one_for_all" or "rest_for_one".
func Strategy(name string) Option { return pairOption("strategy", term.Atom(name)) }

// MaxRestarts is how many restarts in MaxSeconds are too many; three if it is
// not given.
func MaxRestarts(n int) Option { return pairOption("max_restarts", term.Int(n)) }

// MaxSeconds is the time in which restarts are counted; five seconds if it is
// not given.
func MaxSeconds(n int) Option { return pairOption("max_seconds", term.Int(n)) }

// MaxChildren is how many children a dynamic supervisor may have.
func MaxChildren(n int) Option { return pairOption("max_children", term.Int(n)) }

// ExtraArguments are put before the arguments of the children of a dynamic
// supervisor.
func ExtraArguments(args ...Term) Option { return pairOption("extra_arguments", listTerm(args)) }

func pairOption(key term.Atom, value term.Term) Option {
	return Option{pair: term.Tuple{key, value}}
}

// keywords are the options as the keyword list of Elixir, the name left out.
func keywords(options []Option) term.Term {
	var list []term.Term
	for _, o := range options {
		if o.pair != nil {
			list = append(list, o.pair)
		}
	}
	return term.List(list...)
}

// nameOf is the option Name as it was given, nil for none.
func nameOf(options []Option) term.Term {
	for _, o := range options {
		if o.name != nil {
			return o.name
		}
	}
	return nil
}

// child is a child of a supervisor: a module, KV{}, a pair T(KV{}, argument), or a
// specification, a Map.
func (a *API) child(value Term) term.Term {
	t := ToTerm(value)
	switch t := t.(type) {
	case *term.Native:
		return a.module(value)
	case term.Tuple:
		if n, ok := first(t).(*term.Native); ok && len(t) == 2 {
			a.defineType(reflect.TypeOf(Unboxed(n.Value)))
			return term.Tuple{moduleOf(n), t[1]}
		}
	}
	return t
}

func first(t term.Tuple) term.Term {
	if len(t) == 0 {
		return nil
	}
	return t[0]
}

func (a *API) children(values []Term) term.Term {
	list := make([]term.Term, len(values))
	for i, v := range values {
		list[i] = a.child(v)
	}
	return term.List(list...)
}

// SupervisorModule is the module Supervisor.
type SupervisorModule struct{ api *API }

// Supervisor returns the module Supervisor.
func (a *API) Supervisor() SupervisorModule { return SupervisorModule{a} }

// StartLink starts a supervisor with children, linked to the caller, and
// blocks until they have started. A child is a module, KV{}, with ChildSpec (which
// UseGenServer and its like give it), T(KV{}, argument), or a specification.
// The option Strategy is required.
func (m SupervisorModule) StartLink(children []Term, options ...Option) (PID, error) {
	setup, err := supervisor.Init(m.api.self(), m.api.children(children), keywords(options))
	must(err)
	pid, err := supervisor.StartLinkChildren(m.api.self(), setup, startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// StartModule starts a supervisor whose module's Init(arg) returns what
// Supervisor.Init does.
func (m SupervisorModule) StartModule(module, arg Term, options ...Option) (PID, error) {
	pid, err := supervisor.StartLink(m.api.self(), m.api.module(module), ToTerm(arg), startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// Init is what Init of a supervisor's module returns.
func (m SupervisorModule) Init(children []Term, options ...Option) Term {
	setup, err := supervisor.Init(m.api.self(), m.api.children(children), keywords(options))
	must(err)
	return m.api.FromTerm(setup)
}

// ChildSpec returns the specification of a child with some of its keys
// replaced, given in turn with their values.
func (m SupervisorModule) ChildSpec(child Term, keysAndValues ...Term) Term {
	var pairs []term.Term
	for i := 0; i+1 < len(keysAndValues); i += 2 {
		pairs = append(pairs, term.Tuple{ToTerm(keysAndValues[i]), ToTerm(keysAndValues[i+1])})
	}
	spec, err := supervisor.ChildSpec(m.api.self(), m.api.child(child), term.List(pairs...))
	must(err)
	return m.api.FromTerm(spec)
}

// StartChild starts one more child and blocks until it has started.
func (m SupervisorModule) StartChild(sup, child Term) (PID, error) {
	spec, err := supervisor.ChildSpec(m.api.self(), m.api.child(child), term.Empty)
	must(err)
	return m.api.pidResult(m.ask(sup, "start_child", spec))
}

// TerminateChild stops a child; it stays known and can be restarted.
func (m SupervisorModule) TerminateChild(sup, id Term) error {
	return m.api.okResult(m.ask(sup, "terminate_child", moduleTerm(id)))
}

// RestartChild starts a child that was stopped.
func (m SupervisorModule) RestartChild(sup, id Term) (PID, error) {
	return m.api.pidResult(m.ask(sup, "restart_child", moduleTerm(id)))
}

// DeleteChild forgets a child that was stopped.
func (m SupervisorModule) DeleteChild(sup, id Term) error {
	return m.api.okResult(m.ask(sup, "delete_child", moduleTerm(id)))
}

func (m SupervisorModule) ask(sup Term, what term.Atom, argument term.Term) (term.Term, error) {
	return supervisor.Request(m.api.self(), moduleTerm(sup), term.Tuple{what, argument})
}

// WhichChildren returns {id, pid, type, modules} of each child, the newest first.
func (m SupervisorModule) WhichChildren(sup Term) []Term { return m.api.whichChildren(sup) }

// CountChildren returns the numbers of specs, active, supervisors and workers.
func (m SupervisorModule) CountChildren(sup Term) Map { return m.api.countChildren(sup) }

// Stop ends a supervisor with all its children and blocks until it has ended.
func (m SupervisorModule) Stop(sup Term, reason ...Term) {
	must(genserver.Stop(m.api.self(), moduleTerm(sup), reasonOr(reason), Infinity))
}

func (a *API) whichChildren(sup Term) []Term {
	answer, err := supervisor.Request(a.self(), moduleTerm(sup), term.Atom("which_children"))
	must(err)
	list, _ := term.Slice(answer)
	return a.fromTerms(list)
}

func (a *API) countChildren(sup Term) Map {
	answer, err := supervisor.Request(a.self(), moduleTerm(sup), term.Atom("count_children"))
	must(err)
	counts, _ := a.FromTerm(supervisor.Counts(answer)).(Map)
	return counts
}

// DynamicSupervisorModule is the module DynamicSupervisor.
type DynamicSupervisorModule struct{ api *API }

// DynamicSupervisor returns the module DynamicSupervisor.
func (a *API) DynamicSupervisor() DynamicSupervisorModule { return DynamicSupervisorModule{a} }

// StartLink starts a supervisor without children, linked to the caller.
// Options are Name, MaxRestarts, MaxSeconds, MaxChildren and ExtraArguments.
func (m DynamicSupervisorModule) StartLink(options ...Option) (PID, error) {
	pid, err := supervisor.DynamicStartLinkOptions(m.api.self(), keywords(options), nameOf(options), startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// StartChild starts a child and blocks until it has started.
func (m DynamicSupervisorModule) StartChild(sup, child Term) (PID, error) {
	return m.api.pidResult(supervisor.DynamicStartChild(m.api.self(), moduleTerm(sup), m.api.child(child)))
}

// TerminateChild stops a child, which is forgotten.
func (m DynamicSupervisorModule) TerminateChild(sup Term, pid PID) error {
	return m.api.okResult(supervisor.Request(m.api.self(), moduleTerm(sup), term.Tuple{term.Atom("terminate_child"), pid.pid}))
}

// WhichChildren returns {:undefined, pid, type, modules} of each child.
func (m DynamicSupervisorModule) WhichChildren(sup Term) []Term { return m.api.whichChildren(sup) }

// CountChildren returns the numbers of specs, active, supervisors and workers.
func (m DynamicSupervisorModule) CountChildren(sup Term) Map { return m.api.countChildren(sup) }

// Stop ends the supervisor with all its children.
func (m DynamicSupervisorModule) Stop(sup Term, reason ...Term) {
	must(genserver.Stop(m.api.self(), moduleTerm(sup), reasonOr(reason), Infinity))
}
