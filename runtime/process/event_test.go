package process

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// asked is a form of requests.
var asked = &Form{Event: EventCall, Write: func(e Envelope) term.Term {
	return term.Tuple{term.Atom("ask"), e.From.Term(), e.Body}
}}

// answering answers every request with :yes.
type answering struct{}

func (answering) HandleMessage(self *Process, message term.Term) error {
	return exception.Exit(message)
}

func (answering) HandleEnvelope(self *Process, e Envelope) error {
	self.Answer(e.From, term.Atom("yes"))
	return nil
}

// brief writes an event on one line, pids as their numbers.
func brief(e Event) string {
	number := func(pid term.PID) string {
		if pid.Identity == nil {
			return "-"
		}
		return fmt.Sprint(pid.Number)
	}
	text := fmt.Sprintf("%s %s>%s", e.Kind, number(e.From), number(e.To))
	if e.Message != nil {
		text += " " + inspect.Inspect(e.Message, inspect.Options{})
	}
	if e.Call != 0 {
		text += " call"
	}
	if e.Lost {
		text += " lost"
	}
	return text
}

func TestEvents(t *testing.T) {
	for _, c := range []struct {
		name  string
		kinds EventSet
		body  func(self *Process)
		want  []string
	}{
		{"send and receive", AllEvents, func(self *Process) {
			self.Send(self.PID(), term.Atom("hi"))
			self.Receive(nil)
		}, []string{"send 1>1 :hi", "deliver ->1 :hi", "exit 1>- :normal"}},
		{"only exits", 1 << EventExit, func(self *Process) {
			self.Send(self.PID(), term.Atom("hi"))
		}, []string{"exit 1>- :normal"}},
		{"call", AllEvents, func(self *Process) {
			server := self.Spawn(func(*Process) error { return Become(answering{}) }, SpawnOptions{})
			self.Call(server.PID(), asked, term.Atom("q"), time.Second)
			self.Send(server.PID(), term.Atom("bye"))
			self.Yield()
			self.Call(server.PID(), asked, term.Atom("q"), time.Second)
			self.Send(server.PID(), term.Atom("late"))
		}, []string{"spawn 1>2 {:\"\", :\"\", 0}", "call 1>2 :q call", "deliver 1>2 :q call", "reply 2>1 :yes call",
			"send 1>2 :bye", "deliver ->2 :bye", "exit 2>- :bye", "call 1>2 :q lost", "send 1>2 :late lost", "exit 1>- :normal"}},
		{"a call that fails", AllEvents &^ (1 << EventSpawn), func(self *Process) {
			server := self.Spawn(func(self *Process) error { return exception.Exit(self.Receive(nil).(term.Tuple)[2]) }, SpawnOptions{})
			self.Call(server.PID(), asked, term.Atom("boom"), time.Second)
		}, []string{"call 1>2 :boom call", "deliver 1>2 {:ask, {#PID<0.1.0>, [:alias | #Reference<0.9.0.1>]}, :boom}",
			"exit 2>- :boom", "down 2>1 :boom call", "exit 1>- :normal"}},
		{"links", AllEvents &^ (1 << EventSpawn), func(self *Process) {
			self.Spawn(func(self *Process) error {
				self.Spawn(func(self *Process) error { self.Receive(nil); return nil }, SpawnOptions{Link: true})
				self.Yield()
				return exception.Exit(term.Atom("boom"))
			}, SpawnOptions{Monitor: true})
			self.Receive(nil)
		}, []string{"monitor 1>2", "link 2>3", "exit 2>- :boom", "down 2>1 :boom", "exit 3>2 :boom", "deliver", "exit 1>- :normal"}},
		{"signals", AllEvents &^ (1 << EventSpawn), func(self *Process) {
			self.SetTrapExit(true)
			child := self.Spawn(func(self *Process) error { self.Receive(nil); return nil }, SpawnOptions{Link: true})
			self.Yield()
			self.Exit(child.PID(), term.Atom("kill"))
			self.Receive(nil)
		}, []string{"link 1>2", "signal 1>2 :kill", "exit 2>1 :killed", "send 2>1 {:EXIT, #PID<0.2.0>, :killed}",
			"deliver ->1 {:EXIT, #PID<0.2.0>, :killed}", "exit 1>- :normal"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := NewNode(Options{Virtual: true, FirstPID: 1})
			defer n.Close()
			var got []string
			n.Spawn(func(self *Process) error { c.body(self); return nil }, SpawnOptions{})
			n.Observe(func(e Event) { got = append(got, brief(e)) }, c.kinds)
			n.Settle()
			for i := range min(len(got), len(c.want)) {
				if got[i] != c.want[i] && c.want[i] != "deliver" && !strings.Contains(c.want[i], "#Reference") {
					t.Errorf("event %d is %q, want %q", i, got[i], c.want[i])
				}
			}
			if len(got) != len(c.want) {
				t.Errorf("there were the events\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestNobodyObserves(t *testing.T) {
	n := NewNode(Options{Virtual: true})
	defer n.Close()
	n.Observe(func(e Event) { t.Errorf("saw %s", brief(e)) }, AllEvents)
	n.Observe(nil, AllEvents)
	n.Spawn(func(self *Process) error { self.Send(self.PID(), term.OK); return nil }, SpawnOptions{})
	n.Settle()
	if n.Observed(EventSend) {
		t.Error("a node without an observer says it is observed")
	}
}
