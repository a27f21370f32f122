package genserver_test

import (
	"context"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// inNode runs body as a process of a node that has the module Store.
func inNode(t *testing.T, body func(self *process.Process)) {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	code.Of(node).Define(store())
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func TestMultiCall(t *testing.T) {
	inNode(t, func(self *process.Process) {
		o := gen.Options{Name: term.Tuple{term.Atom("local"), term.Atom("shop")}}
		if _, err := genserver.Start(self, term.Alias("Store"), term.Int(7), o); err != nil {
			t.Fatal(err)
		}
		here := self.Node().Name()
		nodes := term.List(here, term.Atom("far@away"))
		for _, timeout := range []term.Term{term.Infinity, term.Int(50)} {
			got, err := genserver.MultiCall(self, nodes, term.Atom("shop"), term.Atom("get"), timeout)
			want := term.Tuple{term.List(term.Tuple{here, term.Int(7)}), term.List(term.Atom("far@away"))}
			if err != nil || !term.Same(got.Term(), want) {
				t.Errorf("MultiCall(%v) = %v, %v, want %v", timeout, got.Term(), err, want)
			}
		}
		if _, err := genserver.MultiCall(self, nodes, term.Int(1), term.Atom("get"), term.Infinity); err == nil {
			t.Error("a name that is none was taken")
		}
		if n := self.MailboxLen(); n != 0 {
			t.Errorf("%d messages were left", n)
		}
	})
}

func TestEnterLoop(t *testing.T) {
	inNode(t, func(self *process.Process) {
		child := proclib.Spawn(self, func(self *process.Process) error {
			return genserver.EnterLoop(self, term.Alias("Store"), term.Empty, term.Int(3), self.PID(), term.Infinity)
		}, process.SpawnOptions{})
		if got, err := genserver.Call(self, child.PID(), term.Atom("get"), nil); err != nil || got != term.Term(term.Int(3)) {
			t.Errorf("Call = %v, %v", got, err)
		}
		plain := self.Spawn(func(self *process.Process) error {
			return genserver.EnterLoop(self, term.Alias("Store"), term.Empty, term.Int(3), self.PID(), term.Infinity)
		}, process.SpawnOptions{Monitor: true})
		message, _ := self.ReceiveTimeout(func(m term.Term) bool { return process.IsDown(m, plain.Monitor) }, time.Second)
		down, _ := message.(term.Tuple)
		if len(down) != 5 || down[4] != term.Term(term.Atom("process_was_not_started_by_proc_lib")) {
			t.Errorf("a plain process ended with %v", message)
		}
	})
}
