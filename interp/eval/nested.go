package eval

import (
	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// putInForm compiles put_in(path, value) where path is written as an access:
// put_in(users["john"].age, 28). Other calls go to Kernel.put_in/3.
func putInForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	value := c.expr(n.Args[1], false)
	return c.updatePath(n, func(m *machine, _ term.Term) (term.Term, error) { return value(m) })
}

// updateInForm compiles update_in(path, fun).
func updateInForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	fun, line := c.expr(n.Args[1], false), n.Line
	return c.updatePath(n, func(m *machine, old term.Term) (term.Term, error) {
		f, err := fun(m)
		if err != nil {
			return nil, err
		}
		return m.apply(f, []term.Term{old}, line)
	})
}

// pathStep is one .field or [key] of a path.
type pathStep struct {
	key   thunk
	field bool
}

// updatePath compiles a path and what becomes of the value at its end.
func (c *compiler) updatePath(n *syntax.Call, change func(*machine, term.Term) (term.Term, error)) thunk {
	root, steps := c.path(n.Args[0])
	if len(steps) == 0 {
		c.failArgument("cannot use %s with a path that has no access, got: %s", n.Name, syntaxText(n.Args[0]))
	}
	base, line := c.expr(root, false), n.Line
	return func(m *machine) (term.Term, error) {
		value, err := base(m)
		if err != nil {
			return nil, err
		}
		return m.changePath(value, steps, line, change)
	}
}

// path takes a.b[c] apart into a and its steps.
func (c *compiler) path(n syntax.Node) (syntax.Node, []pathStep) {
	switch n := n.(type) {
	case *syntax.Access:
		root, steps := c.path(n.X)
		return root, append(steps, pathStep{key: c.expr(n.Key, false)})
	case *syntax.Call:
		if n.Target != nil && len(n.Args) == 0 && !n.Parens {
			if _, module := c.constantAlias(n.Target); !module {
				root, steps := c.path(n.Target)
				return root, append(steps, pathStep{key: constant(term.Atom(n.Name)), field: true})
			}
		}
	}
	return n, nil
}

func (m *machine) changePath(value term.Term, steps []pathStep, line int,
	change func(*machine, term.Term) (term.Term, error)) (term.Term, error) {
	if len(steps) == 0 {
		return change(m, value)
	}
	key, err := steps[0].key(m)
	if err != nil {
		return nil, err
	}
	old, err := m.step(value, key, steps[0].field, line)
	if err != nil {
		return nil, err
	}
	changed, err := m.changePath(old, steps[1:], line, change)
	if err != nil {
		return nil, err
	}
	return m.putKey(value, key, changed, line)
}

func has(m *term.Map, key term.Term) bool {
	_, found := m.Get(key)
	return found
}

// putKey sets a key of a map or keyword list.
func (m *machine) putKey(container, key, value term.Term, line int) (term.Term, error) {
	if t, ok := container.(*term.Map); ok {
		return t.Put(key, value), nil
	}
	if elements, ok := term.Slice(container); ok && isAtom(key) {
		return putKeyword(elements, key, value), nil
	}
	return m.fail(line, badMap(container, true))
}

// putKeyword puts the pair in front and drops the earlier ones of the key, as
// Access does.
func putKeyword(elements []term.Term, key, value term.Term) term.Term {
	kept := make([]term.Term, 0, len(elements)+1)
	replaced := false
	for _, e := range elements {
		pair, ok := e.(term.Tuple)
		if !ok || len(pair) != 2 || pair[0] != key {
			kept = append(kept, e)
			continue
		}
		if !replaced {
			kept, replaced = append(kept, term.Tuple{key, value}), true
		}
	}
	if !replaced {
		kept = append([]term.Term{term.Tuple{key, value}}, kept...)
	}
	return term.List(kept...)
}

// popInForm compiles pop_in(path): the value at its end, and what is left
// without it.
func popInForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 1 || n.Do != nil {
		return nil
	}
	var compiled thunk
	c.expanding(n.Pos, "pop_in", 1, func() { compiled = c.popPath(n) })
	return compiled
}

func (c *compiler) popPath(n *syntax.Call) thunk {
	root, steps := c.path(n.Args[0])
	if len(steps) == 0 {
		panic(bail{err: exception.ArgumentError("expected expression given to pop_in/1 to access at least one element, got: %s",
			syntaxText(n.Args[0])).In(kernelFrame("unnest", 4, 3142))})
	}
	if call, ok := n.Args[0].(*syntax.Call); ok {
		frames := []exception.Frame{kernelFrame("nest_pop_in", 3, 3105)}
		if len(steps) > 1 {
			frames = append(frames, kernelFrame("nest_pop_in", 2, 3091), kernelFrame("nest_pop_in", 3, 3127))
		}
		panic(bail{err: exception.ArgumentError("cannot use pop_in when the last segment is a map/struct field. This would "+
			"effectively remove the field %s from the map/struct", show(term.Atom(call.Name))).In(frames...)})
	}
	base, line := c.expr(root, false), n.Line
	return func(m *machine) (term.Term, error) {
		value, err := base(m)
		if err != nil {
			return nil, err
		}
		popped, rest, err := m.popPath(value, steps, line)
		if err != nil {
			return nil, err
		}
		return term.Tuple{popped, rest}, nil
	}
}

func kernelFrame(name string, arity, line int) exception.Frame {
	return exception.Frame{Module: kernel, Function: name, Arity: arity, File: "lib/kernel.ex", Line: line}
}

// popPath takes the value at the end of a path out of container.
func (m *machine) popPath(container term.Term, steps []pathStep, line int) (popped, rest term.Term, err error) {
	key, err := steps[0].key(m)
	if err != nil {
		return nil, nil, err
	}
	if len(steps) == 1 {
		result, err := m.callNamed("Elixir.Access", "pop", []term.Term{container, key}, line)
		if pair, ok := result.(term.Tuple); ok && len(pair) == 2 {
			return pair[0], pair[1], err
		}
		return nil, nil, err
	}
	inner, err := m.step(container, key, steps[0].field, line)
	if err != nil || inner == term.Term(term.Nil) {
		return term.Nil, container, err
	}
	popped, changed, err := m.popPath(inner, steps[1:], line)
	if err != nil {
		return nil, nil, err
	}
	rest, err = m.putKey(container, key, changed, line)
	return popped, rest, err
}

// step goes one step of a path down.
func (m *machine) step(container, key term.Term, field bool, line int) (term.Term, error) {
	var value term.Term
	var err error
	if t, ok := container.(*term.Map); field {
		if !ok || !has(t, key) {
			return m.fail(line, noField(key.(term.Atom), container))
		}
		value, _ = t.Get(key)
		return value, nil
	}
	if value, err = m.fetch(container, key); err != nil {
		return m.fail(line, err)
	}
	return value, nil
}
