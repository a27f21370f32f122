package process_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// world runs body in the first process of a virtual node and returns the
// node after everything has settled.
func world(t testing.TB, body process.Body) *process.Node {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	t.Cleanup(node.Close)
	var failure error
	err := node.RunProcess(context.Background(), func(self *process.Process) error {
		failure = body(self)
		return failure
	})
	if err != failure {
		t.Fatalf("RunProcess = %v, want %v", err, failure)
	}
	return node
}

// echo answers each {pid, x} with x until it gets :stop.
type echo struct{}

func (echo) HandleMessage(self *process.Process, message term.Term) error {
	switch m := message.(type) {
	case term.Tuple:
		self.Send(m[0].(term.PID), m[1])
	case term.Atom:
		return exception.Exit(m)
	}
	return nil
}

func becomeEcho(*process.Process) error { return process.Become(echo{}) }

func TestServerAnswersInOrder(t *testing.T) {
	var got []term.Term
	world(t, func(self *process.Process) error {
		server := self.Spawn(becomeEcho, process.SpawnOptions{})
		for i := range 5 {
			self.Send(server.PID(), term.Tuple{self.PID(), term.Int(i)})
		}
		for range 5 {
			got = append(got, self.Receive(nil))
		}
		return nil
	})
	want := []term.Term{term.Int(0), term.Int(1), term.Int(2), term.Int(3), term.Int(4)}
	if !slices.Equal(got, want) {
		t.Errorf("answers = %v, want %v", got, want)
	}
}

func TestSelectiveReceiveKeepsOrder(t *testing.T) {
	var got []term.Term
	world(t, func(self *process.Process) error {
		for _, m := range []term.Atom{"a", "b", "c", "d"} {
			self.Send(self.PID(), m)
		}
		got = append(got, self.Receive(func(m term.Term) bool { return m == term.Atom("c") }))
		for range 3 {
			got = append(got, self.Receive(nil))
		}
		return nil
	})
	want := []term.Term{term.Atom("c"), term.Atom("a"), term.Atom("b"), term.Atom("d")}
	if !slices.Equal(got, want) {
		t.Errorf("received %v, want %v", got, want)
	}
}

func TestExitSignals(t *testing.T) {
	wait := func(self *process.Process) error { self.Sleep(process.Forever); return nil }
	for _, c := range []struct {
		reason, want term.Atom
		traps        bool
		message      bool
	}{
		{reason: "normal", want: ""},
		{reason: "boom", want: "boom"},
		{reason: "kill", want: "killed"},
		{reason: "normal", traps: true, message: true},
		{reason: "boom", traps: true, message: true},
		{reason: "kill", traps: true, want: "killed"},
	} {
		t.Run(fmt.Sprintf("%s_traps=%v", c.reason, c.traps), func(t *testing.T) {
			world(t, func(self *process.Process) error {
				child := self.Spawn(func(p *process.Process) error {
					p.SetTrapExit(c.traps)
					return wait(p)
				}, process.SpawnOptions{Monitor: true})
				self.Yield()
				self.Exit(child.PID(), c.reason)
				if c.want == "" {
					if !child.Alive() || (child.MailboxLen() == 1) != c.message {
						t.Errorf("alive %v with %d messages", child.Alive(), child.MailboxLen())
					}
					return nil
				}
				down := self.Receive(nil).(term.Tuple)
				if down[0] != term.Term(term.Atom("DOWN")) || down[4] != term.Term(c.want) {
					t.Errorf("got %v, want reason %s", down, c.want)
				}
				return nil
			})
		})
	}
}

func TestLinkedChainDies(t *testing.T) {
	const length = 100_000
	node := world(t, func(self *process.Process) error {
		self.SetTrapExit(true)
		var first process.Spawned
		previous := self
		for range length {
			next := previous.Spawn(func(p *process.Process) error { p.Receive(nil); return nil }, process.SpawnOptions{Link: true})
			previous, first = next.Process, next
		}
		self.Exit(first.PID(), term.Atom("boom"))
		message := self.Receive(nil).(term.Tuple)
		if message[2] != term.Term(term.Atom("boom")) {
			t.Errorf("exit message %v", message)
		}
		return nil
	})
	if n := len(node.Processes()); n != 0 {
		t.Errorf("%d processes left", n)
	}
}

func TestKilledStackUnwinds(t *testing.T) {
	unwound := false
	world(t, func(self *process.Process) error {
		child := self.Spawn(func(p *process.Process) error {
			defer func() { unwound = true }()
			return p.Guard(func() error { p.Receive(nil); return nil })
		}, process.SpawnOptions{})
		self.Yield()
		self.Exit(child.PID(), term.Atom("kill"))
		return nil
	})
	if !unwound {
		t.Error("the stack of the killed process was not unwound")
	}
}

