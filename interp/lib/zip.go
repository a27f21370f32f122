package lib

import (
	"errors"
	"iter"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// puller hands out the elements of an enumerable one by one. Next is false
// behind the last one; Stop ends it before, and may be called in any case.
type puller struct {
	next func() (x term.Term, more bool, err error)
	stop func() error
}

// pull suspends an enumerable behind each element. A list needs no stack of its
// own for that.
func pull(self *process.Process, enumerable term.Term) puller {
	if term.IsList(enumerable) {
		return pullList(self, enumerable)
	}
	var failed error
	halted := new(halt)
	step, stop := iter.Pull(func(yield func(term.Term) bool) {
		failed = Each(self, enumerable, func(x term.Term) error {
			pay(self)
			if !yield(x) {
				return halted
			}
			return nil
		})
	})
	return puller{
		next: func() (x term.Term, more bool, err error) {
			apartFromOwed(self, func() { x, more = step() })
			if !more {
				return nil, false, failed
			}
			return x, true, nil
		},
		stop: func() error {
			stop()
			if failed == error(halted) {
				return nil
			}
			return failed
		},
	}
}

func pullList(self *process.Process, list term.Term) puller {
	return puller{
		next: func() (term.Term, bool, error) {
			switch cell := list.(type) {
			case *term.Cons:
				list = cell.Tail
				return cell.Head, true, nil
			case term.EmptyList:
				return nil, false, nil
			}
			return nil, false, Each(self, list, nil)
		},
		stop: func() error { return nil },
	}
}

// zipEach calls f with the rows of the elements of enumerables until the first
// has no more: it takes an element of each in turn, and ends the others then.
func zipEach(self *process.Process, enumerables []term.Term, f func(row []term.Term) error) (err error) {
	pullers := make([]puller, len(enumerables))
	for i, e := range enumerables {
		pullers[i] = pull(self, e)
	}
	defer func() {
		for _, p := range pullers {
			if stopped := p.stop(); err == nil {
				err = stopped
			}
		}
	}()
	for len(pullers) > 0 {
		self.Checkpoint()
		row := make([]term.Term, len(pullers))
		for i, p := range pullers {
			x, more, err := p.next()
			if err != nil {
				var exc *exception.Error
				if !errors.As(err, &exc) || len(exc.Stack) == 1 && exc.Stack[0].Function == "impl_for!" {
					return err // the caller knows the frames of what is not enumerable
				}
				exc.AtSeam()
				return exc.In(zipFrames(enumerables, 1395)...)
			}
			if !more {
				return nil
			}
			row[i] = x
		}
		if err := f(row); err != nil {
			return err
		}
	}
	return nil
}

// zipFrames are the frames of a zip that waits in a line for one of what it
// zips, or for what a row is given to.
func zipFrames(enumerables []term.Term, line int) []exception.Frame {
	if len(enumerables) == 2 && term.IsList(enumerables[0]) && term.IsList(enumerables[1]) {
		return frames(inStream("zip_pair", 5, 1275))
	}
	return frames(inStream("do_zip_next", 6, line), inStream("do_zip_enum", 4, 1366))
}

// zipped is a stream of what f makes of the rows of enumerables, or of those
// that are in one.
func zipped(enumerables args, f func(self *process.Process, row []term.Term) (term.Term, error)) term.Term {
	return generated(73, "zip_with/2", func(self *process.Process, emit func(term.Term) error) (err error) {
		all := []term.Term(enumerables)
		if len(all) == 1 {
			if all, err = collect(self, all[0]); err != nil {
				return err
			}
		}
		return zipEach(self, all, func(row []term.Term) error {
			x, err := f(self, row)
			if err == nil {
				err = emit(x)
			}
			return exception.In(err, zipFrames(all, 1429)...)
		})
	})
}

func streamZip(_ *process.Process, a []term.Term) (term.Term, error) {
	return zipped(a, func(_ *process.Process, row []term.Term) (term.Term, error) { return tupleOf(row) }), nil
}

func streamZipWith(_ *process.Process, a []term.Term) (term.Term, error) {
	last := len(a) - 1
	return zipped(a[:last], func(self *process.Process, row []term.Term) (term.Term, error) {
		if last == 1 {
			return code.Call(self, a[last], term.List(row...))
		}
		return code.Call(self, a[last], row...)
	}), nil
}
