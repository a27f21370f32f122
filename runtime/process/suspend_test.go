package process_test

import (
	"testing"

	"gex/runtime/process"
	"gex/runtime/term"
)

// TestSuspend counts suspensions of two processes against one that echoes.
func TestSuspend(t *testing.T) {
	world(t, func(self *process.Process) error {
		echo := self.Spawn(func(p *process.Process) error {
			for {
				self.Deliver(p.Receive(nil))
			}
		}, process.SpawnOptions{}).Process
		answers := func(want int) {
			t.Helper()
			echo.Deliver(term.Int(1))
			self.Sleep(1)
			got := 0
			for {
				if _, ok := self.TakeMatching(nil); !ok {
					break
				}
				got++
			}
			if got != want {
				t.Errorf("%d answers, want %d", got, want)
			}
		}
		answers(1)
		self.Suspend(echo)
		self.Suspend(echo)
		if got := echo.Status(); got != "suspended" {
			t.Errorf("status %s", got)
		}
		answers(0)
		other := self.Spawn(func(p *process.Process) error {
			p.Suspend(echo)
			p.Receive(nil)
			return nil
		}, process.SpawnOptions{}).Process
		self.Sleep(1)
		for range 2 {
			if !self.Resume(echo) {
				t.Error("nothing to resume")
			}
		}
		if self.Resume(echo) {
			t.Error("resumed too often")
		}
		answers(0)
		other.Kill()
		self.Sleep(1)
		answers(3)
		self.Suspend(echo)
		echo.Kill()
		if self.Resume(echo) || len(self.Suspending()) != 0 {
			t.Error("the dead are still suspended")
		}
		return nil
	})
}
