package process_test

import (
	"testing"
	"time"

	"gex/runtime/process"
	"gex/runtime/term"
)

// request is the form {request, {pid, tag}, body}.
var request = &process.Form{Write: func(e process.Envelope) term.Term {
	return term.Tuple3(term.Atom("request"), e.From.Term(), e.Body)
}}

// answerer is a server that answers calls as their body says.
type answerer struct {
	answer func(self *process.Process, e process.Envelope)
}

func (a answerer) HandleMessage(self *process.Process, message term.Term) error {
	m := message.(term.Tuple)
	from := m[1].(term.Tuple)
	self.Send(from[0].(term.PID), term.Tuple{from[1], term.Tuple{term.Atom("written"), m[2]}})
	return nil
}

func (a answerer) HandleEnvelope(self *process.Process, e process.Envelope) error {
	a.answer(self, e)
	return nil
}

const brief = 10 * time.Millisecond

// TestCall has a server answer a call in every way in which it can be.
func TestCall(t *testing.T) {
	sent := func(e process.Envelope, value term.Term) term.Term { return term.Tuple{e.From.Tag(), value} }
	for name, test := range map[string]struct {
		timeout time.Duration
		answer  func(self *process.Process, e process.Envelope)
		want    term.Term
		outcome process.Outcome
		left    int // messages that stay in the caller's mailbox for good
	}{
		"answered": {process.Forever, func(self *process.Process, e process.Envelope) { self.Answer(e.From, e.Body) }, term.OK, process.Replied, 0},
		"answered in time": {brief, func(self *process.Process, e process.Envelope) {
			self.Sleep(brief / 2)
			self.Answer(e.From, e.Body)
		}, term.OK, process.Replied, 0},
		"answered late": {brief, func(self *process.Process, e process.Envelope) {
			self.Sleep(2 * brief)
			if self.Answer(e.From, e.Body) {
				t.Error("a late answer is taken")
			}
			self.SendAliasOf(e.From.Caller(), e.From.Ref(), sent(e, e.Body))
		}, nil, process.TimedOut, 0},
		"sent": {process.Forever, func(self *process.Process, e process.Envelope) {
			self.Send(e.From.Caller(), term.OK)
			self.Send(e.From.Caller(), sent(e, e.Body))
		}, term.OK, process.Replied, 1},
		"sent to the alias": {brief, func(self *process.Process, e process.Envelope) {
			self.SendAlias(e.From.Ref(), sent(e, e.Body))
		}, term.OK, process.Replied, 0},
		"sent and answered": {process.Forever, func(self *process.Process, e process.Envelope) {
			self.Send(e.From.Caller(), sent(e, term.Atom("first")))
			self.Answer(e.From, e.Body)
		}, term.Atom("first"), process.Replied, 1},
		"answered and sent": {process.Forever, func(self *process.Process, e process.Envelope) {
			self.Answer(e.From, e.Body)
			self.Send(e.From.Caller(), sent(e, term.Atom("second")))
		}, term.OK, process.Replied, 1},
		"answered twice": {process.Forever, func(self *process.Process, e process.Envelope) {
			self.Answer(e.From, e.Body)
			if self.Answer(e.From, e.Body) {
				t.Error("a second answer is taken")
			}
		}, term.OK, process.Replied, 0},
		"from elsewhere": {process.Forever, func(self *process.Process, e process.Envelope) {
			self.Spawn(func(self *process.Process) error { self.Answer(e.From, e.Body); return nil }, process.SpawnOptions{})
		}, term.OK, process.Replied, 0},
		"dead": {brief, func(self *process.Process, e process.Envelope) { self.Exit(self.PID(), term.Atom("boom")) }, term.Atom("boom"), process.Down, 0},
		"answered, dead": {brief, func(self *process.Process, e process.Envelope) {
			self.Answer(e.From, e.Body)
			self.Exit(self.PID(), term.Atom("boom"))
		}, term.OK, process.Replied, 0},
		"silent": {brief, func(*process.Process, process.Envelope) {}, nil, process.TimedOut, 0},
	} {
		t.Run(name, func(t *testing.T) {
			node := world(t, func(self *process.Process) error {
				server := self.Spawn(func(*process.Process) error { return process.Become(answerer{test.answer}) }, process.SpawnOptions{})
				self.Yield()
				got, outcome := self.Call(server.PID(), request, term.OK, test.timeout)
				if outcome != test.outcome || got != test.want {
					t.Errorf("Call = %v, %d; want %v, %d", got, outcome, test.want, test.outcome)
				}
				self.Sleep(time.Second)
				if n := self.MailboxLen(); n != test.left || len(self.Monitors()) != 0 || len(server.MonitoredBy()) != 0 {
					t.Errorf("left: %v, monitors %v", self.Messages(), self.Monitors())
				}
				server.Kill()
				return nil
			})
			node.Settle()
			if left := node.Left(); left["monitors"]+left["monitored"]+left["timers"] != 0 {
				t.Errorf("left: %v", left)
			}
		})
	}
}

