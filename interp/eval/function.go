package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// function is a compiled function: of a module, an anonymous one, or the body
// of a program. Its frame begins with the arguments, then come the captured
// values, then its variables.
type function struct {
	module term.Atom
	name   string
	arity  int
	file   string
	line   int
	size   int   // of its frame
	cost   int   // bytes of Go's stack that a call takes at most
	body   thunk // selects the clause
	// inPrompt marks code that real IEx interprets, which has no frames of its
	// own in stack traces.
	inPrompt bool
	captures []int // slots that the captured values are put in
	// frameArity is the arity that stack traces show.
	frameArity int
	source     *funSource // of a fun of the prompt
}

// funSource is what a fun of the prompt was compiled from: clauses, of a capture
// one. erl_eval has it too, and ets:fun2ms/1 asks for it.
type funSource struct {
	clauses  []*syntax.Clause
	context  context
	prompt   map[string]term.Term // the variables of the prompt that they speak of
	captured []string             // the names of the captured values
}

// run runs the function whose frame is m.slots, the last one on the stack,
// and the functions it goes on with in tail position.
func (fn *function) run(m *machine) (term.Term, error) {
	m.self.Checkpoint()
	depth := m.depth
	if depth > maxDepth {
		return fn.tooDeep(m)
	}
	m.depth += fn.cost
	stack, base := m.stack, m.top-fn.size
	for {
		value, err := fn.body(m)
		if err != nil {
			m.depth = depth
			return nil, fn.failed(m, err)
		}
		if value != nil {
			m.depth = depth
			return value, nil
		}
		fn = m.tail.fn
		m.stack, m.top = stack, base
		fn.load(m, m.tail.args, m.tail.captured)
		m.self.Checkpoint()
	}
}

// tooDeep ends a recursion that would exhaust the stack.
//
//go:noinline
func (fn *function) tooDeep(m *machine) (term.Term, error) {
	return m.fail(noFrame, exception.New("SystemLimitError",
		"a system limit has been reached: too many calls wait for others to return. "+
			"A function that calls itself outside of tail position must come to an end").In(fn.frame(fn.line)))
}

// load makes the frame of fn the current one. The arguments may lie on the
// part of the stack that the frame takes, not before its beginning.
func (fn *function) load(m *machine, args, captured []term.Term) {
	frame := m.push(fn.size)
	//lint:ignore S1001 there are few arguments, for which copy would be two calls
	for i, arg := range args {
		frame[i] = arg
	}
	for i, slot := range fn.captures {
		frame[slot] = captured[i]
	}
	m.slots = frame
}

// failed adds the frame of fn to the stack of an error that leaves it. It is
// kept out of line, as tooDeep is, to keep the Go frame of run small.
//
//go:noinline
func (fn *function) failed(m *machine, err error) error {
	if m.line == noFrame || fn.inPrompt {
		return err
	}
	frame := fn.frame(m.line)
	frame.Info, m.info = m.info, nil
	return framed(err, frame)
}

func (fn *function) frame(line int) exception.Frame {
	return exception.Frame{
		Module: fn.module, Function: fn.name, Arity: fn.frameArity, File: fn.file, Line: line,
	}
}

// call runs fn from outside of compiled code.
func (fn *function) call(ev *Evaluator, self *process.Process, args, captured []term.Term) (term.Term, error) {
	m := ev.enter(self)
	fn.load(m, args, captured)
	value, err := fn.run(m)
	ev.leave(m)
	return value, err
}

// callResult is call for behaviours, as code.ResultFunc. The tuple is not made
// when it stands in tail position, of fn or of what fn ends with: all that
// runs at one depth, which no call inside of it shares.
func (fn *function) callResult(ev *Evaluator, self *process.Process, args []term.Term, result *code.Result) error {
	m := ev.enter(self)
	fn.load(m, args, nil)
	m.resultDepth, m.result = m.depth+fn.cost, result
	value, err := fn.run(m)
	m.resultDepth, m.result = 0, nil
	ev.leave(m)
	if err == nil && result.Tag == "" {
		*result = code.ResultOf(value)
	}
	return err
}

// invoke runs fn on m with arguments that are values already.
func (fn *function) invoke(m *machine, args, captured []term.Term) (term.Term, error) {
	stack, top, slots := m.stack, m.top, m.slots
	fn.load(m, args, captured)
	value, err := fn.run(m)
	m.stack, m.top, m.slots = stack, top, slots
	return value, err
}

// closure is a function with the values it captured.
type closure struct {
	ev       *Evaluator
	fn       *function
	captured []term.Term
	fun      *term.Fun
}

// call is the process.Func of the closure. When the caller is a machine of the
// same evaluator it only names itself; see the design notes.
func (c *closure) call(self *process.Process, args []term.Term) (term.Term, error) {
	if c.ev.handoff == c.fun {
		c.ev.handoff, c.ev.unwrapped = nil, c
		return nil, nil
	}
	return c.fn.call(c.ev, self, args, c.captured)
}

// unwrap calls fun, and returns its closure instead if it has one.
func (m *machine) unwrap(fun *term.Fun, call process.Func, args []term.Term) (*closure, term.Term, error) {
	ev := m.ev
	ev.handoff = fun
	ev.active = m
	value, err := call(m.self, args)
	if c := ev.unwrapped; c != nil {
		ev.unwrapped = nil
		return c, nil, nil
	}
	ev.handoff = nil
	return nil, value, err
}

// apply calls a function value.
func (m *machine) apply(fun term.Term, args []term.Term, line int) (term.Term, error) {
	value, err := m.applyTail(fun, args, line)
	if value != nil || err != nil {
		return value, err
	}
	tail := m.tail
	if value, err = tail.fn.invoke(m, tail.args, tail.captured); err != nil {
		return m.fail(line, err)
	}
	return value, nil
}

// applyTail calls a function value in tail position.
func (m *machine) applyTail(fun term.Term, args []term.Term, line int) (term.Term, error) {
	f, ok := fun.(*term.Fun)
	if !ok || f.Arity != len(args) {
		_, err := code.Call(m.self, fun, args...)
		return m.fail(line, err)
	}
	call, ok := f.Code.(process.Func)
	if !ok {
		return m.applyNamed(f, args, line)
	}
	c, value, err := m.unwrap(f, call, args)
	if c != nil {
		m.tail = tailCall{c.fn, args, c.captured}
		return nil, nil
	}
	if err != nil {
		return m.fail(line, err)
	}
	return value, nil
}

// applyNamed calls the function that a capture names, as it is now.
func (m *machine) applyNamed(f *term.Fun, args []term.Term, line int) (term.Term, error) {
	found := m.ev.table.Function(f.Module, f.Name, f.Arity)
	if found == nil {
		return m.fail(line, code.Undef(f.Module, f.Name, args))
	}
	if fn := m.ev.compiled[found]; fn != nil {
		m.tail = tailCall{fn: fn, args: args}
		return nil, nil
	}
	m.outside()
	value, err := found.Call(m.self, args)
	if err != nil {
		return m.fail(line, err)
	}
	return value, nil
}