func TestVirtualTimeJumps(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	var order []int
	for _, d := range []int{30, 10, 20} {
		node.Spawn(func(self *process.Process) error {
			self.Sleep(time.Duration(d) * time.Hour)
			order = append(order, d)
			return nil
		}, process.SpawnOptions{})
	}
	if err := node.Run(context.Background(), func() bool { return len(order) == 3 }); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(order, []int{10, 20, 30}) || node.Now() != 30*time.Hour {
		t.Errorf("order %v at %v", order, node.Now())
	}
	if err := node.Run(context.Background(), func() bool { return false }); !errors.Is(err, process.ErrIdle) {
		t.Errorf("Run on an idle node = %v, want ErrIdle", err)
	}
}

func TestReceiveTimeout(t *testing.T) {
	world(t, func(self *process.Process) error {
		if m, ok := self.ReceiveTimeout(nil, time.Second); ok {
			t.Errorf("received %v", m)
		}
		if self.Node().Now() != time.Second {
			t.Errorf("time is %v", self.Node().Now())
		}
		return nil
	})
}

func TestInterruptBusyAndWaiting(t *testing.T) {
	for name, work := range map[string]func(*process.Process){
		"busy": func(self *process.Process) {
			for {
				self.Checkpoint()
			}
		},
		"waiting": func(self *process.Process) { self.Sleep(process.Forever) },
	} {
		t.Run(name, func(t *testing.T) {
			node := process.NewNode(process.Options{})
			defer node.Close()
			var err error
			started, finished := make(chan struct{}), false
			p := node.Spawn(func(self *process.Process) error {
				close(started)
				err = self.Guard(func() error { work(self); return nil })
				finished = true
				return nil
			}, process.SpawnOptions{})
			go func() { <-started; node.Interrupt(p) }()
			if e := node.Run(context.Background(), func() bool { return finished }); e != nil {
				t.Fatal(e)
			}
			if exception.ExitReason(err) != process.Interrupted {
				t.Errorf("Guard = %v", err)
			}
		})
	}
}

func TestHangingHostCodeIsAbandoned(t *testing.T) {
	node := process.NewNode(process.Options{})
	defer node.Close()
	release, started := make(chan struct{}), make(chan struct{})
	hung := node.Spawn(func(self *process.Process) error {
		close(started)
		<-release
		self.Send(self.PID(), term.Atom("never"))
		t.Error("an abandoned process went on")
		return nil
	}, process.SpawnOptions{})
	go func() { <-started; node.Interrupt(hung) }()
	ran := false
	node.Post(func() {
		node.Spawn(func(*process.Process) error { ran = true; return nil }, process.SpawnOptions{})
	})
	if err := node.Run(context.Background(), func() bool { return ran && !hung.Alive() }); err != nil {
		t.Fatal(err)
	}
	close(release)
}

