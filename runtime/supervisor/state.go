package supervisor

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// state is the record state of a supervisor.
type state struct {
	flags
	name term.Term
	// ids are the ids of the children, the one started last first; byID are
	// their records.
	ids  term.Term
	byID *term.Map
	// dynamics are the children of simple_one_for_one: pids to arguments.
	dynamics        *term.Map
	restarts        term.Term // seconds, newest first
	dynamicRestarts int64
	module, args    term.Term
}

func (s *state) simple() bool { return s.strategy == simpleOneForOne }

func (s *state) term() term.Term {
	var dynamics term.Term = term.Undefined
	if s.dynamics != nil {
		dynamics = term.Tuple{term.Atom("maps"), s.dynamics}
	}
	return term.Tuple{term.Atom("state"), s.name, s.strategy, term.Tuple{s.ids, s.byID}, dynamics,
		term.Int(s.intensity), term.Int(s.period), s.restarts, term.Int(s.dynamicRestarts), s.autoShutdown, s.module, s.args}
}

func stateOf(t term.Term) *state {
	r := t.(term.Tuple)
	children := r[3].(term.Tuple)
	s := &state{
		flags: flags{r[2].(term.Atom), int64(r[5].(term.Int)), int64(r[6].(term.Int)), r[9].(term.Atom)},
		name:  r[1], ids: children[0], byID: children[1].(*term.Map),
		restarts: r[7], dynamicRestarts: int64(r[8].(term.Int)), module: r[10], args: r[11],
	}
	if dynamics, ok := r[4].(term.Tuple); ok {
		s.dynamics = dynamics[1].(*term.Map)
	}
	return s
}

// children returns the children, the one started last first.
func (s *state) children() []child {
	var list []child
	for id := range term.Elements(s.ids) {
		record, _ := s.byID.Get(id)
		list = append(list, childOf(record))
	}
	return list
}

// setChildren replaces all children; they are given as children returns them.
func (s *state) setChildren(list []child) {
	ids := make([]term.Term, len(list))
	s.byID = term.NewMap()
	for i, c := range list {
		ids[i] = c.id
		s.byID = s.byID.Put(c.id, c.term())
	}
	s.ids = term.List(ids...)
}

// template is the only child specification of simple_one_for_one.
func (s *state) template() child { return s.children()[0] }

// add puts a new child in front.
func (s *state) add(c child) {
	if c.restart == temporary {
		c.start = term.Tuple{c.start[0], c.start[1], term.Undefined}
	}
	s.ids = &term.Cons{Head: c.id, Tail: s.ids}
	s.byID = s.byID.Put(c.id, c.term())
}

func (s *state) setPID(id, pid term.Term) {
	record, ok := s.byID.Get(id)
	if !ok {
		return
	}
	c := childOf(record)
	c.pid = pid
	s.byID = s.byID.Put(id, c.term())
}

// remove forgets a child.
func (s *state) remove(id term.Term) {
	var ids []term.Term
	for other := range term.Elements(s.ids) {
		if !term.Same(other, id) {
			ids = append(ids, other)
		}
	}
	s.ids = term.List(ids...)
	s.byID = s.byID.Delete(id)
}

// ended notes that the process of a child is gone: a temporary child is
// forgotten, as is one of simple_one_for_one.
func (s *state) ended(c child) {
	switch {
	case s.simple():
		s.dynamics = s.dynamics.Delete(c.pid)
	case c.restart == temporary:
		s.remove(c.id)
	default:
		s.setPID(c.id, term.Undefined)
	}
}

// find returns the child with an id; of simple_one_for_one the one with a pid.
func (s *state) find(id term.Term) (child, bool) {
	if s.simple() {
		return s.findDynamic(id)
	}
	record, ok := s.byID.Get(id)
	if !ok {
		return child{}, false
	}
	return childOf(record), true
}

// specified returns the child with the specification that get_childspec/2 is
// asked for: of simple_one_for_one the template, by its id or the pid of a
// child or of a process that has ended.
func (s *state) specified(id term.Term) (child, bool) {
	c, ok := s.find(id)
	if s.simple() {
		pid, isPID := id.(term.PID)
		c = s.template()
		ok = ok || term.Same(id, c.id) || isPID && process.Lookup(pid) == nil
	}
	return c, ok
}

func (s *state) findDynamic(pid term.Term) (child, bool) {
	args, ok := s.dynamics.Get(pid)
	if !ok {
		return child{}, false
	}
	c := s.template()
	c.pid = pid
	c.start = term.Tuple{c.start[0], c.start[1], args}
	return c, true
}

// findPID returns the child whose process pid is.
func (s *state) findPID(pid term.PID) (child, bool) {
	if s.simple() {
		return s.findDynamic(pid)
	}
	for _, pair := range s.byID.Pairs() {
		if c := childOf(pair.Value); c.pid == term.Term(pid) {
			return c, true
		}
	}
	return child{}, false
}

// initState makes the state of a supervisor of its flags.
func initState(self *process.Process, name, supFlags, module, args term.Term) (*state, term.Term) {
	f, wrong := checkFlags(supFlags)
	if wrong != nil {
		return nil, wrong
	}
	if name == term.Term(term.Atom("self")) {
		name = term.Tuple{self.PID(), module}
	}
	s := &state{flags: f, name: name, restarts: term.Empty, module: module, args: args}
	s.setChildren(nil)
	return s, nil
}
