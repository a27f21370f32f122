package bridge

import (
	"slices"
	"strings"

	"gex/interp/syntax"
)

// stateStruct is the state of a server as a Go struct, where it is a map with
// the same keys all the time and used by these keys only.
type stateStruct struct {
	name   string
	fields []*field
}

type field struct {
	name   string
	goName string
	kind   string   // found by earlier passes
	seen   []string // kinds of what is stored, of this pass
}

func (s *stateStruct) field(name string) *field {
	for _, f := range s.fields {
		if f.name == name {
			return f
		}
	}
	return nil
}

// statePosition is where a callback has its state, -1 for other functions.
func (m *module) statePosition(k key) int {
	switch {
	case k == key{"terminate", 2} && m.behaviour != "":
		return 1
	case !m.isCallback(k) || k.name == "init":
		return -1
	case k.name == "code_change":
		return 1
	}
	return k.arity - 1
}

// findState returns the struct for the state of the module, nil if it is none.
func findState(m *module) *stateStruct {
	init := m.find(key{"init", 1})
	if init == nil || !m.isCallback(init.key) || len(init.clauses) != 1 {
		return nil
	}
	var s *stateStruct
	for _, leaf := range leaves(init.clauses[0].body) {
		literal, ok := resultState(leaf).(*syntax.Map)
		if !ok {
			return nil
		}
		keys, ok := atomKeys(literal)
		if !ok || literal.Base != nil || len(keys) == 0 || s != nil && !slices.Equal(keys, s.keys()) {
			return nil
		}
		if s == nil {
			s = newState(m.name, keys)
		}
	}
	for _, f := range m.functions {
		if at := m.statePosition(f.key); at >= 0 && !s.fits(f, at) {
			return nil
		}
	}
	return s
}

func newState(moduleName string, keys []string) *stateStruct {
	last := moduleName[strings.LastIndexByte(moduleName, '.')+1:]
	s := &stateStruct{name: localName(elixirName(last)) + "State"}
	for _, k := range keys {
		s.fields = append(s.fields, &field{name: k, goName: localName(k)})
	}
	return s
}

func (s *stateStruct) keys() []string {
	var keys []string
	for _, f := range s.fields {
		keys = append(keys, f.name)
	}
	return keys
}

// atomKeys are the keys of a map literal or update, if all are atoms.
func atomKeys(m *syntax.Map) ([]string, bool) {
	var keys []string
	for _, e := range m.Elems {
		p, ok := e.(*syntax.Pair)
		if !ok {
			return nil, false
		}
		a, ok := p.Key.(*syntax.Atom)
		if !ok {
			return nil, false
		}
		keys = append(keys, a.Name)
	}
	return keys, true
}

// leaves are the expressions that a body may end with.
func leaves(body syntax.Node) []syntax.Node {
	switch n := body.(type) {
	case *syntax.Block:
		if len(n.Exprs) > 0 {
			return leaves(n.Exprs[len(n.Exprs)-1])
		}
	case *syntax.Stab:
		var all []syntax.Node
		for _, c := range n.Clauses {
			all = append(all, leaves(c.Body)...)
		}
		return all
	case *syntax.Call:
		if n.Target != nil || n.Name != "if" && n.Name != "unless" && n.Name != "case" && n.Name != "cond" {
			break
		}
		_, sections := syntax.Sections(n.Args, n.Do)
		var all []syntax.Node
		for _, s := range sections {
			all = append(all, leaves(s.Body)...)
		}
		return all
	}
	return []syntax.Node{body}
}

// resultState is the state in what a callback returns, nil if there is none.
func resultState(leaf syntax.Node) syntax.Node {
	t, ok := leaf.(*syntax.Tuple)
	if !ok || len(t.Elems) < 2 {
		return nil
	}
	tag, _ := t.Elems[0].(*syntax.Atom)
	switch {
	case tag == nil:
	case tag.Name == "ok" && len(t.Elems) == 3 && !isAction(t.Elems[2]), tag.Name == "reply" && len(t.Elems) > 2:
		return t.Elems[2]
	case tag.Name == "ok", tag.Name == "noreply":
		return t.Elems[1]
	case tag.Name == "stop" && len(t.Elems) > 2:
		return t.Elems[len(t.Elems)-1]
	}
	return nil
}

// isAction reports whether the last element of a result is :hibernate, a
// timeout or {:continue, x}.
func isAction(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Int:
		return true
	case *syntax.Atom:
		return n.Name == "hibernate"
	case *syntax.Tuple:
		return len(n.Elems) == 2 && isAtom(n.Elems[0], "continue")
	}
	return false
}

func isAtom(n syntax.Node, name string) bool {
	a, ok := n.(*syntax.Atom)
	return ok && a.Name == name
}

// fits reports whether a callback uses its state by the keys only.
func (s *stateStruct) fits(f *function, at int) bool {
	for _, c := range f.clauses {
		v, ok := c.params[at].(*syntax.Var)
		if !ok {
			return false
		}
		names := map[string]bool{v.Name: true}
		if mentions(c.guard, names) || !s.usesFit(c.body, names) {
			return false
		}
	}
	return true
}

func mentions(n syntax.Node, names map[string]bool) bool {
	found := false
	syntax.Visit(n, func(n syntax.Node) {
		if v, ok := n.(*syntax.Var); ok && names[v.Name] {
			found = true
		}
	})
	return found
}

// usesFit checks every mention of the state in a body, and that what the
// callback makes its next state is one.
func (s *stateStruct) usesFit(body syntax.Node, names map[string]bool) bool {
	allowed := make(map[syntax.Node]bool)
	syntax.Visit(body, func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.Call:
			if s.field(n.Name) != nil && len(n.Args) == 0 {
				allowed[n.Target] = true
			}
		case *syntax.Map:
			if keys, ok := atomKeys(n); ok && n.Base != nil && s.knows(keys) {
				allowed[n.Base] = true
			}
		case *syntax.Binary:
			if target, ok := n.Left.(*syntax.Var); ok && n.Op == "=" && s.isState(n.Right, names) {
				names[target.Name] = true
				allowed[target], allowed[n.Right] = true, true
			}
		}
	})
	for _, leaf := range leaves(body) {
		next := resultState(leaf)
		if next == nil {
			continue
		}
		if !s.isState(next, names) {
			return false
		}
		allowed[next] = true
	}
	fine := true
	syntax.Visit(body, func(n syntax.Node) {
		if v, ok := n.(*syntax.Var); ok && names[v.Name] && !allowed[n] {
			fine = false
		}
	})
	return fine
}

func (s *stateStruct) knows(keys []string) bool {
	for _, k := range keys {
		if s.field(k) == nil {
			return false
		}
	}
	return true
}

// isState reports whether an expression is a state for sure: a name of one,
// an update of one, or a literal with the same keys.
func (s *stateStruct) isState(n syntax.Node, names map[string]bool) bool {
	switch n := n.(type) {
	case *syntax.Var:
		return names[n.Name]
	case *syntax.Map:
		keys, ok := atomKeys(n)
		if !ok {
			return false
		}
		if n.Base == nil {
			return slices.Equal(keys, s.keys())
		}
		base, isVar := n.Base.(*syntax.Var)
		return isVar && names[base.Name] && s.knows(keys)
	}
	return false
}
