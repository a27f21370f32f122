package genevent_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// world is a virtual node with one process that runs a test.
type world struct {
	testing.TB
	self   *process.Process
	output strings.Builder
}

// run runs body in the first process of a virtual node.
func run(t testing.TB, body func(w *world)) {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	t.Cleanup(node.Close)
	w := &world{TB: t}
	ioserver.Start(node, func(o ioserver.Output) { w.output.WriteString(o.Text) })
	logger.Configure(node, logger.Options{})
	for _, m := range modules() {
		code.Of(node).Define(m)
	}
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		w.self = self
		body(w)
		return nil
	}); err != nil {
		t.Fatalf("Run = %v\n%s", err, &w.output)
	}
}

// result is the text of a result, whether a value or an exception.
func (w *world) result(got term.Term, err error) string {
	if err == nil {
		return w.text(got)
	}
	x := exception.As(err)
	return x.Class.String() + " " + w.text(x.Reason)
}

// want compares a result with its text. Row is the row of the conformance
// inventory that it shows.
func (w *world) want(row, got, want string) {
	w.Helper()
	if got != want {
		w.Errorf("%s: got %s, want %s", row, got, want)
	}
}

// wantInbox compares the messages that have arrived with their texts.
func (w *world) wantInbox(row string, want ...string) {
	w.Helper()
	w.settle()
	var got []string
	for range 1000 {
		message, ok := w.self.TakeMatching(nil)
		if !ok {
			break
		}
		got = append(got, w.text(message))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		w.Errorf("%s: inbox\n  %s\nwant\n  %s", row, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// wantOutput compares what was printed and logged since the last time.
func (w *world) wantOutput(row, want string) {
	w.Helper()
	w.settle()
	got := w.output.String()
	w.output.Reset()
	if got != want {
		w.Errorf("%s: printed\n%s\nwant\n%s", row, got, want)
	}
}

// settle lets the other processes run until they wait.
func (w *world) settle() { w.self.Sleep(time.Millisecond) }

// text prints a term with self as ME and managers as M, so that tests need no
// numbers; a nil term is "".
func (w *world) text(t term.Term) string {
	if t == nil {
		return ""
	}
	text := inspect.Inspect(t, inspect.Options{})
	return strings.ReplaceAll(text, inspect.Inspect(w.self.PID(), inspect.Options{}), "ME")
}

// client calls a manager of gen_event and returns texts of results.
type client struct {
	*world
	m term.Term
}

// erlang starts a manager.
func (w *world) erlang(o gen.Options) client {
	m, err := genevent.Erlang.Start(w.self, o)
	if err != nil {
		w.Fatalf("Start = %v", err)
	}
	return client{w, m}
}

func (c client) add(name, args term.Term) string {
	return c.result(genevent.Erlang.AddHandler(c.self, c.m, name, args))
}

func (c client) addSup(name, args term.Term) string {
	return c.result(genevent.Erlang.AddSupHandler(c.self, c.m, name, args))
}

func (c client) remove(name, args term.Term) string {
	return c.result(genevent.Erlang.DeleteHandler(c.self, c.m, name, args))
}

func (c client) swap(h1, a1, h2, a2 term.Term) string {
	return c.result(genevent.Erlang.SwapHandler(c.self, c.m, h1, a1, h2, a2))
}

func (c client) swapSup(h1, a1, h2, a2 term.Term) string {
	return c.result(genevent.Erlang.SwapSupHandler(c.self, c.m, h1, a1, h2, a2))
}

func (c client) notify(event term.Term) string {
	return c.result(term.OK, genevent.Erlang.Notify(c.self, c.m, event))
}

func (c client) sync(event term.Term) string {
	return c.result(term.OK, genevent.Erlang.SyncNotify(c.self, c.m, event))
}

func (c client) call(name, request term.Term) string {
	return c.result(genevent.Erlang.Call(c.self, c.m, name, request, nil))
}

func (c client) which() string { return c.result(genevent.Erlang.WhichHandlers(c.self, c.m)) }

func (c client) stop(reason term.Term) string {
	return c.result(term.OK, genevent.Erlang.Stop(c.self, c.m, reason, term.Infinity))
}

// state is the state {tag, self} of a Probe.
func (w *world) state(tag string) term.Term { return tuple(atom(tag), w.self.PID()) }

var probe = term.Alias("Probe")

func atom(name string) term.Term             { return term.Atom(name) }
func tuple(elements ...term.Term) term.Tuple { return elements }
func named(id string) term.Term              { return tuple(probe, atom(id)) }
func local(name string) gen.Options          { return gen.Options{Name: tuple(atom("local"), atom(name))} }

// do makes a callback of Probe act; only does so in the handler with the tag.
func do(action term.Tuple) term.Term                 { return tuple(atom("do"), action) }
func only(tag string, action term.Tuple) term.Term   { return tuple(atom("only"), atom(tag), action) }
func returns(value term.Term) term.Tuple             { return tuple(atom("return"), value) }
func exits(reason term.Term) term.Tuple              { return tuple(atom("exit"), reason) }
func fails(reason term.Term) term.Tuple              { return tuple(atom("error"), reason) }
func raises(message string) term.Tuple               { return tuple(atom("raise"), term.Binary(message)) }
func throws(value term.Term) term.Tuple              { return tuple(atom("throw"), value) }
func sleeps(ms term.Int, value term.Term) term.Tuple { return tuple(atom("sleep"), ms, value) }
