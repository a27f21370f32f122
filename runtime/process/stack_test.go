package process_test

import (
	"fmt"
	"testing"

	"gex/runtime/process"
	"gex/runtime/term"
)

// deep calls f on so many new stacks, one above the other.
func deep(self *process.Process, stacks int, deaf bool, f func()) {
	if stacks == 0 {
		f()
		return
	}
	self.OnNewStack(2, func() { deep(self, stacks-1, deaf, f) }, func() bool { return deaf })
}

// Code on another stack is code of the process: it waits for messages there, and
// others run meanwhile.
func TestWaitOnNewStack(t *testing.T) {
	var got term.Term
	world(t, func(self *process.Process) error {
		parent := self.PID()
		self.Spawn(func(child *process.Process) error {
			child.Send(parent, term.Atom("hello"))
			return nil
		}, process.SpawnOptions{})
		deep(self, 3, true, func() {
			if stacks, calls := self.Stacks(); stacks != 3 || calls != 6 {
				t.Errorf("%d stacks, %d calls; want 3, 6", stacks, calls)
			}
			got = self.Receive(nil)
		})
		if stacks, calls := self.Stacks(); stacks+calls != 0 {
			t.Errorf("%d stacks, %d calls afterwards", stacks, calls)
		}
		return nil
	})
	if got != term.Term(term.Atom("hello")) {
		t.Errorf("got %v", got)
	}
}

// A panic passes through all stacks to who recovers it, whether their frames see
// it or not, and deferred calls run.
func TestPanicOnNewStack(t *testing.T) {
	for _, deaf := range []bool{true, false} {
		var recovered any
		deferred := 0
		world(t, func(self *process.Process) error {
			defer func() { recovered = recover() }()
			self.OnNewStack(1, func() {
				defer func() { deferred++ }()
				deep(self, 3, deaf, func() {
					defer func() { deferred++ }()
					panic("boom")
				})
			}, func() bool { return deaf })
			return nil
		})
		if recovered != "boom" || deferred != 2 {
			t.Errorf("deaf %v: recovered %v after %d deferred calls", deaf, recovered, deferred)
		}
	}
}

// A process that is killed or interrupted while it waits on another stack unwinds.
func TestEndOnNewStack(t *testing.T) {
	for _, deaf := range []bool{true, false} {
		unwound := 0
		waits := func(child *process.Process) error {
			defer func() { unwound++ }()
			deep(child, 3, deaf, func() {
				defer func() { unwound++ }()
				child.Sleep(process.Forever)
			})
			return nil
		}
		node := world(t, func(self *process.Process) error {
			killed := self.Spawn(waits, process.SpawnOptions{Monitor: true})
			self.Sleep(1)
			self.Exit(killed.PID(), term.Atom("kill"))
			down := self.Receive(nil).(term.Tuple)
			if down[4] != term.Term(term.Atom("killed")) {
				t.Errorf("it ended with %v", down)
			}
			self.Spawn(waits, process.SpawnOptions{Link: true})
			self.Sleep(1)
			return fmt.Errorf("the end of both")
		})
		if unwound != 4 || len(node.Processes()) != 0 {
			t.Errorf("deaf %v: %d deferred calls ran, %d processes are left", deaf, unwound, len(node.Processes()))
		}
	}
}
