package eval

import (
	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// putInForm compiles put_in(path, value) where path is written as an access:
// put_in(users["john"].age, 28). Other calls go to Kernel.put_in/3.
func putInForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	var p nested
	var value thunk
	c.expanding(n.Pos, n.Name, 2, func() { p, value = c.nestedPath(n), c.expr(n.Args[1], false) })
	return p.updating(func(m *machine, _ term.Term) (term.Term, error) { return value(m) })
}

// updateInForm compiles update_in(path, fun).
func updateInForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	var p nested
	var fun thunk
	c.expanding(n.Pos, n.Name, 2, func() { p, fun = c.nestedPath(n), c.expr(n.Args[1], false) })
	line := n.Line
	return p.updating(func(m *machine, old term.Term) (term.Term, error) {
		f, err := fun(m)
		if err != nil {
			return nil, err
		}
		return m.apply(f, []term.Term{old}, line)
	})
}

// getAndUpdateInForm compiles get_and_update_in(path, fun).
func getAndUpdateInForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 2 {
		return nil
	}
	var p nested
	var fun thunk
	c.expanding(n.Pos, n.Name, 2, func() { p, fun = c.nestedPath(n), c.expr(n.Args[1], false) })
	line := n.Line
	return p.run(func(m *machine, container, key term.Term, field bool) (term.Term, error) {
		f, err := fun(m)
		if err != nil {
			return nil, err
		}
		return m.getAndUpdate(container, key, field, f, line)
	})
}

// popInForm compiles pop_in(path): the value at its end, and what is left
// without it.
func popInForm(c *compiler, n *syntax.Call, _ bool) thunk {
	if len(n.Args) != 1 || n.Do != nil {
		return nil
	}
	var p nested
	c.expanding(n.Pos, n.Name, 1, func() {
		p = c.nestedPath(n)
		c.checkPop(n, len(p.steps))
	})
	inField := len(p.steps) > 1 && p.steps[len(p.steps)-2].field
	return p.run(func(m *machine, container, key term.Term, _ bool) (term.Term, error) {
		switch {
		case container != term.Term(term.Nil) || len(p.steps) == 1:
		case inField:
			return term.Tuple{term.Nil, term.Nil}, nil
		default:
			return term.Atom("pop"), nil
		}
		return m.callNamed(accessModule, "pop", []term.Term{container, key}, p.line)
	})
}

// checkPop fails for a field at the end of the path of pop_in.
func (c *compiler) checkPop(n *syntax.Call, steps int) {
	call, ok := n.Args[0].(*syntax.Call)
	if !ok {
		return
	}
	frames := []exception.Frame{kernelFrame("nest_pop_in", 3, 3105)}
	if steps > 1 {
		frames = append(frames, kernelFrame("nest_pop_in", 2, 3091), kernelFrame("nest_pop_in", 3, 3127))
	}
	panic(bail{err: exception.ArgumentError("cannot use pop_in when the last segment is a map/struct field. This would "+
		"effectively remove the field %s from the map/struct", show(term.Atom(call.Name))).In(frames...)})
}

func kernelFrame(name string, arity, line int) exception.Frame {
	return exception.Frame{Module: kernel, Function: name, Arity: arity, File: "lib/kernel.ex", Line: line}
}

// nested is a path into nested containers: root.field[key]...
type nested struct {
	root  thunk
	steps []pathStep
	line  int
	shape term.Fun // of the functions that go on inside of a container
}

// pathStep is one .field or [key] of a path.
type pathStep struct {
	key   thunk
	field bool
}

// nestedPath compiles the path that a call has as its first argument.
func (c *compiler) nestedPath(n *syntax.Call) nested {
	root, steps := c.path(n.Args[0])
	if len(steps) == 0 {
		panic(bail{err: exception.ArgumentError("expected expression given to %s/%d to access at least one element, got: %s",
			n.Name, len(n.Args), syntaxText(n.Args[0])).In(kernelFrame("unnest", 4, 3142))})
	}
	if !c.startsPath(root) {
		panic(bail{err: exception.ArgumentError("expression given to %s/%d must start with a variable, local or remote call and be "+
			"followed by an element access, got: %s", n.Name, len(n.Args), syntaxText(root)).In(kernelFrame("unnest", 4, 3153))})
	}
	shape := c.funShape(&function{arity: 1, inPrompt: c.scope.fn.inPrompt})
	return nested{c.expr(root, false), steps, n.Line, shape}
}

// path takes a.b[c] apart into a and its steps.
func (c *compiler) path(n syntax.Node) (syntax.Node, []pathStep) {
	switch n := n.(type) {
	case *syntax.Access:
		root, steps := c.path(n.X)
		return root, append(steps, pathStep{key: c.expr(n.Key, false)})
	case *syntax.Call:
		if n.Target != nil && len(n.Args) == 0 && n.Do == nil && !isPlain(n.Target) {
			if _, module := c.constantAlias(n.Target); !module {
				root, steps := c.path(n.Target)
				return root, append(steps, pathStep{key: constant(term.Atom(n.Name)), field: true})
			}
		}
	}
	return n, nil
}

