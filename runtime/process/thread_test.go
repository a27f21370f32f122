package process_test

import (
	"context"
	"errors"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// on is what a thread waits for.
type on string

func (o on) String() string { return string(o) }

// A thread acts under the number of its process, and gets its own answers.
func TestThreadGetsItsAnswers(t *testing.T) {
	var answer term.Term
	world(t, func(self *process.Process) error {
		server := self.Spawn(becomeEcho, process.SpawnOptions{})
		done := false
		self.Go(func(thread *process.Process) error {
			if thread.Main() != self || !thread.IsThread() || term.Compare(thread.PID(), self.PID()) != 0 {
				t.Errorf("thread %v of %v", thread.PID(), self.PID())
			}
			thread.Send(server.PID(), term.Tuple{thread.PID(), term.Int(1)})
			answer = thread.Receive(nil)
			done = true
			self.Wake()
			return nil
		})
		self.AwaitOther(on("a thread"), func() bool { return done })
		if self.MailboxLen() != 0 || len(self.Threads()) > 1 {
			t.Errorf("%d messages, threads %v", self.MailboxLen(), self.Threads())
		}
		return nil
	})
	if answer != term.Term(term.Int(1)) {
		t.Errorf("the thread got %v", answer)
	}
}

// Threads end with their process, and a failure of one is the end of it, also
// if it traps exits.
func TestThreadsAndProcessEndTogether(t *testing.T) {
	unwound := false
	var reason term.Term
	node := world(t, func(self *process.Process) error {
		child := self.Spawn(func(child *process.Process) error {
			child.SetTrapExit(true)
			child.Go(func(other *process.Process) error {
				defer func() { unwound = true }()
				other.Sleep(process.Forever)
				return nil
			})
			child.Go(func(*process.Process) error { return exception.Exit(term.Atom("broken")) })
			child.Receive(nil)
			return nil
		}, process.SpawnOptions{Monitor: true})
		reason = self.Receive(nil).(term.Tuple)[4]
		_ = child
		return nil
	})
	if reason != term.Term(term.Atom("broken")) || !unwound {
		t.Errorf("exit reason %v, other thread unwound: %v", reason, unwound)
	}
	if n := len(node.Processes()); n != 0 {
		t.Errorf("%d processes are left", n)
	}
}

// A node that is stuck asks what to do, and Fail ends what waits for ever, also
// where a caller waits for it.
func TestDeadlock(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	var failed error
	done := false
	p := node.Spawn(func(self *process.Process) error {
		server := self.Spawn(func(server *process.Process) error {
			return server.Guard(func() error {
				server.AwaitOther(on("for nobody"), nil)
				return nil
			})
		}, process.SpawnOptions{Monitor: true})
		failed = server.Process.Guard(func() error { return nil })
		down := self.Receive(nil).(term.Tuple)
		if down[4] != term.Term(term.Atom("asleep")) {
			t.Errorf("the server ended with %v", down)
		}
		done = true
		return nil
	}, process.SpawnOptions{})
	node.OnStuck(func() bool {
		asleep := node.Deadlocked(p)
		if asleep == nil || asleep == p || asleep.Blocked().String() != "for nobody" {
			t.Errorf("deadlocked is %v", asleep)
			return false
		}
		asleep.Fail(exception.Exit(term.Atom("asleep")))
		return true
	})
	if err := node.Run(context.Background(), func() bool { return done }); err != nil || failed != nil {
		t.Errorf("Run = %v, %v", err, failed)
	}
}

// What waits for messages is no deadlock.
func TestNoDeadlock(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	p := node.Spawn(func(self *process.Process) error {
		self.Receive(nil)
		return nil
	}, process.SpawnOptions{})
	node.OnStuck(func() bool { return node.Deadlocked(p) != nil })
	if err := node.Run(context.Background(), func() bool { return false }); !errors.Is(err, process.ErrIdle) {
		t.Errorf("Run = %v", err)
	}
}
