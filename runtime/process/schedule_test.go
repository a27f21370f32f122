package process_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"gex/runtime/process"
	"gex/runtime/term"
)

// outcomes runs body on nodes with the schedules 1 to n, and counts what it
// returns.
func outcomes(t *testing.T, n int64, body func(self *process.Process) string) map[string]int {
	t.Helper()
	counts := map[string]int{}
	for seed := range n {
		counts[scheduled(t, seed+1, body)]++
	}
	return counts
}

// scheduled runs body on a node with a schedule.
func scheduled(t *testing.T, seed int64, body func(self *process.Process) string) string {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true, Schedule: seed})
	defer node.Close()
	result, done := "", false
	node.Spawn(func(self *process.Process) error {
		result, done = body(self), true
		return nil
	}, process.SpawnOptions{})
	if err := node.Run(context.Background(), func() bool { return done }); err != nil {
		t.Fatalf("schedule %d: Run = %v", seed, err)
	}
	return result
}

// gather receives n messages.
func gather(self *process.Process, n int) string {
	got := ""
	for range n {
		got += fmt.Sprint(self.Receive(nil), " ")
	}
	return got
}

// TestScheduleDraws has every order come that Erlang allows, and no other:
// messages of one sender keep their order, those of two may mix.
func TestScheduleDraws(t *testing.T) {
	counts := outcomes(t, 300, func(self *process.Process) string {
		for _, messages := range [][]term.Term{{term.Atom("a1"), term.Atom("a2")}, {term.Atom("b1"), term.Atom("b2")}} {
			self.Spawn(func(sender *process.Process) error {
				for _, m := range messages {
					sender.Send(self.PID(), m)
				}
				return nil
			}, process.SpawnOptions{})
		}
		return gather(self, 4)
	})
	want := []string{
		"a1 a2 b1 b2 ", "a1 b1 a2 b2 ", "a1 b1 b2 a2 ", "b1 a1 a2 b2 ", "b1 a1 b2 a2 ", "b1 b2 a1 a2 ",
	}
	if got := slices.Sorted(maps.Keys(counts)); !slices.Equal(got, want) {
		t.Errorf("orders = %q, want %q", got, want)
	}
}

// TestScheduleOvertakes: a message that went through a third process may come
// before one that was sent straight and earlier.
func TestScheduleOvertakes(t *testing.T) {
	counts := outcomes(t, 100, func(self *process.Process) string {
		relay := self.Spawn(func(relay *process.Process) error {
			relay.Send(self.PID(), relay.Receive(nil))
			return nil
		}, process.SpawnOptions{})
		self.Spawn(func(sender *process.Process) error {
			sender.Send(self.PID(), term.Atom("straight"))
			sender.Send(relay.PID(), term.Atom("around"))
			return nil
		}, process.SpawnOptions{})
		return gather(self, 2)
	})
	if counts["straight around "] == 0 || counts["around straight "] == 0 {
		t.Errorf("orders = %v, want both", counts)
	}
}

// TestScheduleKeepsSignals: what a process sends comes before the news of its
// end, and before its answer to a call.
func TestScheduleKeepsSignals(t *testing.T) {
	for name, body := range map[string]func(self *process.Process) string{
		"exit of a link": func(self *process.Process) string {
			self.SetTrapExit(true)
			self.Spawn(sayAndEnd(self.PID()), process.SpawnOptions{Link: true})
			return fmt.Sprint(self.Receive(nil), term.Tag(self.Receive(nil), 3))
		},
		"monitor": func(self *process.Process) string {
			self.Spawn(sayAndEnd(self.PID()), process.SpawnOptions{Monitor: true})
			return fmt.Sprint(self.Receive(nil), term.Tag(self.Receive(nil), 5))
		},
		"exit/2": func(self *process.Process) string {
			other := self.Spawn(func(other *process.Process) error {
				other.SetTrapExit(true)
				other.Send(self.PID(), term.Atom("ready"))
				first, second := other.Receive(nil), other.Receive(nil)
				other.Send(self.PID(), term.Atom(fmt.Sprint(first, term.Tag(second, 3))))
				return nil
			}, process.SpawnOptions{})
			self.Receive(nil)
			self.Send(other.PID(), term.Atom("said"))
			self.Exit(other.PID(), term.Atom("reason"))
			return fmt.Sprint(self.Receive(nil))
		},
		"answer": func(self *process.Process) string {
			other := self.Spawn(func(*process.Process) error {
				return process.Become(answerer{func(other *process.Process, e process.Envelope) {
					other.Send(self.PID(), term.Atom("said"))
					other.Answer(e.From, e.Body)
				}})
			}, process.SpawnOptions{})
			self.Call(other.PID(), request, term.OK, process.Forever)
			return fmt.Sprint(self.MailboxLen())
		},
		"process_info": func(self *process.Process) string {
			other := self.Spawn(func(other *process.Process) error { other.Sleep(process.Forever); return nil }, process.SpawnOptions{})
			self.Send(other.PID(), term.Atom("said"))
			self.Reach(other.Process)
			return fmt.Sprint(other.Messages()[0], ":info")
		},
	} {
		counts := outcomes(t, 100, body)
		if len(counts) != 1 {
			t.Errorf("%s: outcomes %v, want one", name, counts)
		}
	}
}

func sayAndEnd(to term.PID) process.Body {
	return func(self *process.Process) error {
		self.Send(to, term.Atom("said"))
		return nil
	}
}
