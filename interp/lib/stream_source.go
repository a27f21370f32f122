package lib

import (
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the streams that are functions: sources, and what joins them.

// transformUser is the frame of the function that calls a reducer.
var transformUser = inStream("do_transform_user", 6, 989)

func transformed(g generator) (term.Term, error) { return generated(60, "transform/3", g), nil }

func streamFlatMap(_ *process.Process, a []term.Term) (term.Term, error) {
	return transformed(func(self *process.Process, emit func(term.Term) error) error {
		return eachListed(self, a[0], func(x term.Term) error {
			inner, err := code.Call(self, a[1], x)
			if err != nil {
				return exception.In(err, inStream("-flat_map/2-fun-0-", 3, 506), transformUser)
			}
			return eachListed(self, inner, emit)
		})
	})
}

func streamConcat(_ *process.Process, a []term.Term) (term.Term, error) {
	return transformed(func(self *process.Process, emit func(term.Term) error) error {
		return eachListed(self, a[0], func(x term.Term) error { return eachListed(self, x, emit) })
	})
}

func streamIntersperse(_ *process.Process, a []term.Term) (term.Term, error) {
	return transformed(func(self *process.Process, emit func(term.Term) error) error {
		first := true
		return eachListed(self, a[0], func(x term.Term) error {
			if !first {
				if err := emit(a[1]); err != nil {
					return err
				}
			}
			first = false
			return emit(x)
		})
	})
}

func streamTransform(_ *process.Process, a []term.Term) (term.Term, error) {
	return transformed(func(self *process.Process, emit func(term.Term) error) error {
		acc := a[1]
		_, err := transform(self, a[0], a[2], &acc, emit)
		return err
	})
}

// streamInto passes the elements on; what is collected on the way is of use
// only for collections with effects, which gex has none of.
func streamInto(_ *process.Process, a []term.Term) (term.Term, error) {
	return generated(46, "into/3", func(self *process.Process, emit func(term.Term) error) error {
		return eachListed(self, a[0], emit)
	}), nil
}

func streamCycle(_ *process.Process, a []term.Term) (term.Term, error) {
	index, place := 9, "cycle/1"
	switch a[0].(type) {
	case term.EmptyList:
		return nil, emptyCycle()
	case *term.Cons:
		index, place = 63, "unfold/2"
	}
	return generated(index, place, func(self *process.Process, emit func(term.Term) error) error {
		for {
			any := false
			err := eachListed(self, a[0], func(x term.Term) error {
				any = true
				return emit(x)
			})
			if err != nil {
				return err
			}
			if !any {
				return emptyCycle()
			}
		}
	}), nil
}

func emptyCycle() error {
	return exception.ArgumentError("cannot cycle over an empty enumerable").In(at("Stream", "cycle", 1, "stream.ex", 1453))
}

// unfolding is a stream of what next returns, until it reports false.
func unfolding(start func() (next func(self *process.Process) (term.Term, bool, error))) term.Term {
	return generated(63, "unfold/2", func(self *process.Process, emit func(term.Term) error) error {
		for next := start(); ; {
			self.Checkpoint()
			x, ok, err := next(self)
			if err != nil || !ok {
				return err
			}
			if err := emit(x); err != nil {
				return err
			}
		}
	})
}

func streamIterate(_ *process.Process, a []term.Term) (term.Term, error) {
	return unfolding(func() func(*process.Process) (term.Term, bool, error) {
		var current term.Term
		return func(self *process.Process) (_ term.Term, _ bool, err error) {
			if current == nil {
				current = a[0]
			} else {
				if current, err = code.Call(self, a[1], current); err != nil {
					err = exception.In(err, inStream("-iterate/2-fun-0-", 2, 1527))
				}
			}
			return current, true, err
		}
	}), nil
}

func streamUnfold(_ *process.Process, a []term.Term) (term.Term, error) {
	return unfolding(func() func(*process.Process) (term.Term, bool, error) {
		acc := a[0]
		return func(self *process.Process) (term.Term, bool, error) {
			result, err := code.Call(self, a[1], acc)
			if err != nil || result == term.Term(term.Nil) {
				return nil, false, err
			}
			step, ok := result.(term.Tuple)
			if !ok || len(step) != 2 {
				return nil, false, exception.Raise(term.Tuple{term.Atom("case_clause"), result})
			}
			acc = step[1]
			return step[0], true, nil
		}
	}), nil
}

func streamRepeatedly(_ *process.Process, a []term.Term) (term.Term, error) {
	return generated(51, "repeatedly/1", func(self *process.Process, emit func(term.Term) error) error {
		for {
			self.Checkpoint()
			x, err := code.Call(self, a[0])
			if err != nil {
				return err
			}
			if err := emit(x); err != nil {
				return err
			}
		}
	}), nil
}

func streamResource(_ *process.Process, a []term.Term) (term.Term, error) {
	return generated(52, "resource/3", func(self *process.Process, emit func(term.Term) error) error {
		acc, err := code.Call(self, a[0])
		if err != nil {
			return exception.In(err, inStream("-resource/3-fun-1-", 5, 1609))
		}
		err = runResource(self, a[1], &acc, emit)
		if _, closing := code.Call(self, a[2], acc); closing != nil {
			return closing
		}
		return err
	}), nil
}

func runResource(self *process.Process, next term.Term, acc *term.Term, emit func(term.Term) error) error {
	for {
		self.Checkpoint()
		result, err := code.Call(self, next, *acc)
		if err != nil {
			return exception.In(err, inStream("do_resource", 5, 1623))
		}
		step, ok := result.(term.Tuple)
		if !ok || len(step) != 2 {
			return exception.Raise(term.Tuple{term.Atom("case_clause"), result})
		}
		*acc = step[1]
		if step[0] == term.Term(haltTag) {
			return nil
		}
		if err := eachListed(self, step[0], emit); err != nil {
			return err
		}
	}
}

func ticks(n term.Term) (term.Term, error) {
	every, ok := n.(term.Int)
	if !ok || every < 0 {
		return nil, errClause
	}
	return unfolding(func() func(*process.Process) (term.Term, bool, error) {
		count := term.Int(-1)
		return func(self *process.Process) (term.Term, bool, error) {
			self.Sleep(time.Duration(every) * time.Millisecond)
			count++
			return count, true, nil
		}
	}), nil
}

func streamInterval(_ *process.Process, a []term.Term) (term.Term, error) { return ticks(a[0]) }

func streamTimer(self *process.Process, a []term.Term) (term.Term, error) {
	stream, err := ticks(a[0])
	if err != nil {
		return nil, err
	}
	return streamTake(self, args{stream, term.Int(1)})
}

func streamRun(self *process.Process, a []term.Term) (term.Term, error) {
	return term.OK, eachListed(self, a[0], func(term.Term) error { return nil })
}
