package eval

import (
	"cmp"
	"errors"
	"fmt"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// qualified compiles target.name(args): a call of a function of a module, or
// the field of a map.
func (c *compiler) qualified(n *syntax.Call, tail bool) thunk {
	args := c.arguments(n)
	if module, ok := c.constantAlias(n.Target); ok && !(isLiteralName(module) && len(args) == 0 && !n.Parens) {
		if t := c.qualifiedForm(n, module, tail); t != nil {
			return t
		}
		key := code.Key{Name: n.Name, Arity: len(args)}
		if macro := c.remoteMacro(module, key); macro != nil {
			return c.expanded(n.Pos, module, key, c.expandUser(n.Pos, module, key, macro, args), tail)
		}
		if c.needsRequire(module, key) {
			return c.unrequired(n.Pos, module, key, args)
		}
		if guard := c.ev.guardOf(module, key); guard != nil {
			return c.inlineGuard(guard, args)
		}
		c.noClauses(n.Pos, n.Name, args)
		if module == kernel && len(args) == 2 {
			c.warnComparison(&syntax.Binary{Pos: n.Pos, Op: n.Name, Left: args[0], Right: args[1]})
		}
		if t := c.intrinsic(n.Pos, module, key, args); t != nil {
			return t
		}
		return c.remoteCall(n.Pos, module, n.Name, args, tail)
	}
	if value, ok := c.literal(n.Target); ok && !isAtom(value) && !isTuple(value) {
		c.fail(n.Pos, "invalid call %s", syntaxText(n))
	}
	beside := c.siblings()
	defer beside.done()
	target := beside.expr(n.Target)
	if _, isList := n.Target.(*syntax.List); isList {
		c.fail(n.Pos, "invalid call %s", syntaxText(n))
	}
	if len(args) == 0 && !n.Parens {
		return c.field(target, n)
	}
	c.noRemoteInGuard(n.Pos, syntaxText(n.Target), n.Name, len(args))
	c.noClauses(n.Pos, n.Name, args)
	return dynamicCall(target, n.Name, beside.exprs(args), n.Line)
}

// needsRequire reports whether a macro is called whose module was not required.
func (c *compiler) needsRequire(module term.Atom, key code.Key) bool {
	made := c.ev.table.Module(module)
	return made != nil && made.Macros[key] && module != kernel && !c.context.requires[module] && !c.imports(module) &&
		(c.module == nil || c.module.name != module)
}

// unrequired compiles the call of a macro as the call of a function, which
// there is none of.
func (c *compiler) unrequired(pos syntax.Pos, module term.Atom, key code.Key, args []syntax.Node) thunk {
	c.noRemoteInGuard(pos, aliasText(module), key.Name, key.Arity)
	c.noteRemote(pos, module, key)
	call := &remoteCall{entry: code.Entry{Module: module, Name: key.Name, Arity: key.Arity},
		args: c.exprs(args), line: pos.Line, inPrompt: c.scope.fn.inPrompt, unrequired: true}
	return call.run
}

// qualifiedForm compiles what is written with a module but is no function:
// Kernel.if, Kernel.SpecialForms.case.
func (c *compiler) qualifiedForm(n *syntax.Call, module term.Atom, tail bool) thunk {
	if module == kernel || module == "Elixir.Kernel.SpecialForms" {
		if form := specialForms[n.Name]; form != nil {
			return form(c, n, tail)
		}
		switch {
		case n.Name == ".." && (len(n.Args) == 0 || len(n.Args) == 2), n.Name == "..//" && len(n.Args) == 3:
			return c.expr(rangeNode(n), tail)
		case n.Name == "@" && len(n.Args) == 1:
			c.noAttribute(&syntax.Unary{Pos: n.Pos, Op: "@", X: n.Args[0]})
		case operators[n.Name] && len(n.Args) == 2:
			return c.binary(&syntax.Binary{Pos: n.Pos, Op: n.Name, Left: n.Args[0], Right: n.Args[1]}, tail)
		case operators[n.Name] && len(n.Args) == 1:
			return c.unary(&syntax.Unary{Pos: n.Pos, Op: n.Name, X: n.Args[0]})
		}
	}
	if module == term.Alias("Module") {
		return c.moduleFunction(n, tail)
	}
	if module == recordModule && c.context.requires[module] {
		return c.recordForm(n, tail)
	}
	return nil
}

// freshAliasForm compiles alias!(Name): outside of quote the name itself.
func freshAliasForm(c *compiler, n *syntax.Call, tail bool) thunk {
	if len(n.Args) != 1 {
		return nil
	}
	switch n.Args[0].(type) {
	case *syntax.Alias, *syntax.Atom:
		return c.expr(n.Args[0], tail)
	}
	c.noMacroClause(n)
	return nil
}

// rangeNode is the range that a call of the macro .. or ..// means.
func rangeNode(n *syntax.Call) *syntax.Range {
	r := &syntax.Range{Pos: n.Pos}
	for i, field := range []*syntax.Node{&r.First, &r.Last, &r.Step}[:len(n.Args)] {
		*field = n.Args[i]
	}
	return r
}

// isLiteralName reports whether an atom is nil, true or false, which a dot
// without parentheses takes for values and not for modules.
func isLiteralName(a term.Atom) bool { return a == term.Nil || a == term.True || a == term.False }

func isAtom(t term.Term) bool {
	_, ok := t.(term.Atom)
	return ok
}

func isTuple(t term.Term) bool {
	_, ok := t.(term.Tuple)
	return ok
}

// discouraged are the functions of Application that read what may be another when
// the module runs.
var discouraged = map[string]bool{"get_env": true, "fetch_env": true, "fetch_env!": true}

// guardModules have functions that may be called in guards.
var guardModules = map[term.Atom]bool{"erlang": true, bitwise: true, "Elixir.Integer": true, kernel: true}

func (c *compiler) noRemoteInGuard(pos syntax.Pos, module, name string, arity int) {
	if c.guard {
		c.fail(pos, "cannot invoke remote function %s.%s/%d inside guards", module, name, arity)
	}
}

// remoteCall compiles a call of a function of a module that is known by name.
func (c *compiler) remoteCall(pos syntax.Pos, module term.Atom, name string, args []syntax.Node, tail bool) thunk {
	if !guardModules[module] {
		c.noRemoteInGuard(pos, aliasText(module), name, len(args))
	}
	c.noteRemote(pos, module, code.Key{Name: name, Arity: len(args)})
	if c.module != nil && c.define == nil && module == "Elixir.Application" && discouraged[name] {
		c.warn(pos, "Application.%s/%d is discouraged in the module body, use Application.compile_env/3 instead", name, len(args))
	}
	if erlang := erlangsName[aliasText(module)+"."+name]; module == "erlang" || erlang != "" {
		c.remarkFailing(pos, "erlang", cmp.Or(erlang, name), args)
	}
	values := c.exprs(args)
	if module == logger {
		values = c.located(pos, code.Key{Name: name, Arity: len(args)}, values)
	}
	call := &remoteCall{
		entry: code.Entry{Module: module, Name: name, Arity: len(values)},
		args:  values, line: pos.Line, inPrompt: c.scope.fn.inPrompt,
	}
	if !call.rewrite(c) {
		call.order = orderOf(call.entry, args)
	}
	if tail {
		return call.tail
	}
	return call.run
}

// rewrite makes the call that the compiler makes of one; false if it leaves it.
func (s *remoteCall) rewrite(c *compiler) bool {
	r := rewritten[s.entry]
	replaced := r.name != "" && !r.counts && c.ev.table.Exports(r.module, r.name, s.entry.Arity)
	if replaced {
		args := make([]thunk, len(s.args))
		for i, from := range r.order {
			args[i] = s.args[from]
		}
		s.entry, s.args = code.Entry{Module: r.module, Name: r.name, Arity: s.entry.Arity}, args
	}
	if !s.inPrompt && s.entry == (code.Entry{Module: "maps", Name: "get", Arity: 2}) {
		s.entry = code.Entry{Module: "erlang", Name: "map_get", Arity: 2}
	}
	return replaced
}

// remoteCall is a place in the source where a function of a module is called.
// It remembers what the name stood for last.
type remoteCall struct {
	entry    code.Entry
	found    *code.Function
	fn       *function // the compiled code of found, if it is of this package
	args     []thunk
	order    []int // in which the arguments are evaluated, nil if as they stand
	line     int
	inPrompt bool
	// unrequired says that a macro has the name, which is not visible.
	unrequired bool
}

// resolve finds the function that the name stands for now.
func (s *remoteCall) resolve(m *machine) (*code.Function, *function) {
	if s.unrequired {
		return nil, nil
	}
	found := s.entry.Function(m.self.Node())
	if found != s.found {
		s.found, s.fn = found, m.ev.compiled[found]
	}
	return s.found, s.fn
}

func (s *remoteCall) run(m *machine) (term.Term, error) {
	found, fn := s.resolve(m)
	if !s.inPrompt {
		if fn == nil {
			return s.outside(m, found)
		}
		return localCall{fn, s.args, s.line}.run(m)
	}
	return s.interpreted(m, found, fn)
}

// interpreted is run for code of the prompt, which leaves a frame.
func (s *remoteCall) interpreted(m *machine, found *code.Function, fn *function) (value term.Term, err error) {
	if fn == nil {
		value, err = s.outside(m, found)
	} else {
		value, err = localCall{fn, s.args, s.line}.run(m)
	}
	if err != nil {
		err = framed(err, frameOfCall)
	}
	return value, err
}

func (s *remoteCall) tail(m *machine) (term.Term, error) {
	found, fn := s.resolve(m)
	if fn != nil {
		return localCall{fn, s.args, s.line}.tail(m)
	}
	values, err := s.values(m)
	if err != nil {
		return nil, err
	}
	value, err := s.apply(m, found, values)
	if err != nil && s.inPrompt && s.entry.Module == "erlang" && s.entry.Name == "error" {
		err = framed(err, frameOfTailCall) // the evaluator is who calls error/1
	}
	if err != nil && replacesCaller(err) {
		m.line = noFrame
	}
	return value, err
}

// replacesCaller reports whether the function that failed would have taken the
// place of its caller's frame, being called last. Functions of erlang do not:
// they have no frames of their own.
func replacesCaller(err error) bool {
	var x *exception.Error
	if !errors.As(err, &x) || len(x.Stack) == 0 {
		return false
	}
	return x.Stack[len(x.Stack)-1].Module != "erlang"
}

// outside calls a function that this package did not compile.
func (s *remoteCall) outside(m *machine, found *code.Function) (term.Term, error) {
	values, err := s.values(m)
	if err != nil {
		return nil, err
	}
	return s.apply(m, found, values)
}

// values are those of the arguments.
func (s *remoteCall) values(m *machine) (values []term.Term, err error) {
	if s.order == nil {
		return m.values(s.args)
	}
	values = make([]term.Term, len(s.args))
	for _, i := range s.order {
		if values[i], err = s.args[i](m); err != nil {
			return nil, err
		}
	}
	return values, nil
}

func (s *remoteCall) apply(m *machine, found *code.Function, values []term.Term) (term.Term, error) {
	if found == nil {
		return s.undefined(m, values)
	}
	m.ev.active = m
	value, err := found.Call(m.self, values)
	if err != nil {
		return m.fail(s.line, err)
	}
	return value, nil
}

//go:noinline
func (s *remoteCall) undefined(m *machine, args []term.Term) (term.Term, error) {
	return m.fail(s.line, m.ev.undefined(m.self, s.entry.Module, s.entry.Name, args))
}

// undefined is the exception of a call to a function that is not there, or not
// yet since its module is being defined.
func (ev *Evaluator) undefined(self *process.Process, module term.Atom, name string, args []term.Term) error {
	err := code.Missing(self, module, name, args)
	if ev.defining[module] == nil || ev.table.Module(module) != nil {
		return err
	}
	return exception.Raise(exception.Struct("UndefinedFunctionError",
		term.Pair{Key: term.Atom("module"), Value: module}, term.Pair{Key: term.Atom("function"), Value: term.Atom(name)},
		term.Pair{Key: term.Atom("arity"), Value: term.Int(len(args))}, term.Pair{Key: term.Atom("message"), Value: term.Nil},
		term.Pair{Key: term.Atom("reason"), Value: term.Atom("function not available")})).In(
		exception.Frame{Module: module, Function: name, Arity: len(args), Args: args, HasArgs: true})
}

// dynamicCall calls a function of a module that is the value of an expression.
func dynamicCall(target thunk, name string, args []thunk, line int) thunk {
	return func(m *machine) (term.Term, error) {
		module, err := target(m)
		if err != nil {
			return nil, err
		}
		values, err := m.values(args)
		if err != nil {
			return nil, err
		}
		atom, ok := module.(term.Atom)
		if !ok {
			if value := fieldCalled(module, name, values); value != nil {
				return value, nil
			}
			return m.fail(line, badModule(module, name, values))
		}
		return m.callNamed(atom, name, values, line)
	}
}

// fieldCalled is the value of a map's key that is written as a call without
// arguments, map.key(); nil if there is none.
func fieldCalled(target term.Term, name string, args []term.Term) term.Term {
	m, ok := term.AsMap(target)
	if !ok || len(args) > 0 {
		return nil
	}
	value, _ := m.Get(term.Atom(name))
	return value
}

// badModule is the exception of a call whose target is no atom.
func badModule(target term.Term, name string, args []term.Term) error {
	return exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: "erlang", Function: "apply", Arity: 3,
		HasArgs: true, Args: []term.Term{target, term.Atom(name), term.List(args...)}})
}

