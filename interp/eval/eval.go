package eval

import (
	"errors"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Options are what the shell and the library give to the evaluator. All of
// them may be left out.
type Options struct {
	// Each calls f with the elements of an enumerable that is neither list,
	// map nor range, until f returns an error, which it returns. A value that
	// is not enumerable is an exception.
	Each func(self *process.Process, enumerable term.Term, f func(term.Term) error) error
	// Macros are called by their bare names with the arguments as they were
	// written.
	Macros map[code.Key]Macro
	// Imported are the macros of modules of the library: they are called by
	// their bare names where the module is imported.
	Imported map[term.Atom]map[code.Key]Macro
	// Use says what `use Module, options` adds to a module.
	Use map[term.Atom]Use
	// Warn receives the remarks of the compiler, in order, before the code
	// they are about is run.
	Warn func(self *process.Process, w Warning)
	// Deprecated returns what to do instead of calling a function that Elixir
	// advises against, or "". If it is nil, nothing is said of such calls.
	Deprecated func(module term.Atom, name string, arity int) string
	// Undefined words the warning about a call, in a module, of a function that
	// is not there; "" means that nothing is said. If it is nil, the words are
	// Elixir's.
	Undefined func(module term.Atom, name string, arity int) string
	// Callbacks returns the callbacks of a behaviour of the library, nil if the
	// module is none.
	Callbacks func(behaviour term.Atom) []Callback
	// Defined is told of each module that was defined and of the one that it
	// replaced, or nil; it runs in the process that defines it.
	Defined func(self *process.Process, module, replaced *code.Module)
}

// Macro expands a call at compile time. It returns the tree that takes the
// place of the call, or, if that is nil, the code that does.
type Macro func(call *MacroCall) (syntax.Node, Code, error)

// Code is compiled code: the value of the expression that it stands for.
type Code func(r *Runtime) (term.Term, error)

// Use is what `use Module` does in a module: each function it returns becomes
// a default that a definition in the module replaces.
type Use struct {
	// Behaviour is kept among the module's behaviours; "" means none.
	Behaviour term.Atom
	// Imports are the modules that are imported from there on.
	Imports []term.Atom
	// Accumulates are the attributes of which every value is kept.
	Accumulates []string
	// Deprecated and Remark are what the compiler and the macro itself say of
	// every use; "" is nothing.
	Deprecated, Remark string
	// Functions returns the defaults for the module, given the options of use.
	Functions func(module term.Atom, options term.Term) []*code.Function
	// Warn, if it is set, is told the keys that the module defines at its end
	// and returns remarks: callbacks that are missing.
	Warn func(module term.Atom, defined func(code.Key) bool) []string
}

// Evaluator compiles code for one node. It may be used by the goroutine that
// owns the node only.
type Evaluator struct {
	table   *code.Table
	options Options
	// compiled finds the code of functions made by this evaluator.
	compiled map[*code.Function]*function
	// guards are the macros that defguard made, by module.
	guards map[term.Atom]map[code.Key]*guardMacro
	// macros are those of defmacro, by module; expanded counts their expansions.
	macros   map[term.Atom]map[code.Key]*userMacro
	expanded int
	// failed is how the last compilation ended early.
	failed bail
	uses   []remoteUse // calls that Verify looks at
	// behaviours are the callbacks of the modules that declare some.
	behaviours map[term.Atom][]Callback
	// deprecated says what to use in place of functions, by module.
	deprecated map[term.Atom]map[code.Key]string

	// defining are the modules that are being defined.
	defining map[term.Atom]*module

	free   *machine
	active *machine
	ints   term.Ints // that the machines make
	// handoff and unwrapped are the two sides of a call of a closure by
	// compiled code; see the design notes.
	handoff   *term.Fun
	unwrapped *closure
}

// New returns an evaluator that finds and defines modules in table.
func New(table *code.Table, options Options) *Evaluator {
	return &Evaluator{table: table, options: options, compiled: make(map[*code.Function]*function),
		guards: make(map[term.Atom]map[code.Key]*guardMacro), macros: make(map[term.Atom]map[code.Key]*userMacro),
		behaviours: make(map[term.Atom][]Callback), deprecated: make(map[term.Atom]map[code.Key]string), defining: make(map[term.Atom]*module)}
}

// MacrosOf returns the public macros of a module that defmacro made.
func (ev *Evaluator) MacrosOf(module term.Atom) []code.Key {
	var keys []code.Key
	for key, macro := range ev.macros[module] {
		if !macro.private {
			keys = append(keys, key)
		}
	}
	return keys
}

// Program is compiled code of one input.
type Program struct {
	ev      *Evaluator
	fn      *function
	scope   *scope
	context *context
	env     *Env
}

// Compile compiles the tree of an input. The process is the one that is going
// to run it; warnings are reported in it. The error is an *exception.Error, a
// CompileError in most cases.
func (ev *Evaluator) Compile(self *process.Process, tree syntax.Node, env *Env) (*Program, error) {
	c := newCompiler(ev, self, env)
	var body thunk
	err := c.catch(func() { body = c.expr(tree, false) })
	if err != nil {
		ev.failed = c.failed
		return nil, err
	}
	ev.failed = bail{}
	c.warnUnused(c.scope, true)
	fn := &function{cost: c.scope.fn.cost(), file: env.file, size: c.scope.fn.size, body: body, inPrompt: true}
	return &Program{ev: ev, fn: fn, scope: c.scope, context: c.context, env: env}, nil
}

// Run runs the program in self, blocking as long as that does, and returns
// the value and what the program leaves for the next one.
func (p *Program) Run(self *process.Process) (term.Term, *Env, error) {
	m := p.ev.enter(self)
	m.depth, m.caller = 0, nil
	frame := m.push(p.fn.size)
	m.slots = frame
	value, err := p.fn.run(m)
	if err != nil {
		p.ev.leave(m)
		return nil, nil, err
	}
	next := *p.env
	next.aliases, next.imports, next.requires = p.context.aliases, p.context.imports, p.context.requires
	env := &next
	for _, v := range p.scope.order {
		if p.scope.vars[v.name] == v && v.value == nil {
			env = env.With(v.name, frame[v.slot])
		}
	}
	p.ev.leave(m)
	return value, env, nil
}

// EvalInput compiles and runs an input of the prompt. As IEx does, it takes a
// block expression by expression: each is compiled after the ones before it
// have run. If one fails, nothing of the input is kept. What Verify finds is
// reported at the end.
func (ev *Evaluator) EvalInput(self *process.Process, tree syntax.Node, env *Env) (value term.Term, next *Env, err error) {
	ev.uses = nil
	all := expressions(tree)
	if len(all) > 1 {
		self.SetBase(&blockBase)
		defer self.SetBase(nil)
	}
	for _, expr := range all {
		if value, env, err = ev.Eval(self, expr, env); err != nil {
			if len(all) > 1 || isBlock(expr) {
				err = ev.inBlock(err)
			}
			return nil, nil, err
		}
	}
	ev.Verify(self)
	return value, env, nil
}

// isBlock reports whether Elixir's parser makes a block of an expression: it
// does so of negations, since it may have to rearrange them.
func isBlock(n syntax.Node) bool {
	unary, ok := n.(*syntax.Unary)
	return ok && (unary.Op == "not" || unary.Op == "!")
}

// inBlock adds the frame of the fold with which IEx goes through the
// expressions of a block, if the stack has place for it behind those of the
// interpreter, or of the expansion of what failed.
func (ev *Evaluator) inBlock(err error) error {
	var x *exception.Error
	if !errors.As(err, &x) || ev.failed.used+framesBelow >= exception.MaxDepth {
		return err
	}
	shown := 0
	for _, f := range x.Stack {
		if f.Module == bodyModule { // below it is the expander
			return err
		}
		if f.Module != "erl_eval" {
			shown++
		}
	}
	if shown > 4 {
		return err
	}
	return x.In(foldFrame)
}

// blockBase is what the expressions of a block run on.
var blockBase = []exception.Frame{foldFrame}

// expressions are those that are evaluated one by one: of a block, and of the
// blocks in it.
func expressions(tree syntax.Node) []syntax.Node {
	block, ok := tree.(*syntax.Block)
	if !ok || len(block.Exprs) < 2 {
		return []syntax.Node{tree}
	}
	var all []syntax.Node
	for _, e := range block.Exprs {
		all = append(all, expressions(e)...)
	}
	return all
}

// Eval compiles and runs a tree as a whole.
func (ev *Evaluator) Eval(self *process.Process, tree syntax.Node, env *Env) (term.Term, *Env, error) {
	p, err := ev.Compile(self, tree, env)
	if err != nil {
		return nil, nil, err
	}
	return p.Run(self)
}
