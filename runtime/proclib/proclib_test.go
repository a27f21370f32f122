package proclib_test

import (
	"context"
	"testing"
	"time"

	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

func run(t *testing.T, reports *[]logger.Report, body func(self *process.Process)) {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	logger.Configure(node, logger.Options{Observe: func(r logger.Report) {
		if reports != nil {
			*reports = append(*reports, r)
		}
	}})
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil {
		t.Fatalf("Run = %v", err)
	}
}

func TestStart(t *testing.T) {
	atom := func(name string) term.Term { return term.Atom(name) }
	for _, test := range []struct {
		name   string
		body   func(starter term.PID) process.Body
		ack    term.Term
		reason term.Term
	}{
		{"acknowledges", func(starter term.PID) process.Body {
			return func(self *process.Process) error {
				proclib.InitAck(self, starter, atom("ready"))
				self.Receive(nil)
				return nil
			}
		}, atom("ready"), nil},
		{"dies", func(term.PID) process.Body {
			return func(*process.Process) error { return exception.Exit(atom("early")) }
		}, nil, atom("early")},
		{"is slow", func(term.PID) process.Body {
			return func(self *process.Process) error { self.Sleep(time.Hour); return nil }
		}, nil, atom("timeout")},
	} {
		for _, link := range []proclib.Link{proclib.NoLink, proclib.Linked, proclib.Monitored} {
			run(t, nil, func(self *process.Process) {
				self.SetTrapExit(true)
				o := proclib.StartOptions{Link: link, Timeout: 50 * time.Millisecond}
				got := proclib.Start(self, test.body(self.PID()), o)
				if !same(got.Ack, test.ack) || !same(got.Reason, test.reason) {
					t.Errorf("%s, link %v: got %v, %v", test.name, link, got.Ack, got.Reason)
				}
				left := 0
				if link == proclib.Monitored && test.ack == nil {
					left = 1 // the DOWN message
				}
				if self.MailboxLen() != left {
					t.Errorf("%s, link %v: left %v", test.name, link, self.Messages())
				}
			})
		}
	}
}

func same(a, b term.Term) bool {
	return a == nil && b == nil || a != nil && b != nil && term.Same(a, b)
}

func TestDictionaryAndCrash(t *testing.T) {
	var reports []logger.Report
	run(t, &reports, func(self *process.Process) {
		self.Node().Register("parent", self.PID())
		initial := process.MFA{Module: "m", Function: "f", Arity: 1}
		child := proclib.Spawn(self, func(self *process.Process) error {
			if got := proclib.Ancestors(self); !term.Same(got, term.List(term.Atom("parent"))) {
				t.Errorf("ancestors = %v", got)
			}
			if got := proclib.InitialCall(self); !term.Same(got, initial.Term()) {
				t.Errorf("initial call = %v", got)
			}
			return exception.Raise(term.Atom("oops"))
		}, process.SpawnOptions{Initial: initial, Monitor: true})
		down := self.Receive(nil).(term.Tuple)
		want := term.Tuple{term.Atom("oops"), term.List(proclib.Frame(false).Term())}
		if !term.Same(down[4], want) || !term.Same(down[1], child.Monitor) {
			t.Errorf("DOWN = %v, want reason %v", down, want)
		}
	})
	if len(reports) != 1 {
		t.Fatalf("reports = %v", reports)
	}
	if _, ok := reports[0].(logger.ProcessCrashed); !ok {
		t.Errorf("report = %#v", reports[0])
	}
}

func TestOrderly(t *testing.T) {
	for _, test := range []struct {
		reason term.Term
		want   bool
	}{
		{term.Normal, true},
		{term.Atom("shutdown"), true},
		{term.Tuple{term.Atom("shutdown"), term.Int(1)}, true},
		{term.Atom("killed"), false},
		{term.Tuple{term.Atom("shutdown")}, false},
	} {
		if got := proclib.Orderly(test.reason); got != test.want {
			t.Errorf("Orderly(%v) = %v", test.reason, got)
		}
	}
}