// callNamed calls module.name with arguments that are values.
func (m *machine) callNamed(module term.Atom, name string, args []term.Term, line int) (term.Term, error) {
	f := &term.Fun{Module: module, Name: name, Arity: len(args)}
	value, err := m.applyNamed(f, args, line)
	if value != nil || err != nil {
		return value, err
	}
	if value, err = m.tail.fn.invoke(m, m.tail.args, m.tail.captured); err != nil {
		return m.fail(line, err)
	}
	return value, nil
}

// field compiles target.name, which is the value of a map's key, or a call
// without arguments if the target is a module.
func (c *compiler) field(target thunk, n *syntax.Call) thunk {
	key, line := term.Atom(n.Name), n.Line
	guard, fail := c.guard, c.signal(n.Pos, false, nil)
	return func(m *machine) (term.Term, error) {
		value, err := target(m)
		if err != nil {
			return nil, err
		}
		if fields, ok := term.AsMap(value); ok {
			if field, ok := fields.Get(key); ok {
				return field, nil
			}
			return fail(m, noField(key, value))
		}
		if module, ok := value.(term.Atom); ok && !isLiteralName(module) && !guard {
			return m.callNamed(module, n.Name, nil, line)
		}
		return fail(m, noField(key, value))
	}
}

func noField(key term.Atom, value term.Term) error {
	return exception.Raise(term.Tuple{term.Atom("badkey"), key, value})
}

