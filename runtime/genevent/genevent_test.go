package genevent_test

import (
	"context"
	"testing"

	"gex/runtime/code"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// run runs body in the first process of a virtual node and returns what was
// logged and printed.
func run(t testing.TB, body func(self *process.Process)) string {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	t.Cleanup(node.Close)
	output := ""
	ioserver.Start(node, func(o ioserver.Output) { output += o.Text })
	logger.Configure(node, logger.Options{})
	code.Of(node).Define(probe())
	finished := false
	node.Spawn(func(self *process.Process) error {
		defer func() { finished = true }()
		body(self)
		return nil
	}, process.SpawnOptions{})
	if err := node.Run(context.Background(), func() bool { return finished }); err != nil {
		t.Fatalf("Run = %v\n%s", err, output)
	}
	node.Settle()
	return output
}

func text(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }

func probe() *code.Module {
	return code.NewModule(term.Alias("Probe"), code.Builtin, genevent.Defaults(term.Alias("Probe"))...)
}

func TestSmoke(t *testing.T) {
	output := run(t, func(self *process.Process) {
		m, err := genevent.Erlang.StartLink(self, gen.Options{})
		if err != nil {
			t.Error(err)
		}
		got, err := genevent.Erlang.AddHandler(self, m, term.Alias("Probe"), term.Atom("x"))
		t.Log(got, err)
		got, err = genevent.Erlang.Call(self, m, term.Alias("Probe"), term.Atom("x"), nil)
		t.Log(text(got), err)
		got, err = genevent.Erlang.WhichHandlers(self, m)
		t.Log(text(got), err)
		t.Log(genevent.Erlang.SyncNotify(self, m, term.Atom("x")))
	})
	t.Log(output)
}
