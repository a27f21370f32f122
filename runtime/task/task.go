package task

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

const (
	taskModule = term.Atom("Elixir.Task")
	mfaField   = term.Atom("mfa")
	ownerField = term.Atom("owner")
	pidField   = term.Atom("pid")
	refField   = term.Atom("ref")
	structKey  = term.Atom("__struct__")
)

// Task is the view of a struct %Task{}.
type Task struct {
	Struct *term.Map
	// PID is the zero PID for a task that is completed from the start.
	PID   term.PID
	Owner term.PID
	Ref   term.Ref
}

// Of returns the view of a term that is a task, and false for any other.
func Of(t term.Term) (Task, bool) {
	m, ok := t.(*term.Map)
	if !ok {
		return Task{}, false
	}
	if name, _ := m.Get(structKey); name != term.Term(taskModule) {
		return Task{}, false
	}
	pid, _ := m.Get(pidField)
	owner, _ := m.Get(ownerField)
	ref, _ := m.Get(refField)
	task := Task{Struct: m}
	task.PID, _ = pid.(term.PID)
	task.Owner, _ = owner.(term.PID)
	task.Ref, ok = ref.(term.Ref)
	return task, ok
}

func makeTask(self *process.Process, mfa, pid term.Term, ref term.Ref) Task {
	t, _ := Of(term.NewMap(
		term.Pair{Key: structKey, Value: taskModule}, term.Pair{Key: mfaField, Value: mfa},
		term.Pair{Key: ownerField, Value: self.PID()}, term.Pair{Key: pidField, Value: pid},
		term.Pair{Key: refField, Value: ref}))
	return t
}

// Function is what a task runs for a function value.
func Function(fun term.Term, args ...term.Term) term.Tuple {
	return term.Tuple{term.Atom("erlang"), term.Atom("apply"), term.List(fun, term.List(args...))}
}

// arity is {module, function, arity} of what a task runs.
func arity(mfa term.Tuple) term.Term {
	args, _ := term.Slice(mfa[2])
	return term.Tuple{mfa[0], mfa[1], term.Int(len(args))}
}

// Completed returns a task without a process, whose answer is there already.
func Completed(self *process.Process, answer term.Term) Task {
	ref := self.Node().MakeRef()
	self.Send(self.PID(), term.Tuple{ref, answer})
	return makeTask(self, term.Tuple{taskModule, term.Atom("completed"), term.Int(1)}, term.Nil, ref)
}

// Async starts a task, linked to self, whose answer self may await.
func Async(self *process.Process, mfa term.Tuple) Task {
	pid := startAsync(self, owner(self), true)
	return handOver(self, pid, mfa)
}

// handOver tells the process of a task what to run.
func handOver(self *process.Process, pid term.PID, mfa term.Tuple) Task {
	ref := self.MonitorAlias(pid)
	self.Send(pid, term.Tuple{self.PID(), ref, ref, callers(self), mfa})
	return makeTask(self, arity(mfa), pid, ref)
}

// isAnswer reports whether a message is {ref, answer}, isDown whether it is
// the end of the process of the task.
func (t Task) isAnswer(m term.Term) bool {
	pair, ok := m.(term.Tuple)
	return ok && len(pair) == 2 && pair[0] == term.Term(t.Ref)
}

func (t Task) isDown(m term.Term) bool { return process.IsDown(m, t.Ref) }

func (t Task) isEither(m term.Term) bool { return t.isAnswer(m) || t.isDown(m) }

// owned is the error of a task that another process started.
func (t Task) owned(self *process.Process, frames ...exception.Frame) error {
	if t.Owner == self.PID() {
		return nil
	}
	return exception.ArgumentError("task %s must be queried from the owner but was queried from %s",
		text(t.Struct), text(self.PID())).In(frames...)
}

func text(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }

// in is a frame of Task.
func in(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: taskModule, Function: function, Arity: arity, File: "lib/task.ex", Line: line}
}

// exit is the exit {reason, {Task, function, args}}.
func exit(reason term.Term, function string, args ...term.Term) *exception.Error {
	return exception.Exit(term.Tuple{reason, term.Tuple{taskModule, term.Atom(function), term.List(args...)}})
}

// Await blocks until the answer of a task is there and returns it. It exits
// when the task does, and with timeout when the time is over.
func Await(self *process.Process, t Task, timeout term.Term) (term.Term, error) {
	if err := t.owned(self, in("await", 2, 817)); err != nil {
		return nil, err
	}
	limit, _ := gen.ParseTimeout(timeout)
	message, ok := self.ReceiveTimeout(t.isEither, limit)
	if !ok {
		self.DemonitorFlush(t.Ref)
		return nil, exit(term.Atom("timeout"), "await", t.Struct, timeout).In(in("await", 2, 830))
	}
	m := message.(term.Tuple)
	if t.isDown(message) {
		return nil, exit(m[4], "await", t.Struct, timeout).In(in("await", 2, 826))
	}
	self.DemonitorFlush(t.Ref)
	return m[1], nil
}

