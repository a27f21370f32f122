package task

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// StreamConcurrency is how many tasks of a stream run at a time, unless it
// says: as in Elixir on a machine with two processors.
const StreamConcurrency = 2

// Stream is a stream of tasks, one for each element: Task.async_stream.
type Stream struct {
	// Start starts the task that runs a call; Call is that of an element.
	Start func(self *process.Process, mfa term.Tuple) (Task, error)
	Call  func(element term.Term) term.Tuple
	// Concurrency is how many tasks run at a time, Timeout how long each may
	// take: milliseconds or infinity.
	Concurrency int
	Timeout     term.Term
	// Unordered emits answers as they come. KillLate kills a task that is late
	// and goes on. ZipInput puts the element into the reason of an exit.
	Unordered, KillLate, ZipInput bool
}

// Configure sets what a keyword list with the options of Task.async_stream says
// and the defaults of the others: two tasks at a time, five seconds for each.
// It is false for a timeout that is none.
func (s *Stream) Configure(options term.Term) bool {
	s.Concurrency, s.Timeout = StreamConcurrency, term.Int(5000)
	if n, there := term.KeywordGet(options, "max_concurrency"); there {
		count, _ := n.(term.Int)
		s.Concurrency = int(count)
	}
	if t, there := term.KeywordGet(options, "timeout"); there {
		s.Timeout = t
	}
	if o, there := term.KeywordGet(options, "ordered"); there {
		s.Unordered = !term.Truthy(o)
	}
	if o, there := term.KeywordGet(options, "on_timeout"); there {
		s.KillLate = o == term.Term(term.Atom("kill_task"))
	}
	if z, there := term.KeywordGet(options, "zip_input_on_exit"); there {
		s.ZipInput = term.Truthy(z)
	}
	_, ok := gen.ParseTimeout(s.Timeout)
	return ok
}

// Run starts a task for each element that each hands out and gives what they
// answer, {:ok, answer} or {:exit, reason}, to emit. It blocks until all are
// done; an error of emit ends it early. Whatever ends it, no task is left. A
// task that is late ends self with an exit, unless KillLate is set.
func (s Stream) Run(self *process.Process, each func(func(term.Term) error) error, emit func(term.Term) error) error {
	limit, ok := gen.ParseTimeout(s.Timeout)
	if s.Concurrency < 1 || !ok {
		return exception.ArgumentError(":max_concurrency must be an integer greater than zero").In(supervised("stream", 7, 181))
	}
	run := &streamRun{Stream: s, limit: limit, emit: emit}
	return run.run(self, each)
}

// streamRun is one run of a stream of tasks.
type streamRun struct {
	Stream
	limit   time.Duration
	emit    func(term.Term) error
	running []*streamedTask // oldest first; unless Unordered also those that are done
	busy    int
}

// streamedTask is the task of one element and what came of it, if it is done.
type streamedTask struct {
	Task
	element, result term.Term
	deadline        time.Duration
}

func (s *streamRun) run(self *process.Process, each func(func(term.Term) error) error) error {
	err := each(func(x term.Term) error {
		err := s.spawn(self, x)
		for err == nil && s.busy >= s.Concurrency {
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

func (s *streamRun) spawn(self *process.Process, x term.Term) error {
	t, err := s.Start(self, s.Call(x))
	if err != nil {
		return err
	}
	s.running = append(s.running, &streamedTask{Task: t, element: x, deadline: self.Node().Now() + s.limit})
	s.busy++
	return nil
}

// wait blocks until one more task is done and emits what is due.
func (s *streamRun) wait(self *process.Process) error {
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

func (s *streamRun) exited(t *streamedTask, reason term.Term) term.Term {
	if s.ZipInput {
		reason = term.Tuple{t.element, reason}
	}
	return term.Tuple{term.Atom("exit"), reason}
}

// concerned returns the running task that a message is about.
func (s *streamRun) concerned(m term.Term) *streamedTask {
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
func (s *streamRun) left(self *process.Process) time.Duration {
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
func (s *streamRun) late(self *process.Process) error {
	if !s.KillLate {
		reason := term.Tuple{term.Atom("timeout"), term.Tuple{supervisedModule, term.Atom("stream"), term.List(s.Timeout)}}
		return exception.Exit(reason).In(supervised("stream_reduce", 7, 298))
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

func (s *streamRun) kill(self *process.Process, t *streamedTask) {
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
func (s *streamRun) deliver() error {
	var waiting []*streamedTask
	for i, t := range s.running {
		if t.result == nil {
			if !s.Unordered {
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
