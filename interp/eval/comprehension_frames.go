package eval

import (
	"errors"
	"fmt"
	"slices"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// This file has the frames that a for leaves in the stack of an error: Elixir
// makes of its generators calls of Enum.reduce/3.

// step is the function that the loop of a generator calls for each element, in
// compiled code; what comes from here on belongs to it. Its parameters are the
// element, what has been made so far, and what it takes from around it.
func (c *compiler) step() *function {
	fn := c.scope.fn
	if fn.inPrompt || fn.function == nil || c.define == nil {
		return nil
	}
	fn.watch = &watch{around: fn.watch, before: fn.size, seen: make(map[string]bool)}
	step := &function{module: c.module.name, name: fmt.Sprintf("-%s-fun-0-", keyText(c.define.key)), file: c.file, frameArity: 2}
	fn.function = step
	return step
}

// throughStream adds to an error the frames of Enum.reduce/3, with which
// interpreted code goes through a stream: where the loop was called for an
// element and where it was begun.
func (c *collector) throughStream(enumerable term.Term, err error) error {
	var x *exception.Error
	name, isStruct := structName(enumerable)
	fun, _ := enumerable.(*term.Fun)
	stream := fun != nil && fun.Arity == 2 || isStruct && name == term.Alias("Stream")
	if err == nil || !c.inPrompt && !c.inStep || !stream || !errors.As(err, &x) {
		return err
	}
	x.AtSeam(reducing("-reduce/3-anonymous-1-"))
	return x.In(reducing("reduce"))
}

func isMapSet(m *term.Map) bool {
	name, _ := m.Get(term.Atom("__struct__"))
	return name == term.Term(term.Alias("MapSet"))
}

func reducing(function string) exception.Frame {
	return exception.Frame{Module: term.Alias("Enum"), Function: function, Arity: 3, File: "lib/enum.ex", Line: 4307}
}

// inReduce adds to an error the frames of the step of compiled code and of the
// loop that goes through an enumerable.
func (c *collector) inReduce(q *qualifier, enumerable term.Term, err error) error {
	var x *exception.Error
	if err == nil || !c.inPrompt && (q.step == nil || c.m.line == noFrame && !c.inStep) || !errors.As(err, &x) {
		return err
	}
	if q.step != nil && !c.inStep {
		q.step.failed(c.m, err)
		c.inStep = true
	}
	m, isMap := enumerable.(*term.Map)
	_, isStruct := structName(enumerable)
	switch {
	case term.IsList(enumerable):
		x.In(foldFrame)
	case isMap && !isStruct:
		x.In(exception.Frame{Module: "maps", Function: "fold_1", Arity: 3, File: "maps.erl", Line: 411})
	case isMap && has(m, term.Atom("step")):
		x.In(exception.Frame{Module: term.Alias("Enum"), Function: "reduce_range", Arity: 5, File: "lib/enum.ex", Line: 4299})
	case isStruct && isMapSet(m):
		x.In(reducing("-reduce/3-anonymous-1-"),
			exception.Frame{Module: term.Alias("Enumerable.List"), Function: "reduce", Arity: 3, File: "lib/enum.ex", Line: 4751}, reducing("reduce"))
	}
	return err
}

// collecting adds to an error of what the values are put into the frames that
// compiled code has.
func (c *collector) collecting(target term.Term, err error) error {
	step := c.qualifiers[0].step
	var x *exception.Error
	if err == nil || step == nil || c.m.line != noFrame || !errors.As(err, &x) {
		return err
	}
	if text, ok := target.(term.Binary); ok && text == "" {
		x.Stack = slices.Insert(x.Stack, 0, step.frame(c.line))
	}
	c.m.line = c.line
	return err
}

// isEmpty reports whether n is the literal of an empty list, map or text.
func (c *compiler) isEmpty(n syntax.Node) bool {
	if m, ok := n.(*syntax.Map); ok {
		return m.Base == nil && len(m.Elems) == 0
	}
	value, ok := c.literal(n)
	return ok && (value == term.Term(term.Empty) || value == term.Term(term.Binary("")))
}

// endless is the frame of the loop of the prompt that came to the end of an
// improper list.
func (c *collector) endless(list term.Term) exception.Frame {
	tail := list
	for cell, ok := tail.(*term.Cons); ok; cell, ok = tail.(*term.Cons) {
		tail = cell.Tail
	}
	acc := c.acc
	if c.initial == nil {
		values := slices.Clone(c.values)
		slices.Reverse(values)
		acc = term.List(values...)
	}
	step := &term.Fun{Module: "erl_eval", Arity: 2, Index: promptIndex(2), Unique: promptUnique, Place: promptPlace}
	frame := foldFrame
	frame.Args, frame.HasArgs = []term.Term{step, acc, tail}, true
	return frame
}