// AwaitMany is Await for several tasks, within one time.
func AwaitMany(self *process.Process, tasks []Task, timeout term.Term) ([]term.Term, error) {
	for _, t := range tasks {
		if err := t.owned(self, in("-await_many/2-fun-0-", 2, 926), exception.Frame{Module: "Elixir.Enum",
			Function: "-reduce/3-lists^foldl/2-0-", Arity: 3, File: "lib/enum.ex", Line: 2468}, in("await_many", 2, 922)); err != nil {
			return nil, err
		}
	}
	answers := make([]term.Term, len(tasks))
	left := deadline(self, timeout)
	structs := make([]term.Term, len(tasks))
	for i, t := range tasks {
		structs[i] = t.Struct
	}
	for range tasks {
		message, ok := self.ReceiveTimeout(func(m term.Term) bool { return awaited(tasks, answers, m) >= 0 }, left())
		if !ok {
			for _, t := range tasks {
				self.DemonitorFlush(t.Ref)
			}
			return nil, exit(term.Atom("timeout"), "await_many", term.List(structs...), timeout).In(in("await_many", 5, 956), in("await_many", 2, 940))
		}
		i, m := awaited(tasks, answers, message), message.(term.Tuple)
		if len(m) != 2 {
			for _, t := range tasks {
				self.DemonitorFlush(t.Ref)
			}
			return nil, exit(m[4], "await_many", term.List(structs...), timeout).In(in("await_many", 5, 960), in("await_many", 2, 940))
		}
		self.DemonitorFlush(tasks[i].Ref)
		answers[i] = m[1]
	}
	return answers, nil
}

// awaited returns the task without an answer that a message concerns, or -1.
func awaited(tasks []Task, answers []term.Term, message term.Term) int {
	for i, t := range tasks {
		if answers[i] == nil && t.isEither(message) {
			return i
		}
	}
	return -1
}

// deadline returns how long it is until a timeout that begins now is over.
func deadline(self *process.Process, timeout term.Term) func() time.Duration {
	limit, _ := gen.ParseTimeout(timeout)
	begin := self.Node().Now()
	return func() time.Duration {
		if limit == process.Forever {
			return limit
		}
		return max(0, limit-(self.Node().Now()-begin))
	}
}

// Yield blocks as Await and returns {:ok, answer}, {:exit, reason}, or nil
// when the time is over.
func Yield(self *process.Process, t Task, timeout term.Term) (term.Term, error) {
	if err := t.owned(self, in("yield", 2, 1061)); err != nil {
		return nil, err
	}
	limit, _ := gen.ParseTimeout(timeout)
	return t.poll(self, limit), nil
}

func (t Task) poll(self *process.Process, limit time.Duration) term.Term {
	message, ok := self.ReceiveTimeout(t.isEither, limit)
	if !ok {
		return term.Nil
	}
	return t.outcome(self, message.(term.Tuple))
}

// outcome is what Yield returns for a message.
func (t Task) outcome(self *process.Process, m term.Tuple) term.Term {
	if len(m) != 2 {
		return term.Tuple{term.Atom("exit"), m[4]}
	}
	self.DemonitorFlush(t.Ref)
	return term.Tuple{term.OK, m[1]}
}

// YieldMany returns what Yield returns for each task, within one time.
func YieldMany(self *process.Process, tasks []Task, timeout term.Term) ([]term.Term, error) {
	for _, t := range tasks {
		if err := t.owned(self, in("yield_many", 3, 1163), in("yield_many", 2, 1151)); err != nil {
			return nil, err
		}
	}
	left := deadline(self, timeout)
	results := make([]term.Term, len(tasks))
	for i, t := range tasks {
		results[i] = t.poll(self, left())
	}
	return results, nil
}

// Ignore gives a task up that goes on: its answer will not come. What was
// there already is returned as by Yield.
func Ignore(self *process.Process, t Task) (term.Term, error) {
	if err := t.owned(self, in("ignore", 1, 856)); err != nil {
		return nil, err
	}
	answer := t.poll(self, 0)
	if t.PID == (term.PID{}) {
		return nil, exception.BadArg("erlang", "unlink", term.Nil).In(in("ignore", 1, 861))
	}
	if answer == term.Term(term.Nil) {
		self.Unlink(t.PID)
		self.DemonitorFlush(t.Ref)
	}
	return answer, nil
}

func noProcess(t Task) *exception.Error {
	return exception.ArgumentError("task %s does not have an associated task process", text(t.Struct))
}
