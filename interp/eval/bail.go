package eval

import (
	"errors"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// This file keeps account of the stack of an error of the compiler. Erlang
// keeps the topmost frames only, and most of them are those of Elixir's own
// expander, which nobody sees: the deeper an expression is nested, the fewer
// frames of macros and modules are left.

// bail ends the compilation; catch returns it as an error.
type bail struct {
	err error
	// used are the frames of the expander in the stack, 0 if they do not count
	// since the error came from elsewhere.
	used int
}

const (
	framesOfFailure   = 2 // where the expander fails
	framesOfNesting   = 3 // of a level of nested expressions
	framesOfRefusal   = 2 // of what is refused in a match
	framesOfSegment   = 1 // of a segment that fails
	framesOfMatch     = 2 // of a match whose left side fails
	framesOfCall      = 1 // of the call that a pipe becomes
	framesBelow       = 2 // below the expression
	framesToTheMargin = exception.MaxDepth - 1
)

// bare reports whether the frames of the expander count and none is named yet.
func (b *bail) bare() bool { return b.used > 0 && framesOf(b.err) == 0 }

// full reports whether the stack has no place for another frame.
func (b *bail) full() bool { return b.used >= exception.MaxDepth }

// in adds a frame if there is place for it.
func (b *bail) in(f exception.Frame) {
	if b.used > 0 && b.full() {
		return
	}
	b.err = exception.In(b.err, f)
	if b.used > 0 {
		b.used++
	}
}

// descend counts the frames of the expressions between that which failed and
// one at the level.
func (c *compiler) descend(b *bail, level int) {
	if b.bare() { // a macro raises again with the stack it has
		b.used = min(b.used+framesOfNesting*max(0, c.level-level-1), framesToTheMargin)
	}
	c.level = level
}

// expanding compiles with f what a macro of Kernel makes; an error on the way
// has the frames of the macro, as far as Erlang's short stacks show them.
func (c *compiler) expanding(pos syntax.Pos, name string, arity int, f func()) {
	c.expandingOf(kernel, pos, name, arity, f)
}

// expandingOf is expanding for a macro of a module.
func (c *compiler) expandingOf(module term.Atom, pos syntax.Pos, name string, arity int, f func()) {
	outer, level := c.macroLine, c.level
	if outer == 0 && module == kernel {
		c.macroLine = pos.Line
	}
	defer func() { c.macroLine = outer }()
	failing(f, func(b *bail) {
		c.descend(b, level)
		b.in(expandingMacro(module, name, arity))
		b.in(c.here(pos))
	})
}

// failing runs f; the error that ends it goes on as account has changed it.
func failing(f func(), account func(b *bail)) {
	defer func() {
		switch b := recover().(type) {
		case nil:
		case bail:
			account(&b)
			panic(b)
		default:
			panic(b)
		}
	}()
	f()
}

// levelsOf is how many levels of the expander an expression is: those that it
// takes apart in two steps are two.
func levelsOf(n syntax.Node) int {
	switch n := n.(type) {
	case *syntax.Tuple, *syntax.Map:
		return 2
	case *syntax.Call:
		if n.Target == nil && n.Name == "with" {
			return 2
		}
	}
	return 1
}

// inPlace compiles with f the call that stands in the place of a pipe.
func (c *compiler) inPlace(f func()) {
	c.level--
	failing(f, func(b *bail) {
		if b.bare() {
			b.used += framesOfCall
		}
	})
	c.level++
}

// inMatch compiles with f the right side of a match that a macro made.
func (c *compiler) inMatch(f func()) {
	level := c.level
	failing(f, func(b *bail) {
		if b.bare() {
			c.descend(b, level)
			b.used = min(b.used+framesOfCall, framesToTheMargin)
		}
	})
}

// inClause compiles with f a clause: an error in it fills Erlang's stack up to
// the expression that has clauses.
func (c *compiler) inClause(f func()) {
	level := c.level
	failing(f, func(b *bail) {
		if b.bare() {
			b.used = max(b.used, framesToTheMargin)
		}
		c.level = level
	})
}

// inMatched compiles with f the left side of a match: what fails inside of it
// leaves no place in the stack below it.
func (c *compiler) inMatched(p *patternScope, f func()) {
	failing(f, func(b *bail) {
		switch {
		case !b.bare():
		case p.depth > 1:
			b.used = max(b.used, framesToTheMargin)
		default:
			b.used = min(b.used+framesOfMatch, framesToTheMargin)
		}
	})
}

// inDefinition adds the frame of the module's body to an error in a function.
func (c *compiler) inDefinition(err error, pos syntax.Pos) error {
	if b := c.failed; b.used > 0 && b.used+framesBelow < exception.MaxDepth && framesOf(err) == 0 {
		return exception.In(err, exception.Frame{Module: bodyModule, Function: "__MODULE__", Arity: 1, File: c.file, Line: pos.Line})
	}
	return err
}

func framesOf(err error) int {
	var x *exception.Error
	if !errors.As(err, &x) {
		return 0
	}
	return len(x.Stack)
}
