package eval

import (
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The numbers by which funs of the prompt are printed.
const (
	promptUnique = 3316493
	promptPlace  = ":erl_eval.expr/6"
)

// promptIndex is the first number of a fun of the prompt: erl_eval has one
// fun for each arity up to 20.
func promptIndex(arity int) int {
	if arity > 20 {
		return 0
	}
	return 43 - arity
}

// fn compiles fn clauses end.
func (c *compiler) fn(n *syntax.Fn) thunk {
	if c.guard {
		c.fail(n.Pos, notInGuard, "fn")
	}
	arity := len(n.Clauses[0].Args)
	return c.closure(n.Pos, arity, n.Clauses, func(fn *function) thunk {
		clauses := make([]fnClause, len(n.Clauses))
		mixed := false
		var before []earlier
		for i, cl := range n.Clauses {
			for _, arg := range cl.Args {
				if d, ok := arg.(*syntax.Binary); ok && d.Op == "\\\\" {
					c.fail(n.Pos, "anonymous functions cannot have optional arguments")
				}
			}
			mixed = mixed || len(cl.Args) != arity
			before = c.remarkLate(before, cl.Pos, cl.Args, cl.Guard)
			c.inClause(func() { clauses[i] = c.fnClause(cl.Args, cl.Guard, cl.Body) })
		}
		if mixed {
			c.fail(n.Pos, "cannot mix clauses with different arities in anonymous functions")
		}
		return dispatch(clauses, fn.noClause)
	})
}

// closure compiles an anonymous function whose body the callback compiles.
func (c *compiler) closure(pos syntax.Pos, arity int, clauses []*syntax.Clause, body func(*function) thunk) thunk {
	inner := &fnScope{outer: c.scope, size: arity, inPrompt: c.scope.fn.inPrompt}
	fn := &function{arity: arity, file: c.file, line: pos.Line, inPrompt: inner.inPrompt}
	inner.function = fn
	if fn.inPrompt {
		fn.source = &funSource{clauses: clauses, context: *c.context, prompt: c.promptVariables(clauses)}
	}
	shape := c.funShape(fn)
	c.local = nil
	scope, context, copied, level := c.scope, c.context, *c.context, c.level
	c.scope, c.context, c.level = newScope(inner), &copied, 0
	compiled := body(fn)
	c.scope, c.context, c.level = scope, context, level
	fn.cost = inner.cost()
	fn.body, fn.size, fn.frameArity = compiled, inner.size, arity+len(inner.captured)
	from := make([]int, len(inner.captured))
	for i, capture := range inner.captured {
		from[i] = capture.from.slot
		fn.captures = append(fn.captures, capture.to.slot)
		if fn.source != nil {
			fn.source.captured = append(fn.source.captured, capture.to.name)
		}
	}
	return newClosure(c.ev, fn, shape, from)
}

// funShape is what the funs of fn have in common, and names fn for stack traces.
func (c *compiler) funShape(fn *function) term.Fun {
	if fn.inPrompt {
		return term.Fun{Arity: fn.arity, Module: "erl_eval", Name: fmt.Sprintf("-expr/6-fun-%d-", fn.arity+2), Index: promptIndex(fn.arity), Unique: promptUnique, Place: promptPlace}
	}
	index := c.module.funIndex(c.local)
	place, number := "__MODULE__/0", index
	if c.define != nil {
		place, number = fmt.Sprintf("%s/%d", c.define.key.Name, c.define.key.Arity), c.define.funs
		c.define.funs++
	}
	fn.module = c.module.name
	fn.name = fmt.Sprintf("-%s-fun-%d-", place, number)
	name := fn.name
	switch {
	case c.local != nil:
		name, place = c.local.Name, c.local.Name
	case c.define != nil:
		place = keyText(c.define.key)
	}
	return term.Fun{
		Arity: fn.arity, Module: fn.module, Name: name, Index: index, Unique: c.module.unique(),
		Place: strings.TrimPrefix(aliasText(fn.module), "Elixir.") + "." + place,
	}
}

// newClosure is the thunk that makes a fun of fn with the values it captures.
func newClosure(ev *Evaluator, fn *function, shape term.Fun, from []int) thunk {
	return func(m *machine) (term.Term, error) {
		var captured []term.Term
		if len(from) > 0 {
			captured = make([]term.Term, len(from))
			for i, slot := range from {
				captured[i] = m.slots[slot]
			}
		}
		made := &madeFun{Fun: shape, closure: closure{ev: ev, fn: fn, captured: captured}}
		made.closure.fun = &made.Fun
		made.Fun.Code = process.Func(made.closure.call)
		return &made.Fun, nil
	}
}

// madeFun is a fun with its closure, allocated at once.
type madeFun struct {
	term.Fun
	closure closure
}

// capture compiles &f/1, &M.f/1 and &(... &1 ...).
func (c *compiler) capture(n *syntax.Capture) thunk {
	if t := c.captureNamed(n); t != nil {
		return t
	}
	if block, ok := n.X.(*syntax.Block); ok && len(block.Exprs) != 1 {
		c.fail(n.Pos, "block expressions are not allowed inside the capture operator &, got: %s", syntaxText(n.X))
	}
	syntax.Visit(n.X, func(inner syntax.Node) {
		if inner, ok := inner.(*syntax.Capture); ok {
			c.fail(n.Pos, "nested captures are not allowed. You cannot define a function using  the capture operator & inside "+
				"another function defined via &. Got invalid nested capture: %s", syntaxText(inner))
		}
	})
	arity := highestCapture(n.X)
	if index, bare := n.X.(*syntax.Int); bare {
		c.fail(n.Pos, "capture argument &%d must be used within the capture operator &", index.Value)
	}
	if arity == 0 {
		syntax.Visit(n.X, func(n syntax.Node) {
			if arg, ok := n.(*syntax.CaptureArg); ok {
				c.fail(arg.Pos, "capture argument &%d must be numbered between 1 and 255", arg.Index)
			}
		})
		c.fail(n.Pos, captureHelp, syntaxText(n.X))
	}
	c.checkCaptureArgs(n, arity)
	if t := c.captureCall(n.X); t != nil {
		return t
	}
	return c.captured(n.Pos, arity, n.X)
}

const captureHelp = `invalid args for &, expected one of:

  * &Mod.fun/arity to capture a remote function, such as &Enum.map/2
  * &fun/arity to capture a local or imported function, such as &is_atom/1
  * &some_code(&1, ...) containing at least one argument as &1, such as &List.flatten(&1)

Got: %s`

// captureCall compiles &M.f(&1, &2), which is &M.f/2, and returns nil for
// calls with other arguments.
func (c *compiler) captureCall(n syntax.Node) thunk {
	if op, ok := n.(*syntax.Binary); ok && erlangNames[op.Op] != "" && !c.outsideKernel(op.Pos, op.Op, 2) && inOrder(op.Left, op.Right) {
		return constant(externalFun("erlang", erlangNames[op.Op], 2))
	}
	call, ok := n.(*syntax.Call)
	if !ok || call.Do != nil || len(call.Args) == 0 || !inOrder(call.Args...) {
		return nil
	}
	key := code.Key{Name: call.Name, Arity: len(call.Args)}
	if call.Target == nil {
		if module, ok := c.importedFunction(call.Name, key.Arity); ok && specialForms[call.Name] == nil {
			return c.external(module, call.Name, key.Arity)
		}
		c.local = c.localFunction(key)
		return nil
	}
	module, ok := c.constantAlias(call.Target)
	if !ok || c.remoteMacro(module, key) != nil || c.ev.guardOf(module, key) != nil || module == kernel {
		return nil
	}
	return c.external(module, call.Name, key.Arity)
}

// inOrder reports whether nodes are &1, &2 and so on.
func inOrder(nodes ...syntax.Node) bool {
	for i, n := range nodes {
		if arg, ok := n.(*syntax.CaptureArg); !ok || arg.Index != i+1 {
			return false
		}
	}
	return true
}

// checkCaptureArgs fails if one of &1 to &arity is missing.
func (c *compiler) checkCaptureArgs(n *syntax.Capture, arity int) {
	seen := make(map[int]bool)
	syntax.Visit(n.X, func(n syntax.Node) {
		if arg, ok := n.(*syntax.CaptureArg); ok {
			seen[arg.Index] = true
		}
	})
	for i := 1; i < arity; i++ {
		if !seen[i] {
			c.fail(n.Pos, "capture argument &%d cannot be defined without &%d (you cannot skip arguments, "+
				"all arguments must be numbered)", arity, i)
		}
	}
}

func highestCapture(n syntax.Node) int {
	highest := 0
	syntax.Visit(n, func(n syntax.Node) {
		if arg, ok := n.(*syntax.CaptureArg); ok {
			highest = max(highest, arg.Index)
		}
	})
	return highest
}

// captureArg compiles &1, which is in the slot of the argument.
func (c *compiler) captureArg(n *syntax.CaptureArg) thunk {
	v := c.scope.lookup(captureName(n.Index))
	if v == nil {
		c.fail(n.Pos, "capture argument &%d must be used within the capture operator &", n.Index)
	}
	return readVariable(v)
}

func captureName(index int) string { return fmt.Sprintf("&%d", index) }

// captured compiles the body of a capture with the arguments &1 to &arity.
func (c *compiler) captured(pos syntax.Pos, arity int, body syntax.Node) thunk {
	clause := &syntax.Clause{Pos: pos, Body: body}
	for i := range arity {
		clause.Args = append(clause.Args, &syntax.CaptureArg{Pos: pos, Index: i + 1})
	}
	return c.closure(pos, arity, []*syntax.Clause{clause}, func(*function) thunk {
		for i := range arity {
			c.scope.declare(&variable{name: captureName(i + 1), slot: i, used: true})
		}
		return c.block(body, true)
	})
}

// captureNamed compiles &f/1 and &M.f/1, and returns nil for other captures.
func (c *compiler) captureNamed(n *syntax.Capture) thunk {
	slash, ok := n.X.(*syntax.Binary)
	if !ok || slash.Op != "/" {
		return nil
	}
	number, ok := slash.Right.(*syntax.Int)
	if !ok {
		return nil
	}
	arity := int(number.Value)
	switch f := slash.Left.(type) {
	case *syntax.Var:
		return c.captureLocal(n, plainName(f.Name), arity)
	case *syntax.Call:
		if len(f.Args) > 0 || f.Do != nil || f.Parens && f.Target == nil {
			return nil
		}
		if f.Target == nil {
			return c.captureLocal(n, plainName(f.Name), arity)
		}
		return c.captureRemote(n, f, arity)
	}
	return nil
}

func (c *compiler) captureRemote(n *syntax.Capture, f *syntax.Call, arity int) thunk {
	if module, ok := c.constantAlias(f.Target); ok {
		if module == kernel && slices.Contains(kernelMacros[f.Name], arity) {
			return c.captureOperator(n, f.Name, captureArgs(n, arity))
		}
		if c.module != nil {
			c.noteRemote(f.Pos, module, code.Key{Name: f.Name, Arity: arity})
		}
		return c.external(module, f.Name, arity)
	}
	target, line := c.expr(f.Target, false), f.Line
	return func(m *machine) (term.Term, error) {
		module, err := target(m)
		if err != nil {
			return nil, err
		}
		atom, ok := module.(term.Atom)
		if !ok {
			return m.fail(line, badArg("make_fun", module, term.Atom(f.Name), term.Int(arity)))
		}
		return externalFun(atom, f.Name, arity), nil
	}
}

// externalFun is &module.name/arity; what it calls is looked up at each call.
func externalFun(module term.Atom, name string, arity int) *term.Fun {
	f := &term.Fun{Module: module, Name: name, Arity: arity, External: true}
	if module == "erlang" {
		if call := builtinFunc(name, arity); call != nil {
			f.Code = call
		}
	}
	return f
}

// captureLocal compiles &f/1 for a function known by its bare name.
func (c *compiler) captureLocal(n *syntax.Capture, name string, arity int) thunk {
	params := captureArgs(n, arity)
	macro := slices.Contains(kernelMacros[name], arity)
	if module, ok := c.importedFunction(name, arity); ok && !(macro && module == kernel) {
		return c.external(module, name, arity)
	}
	if operators[name] || specialForms[name] != nil || macro || c.module != nil && c.define != nil {
		return c.captureOperator(n, name, params)
	}
	c.fail(n.Pos, "undefined function %s/%d (there is no such import)", name, arity)
	return nil
}

// localFunction returns the key of a bare name that is a function of the module
// and nothing that is expanded; nil for other names.
func (c *compiler) localFunction(key code.Key) *code.Key {
	_, macro := c.visibleMacro(key)
	if c.define == nil || macro != nil || c.visibleGuard(key) != nil || c.libraryMacro(key) != nil ||
		specialForms[key.Name] != nil || slices.Contains(kernelMacros[key.Name], key.Arity) {
		return nil
	}
	return &key
}

// captureArgs are &1, &2 and so on.
func captureArgs(n *syntax.Capture, arity int) []syntax.Node {
	params := make([]syntax.Node, arity)
	for i := range params {
		params[i] = &syntax.CaptureArg{Pos: n.Pos, Index: i + 1}
	}
	return params
}

// captureOperator compiles &+/2 and its like, which the tree has as operators,
// and captures of functions that only a call can find.
func (c *compiler) captureOperator(n *syntax.Capture, name string, params []syntax.Node) thunk {
	var body syntax.Node
	switch {
	case operators[name] && len(params) == 2:
		body = &syntax.Binary{Pos: n.Pos, Op: name, Left: params[0], Right: params[1]}
	case operators[name] && len(params) == 1:
		body = &syntax.Unary{Pos: n.Pos, Op: name, X: params[0]}
	default:
		body = &syntax.Call{Pos: n.Pos, Name: name, Args: params, Parens: true}
		c.local = c.localFunction(code.Key{Name: name, Arity: len(params)})
	}
	return c.captured(n.Pos, len(params), body)
}
