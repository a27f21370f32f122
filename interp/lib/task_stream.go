package lib

import (
	"time"

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

// manyTasks is how many tasks of a stream run at a time, unless it says: as in
// Elixir on a machine with two processors.
const manyTasks = 2

// taskStreamer is one run of a stream of tasks.
type taskStreamer struct {
	start      taskStarter
	supervisor term.Term
	call       func(element term.Term) term.Tuple
	emit       func(term.Term) error

	concurrency     int
	timeout         term.Term
	limit           time.Duration
	ordered, killed bool // killed: a task that is late is killed, the stream goes on
	zipped          bool // the reason of an exit comes with the element

	running []*streamedTask // oldest first; with ordered also those that are done
	busy    int
}

// streamedTask is the task of one element and what came of it, if it is done.
type streamedTask struct {
	task.Task
	element, result term.Term
	deadline        time.Duration
}

// taskStream takes enumerable, function (or module, function, arguments) and
// options, behind a supervisor if supervised.
func taskStream(start taskStarter, supervised bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s := taskStreamer{start: start}
		if supervised {
			s.supervisor, a = a[0], a[1:]
		}
		last := len(a) - 1
		s.call = streamCall(a[1:last])
		if s.call == nil || !term.IsList(a[last]) || !s.options(a[last]) {
			return nil, errClause
		}
		enumerable := a[0]
		return &term.Fun{Module: "Elixir.Task", Arity: 2, Index: 3, Unique: 106504518, Place: "Task.build_stream/3",
			Code: generator(func(self *process.Process, emit func(term.Term) error) error {
				run := s
				run.emit = emit
				return run.run(self, enumerable)
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

func (s *taskStreamer) options(list term.Term) (ok bool) {
	s.concurrency, s.timeout, s.ordered = manyTasks, term.Int(5000), true
	if n, there := option(list, "max_concurrency"); there {
		count, _ := n.(term.Int)
		s.concurrency = int(count)
	}
	if t, there := option(list, "timeout"); there {
		s.timeout = t
	}
	if o, there := option(list, "ordered"); there {
		s.ordered = term.Truthy(o)
	}
	if o, there := option(list, "on_timeout"); there {
		s.killed = o == term.Term(term.Atom("kill_task"))
	}
	if z, there := option(list, "zip_input_on_exit"); there {
		s.zipped = term.Truthy(z)
	}
	s.limit, ok = timeoutOf(s.timeout)
	return ok
}

// run starts a task for each element and emits what they return. Whatever ends
// it early, no task is left.
func (s *taskStreamer) run(self *process.Process, enumerable term.Term) error {
	if s.concurrency < 1 {
		return exception.ArgumentError(":max_concurrency must be an integer greater than zero")
	}
	err := Each(self, enumerable, func(x term.Term) error {
		err := s.spawn(self, x)
		for err == nil && s.busy >= s.concurrency {
			err = s.wait(self) // the next element is asked for when a task may start
		}
		return err
	})
	for err == nil && len(s.running) > 0 {
		err = s.wait(self)
	}
	for _, t := range s.running {
		if t.result == nil {
			s.kill(self, t)
		}
	}
	return err
}

func (s *taskStreamer) spawn(self *process.Process, x term.Term) error {
	t, err := s.start(self, s.supervisor, s.call(x))
	if err != nil {
		return err
	}
	s.running = append(s.running, &streamedTask{Task: t, element: x, deadline: self.Node().Now() + s.limit})
	s.busy++
	return nil
}

// wait blocks until one more task is done and emits what is due.
func (s *taskStreamer) wait(self *process.Process) error {
	var done *streamedTask
	message, ok := self.ReceiveTimeout(func(m term.Term) bool {
		done = s.concerned(m)
		return done != nil
	}, s.left(self))
	if !ok {
		if err := s.late(self); err != nil {
			return err
		}
		return s.deliver()
	}
	s.busy--
	m := message.(term.Tuple)
	if len(m) == 2 {
		self.DemonitorFlush(done.Ref)
		done.result = term.Tuple{term.OK, m[1]}
	} else {
		done.result = s.exited(done, m[4])
	}
	forgetLink(self, done.PID)
	return s.deliver()
}

func (s *taskStreamer) exited(t *streamedTask, reason term.Term) term.Term {
	if s.zipped {
		reason = term.Tuple{t.element, reason}
	}
	return term.Tuple{term.Atom("exit"), reason}
}

// concerned returns the running task that a message is about.
func (s *taskStreamer) concerned(m term.Term) *streamedTask {
	t, ok := m.(term.Tuple)
	if !ok || len(t) != 2 && len(t) != 5 {
		return nil
	}
	for _, r := range s.running {
		if r.result == nil && (len(t) == 2 && t[0] == term.Term(r.Ref) || process.IsDown(m, r.Ref)) {
			return r
		}
	}
	return nil
}

// left is how long it is until the first running task is late.
func (s *taskStreamer) left(self *process.Process) time.Duration {
	if s.limit == process.Forever {
		return process.Forever
	}
	left := s.limit
	for _, t := range s.running {
		if t.result == nil {
			left = min(left, t.deadline-self.Node().Now())
		}
	}
	return max(0, left)
}

// late acts upon the tasks whose time is over.
func (s *taskStreamer) late(self *process.Process) error {
	if !s.killed {
		reason := term.Tuple{term.Atom("timeout"), term.Tuple{term.Atom("Elixir.Task.Supervised"), term.Atom("stream"), term.List(s.timeout)}}
		return exception.Exit(reason).In(at("Task.Supervised", "stream_reduce", 7, "task/supervised.ex", 298))
	}
	for _, t := range s.running {
		if t.result == nil && t.deadline <= self.Node().Now() {
			s.kill(self, t)
			s.busy--
			t.result = s.exited(t, term.Atom("timeout"))
		}
	}
	return nil
}

func (s *taskStreamer) kill(self *process.Process, t *streamedTask) {
	self.Unlink(t.PID)
	self.Exit(t.PID, term.Atom("kill"))
	self.DemonitorFlush(t.Ref)
	self.TakeMatching(func(m term.Term) bool {
		answer, ok := m.(term.Tuple)
		return ok && len(answer) == 2 && answer[0] == term.Term(t.Ref)
	})
	forgetLink(self, t.PID)
}

// forgetLink drops the message that a linked task ended.
func forgetLink(self *process.Process, pid term.PID) {
	self.Unlink(pid)
	self.TakeMatching(func(m term.Term) bool {
		t, ok := m.(term.Tuple)
		return ok && term.Tag(t, 3) == "EXIT" && t[1] == term.Term(pid)
	})
}

// deliver emits the results that are due: all that are there, or those before
// which none is missing.
func (s *taskStreamer) deliver() error {
	var waiting []*streamedTask
	for i, t := range s.running {
		if t.result == nil {
			if s.ordered {
				waiting = append(waiting, s.running[i:]...)
				break
			}
			waiting = append(waiting, t)
			continue
		}
		if err := s.emit(t.result); err != nil {
			s.running = append(waiting, s.running[i+1:]...)
			return err
		}
	}
	s.running = waiting
	return nil
}