// access compiles x[key].
func (c *compiler) access(n *syntax.Access) thunk {
	x, key := c.two(n.X, n.Key)
	line := n.Line
	return func(m *machine) (term.Term, error) {
		container, err := x(m)
		if err != nil {
			return nil, err
		}
		k, err := key(m)
		if err != nil {
			return nil, err
		}
		value, err := m.fetch(container, k)
		if err != nil {
			return m.fail(line, err)
		}
		return value, nil
	}
}

// fetch is Access.get/2.
func (m *machine) fetch(container, key term.Term) (term.Term, error) {
	switch v := container.(type) {
	case *term.Map:
		if module, ok := v.Get(term.Atom("__struct__")); ok {
			return m.fetchStruct(module, container, key)
		}
		if value, ok := v.Get(key); ok {
			return value, nil
		}
		return term.Nil, nil
	case term.EmptyList:
		return term.Nil, nil
	case *term.Cons:
		name, ok := key.(term.Atom)
		if !ok {
			break
		}
		if value, ok := term.KeywordGet(v, name); ok {
			return value, nil
		}
		return term.Nil, nil
	case term.Atom:
		if v == term.Nil {
			return term.Nil, nil
		}
	}
	return m.accessOutside(container, key)
}

func (m *machine) fetchStruct(module, container, key term.Term) (term.Term, error) {
	name, _ := module.(term.Atom)
	if !m.ev.table.Exports(name, "fetch", 2) {
		return nil, noAccess(name, container, key)
	}
	value, err := m.callNamed(name, "fetch", []term.Term{container, key}, 0)
	if err != nil {
		return nil, err
	}
	if tuple, ok := value.(term.Tuple); ok && len(tuple) == 2 && tuple[0] == term.Term(term.OK) {
		return tuple[1], nil
	}
	return term.Nil, nil
}