func TestNoGoroutineIsLeft(t *testing.T) {
	before := runtime.NumGoroutine()
	node := process.NewNode(process.Options{Virtual: true})
	for range 1000 {
		node.Spawn(func(self *process.Process) error { self.Receive(nil); return nil }, process.SpawnOptions{})
	}
	node.Settle()
	node.Close()
	for range 1000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

func BenchmarkServerRoundTrip(b *testing.B) {
	world(b, func(self *process.Process) error {
		server := self.Spawn(becomeEcho, process.SpawnOptions{})
		request := term.Tuple{self.PID(), term.Atom("x")}
		for b.Loop() {
			self.Send(server.PID(), request)
			self.Receive(nil)
		}
		return nil
	})
}

func BenchmarkPingPong(b *testing.B) {
	world(b, func(self *process.Process) error {
		other := self.Spawn(func(p *process.Process) error {
			for {
				p.Send(p.Receive(nil).(term.PID), term.Atom("pong"))
			}
		}, process.SpawnOptions{})
		me := term.Term(self.PID())
		for b.Loop() {
			self.Send(other.PID(), me)
			self.Receive(nil)
		}
		return nil
	})
}

func BenchmarkSpawnMonitorDown(b *testing.B) {
	world(b, func(self *process.Process) error {
		for b.Loop() {
			self.Spawn(func(*process.Process) error { return nil }, process.SpawnOptions{Monitor: true})
			self.Receive(nil)
		}
		return nil
	})
}

func TestSettleLeavesBusyProcessesRunning(t *testing.T) {
	for _, virtual := range []bool{true, false} {
		node := process.NewNode(process.Options{Virtual: virtual})
		node.Spawn(func(self *process.Process) error {
			for {
				self.Checkpoint()
			}
		}, process.SpawnOptions{})
		if node.Settle() {
			t.Errorf("virtual %v: a busy node has settled", virtual)
		}
		if d, ok := node.UntilNext(); !ok || d != 0 {
			t.Errorf("virtual %v: UntilNext = %v, %v", virtual, d, ok)
		}
		node.Close()
	}
}

func TestMonitorAliases(t *testing.T) {
	world(t, func(self *process.Process) error {
		target := self.Spawn(func(self *process.Process) error { self.Receive(nil); return nil }, process.SpawnOptions{}).PID()
		send := map[string]func(ref term.Ref){
			"SendAlias":   func(ref term.Ref) { self.SendAlias(ref, term.OK) },
			"SendAliasOf": func(ref term.Ref) { self.SendAliasOf(self.PID(), ref, term.OK) },
		}
		for name, f := range send {
			for _, end := range []func(term.Ref){
				func(ref term.Ref) { self.Demonitor(ref) },
				func(ref term.Ref) { self.Unalias(ref) },
			} {
				ref := self.MonitorAlias(target)
				f(ref)
				end(ref)
				f(ref)
				if got := self.MailboxLen(); got != 1 {
					t.Errorf("%s: %d messages, want 1", name, got)
				}
				self.Receive(nil)
				self.Demonitor(ref)
			}
		}
		ref := self.MonitorAlias(target)
		self.Send(target, term.OK)
		self.Receive(func(m term.Term) bool { return process.IsDown(m, ref) })
		self.SendAlias(ref, term.OK)
		if self.MailboxLen() != 0 {
			t.Error("the alias outlives the DOWN message")
		}
		return nil
	})
}

func TestAtExit(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	var log []string
	node.Spawn(func(self *process.Process) error {
		child := self.Spawn(func(self *process.Process) error {
			self.AtExit(func() { log = append(log, "first") })
			self.AtExit(func() { log = append(log, "second") })
			return nil
		}, process.SpawnOptions{Monitor: true})
		self.Receive(func(m term.Term) bool { return process.IsDown(m, child.Monitor) })
		log = append(log, "down")
		return nil
	}, process.SpawnOptions{})
	node.Settle()
	if got := strings.Join(log, " "); got != "first second down" {
		t.Errorf("order = %s", got)
	}
}

func TestSystemProcesses(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true, FirstPID: 50})
	defer node.Close()
	var numbers []uint32
	node.Spawn(func(self *process.Process) error {
		child := self.Spawn(func(*process.Process) error { return nil }, process.SpawnOptions{})
		numbers = append(numbers, self.PID().Number, child.PID().Number)
		return nil
	}, process.SpawnOptions{Number: 7})
	user := node.Spawn(func(*process.Process) error { return nil }, process.SpawnOptions{})
	if user.System() || user.PID().Number != 50 {
		t.Errorf("the first process of a user is %d", user.PID().Number)
	}
	node.Settle()
	if !slices.Equal(numbers, []uint32{7, 41}) {
		t.Errorf("system processes = %v", numbers)
	}
}

// TestRunEndsWithContext: a process that never waits does not keep Run from
// ending with its context.
func TestRunEndsWithContext(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	ctx, cancel := context.WithCancel(t.Context())
	node.Spawn(func(self *process.Process) error {
		for turns := 0; ; turns++ {
			if turns == 1000 {
				cancel()
			}
			self.Reduce(100)
		}
	}, process.SpawnOptions{})
	if err := node.Run(ctx, func() bool { return false }); !errors.Is(err, context.Canceled) {
		t.Errorf("Run = %v, want %v", err, context.Canceled)
	}
}

// TestRunProcessEnded shows that nobody takes the end of a process from outside
// for a success.
func TestRunProcessEnded(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true, MaxProcesses: 2})
	defer node.Close()
	idle := func(self *process.Process) error { self.Receive(nil); return nil }
	for _, tt := range []struct {
		name string
		body process.Body
		want string
	}{
		{"returns", func(*process.Process) error { return nil }, ""},
		{"ends normally", func(self *process.Process) error { self.Exit(self.PID(), term.Normal); self.Yield(); panic("goes on") }, ""},
		{"is killed", func(self *process.Process) error { self.Exit(self.PID(), term.Atom("kill")); self.Yield(); return nil }, "killed"},
		{"spawns too many", func(self *process.Process) error {
			for range 2 {
				self.Spawn(idle, process.SpawnOptions{Link: true})
			}
			return nil
		}, "system_limit"},
	} {
		err := node.RunProcess(context.Background(), tt.body)
		if got := errorText(err); !strings.Contains(got, tt.want) || (err == nil) != (tt.want == "") {
			t.Errorf("a process that %s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
