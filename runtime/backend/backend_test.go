package backend_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"gex/runtime/backend"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// world is a node with a logger and what it wrote.
type world struct {
	node    *process.Node
	written strings.Builder
	handled []string // by the slow back end
}

func newWorld(t *testing.T) *world {
	w := &world{node: process.NewNode(process.Options{Virtual: true})}
	ioserver.Start(w.node, func(o ioserver.Output) { w.written.WriteString(o.Text) })
	logger.Configure(w.node, logger.Options{})
	backend.Start(w.node)
	code.Of(w.node).Define(w.slow())
	w.node.Settle()
	t.Cleanup(w.node.Close)
	return w
}

const slow = term.Atom("Elixir.Slow")

// slow is a back end that takes a second for each event.
func (w *world) slow() *code.Module {
	return code.NewModule(slow, code.Builtin,
		&code.Function{Name: "init", Arity: 1, Call: func(*process.Process, []term.Term) (term.Term, error) {
			return term.Tuple{term.OK, term.Empty}, nil
		}},
		&code.Function{Name: "handle_event", Arity: 2, Call: func(self *process.Process, a []term.Term) (term.Term, error) {
			if event, ok := a[0].(term.Tuple); ok {
				self.Sleep(time.Second)
				text, _ := event[2].(term.Tuple)[1].(term.Binary)
				w.handled = append(w.handled, string(text))
			}
			return term.Tuple{term.OK, a[1]}, nil
		}})
}

// run runs body as a process and waits until nothing can happen any more.
func (w *world) run(body func(self *process.Process)) {
	done := false
	w.node.Spawn(func(self *process.Process) error { body(self); done = true; return nil }, process.SpawnOptions{})
	_ = w.node.Run(context.Background(), func() bool { return done })
	w.node.Settle()
}

func say(self *process.Process, text string) {
	logger.Log(self, logger.Message{Level: logger.Info, Text: text})
}

// TestPressure shows the three modes: who logs goes on, waits, and is not heard.
func TestPressure(t *testing.T) {
	w := newWorld(t)
	w.run(func(self *process.Process) {
		must(t)(backend.Add(self, slow))
		must(t)(backend.ConfigureAll(self, term.Keyword(
			term.Pair{Key: term.Atom("sync_threshold"), Value: term.Int(3)},
			term.Pair{Key: term.Atom("discard_threshold"), Value: term.Int(5)})))
		for i := range 3 {
			began := self.Node().Now()
			say(self, fmt.Sprint(i))
			want := time.Duration(0)
			if i == 2 {
				want = 3 * time.Second // the two before it, and itself
			}
			if took := self.Node().Now() - began; took != want {
				t.Errorf("message %d took %v, want %v", i, took, want)
			}
		}
		for i := range 6 {
			self.Spawn(func(self *process.Process) error { say(self, fmt.Sprint("of many ", i)); return nil }, process.SpawnOptions{})
		}
		self.Sleep(time.Minute)
	})
	want := "0 1 2 of many 0 of many 1 of many 2 of many 3 Attempted to log 6 messages, which is above :discard_threshold " +
		"Attempted to log 0 messages, which is below :discard_threshold"
	if got := strings.Join(w.handled, " "); got != want {
		t.Errorf("handled %s\nwant    %s", got, want)
	}
}

func must(t *testing.T) func(answer term.Term, err error) {
	return func(answer term.Term, err error) {
		t.Helper()
		if err != nil || term.Tag(answer, 2) == term.ErrorAtom {
			t.Fatalf("answer %v, error %v", answer, err)
		}
	}
}

// TestConsole adds and removes the console, which alone needs no manager.
func TestConsole(t *testing.T) {
	w := newWorld(t)
	w.run(func(self *process.Process) {
		say(self, "one")
		must(t)(backend.Remove(self, term.Atom("console")))
		say(self, "two")
		if answer, _ := backend.Remove(self, term.Atom("console")); term.Tag(answer, 2) != term.ErrorAtom {
			t.Errorf("removed twice: %v", answer)
		}
		must(t)(backend.Add(self, term.Atom("console")))
		must(t)(backend.Configure(self, term.Atom("console"), term.Keyword(
			term.Pair{Key: term.Atom("format"), Value: term.Binary("[$level] $metadata$message\n")},
			term.Pair{Key: term.Atom("metadata"), Value: term.List(term.Atom("user"))})))
		logger.Log(self, logger.Message{Level: logger.Error, Text: "three",
			Metadata: term.NewMap(term.Pair{Key: term.Atom("user"), Value: term.Int(7)})})
		say(self, "\xff\xfe")
	})
	code.Of(w.node).Define(code.NewModule("Elixir.Layout", code.Builtin,
		&code.Function{Name: "line", Arity: 4, Call: func(_ *process.Process, a []term.Term) (term.Term, error) {
			user, _ := term.KeywordGet(a[3], "user")
			return term.List(term.Binary("<"), term.Binary(string(a[0].(term.Atom))+" "+inspect.Erlang(user)+" "), a[1], term.Binary(">")), nil
		}}))
	w.run(func(self *process.Process) {
		must(t)(backend.Configure(self, term.Atom("console"), term.Keyword(
			term.Pair{Key: term.Atom("format"), Value: term.Tuple{term.Alias("Layout"), term.Atom("line")}})))
		logger.Log(self, logger.Message{Level: logger.Warning, Text: "four",
			Metadata: term.NewMap(term.Pair{Key: term.Atom("user"), Value: term.Int(8)}, term.Pair{Key: term.Atom("other"), Value: term.Int(9)})})
	})
	if got, want := w.written.String(), "\n00:00:00.000 [info] one\n[error] user=7 three\n[info] \ufffd\ufffd\n<warning 8 four>"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}

// TestCrashedBackEnd shows that a back end that crashes is started again.
func TestCrashedBackEnd(t *testing.T) {
	w := newWorld(t)
	starts := 0
	code.Of(w.node).Define(code.NewModule("Elixir.Crashing", code.Builtin,
		&code.Function{Name: "init", Arity: 1, Call: func(*process.Process, []term.Term) (term.Term, error) {
			starts++
			return term.Tuple{term.OK, term.Empty}, nil
		}},
		&code.Function{Name: "handle_event", Arity: 2, Call: func(_ *process.Process, a []term.Term) (term.Term, error) {
			if starts == 1 {
				return nil, exception.New("RuntimeError", "no")
			}
			return term.Tuple{term.OK, a[1]}, nil
		}}))
	w.run(func(self *process.Process) {
		must(t)(backend.Add(self, term.Atom("Elixir.Crashing")))
		say(self, "one")
		self.Sleep(time.Second)
	})
	if starts != 2 {
		t.Errorf("started %d times, want 2", starts)
	}
}