// noAccess is the exception of x[key] for a struct that does not allow it.
func noAccess(name term.Atom, container, key term.Term) error {
	reason := aliasText(name) + " does not implement the Access behaviour. If you are using get_in/put_in/update_in, " +
		"you can specify the field to be accessed using Access.key!/1"
	return exception.Raise(exception.Struct("UndefinedFunctionError",
		term.Pair{Key: term.Atom("module"), Value: name},
		term.Pair{Key: term.Atom("function"), Value: term.Atom("fetch")},
		term.Pair{Key: term.Atom("arity"), Value: term.Int(2)},
		term.Pair{Key: term.Atom("reason"), Value: term.Binary(reason)},
		term.Pair{Key: term.Atom("message"), Value: term.Nil})).In(
		exception.Frame{Module: name, Function: "fetch", Arity: 2, Args: []term.Term{container, key}, HasArgs: true},
		exception.Frame{Module: term.Alias("Access"), Function: "get", Arity: 3, File: "lib/access.ex", Line: 288})
}

// accessOutside leaves the errors of x[key] to the library.
func (m *machine) accessOutside(container, key term.Term) (term.Term, error) {
	if m.ev.table.Exports("Elixir.Access", "get", 2) {
		return m.callNamed("Elixir.Access", "get", []term.Term{container, key}, 0)
	}
	return nil, exception.ArgumentError("%s", fmt.Sprintf("the Access module does not support %s", show(container)))
}
