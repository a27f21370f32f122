package supervisor

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

const dynamicModule = term.Atom("Elixir.DynamicSupervisor")

// The fields of the struct DynamicSupervisor, which is the state of one.
const (
	childrenField    = term.Atom("children")
	restartsField    = term.Atom("restarts")
	maxChildrenField = term.Atom("max_children")
	maxRestartsField = term.Atom("max_restarts")
	maxSecondsField  = term.Atom("max_seconds")
	extraField       = term.Atom("extra_arguments")
	strategyField    = term.Atom("strategy")
	intensityField   = term.Atom("intensity")
	periodField      = term.Atom("period")
)

// DynamicInit returns {:ok, flags} for the options of a dynamic supervisor, as
// DynamicSupervisor.init/1.
func DynamicInit(options term.Term) term.Term {
	return term.Tuple{term.OK, term.NewMap(
		term.Pair{Key: strategyField, Value: optionOr(options, strategyField, oneForOne)},
		term.Pair{Key: intensityField, Value: optionOr(options, maxRestartsField, term.Int(3))},
		term.Pair{Key: periodField, Value: optionOr(options, maxSecondsField, term.Int(5))},
		term.Pair{Key: maxChildrenField, Value: optionOr(options, maxChildrenField, term.Infinity)},
		term.Pair{Key: extraField, Value: optionOr(options, extraField, term.Empty)},
	)}
}

// DynamicStartLink starts a dynamic supervisor with a callback module, linked
// to self; name is the option name: as it was given, nil for none. Errors are
// those of StartLink.
func DynamicStartLink(self *process.Process, module term.Atom, args, name term.Term, o gen.Options) (term.PID, error) {
	define(self.Node(), dynamicModule, dynamicCallbacks())
	if name == nil {
		name = term.Nil
	}
	return genserver.StartLink(self, dynamicModule, term.Tuple{module, args, name}, o)
}

// DynamicStartLinkOptions is DynamicStartLink for options instead of a
// callback module.
func DynamicStartLinkOptions(self *process.Process, options, name term.Term, o gen.Options) (term.PID, error) {
	defineDefault(self.Node())
	return DynamicStartLink(self, defaultModule, DynamicInit(options), name,
		o.Drop("extra_arguments", "max_children", "max_seconds", "max_restarts", "strategy"))
}

// DynamicStartChild starts a child and returns {:ok, pid}, {:ok, pid, extra},
// :ignore or {:error, reason}. It blocks until the child has started.
func DynamicStartChild(self *process.Process, supervisor, spec term.Term) (term.Term, error) {
	if t, ok := spec.(term.Tuple); !ok || len(t) != 6 {
		if _, isMap := spec.(*term.Map); !isMap {
			var err error
			if spec, err = ChildSpec(self, spec, term.Empty); err != nil {
				return nil, exception.In(err, exception.Frame{Module: dynamicModule, Function: "start_child", Arity: 2,
					File: "lib/dynamic_supervisor.ex", Line: 400})
			}
		}
	}
	if kind, ok := kindOf(spec); !ok {
		return nil, exception.Raise(term.Tuple{term.Atom("case_clause"), kind}).In(dyn("validate_child", 1, 452), dyn("validate_and_start_child", 2, 430))
	}
	c, wrong := dynamicSpec(spec)
	if wrong != nil {
		return failure(wrong), nil
	}
	return Request(self, supervisor, term.Tuple{startChild, c.dynamic()})
}

// kindOf returns the type of a specification that is a map and whether there
// can be such a child.
func kindOf(spec term.Term) (kind term.Term, ok bool) {
	m, isMap := spec.(*term.Map)
	if !isMap {
		return nil, true
	}
	if kind, ok = m.Get(typeKey); !ok {
		return nil, true
	}
	_, ok = oneOf(kind, worker, supervisorAtom)
	return kind, ok
}

// dynamicSpec checks a specification as DynamicSupervisor does, in the caller.
func dynamicSpec(spec term.Term) (child, term.Term) {
	if m, ok := spec.(*term.Map); ok {
		_, hasID := m.Get(idKey)
		start, _ := m.Get(startKey)
		if t, isTuple := start.(term.Tuple); !hasID || !isTuple || len(t) != 3 {
			return child{}, problem("invalid_child_spec", spec)
		}
		spec = m.Delete(significantKey) // which it does not know
	}
	return checkSpec(spec, "")
}

