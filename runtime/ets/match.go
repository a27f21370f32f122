package ets

import (
	"strconv"
	"strings"

	"gex/runtime/process"
	"gex/runtime/term"
)

// bindings are the values of the variables $1, $2, ... of a pattern.
type bindings map[int]term.Term

// variable returns the number of an atom '$N'.
func variable(t term.Term) (int, bool) {
	a, ok := t.(term.Atom)
	if !ok || !strings.HasPrefix(string(a), "$") || len(a) > 2 && a[1] == '0' {
		return 0, false
	}
	n, err := strconv.Atoi(string(a[1:]))
	return n, err == nil && n >= 0
}

// match matches a term against a pattern: '_' takes anything, '$N' anything
// that is the same everywhere, lists, tuples and maps match element by element.
func match(pattern, t term.Term, b bindings) bool {
	if pattern == term.Term(term.Atom("_")) {
		return true
	}
	if n, ok := variable(pattern); ok {
		if bound, there := b[n]; there {
			return term.Same(bound, t)
		}
		b[n] = t
		return true
	}
	switch p := pattern.(type) {
	case term.Tuple:
		tuple, ok := t.(term.Tuple)
		if !ok || len(tuple) != len(p) {
			return false
		}
		for i := range p {
			if !match(p[i], tuple[i], b) {
				return false
			}
		}
		return true
	case *term.Cons:
		cell, ok := t.(*term.Cons)
		return ok && match(p.Head, cell.Head, b) && match(p.Tail, cell.Tail, b)
	case *term.Map:
		return matchMap(p, t, b)
	}
	return term.Same(pattern, t)
}

func matchMap(p *term.Map, t term.Term, b bindings) bool {
	m, ok := t.(*term.Map)
	if !ok {
		return false
	}
	for _, pair := range p.Pairs() {
		value, there := m.Get(pair.Key)
		if !there || !match(pair.Value, value, b) {
			return false
		}
	}
	return true
}

// values returns the values of all variables in the order of their numbers.
func (b bindings) values() term.Term {
	most := -1
	for n := range b {
		most = max(most, n)
	}
	var values []term.Term
	for n := 0; n <= most; n++ {
		if value, ok := b[n]; ok {
			values = append(values, value)
		}
	}
	return term.List(values...)
}

// Match returns, for each object that a pattern matches, the values of its
// variables.
func (t *Table) Match(pattern term.Term) []term.Term {
	var results []term.Term
	for _, o := range t.candidates(pattern) {
		b := bindings{}
		if match(pattern, o, b) {
			results = append(results, b.values())
		}
	}
	return results
}

// MatchObject returns the objects that a pattern matches.
func (t *Table) MatchObject(pattern term.Term) []term.Term {
	var results []term.Term
	for _, o := range t.candidates(pattern) {
		if match(pattern, o, bindings{}) {
			results = append(results, o)
		}
	}
	return results
}

// candidates returns the objects that a pattern can match: those with its key
// if that has no variables.
func (t *Table) candidates(pattern term.Term) []term.Tuple {
	p, ok := pattern.(term.Tuple)
	if !ok || !t.Fits(p) {
		return t.Objects()
	}
	switch key := t.Key(p).(type) {
	case term.Atom:
		if _, isVariable := variable(key); !isVariable && key != "_" {
			return t.Lookup(key)
		}
	case term.Int, term.Float, term.Binary, term.PID, term.Ref:
		return t.Lookup(key)
	}
	return t.Objects()
}

// clause is one clause of a match specification.
type clause struct {
	pattern term.Term
	guards  []term.Term
	body    []term.Term
}

// Spec is a match specification.
type Spec []clause

// ParseSpec reads [{pattern, [guard], [result]}], in which {:self} is self and
// {:node} its node; it reports false if that is no match specification. The
// empty list is one, for which nothing matches, though [Faults] has it as wrong.
func ParseSpec(self *process.Process, t term.Term) (Spec, bool) {
	list, ok := term.Slice(t)
	if !ok {
		return nil, false
	}
	var spec Spec
	for _, element := range list {
		c, ok := element.(term.Tuple)
		if !ok || len(c) != 3 || len(faultsOf(c)) > 0 {
			return nil, false
		}
		here := caller{self}
		guards, _ := term.Slice(here.fill(c[1]))
		body, _ := term.Slice(here.fill(c[2]))
		spec = append(spec, clause{c[0], guards, body})
	}
	return spec, true
}

// Run returns what the specification makes of an object: the result of the
// first clause that matches, and false if none does.
func (s Spec) Run(object term.Term) (term.Term, bool) {
	for _, c := range s {
		b := bindings{}
		if !match(c.pattern, object, b) {
			continue
		}
		e := evaluation{bindings: b, object: object}
		if !e.guards(c.guards) {
			continue
		}
		e.body = true
		var result term.Term = term.Nil
		for _, expression := range c.body {
			result, _ = e.value(expression)
		}
		return result, true
	}
	return nil, false
}

// Select returns the results of a specification for the objects of the table.
func (t *Table) Select(s Spec) []term.Term {
	objects := t.Objects()
	if len(s) == 1 {
		objects = t.candidates(s[0].pattern)
	}
	var results []term.Term
	for _, o := range objects {
		if result, ok := s.Run(o); ok {
			results = append(results, result)
		}
	}
	return results
}

// SelectDelete removes the objects for which a specification returns true and
// returns their number.
func (t *Table) SelectDelete(s Spec) int {
	n := 0
	for _, o := range t.Objects() {
		if result, ok := s.Run(o); ok && result == term.Term(term.True) {
			t.removeOne(o)
			n++
		}
	}
	return n
}

// SelectReplace replaces the objects that match a specification, which keeps
// their keys, by what it makes of them, and returns their number. Bags are
// refused, in which two objects could become one.
func (t *Table) SelectReplace(s Spec) (int, error) {
	switch {
	case t.Type == Bag:
		return 0, errType
	case !t.Keeps(s):
		return 0, &ArgumentError{2, "not a valid match specification", ""}
	}
	n := 0
	for _, o := range t.Objects() {
		if result, ok := s.Run(o); ok {
			t.removeOne(o)
			t.Insert(result.(term.Tuple))
			n++
		}
	}
	return n, nil
}

// removeOne removes one object that is the same.
func (t *Table) removeOne(object term.Tuple) {
	key := t.Key(object)
	var kept []term.Tuple
	removed := false
	for _, o := range t.Lookup(key) {
		if !removed && term.Same(o, object) {
			removed = true
			continue
		}
		kept = append(kept, o)
	}
	t.index.put(key, kept)
}