// startsPath reports whether Elixir takes an expression for the start of a path.
func (c *compiler) startsPath(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.AnonCall, *syntax.Apply:
		return false
	case *syntax.Tuple:
		return len(n.Elems) != 2
	case *syntax.Call:
		if n.Target != nil {
			_, module := c.constantAlias(n.Target)
			return module
		}
	}
	return true
}

// isPlain reports whether a node is its own syntax tree.
func isPlain(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Int, *syntax.Float, *syntax.Atom, *syntax.List, *syntax.Keywords:
		return true
	case *syntax.Tuple:
		return len(n.Elems) == 2
	case *syntax.String:
		return isConstant(n.Parts)
	}
	return false
}

// ending does what a path is for in the container that its last step looks into.
type ending func(m *machine, container, key term.Term, field bool) (term.Term, error)

// run evaluates the path and goes down it; the functions of Elixir that do so
// are called for it, since errors show them.
func (p nested) run(end ending) thunk {
	return func(m *machine) (term.Term, error) {
		value, err := p.root(m)
		if err != nil {
			return nil, err
		}
		keys := make([]term.Term, len(p.steps))
		for i, s := range p.steps {
			if keys[i], err = s.key(m); err != nil {
				return nil, err
			}
		}
		return p.descend(m, value, keys, p.steps, end)
	}
}

func (p nested) descend(m *machine, container term.Term, keys []term.Term, steps []pathStep, end ending) (term.Term, error) {
	if len(steps) == 1 {
		return end(m, container, keys[0], steps[0].field)
	}
	rest := p.fun(m, func(inner term.Term) (term.Term, error) { return p.descend(m, inner, keys[1:], steps[1:], end) })
	return m.getAndUpdate(container, keys[0], steps[0].field, rest, p.line)
}

// updating is run for put_in and update_in, which return the container alone.
func (p nested) updating(change func(*machine, term.Term) (term.Term, error)) thunk {
	fields := true
	for _, s := range p.steps {
		fields = fields && s.field
	}
	if fields {
		return p.updatingFields(change)
	}
	whole := p.run(func(m *machine, container, key term.Term, field bool) (term.Term, error) {
		fun := p.fun(m, func(old term.Term) (term.Term, error) {
			value, err := change(m, old)
			return term.Tuple{term.Nil, value}, err
		})
		return m.getAndUpdate(container, key, field, fun, p.line)
	})
	return func(m *machine) (term.Term, error) {
		pair, err := whole(m)
		if err != nil {
			return nil, err
		}
		return pair.(term.Tuple)[1], nil
	}
}

// updatingFields is updating for a path of fields, which Map.update!/3 goes
// down.
func (p nested) updatingFields(change func(*machine, term.Term) (term.Term, error)) thunk {
	var descend func(m *machine, value term.Term, steps []pathStep) (term.Term, error)
	descend = func(m *machine, value term.Term, steps []pathStep) (term.Term, error) {
		if len(steps) == 0 {
			return change(m, value)
		}
		key, err := steps[0].key(m)
		if err != nil {
			return nil, err
		}
		fun := p.fun(m, func(inner term.Term) (term.Term, error) { return descend(m, inner, steps[1:]) })
		return m.callNamed("Elixir.Map", "update!", []term.Term{value, key, fun}, p.line)
	}
	return func(m *machine) (term.Term, error) {
		value, err := p.root(m)
		if err != nil {
			return nil, err
		}
		return descend(m, value, p.steps)
	}
}

// fun wraps f as a function that the library can call while m waits for it.
func (p nested) fun(m *machine, f func(term.Term) (term.Term, error)) *term.Fun {
	fun := p.shape
	slots, stack, top := m.slots, m.stack, m.top
	fun.Code = process.Func(func(_ *process.Process, args []term.Term) (term.Term, error) {
		kept := m.slots
		m.slots, m.stack, m.top = slots, stack, top
		value, err := f(args[0])
		m.slots = kept
		return value, err
	})
	return &fun
}

// getAndUpdate is what [key] and .field stand for in a path.
func (m *machine) getAndUpdate(container, key term.Term, field bool, fun term.Term, line int) (term.Term, error) {
	if field {
		return m.callNamed("Elixir.Map", "get_and_update!", []term.Term{container, key, fun}, line)
	}
	return m.callNamed(accessModule, "get_and_update", []term.Term{container, key, fun}, line)
}

func has(m *term.Map, key term.Term) bool {
	_, found := m.Get(key)
	return found
}