// dynamic is the child as the state of a dynamic supervisor has it.
func (c child) dynamic() term.Tuple {
	return term.Tuple{c.start, c.restart, c.shutdown, c.kind, c.modules}
}

// dynamicChild is the reverse of dynamic; pid is the key of the child.
func dynamicChild(pid, value term.Term) child {
	if isRestarting(value) {
		pid, value = value, value.(term.Tuple)[1]
	}
	r := value.(term.Tuple)
	return child{pid: pid, start: r[0].(term.Tuple), restart: r[1].(term.Atom), shutdown: r[2],
		kind: r[3].(term.Atom), modules: r[4]}
}

// dynamicState is the struct DynamicSupervisor.
type dynamicState struct{ m *term.Map }

func (s *dynamicState) get(field term.Atom) term.Term {
	value, _ := s.m.Get(field)
	return value
}

func (s *dynamicState) set(field term.Atom, value term.Term) { s.m = s.m.Put(field, value) }

func (s *dynamicState) children() *term.Map { return s.get(childrenField).(*term.Map) }

func (s *dynamicState) forget(pid term.Term) { s.set(childrenField, s.children().Delete(pid)) }

func (s *dynamicState) save(pid term.Term, c child) {
	if c.restart == temporary {
		c.start = term.Tuple{c.start[0], c.start[1], term.Undefined}
	}
	s.set(childrenField, s.children().Put(pid, c.dynamic()))
}

// checkDynamic takes the flags that init returned over into the state.
func (s *dynamicState) checkDynamic(flags *term.Map) term.Term {
	// What init/1 of a module leaves out is not what DynamicSupervisor.init/1
	// takes for it: one restart within five seconds.
	defaults := DynamicInit(term.Empty).(term.Tuple)[1].(*term.Map).Put(intensityField, term.Int(1))
	for _, f := range []struct {
		flag, field term.Atom
		valid       func(term.Term) bool
	}{
		{extraField, extraField, term.IsList},
		{maxChildrenField, maxChildrenField, func(t term.Term) bool { return t == term.Term(term.Infinity) || atLeast(t, 0) }},
		{intensityField, maxRestartsField, func(t term.Term) bool { return atLeast(t, 0) }},
		{periodField, maxSecondsField, func(t term.Term) bool { return atLeast(t, 1) }},
		{strategyField, strategyField, func(t term.Term) bool { return t == term.Term(oneForOne) }},
	} {
		value, ok := flags.Get(f.flag)
		if !ok {
			value, _ = defaults.Get(f.flag)
		}
		if !f.valid(value) {
			return problem("invalid_"+string(f.flag), value)
		}
		s.set(f.field, value)
	}
	return nil
}

func atLeast(t term.Term, least term.Int) bool {
	n, ok := t.(term.Int)
	return ok && n >= least
}

// dynamicName is the name of a dynamic supervisor as reports show it.
func dynamicName(self *process.Process, module, name term.Term) term.Term {
	switch name.(type) {
	case term.Atom:
		if name != term.Term(term.Nil) {
			return term.Tuple{term.Atom("local"), name}
		}
	case term.Tuple:
		return name
	}
	return term.Tuple{self.PID(), module}
}

func newDynamicState(self *process.Process, module, args, name term.Term) *dynamicState {
	return &dynamicState{term.NewMap(
		term.Pair{Key: term.Atom("__struct__"), Value: dynamicModule},
		term.Pair{Key: term.Atom("args"), Value: args},
		term.Pair{Key: term.Atom("mod"), Value: module},
		term.Pair{Key: term.Atom("name"), Value: dynamicName(self, module, name)},
		term.Pair{Key: childrenField, Value: term.NewMap()},
		term.Pair{Key: restartsField, Value: term.Empty},
	)}
}

// inDynamicInit is where DynamicSupervisor calls init of a module.
var inDynamicInit = exception.Frame{Module: dynamicModule, Function: "init", Arity: 1, File: "lib/dynamic_supervisor.ex", Line: 594}

// applyInit calls init of a callback module.
func applyInit(self *process.Process, module term.Atom, args term.Term) (term.Term, error) {
	answer, err := code.Apply(self, module, "init", args)
	if err != nil {
		return nil, exception.In(err, inDynamicInit)
	}
	return answer, nil
}
