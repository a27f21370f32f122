package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/task"
	"gex/runtime/term"
)

// This file holds the streams of tasks.

// taskStarter starts the task of one element; supervisor is nil for streams
// without one.
type taskStarter func(self *process.Process, supervisor term.Term, mfa term.Tuple) (task.Task, error)

func linkedTasks(self *process.Process, _ term.Term, mfa term.Tuple) (task.Task, error) {
	return task.Async(self, mfa), nil
}

func supervisedTasks(link bool) taskStarter {
	return func(self *process.Process, supervisor term.Term, mfa term.Tuple) (task.Task, error) {
		return task.AsyncUnder(self, supervisor, mfa, link, nil)
	}
}

// taskStream takes enumerable, function (or module, function, arguments) and
// options, behind a supervisor if supervised.
func taskStream(start taskStarter, supervised bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		var supervisor term.Term
		if supervised {
			supervisor, a = a[0], a[1:]
		}
		last := len(a) - 1
		s := task.Stream{Call: streamCall(a[1:last]), Start: func(self *process.Process, mfa term.Tuple) (task.Task, error) {
			return start(self, supervisor, mfa)
		}}
		if s.Call == nil || !term.IsList(a[last]) || !s.Configure(a[last]) {
			return nil, errClause
		}
		enumerable, delivering := a[0], frames(inSupervised("stream_deliver", 7, 370))
		if s.Unordered {
			delivering = frames(inSupervised("deliver_now", 4, 346), inSupervised("stream_reduce", 7, 308))
		}
		return &term.Fun{Module: "Elixir.Task", Arity: 2, Index: 3, Unique: 106504518, Place: "Task.build_stream/3",
			Code: generator(func(self *process.Process, emit func(term.Term) error) error {
				return s.Run(self, func(take func(term.Term) error) error {
					take, ended := apart(take)
					return ended(exception.In(inReduce(Each(self, enumerable, take)), inSupervised("stream_reduce", 7, 323)))
				}, func(answer term.Term) error { return exception.In(emit(answer), delivering...) })
			})}, nil
	}
}

// streamCall returns what makes the call for an element, nil for what is no
// function.
func streamCall(a args) func(term.Term) term.Tuple {
	if len(a) == 1 {
		if !isFun(a[0], 1) {
			return nil
		}
		return func(x term.Term) term.Tuple { return task.Function(a[0], x) }
	}
	if _, ok := taskFunction(a); !ok {
		return nil
	}
	return func(x term.Term) term.Tuple {
		return term.Tuple{a[0], a[1], &term.Cons{Head: x, Tail: a[2]}}
	}
}
