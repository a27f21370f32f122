package eval

import (
	"gex/interp/syntax"
	"gex/runtime/term"
)

// variable is a variable of the function being compiled.
type variable struct {
	name string
	slot int
	pos  syntax.Pos
	// value is set for a variable of an earlier input, which has no slot.
	value term.Term
	used  bool
	// shadows says that one of the same name was visible where it is bound.
	shadows bool
}

// scope is a region of the source in which variables are visible.
type scope struct {
	fn     *fnScope
	parent *scope // the region around it, in the same function
	vars   map[string]*variable
	order  []*variable // in order of their binding
	gone   []*variable // those that nothing can see any more
}

// fnScope is what is known of a function while it is compiled.
type fnScope struct {
	outer    *scope // where the function stands, nil for functions of modules
	size     int    // slots in use
	captured []capture
	function *function
	inPrompt bool
	deepest  int // level of nested expressions
	// watch counts the variables that a loop of for takes from around it.
	watch *watch
}

// watch is the set of the variables outside of a region that are read inside.
type watch struct {
	around *watch
	before int // the slots from here on are of the region
	seen   map[string]bool
}

// note counts the reading of a variable, which the function may have captured.
func (f *fnScope) note(v *variable, captured bool) {
	for w := f.watch; w != nil; w = w.around {
		if captured || v.slot < w.before {
			w.seen[v.name] = true
		}
	}
}

// cost estimates what a call of the function takes of Go's stack.
func (f *fnScope) cost() int { return callCost + expressionCost*f.deepest }

// capture is a variable of an outer function: from its slot there to one here.
type capture struct {
	from *variable
	to   *variable
}

func newScope(fn *fnScope) *scope { return &scope{fn: fn} }

// inner returns a region inside of s.
func (s *scope) inner() *scope { return &scope{fn: s.fn, parent: s} }

// slot takes a new slot of the function's frame.
func (s *scope) slot() int {
	s.fn.size++
	return s.fn.size - 1
}

// declare makes v visible from now on.
func (s *scope) declare(v *variable) {
	if s.vars == nil {
		s.vars = make(map[string]*variable)
	}
	s.vars[v.name] = v
	s.order = append(s.order, v)
}

// hide makes invisible what was declared since so many variables were there, and
// returns it.
func (s *scope) hide(mark int) []*variable {
	if len(s.order) == mark {
		return nil
	}
	hidden := s.order[mark:]
	s.order = s.order[:mark:mark]
	for _, v := range hidden {
		delete(s.vars, v.name)
	}
	for _, v := range s.order {
		s.vars[v.name] = v
	}
	return hidden
}

// before is the scope as it was when it had so many variables.
func (s *scope) before(mark int) *scope {
	if len(s.order) == mark {
		return s
	}
	old := &scope{fn: s.fn, parent: s.parent}
	for _, v := range s.order[:mark] {
		old.declare(v)
	}
	return old
}

// lookup finds a variable, capturing it if it belongs to an outer function.
func (s *scope) lookup(name string) *variable {
	for at := s; at != nil; at = at.parent {
		if v := at.vars[name]; v != nil {
			v.used = true
			s.fn.note(v, false)
			return v
		}
	}
	if s.fn.outer == nil {
		return nil
	}
	v := s.fn.capture(name)
	if v != nil {
		s.fn.note(v, true)
	}
	return v
}

// sees reports whether a variable is visible; it does not count as a use.
func (s *scope) sees(name string) bool {
	for at := s; at != nil; at = at.parent {
		if at.vars[name] != nil {
			return true
		}
	}
	return s.fn.outer != nil && s.fn.outer.sees(name)
}

func (f *fnScope) capture(name string) *variable {
	for _, c := range f.captured {
		if c.to.name == name {
			return c.to
		}
	}
	from := f.outer.lookup(name)
	if from == nil || from.value != nil {
		return from
	}
	to := &variable{name: name, slot: f.size, used: true}
	f.size++
	f.captured = append(f.captured, capture{from, to})
	return to
}
