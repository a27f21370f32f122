package application_test

import (
	"testing"

	"gex/runtime/application"
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// world is a node with a callback module Shop whose processes live until they
// are told to end.
func world(t *testing.T) (node *process.Node, run func(func(self *process.Process))) {
	t.Helper()
	node = process.NewNode(process.Options{Virtual: true})
	t.Cleanup(node.Close)
	ioserver.Start(node, func(ioserver.Output) {})
	m := code.NewModule("Elixir.Shop", code.Builtin)
	m.Add(&code.Function{Name: "start", Arity: 2, Call: func(self *process.Process, args []term.Term) (term.Term, error) {
		if args[1] != term.Term(term.Empty) {
			return args[1], nil
		}
		child := self.Spawn(func(self *process.Process) error {
			self.Sleep(process.Forever)
			return nil
		}, process.SpawnOptions{Link: true})
		self.Node().Register("top", child.PID())
		return term.Tuple{term.OK, child.PID()}, nil
	}})
	code.Of(node).Define(m)
	return node, func(f func(self *process.Process)) {
		node.Spawn(func(self *process.Process) error {
			f(self)
			return nil
		}, process.SpawnOptions{})
		node.Settle()
	}
}

func spec(name term.Atom, args term.Term, needs ...term.Term) term.Term {
	return term.Tuple{term.Atom("application"), name, term.List(
		term.Tuple{term.Atom("applications"), term.List(needs...)},
		term.Tuple{term.Atom("mod"), term.Tuple{term.Atom("Elixir.Shop"), args}})}
}

func TestStartStop(t *testing.T) {
	node, run := world(t)
	application.Load(node, spec("shop", term.Empty))
	application.Load(node, spec("till", term.Empty, term.Atom("shop")))
	application.Load(node, spec("bad", term.Atom("nope"), term.Atom("till")))
	var got []string
	run(func(self *process.Process) {
		note := func(t term.Term) { got = append(got, inspect.Inspect(t, inspect.Options{})) }
		note(application.Start(self, "till"))
		note(application.EnsureAllStarted(self, "till"))
		note(application.Start(self, "shop"))
		note(application.EnsureAllStarted(self, "bad"))
		note(application.Stop(self, "shop"))
		note(application.Stop(self, "shop"))
		note(application.Start(self, "other"))
	})
	want := []string{
		"{:error, {:not_started, :shop}}",
		"{:ok, [:shop, :till]}",
		"{:error, {:already_started, :shop}}",
		"{:error, {:bad, {:bad_return, {{Shop, :start, [:normal, :nope]}, :nope}}}}",
		":ok",
		"{:error, {:not_started, :shop}}",
		"{:error, {'no such file or directory', 'other.app'}}",
	}
	if len(got) != len(want) {
		t.Fatalf("got %d answers, want %d: %q", len(got), len(want), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("answer %d is %s, want %s", i+1, got[i], want[i])
		}
	}
}

func TestTopEnds(t *testing.T) {
	node, run := world(t)
	application.Load(node, spec("shop", term.Empty))
	run(func(self *process.Process) { application.Start(self, "shop") })
	if !application.IsRunning(node, "shop") {
		t.Fatal("the application does not run")
	}
	run(func(self *process.Process) { self.Exit(node.Whereis("top").PID(), term.Atom("kill")) })
	if application.IsRunning(node, "shop") {
		t.Error("the application runs although what it started has ended")
	}
}
