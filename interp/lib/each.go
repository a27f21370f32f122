package lib

import (
	"errors"

	"gex/runtime/calendar"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// halt is the error with which an enumeration is stopped early by whoever
// made that halt; each has its own, so that they can be nested.
type halt struct{ _ byte }

func (*halt) Error() string { return "enumeration halted" }

// until is Each for a function that may stop it by returning stop.
func until(self *process.Process, enumerable term.Term, f func(x term.Term, stop error) error) error {
	stop := new(halt)
	err := Each(self, enumerable, func(x term.Term) error { return f(x, stop) })
	if err == error(stop) {
		return nil
	}
	return err
}

// Each calls f with the elements of anything enumerable (list, map, range,
// set, stream, function), in order, and blocks as long as that takes. It ends
// at the first error, which it returns. It is what the protocol Enumerable is
// in Elixir, and what for-comprehensions run on.
func Each(self *process.Process, enumerable term.Term, f func(term.Term) error) error {
	switch e := enumerable.(type) {
	case term.EmptyList:
		return nil
	case *term.Cons:
		return eachList(self, e, f)
	case *term.Map:
		return eachMap(self, e, f)
	case *term.Fun:
		if e.Arity == 2 {
			return eachFunction(self, e, f)
		}
	}
	return notEnumerable(enumerable)
}

func notEnumerable(t term.Term) error {
	if _, ok := t.(*term.Fun); ok {
		return raise("Protocol.UndefinedError", "protocol", term.Alias("Enumerable"), "value", t,
			"description", term.Binary("only anonymous functions of arity 2 are enumerable")).In(
			at("Enumerable.Function", "reduce", 3, "enum.ex", 4785))
	}
	return noProtocol("Enumerable", t).In(at("Enumerable", "impl_for!", 1, "enum.ex", 1))
}

func eachList(self *process.Process, cell *term.Cons, f func(term.Term) error) error {
	from := cell
	for {
		self.Checkpoint()
		if err := f(cell.Head); err != nil {
			return err
		}
		switch tail := cell.Tail.(type) {
		case *term.Cons:
			cell = tail
		case term.EmptyList:
			return nil
		default:
			return improper{noClause(self, "Elixir.Enumerable.List", "reduce", args{tail}), from, tail, nil}
		}
	}
}

func eachMap(self *process.Process, m *term.Map, f func(term.Term) error) error {
	module, isStruct := structName(m)
	if !isStruct {
		for _, p := range m.Pairs() {
			self.Checkpoint()
			if err := f(term.Tuple{p.Key, p.Value}); err != nil {
				return err
			}
		}
		return nil
	}
	switch module {
	case rangeModule:
		return eachRange(self, m, f)
	case dateRangeModule:
		return eachDate(self, m, f)
	case mapSetModule, hashSetModule:
		return eachKey(self, setOf(m), f)
	case hashDictModule:
		return eachMap(self, dictOf(m), f)
	case streamModule:
		return eachStream(self, m, f)
	case fileStreamModule:
		return eachInFile(self, m, f)
	case ioStreamModule:
		return eachOnDevice(self, m, f)
	case genEventStreamModule:
		return eachEvent(self, m, consumed(f))
	}
	if impl, ok := ownImpl(self, "Enumerable", m); ok {
		return reduceWith(self, f, func(acc, reducer term.Term) (term.Term, error) {
			return code.Apply(self, impl, "reduce", m, acc, reducer)
		})
	}
	return notEnumerable(m)
}

func eachKey(self *process.Process, m *term.Map, f func(term.Term) error) error {
	for _, p := range m.Listed() {
		self.Checkpoint()
		if err := f(p.Key); err != nil {
			return err
		}
	}
	return nil
}

func eachRange(self *process.Process, m *term.Map, f func(term.Term) error) error {
	r, ok := rangeOf(m)
	if !ok {
		return notEnumerable(m)
	}
	for i := int64(0); i < r.size(); i++ {
		self.Checkpoint()
		if err := f(term.Int(r.first + i*r.step)); err != nil {
			return err
		}
	}
	return nil
}

func eachDate(self *process.Process, m *term.Map, f func(term.Term) error) error {
	r, ok := dateSpan(m)
	if !ok {
		return notEnumerable(m)
	}
	for i := int64(0); i < r.size(); i++ {
		self.Checkpoint()
		if err := f(dateTerm(calendar.FromDays(int(r.first + i*r.step)))); err != nil {
			return err
		}
	}
	return nil
}

// eachFunction enumerates a function that follows the reduce protocol of
// Enumerable: fun.({:cont, acc}, reducer). It hands each element to f and
// asks for the next until f fails.
func eachFunction(self *process.Process, fun *term.Fun, f func(term.Term) error) error {
	if _, ok := fun.Code.(generator); ok {
		return runGenerator(self, fun, consumed(f))
	}
	return reduceWith(self, f, func(acc, reducer term.Term) (term.Term, error) { return code.Call(self, fun, acc, reducer) })
}

// reduceWith hands the elements that a reduce of Enumerable goes through to f.
func reduceWith(self *process.Process, f func(term.Term) error, reduce func(acc, reducer term.Term) (term.Term, error)) error {
	var failure error
	reducer := native(2, func(_ *process.Process, a []term.Term) (term.Term, error) {
		failure = f(a[0])
		var x *exception.Error
		switch {
		case errors.As(failure, &x): // goes through the implementation, which may rescue it
			failure, x.Seam = nil, len(x.Stack)+1
			return nil, x
		case failure != nil:
			return term.Tuple{haltTag, a[1]}, nil
		}
		return term.Tuple{contTag, a[1]}, nil
	})
	_, err := reduce(term.Tuple{contTag, term.Nil}, reducer)
	if failure != nil {
		return failure
	}
	return err
}

const (
	contTag    = term.Atom("cont")
	haltTag    = term.Atom("halt")
	suspendTag = term.Atom("suspend")
)

// native makes a function value of Go code.
func native(arity int, f process.Func) *term.Fun {
	return &term.Fun{Module: "erl_eval", Arity: arity, Index: 42, Unique: 3316493, Place: ":erl_eval.expr/6", Code: f}
}

// collect returns the elements of an enumerable.
func collect(self *process.Process, enumerable term.Term) ([]term.Term, error) {
	if _, ok := enumerable.(*term.Cons); ok {
		if elements, proper := term.Slice(enumerable); proper {
			return elements, nil
		}
	}
	if r, ok := rangeOf(enumerable); ok {
		if err := self.Reserve(int(r.size()), cellSize); err != nil {
			return nil, err
		}
	}
	var elements []term.Term
	err := Each(self, enumerable, func(x term.Term) error {
		elements = append(elements, x)
		return nil
	})
	return elements, err
}

// structName returns the module of a struct.
func structName(m *term.Map) (term.Atom, bool) {
	name, ok := m.Get(structKey)
	if !ok {
		return "", false
	}
	module, ok := name.(term.Atom)
	return module, ok
}

const structKey = term.Atom("__struct__")