// TestCallOfNobody and of a process that dies before it takes the request.
func TestCallOfNobody(t *testing.T) {
	world(t, func(self *process.Process) error {
		child := self.Spawn(func(*process.Process) error { return nil }, process.SpawnOptions{})
		if reason, outcome := self.Call(child.PID(), request, term.OK, process.Forever); outcome != process.Down || reason != term.Normal {
			t.Errorf("Call = %v, %d", reason, outcome)
		}
		if reason, outcome := self.Call(child.PID(), request, term.OK, brief); outcome != process.Down || reason != term.Atom("noproc") {
			t.Errorf("Call = %v, %d", reason, outcome)
		}
		return nil
	})
}

// TestEnvelopesLookLikeMessages looks at calls and answers that are on their
// way, which must not change them.
func TestEnvelopesLookLikeMessages(t *testing.T) {
	for _, look := range []bool{false, true} {
		world(t, func(self *process.Process) error {
			server := self.Spawn(func(*process.Process) error {
				return process.Become(answerer{func(self *process.Process, e process.Envelope) {
					self.Answer(e.From, e.Body)
					caller := process.Lookup(e.From.Caller())
					if want := (term.Tuple{e.From.Tag(), term.OK}); caller.MailboxLen() != 1 || !term.Same(caller.Messages()[0], want) {
						t.Errorf("the caller's mailbox holds %v", caller.Messages())
					}
				}})
			}, process.SpawnOptions{})
			self.Yield()
			caller := self.Spawn(func(self *process.Process) error {
				var want term.Term = term.OK
				if look {
					want = term.Tuple{term.Atom("written"), term.OK}
				}
				if got, outcome := self.Call(server.PID(), request, term.OK, process.Forever); outcome != process.Replied || !term.Same(got, want) {
					t.Errorf("Call = %v, %d", got, outcome)
				}
				return nil
			}, process.SpawnOptions{})
			self.Spawn(func(*process.Process) error {
				if look && term.Tag(server.Messages()[0], 3) != "request" {
					t.Errorf("the server's mailbox holds %v", server.Messages())
				}
				return nil
			}, process.SpawnOptions{})
			self.Sleep(time.Second)
			if caller.Alive() {
				t.Error("the call has not come back")
			}
			return nil
		})
	}
}

// TestCallOfPlainProcess gets the call as a message.
func TestCallOfPlainProcess(t *testing.T) {
	world(t, func(self *process.Process) error {
		plain := self.Spawn(func(self *process.Process) error {
			m := self.Receive(func(m term.Term) bool { return term.Tag(m, 3) == "request" }).(term.Tuple)
			from := m[1].(term.Tuple)
			self.Send(from[0].(term.PID), term.Tuple{from[1], m[2]})
			return nil
		}, process.SpawnOptions{})
		for _, timeout := range []time.Duration{process.Forever, brief} {
			if got, outcome := self.Call(plain.PID(), request, term.OK, timeout); timeout < 0 && (got != term.OK || outcome != process.Replied) {
				t.Errorf("Call = %v, %d", got, outcome)
			}
		}
		return nil
	})
}

// TestInterruptedCall leaves no monitor behind and can be followed by another.
func TestInterruptedCall(t *testing.T) {
	world(t, func(self *process.Process) error {
		silent := self.Spawn(func(*process.Process) error {
			return process.Become(answerer{func(*process.Process, process.Envelope) {}})
		}, process.SpawnOptions{})
		self.Node().Interrupt(self)
		err := self.Guard(func() error { self.Call(silent.PID(), request, term.OK, time.Hour); return nil })
		if err == nil || len(self.Monitors()) != 0 || len(silent.MonitoredBy()) != 0 {
			t.Errorf("Call = %v with monitors %v", err, self.Monitors())
		}
		return nil
	})
}

// TestCallOfNobodyWithoutTime is not answered that there is nobody: in OTP that
// comes as a signal, which is too late.
func TestCallOfNobodyWithoutTime(t *testing.T) {
	world(t, func(self *process.Process) error {
		gone := self.Spawn(func(*process.Process) error { return nil }, process.SpawnOptions{})
		self.Sleep(brief)
		if _, outcome := self.Call(gone.PID(), request, term.OK, 0); outcome != process.TimedOut {
			t.Errorf("the outcome is %d, want %d", outcome, process.TimedOut)
		}
		return nil
	})
}
