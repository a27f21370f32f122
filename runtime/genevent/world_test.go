package genevent_test

import (
	"strings"
	"testing"

	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/logger/loggertest"
	"gex/runtime/term"
)

// world is the world of a test with the handlers of modules.
type world struct{ *loggertest.World }

func run(t testing.TB, body func(w *world)) {
	t.Helper()
	loggertest.Run(t, modules(), func(w *loggertest.World) { body(&world{w}) })
}

// wantInbox compares the messages that have arrived with their texts.
func (w *world) wantInbox(row string, want ...string) {
	w.Helper()
	w.Settle()
	var got []string
	for range 1000 {
		message, ok := w.Self.TakeMatching(nil)
		if !ok {
			break
		}
		got = append(got, w.Text(message))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		w.Errorf("%s: inbox\n  %s\nwant\n  %s", row, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// wantOutput compares what was printed and logged since the last time.
func (w *world) wantOutput(row, want string) {
	w.Helper()
	if got := w.TakePrinted(); got != want {
		w.Errorf("%s: printed\n%s\nwant\n%s", row, got, want)
	}
}

// client calls a manager of gen_event and returns texts of results.
type client struct {
	*world
	m term.Term
}

// erlang starts a manager.
func (w *world) erlang(o gen.Options) client {
	m, err := genevent.Erlang.Start(w.Self, o)
	if err != nil {
		w.Fatalf("Start = %v", err)
	}
	return client{w, m}
}

func (c client) add(name, args term.Term) string {
	return c.Result(genevent.Erlang.AddHandler(c.Self, c.m, name, args))
}

func (c client) addSup(name, args term.Term) string {
	return c.Result(genevent.Erlang.AddSupHandler(c.Self, c.m, name, args))
}

func (c client) remove(name, args term.Term) string {
	return c.Result(genevent.Erlang.DeleteHandler(c.Self, c.m, name, args))
}

func (c client) swap(h1, a1, h2, a2 term.Term) string {
	return c.Result(genevent.Erlang.SwapHandler(c.Self, c.m, h1, a1, h2, a2))
}

func (c client) swapSup(h1, a1, h2, a2 term.Term) string {
	return c.Result(genevent.Erlang.SwapSupHandler(c.Self, c.m, h1, a1, h2, a2))
}

func (c client) notify(event term.Term) string {
	return c.Result(term.OK, genevent.Erlang.Notify(c.Self, c.m, event))
}

func (c client) sync(event term.Term) string {
	return c.Result(term.OK, genevent.Erlang.SyncNotify(c.Self, c.m, event))
}

func (c client) call(name, request term.Term) string {
	return c.Result(genevent.Erlang.Call(c.Self, c.m, name, request, nil))
}

func (c client) which() string { return c.Result(genevent.Erlang.WhichHandlers(c.Self, c.m)) }

func (c client) stop(reason term.Term) string {
	return c.Result(term.OK, genevent.Erlang.Stop(c.Self, c.m, reason, term.Infinity))
}

// state is the state {tag, self} of a Probe.
func (w *world) state(tag string) term.Term { return tuple(atom(tag), w.Self.PID()) }

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
