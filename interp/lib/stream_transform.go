package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func streamChunkWhile(a args) (transformer, error) {
	return func(self *process.Process, next sink, stop error) sink {
		acc := a[1]
		step := func(result term.Term, stop error) error {
			t, _ := result.(term.Tuple)
			switch {
			case term.Tag(result, 2) == contTag:
				acc = t[1]
				return nil
			case term.Tag(result, 3) == contTag:
				acc = t[2]
				return next.emit(t[1])
			case term.Tag(result, 2) == haltTag:
				acc = t[1]
				return stop
			}
			return exception.Raise(term.Tuple{term.Atom("case_clause"), result})
		}
		finish := func() error {
			result, err := code.Call(self, a[3], acc)
			if err == nil {
				err = step(result, nil)
			}
			if err != nil {
				return err
			}
			return next.finish()
		}
		emit := func(x term.Term) error {
			result, err := code.Call(self, a[2], x, acc)
			if err != nil {
				return err
			}
			halted := new(halt)
			if err = step(result, halted); err != error(halted) {
				return err
			}
			if err := finish(); err != nil {
				return err
			}
			return stop
		}
		return sink{emit, finish}
	}, nil
}

func streamDuplicate(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	if !ok || n < 0 {
		return nil, errClause
	}
	return unfolding(func() func(*process.Process) (term.Term, bool, error) {
		left := n
		return func(*process.Process) (term.Term, bool, error) {
			left--
			return a[0], left >= 0, nil
		}
	}), nil
}

// streamTransformAfter is transform/4 and transform/5: after_fun is called at
// the end, however that comes, and last_fun when the source has no more.
func streamTransformAfter(_ *process.Process, a []term.Term) (term.Term, error) {
	after := len(a) - 1
	if !isFun(a[1], 0) || !isFun(a[2], 2) || !isFun(a[after], 1) {
		return nil, errClause
	}
	return transformed(func(self *process.Process, emit func(term.Term) error) error {
		acc, err := code.Call(self, a[1])
		if err != nil {
			return err
		}
		halted, err := transform(self, a[0], a[2], &acc, emit)
		if err == nil && !halted && after == 4 {
			err = emitLast(self, a[3], &acc, emit)
		}
		if _, closing := code.Call(self, a[after], acc); err == nil {
			err = closing
		}
		return err
	})
}

// transform runs the reducer over the elements and reports whether it halted.
func transform(self *process.Process, enum, reducer term.Term, acc *term.Term, emit func(term.Term) error) (halted bool, err error) {
	err = until(self, listed(enum), func(x term.Term, stop error) error {
		result, err := code.Call(self, reducer, x, *acc)
		if err != nil {
			return exception.In(err, transformUser)
		}
		step, ok := result.(term.Tuple)
		if !ok || len(step) != 2 {
			return exception.Raise(term.Tuple{term.Atom("case_clause"), result})
		}
		*acc = step[1]
		if halted = step[0] == term.Term(haltTag); halted {
			return stop
		}
		return eachListed(self, step[0], emit)
	})
	return halted, err
}

func emitLast(self *process.Process, fun term.Term, acc *term.Term, emit func(term.Term) error) error {
	result, err := code.Call(self, fun, *acc)
	if err != nil {
		return err
	}
	step, ok := result.(term.Tuple)
	if !ok || len(step) != 2 {
		return exception.Raise(term.Tuple{term.Atom("case_clause"), result})
	}
	*acc = step[1]
	if step[0] == term.Term(haltTag) {
		return nil
	}
	return eachListed(self, step[0], emit)
}

// emptyStages is a stream of what enum has.
func emptyStages(enum term.Term) term.Term {
	return structOf(streamModule, pair("enum", enum), pair("funs", term.Empty), pair("accs", term.Empty), pair("done", term.Nil))
}

// everyStage is take_every or drop_every: with 0, nothing is taken or dropped.
func everyStage(f process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		stream, err := f(self, a)
		if n, _ := intAt(a, 1); err != nil || n != 0 {
			return stream, err
		}
		funs, _ := stream.(*term.Map).Get(term.Atom("funs"))
		if first, ok := funs.(*term.Cons); ok && first.Head.(*term.Fun).Index == 58 {
			return emptyStages(term.Empty), nil
		}
		return emptyStages(a[0]), nil
	}
}

var mapEvery, mapAll = stage(49, "map_every_after_guards/3", streamMapEvery), stage(48, "map/2", streamMap)

func streamMapEveryStage(self *process.Process, a []term.Term) (term.Term, error) {
	switch n, ok := intAt(a, 1); {
	case ok && n == 0:
		return emptyStages(a[0]), nil
	case ok && n == 1:
		return mapAll(self, args{a[0], a[2]})
	}
	return mapEvery(self, a)
}
