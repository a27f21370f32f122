package gosrc

import (
	"context"
	"strings"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// session is a node with a unit, and what processes printed.
type session struct {
	t    *testing.T
	node *process.Node
	unit *Unit
	out  strings.Builder
	// running is the process of the latest run.
	running *process.Process
}

func newSession(t *testing.T) *session {
	t.Helper()
	s := &session{t: t, node: process.NewNode(process.Options{Virtual: true})}
	ioserver.Start(s.node, func(o ioserver.Output) { s.out.WriteString(o.Text) })
	s.unit = New(s.node)
	t.Cleanup(s.node.Close)
	s.node.OnStuck(func() bool { return s.running != nil && BreakDeadlock(s.running) })
	return s
}

// define defines and returns what the prompt would show.
func (s *session) define(src string) (string, error) {
	s.t.Helper()
	value, err := s.run(func(*process.Process) (term.Term, error) {
		d, err := s.unit.Define(src, "iex", 1)
		return d.Value, err
	})
	if err != nil {
		return "", err
	}
	return show(value), nil
}

func (s *session) mustDefine(src string) string {
	s.t.Helper()
	shown, err := s.define(src)
	if err != nil {
		s.t.Fatalf("Define(%q): %v", src, err)
	}
	return shown
}

// run runs f in a process and waits for its end.
func (s *session) run(f func(self *process.Process) (term.Term, error)) (term.Term, error) {
	s.t.Helper()
	var result term.Term
	var failure error
	done, returned := false, false
	s.running = s.node.Spawn(func(self *process.Process) error {
		defer func() { done = true }()
		defer func() { returned = failure != nil || result != nil }()
		failure = self.Guard(func() (err error) {
			result, err = f(self)
			return err
		})
		return failure
	}, process.SpawnOptions{})
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := s.node.Run(ctx, func() bool { return done }); err != nil {
		s.t.Fatal(err)
	}
	if !returned {
		if err := s.node.Run(ctx, func() bool { return s.running.ExitReason() != nil }); err != nil {
			s.t.Fatal(err)
		}
		failure = exception.Exit(s.running.ExitReason())
	}
	return result, failure
}

// apply calls a function in a process of its own.
func (s *session) apply(module, function string, args ...term.Term) (term.Term, error) {
	s.t.Helper()
	return s.run(func(self *process.Process) (term.Term, error) {
		return code.Apply(self, term.Alias(module), function, args...)
	})
}

func show(t term.Term) string {
	if t == nil {
		return "(none)"
	}
	return inspect.Inspect(t, inspect.Options{})
}

const forwarder = `type Forwarder struct{ UseGenEvent } // use GenEvent: default callbacks

func (Forwarder) HandleEvent(event, parent Term) Result {
	Send(parent, event)
	return OK(parent)
}`

func TestForwarder(t *testing.T) {
	s := newSession(t)
	shown := s.mustDefine(forwarder)
	if !strings.HasPrefix(shown, "{:module, Forwarder, <<70, 79, 82, 49, ") || !strings.HasSuffix(shown, ", ...>>, {:handle_event, 2}}") {
		t.Errorf("Define shows %s", shown)
	}
	got, err := s.run(func(self *process.Process) (term.Term, error) {
		answer, err := code.Apply(self, term.Alias("Forwarder"), "handle_event", term.Tuple{term.Atom("hello"), term.Int(1)}, self.PID())
		if err != nil {
			return nil, err
		}
		return term.Tuple{answer.(term.Tuple)[0], self.Receive(nil)}, nil
	})
	if err != nil || show(got) != "{:ok, {:hello, 1}}" {
		t.Errorf("handle_event = %s, %v", show(got), err)
	}
}

// callGo calls a plain Go function in self.
func (s *session) callGo(self *process.Process, function string) (term.Term, error) {
	return code.Apply(self, FunctionsModule, function)
}

// A handler that is installed uses the new code at its next event and keeps
// its state.
func TestHotReload(t *testing.T) {
	s := newSession(t)
	s.mustDefine("type Counter struct{ UseGenServer }\ntype counter struct{ n int }\n" +
		"func (Counter) Init(n int) Result { return OK(counter{n}) }\n" +
		"func (Counter) HandleCall(request, from Term, c counter) Result { c.n++; return Reply(c.n, c) }")
	s.mustDefine("func Start() PID { pid, _ := GenServer.Start(Counter{}, 10); return pid }\nfunc Next(pid PID) Term { return GenServer.Call(pid, 1) }")
	pid, err := s.apply("Go", "start")
	if err != nil {
		t.Fatal(err)
	}
	next := func() string {
		got, err := s.apply("Go", "next", pid)
		if err != nil {
			return err.Error()
		}
		return show(got)
	}
	if got := next(); got != "11" {
		t.Errorf("before: %s", got)
	}
	d, err := s.unit.Define("func (Counter) HandleCall(request, from Term, c counter) Result { c.n += 100; return Reply(c.n, c) }", "iex", 5)
	if err != nil || len(d.Modules) != 1 || !d.Modules[0].Redefined || d.Modules[0].Name != term.Alias("Counter") {
		t.Errorf("Define = %+v, %v", d.Modules, err)
	}
	if got := next(); got != "111" {
		t.Errorf("after: %s", got)
	}
	s.mustDefine("type Other struct{}")
	if got := next(); got != "211" {
		t.Errorf("after an unrelated input: %s", got)
	}
}

// A type may be typed first and its methods one by one.
func TestMethodsOneByOne(t *testing.T) {
	s := newSession(t)
	steps := []struct{ src, last string }{
		{"type Broadcast struct{ topic string }", "%Broadcast{topic: \"\"}}"},
		{"type H struct{ UseGenEvent }", ", nil}"},
		{"func (H) Init(x Term) Result { return OK(x) }", "{:init, 1}}"},
		{"func (H) HandleEvent(e, s Term) Result { return OK(s) }", "{:handle_event, 2}}"},
		{"func (H) Init(x Term) Result { return OK(1) }", "{:init, 1}}"},
		{"func Double(x int) int { return 2 * x }", "{:double, 1}"},
		{"var a, b = 1, 2", ":\"a, b\""},
		{"const Pi = 3", ":Pi"},
	}
	for _, step := range steps {
		if got := s.mustDefine(step.src); !strings.HasSuffix(got, step.last) {
			t.Errorf("%s shows %s, want %s", step.src, got, step.last)
		}
	}
}

// Package variables keep their values, and initializers run once.
func TestVariablesKeepTheirValues(t *testing.T) {
	s := newSession(t)
	s.mustDefine("var n = 10\nvar log = start()\nfunc start() []string { fmt.Print(\"started \"); return nil }")
	s.mustDefine("func Next() int { n++; log = append(log, \"x\"); return n*100 + len(log) }")
	for _, want := range []string{"1101", "1202"} {
		if got, err := s.apply("Go", "next"); err != nil || show(got) != want {
			t.Errorf("next() = %s, %v; want %s", show(got), err, want)
		}
	}
	s.mustDefine("type Unrelated struct{}")
	if got, _ := s.apply("Go", "next"); show(got) != "1303" {
		t.Errorf("after another input next() = %s", show(got))
	}
	s.mustDefine("var n = 20")
	if got, _ := s.apply("Go", "next"); show(got) != "2104" {
		t.Errorf("after a new declaration next() = %s", show(got))
	}
}

// A group without declarations defines nothing.
func TestEmptyGroups(t *testing.T) {
	s := newSession(t)
	for _, src := range []string{"const ()", "var ()", "type ()", "import ()"} {
		if got, err := s.define(src); err != nil {
			t.Errorf("%s shows %s, %v", src, got, err)
		}
	}
	s.mustDefine("func One() int { return 1 }")
}

// Variables with the results of one call are variables like others, for
// functions that functions call too.
func TestVariablesOfOneCall(t *testing.T) {
	s := newSession(t)
	s.mustDefine("var e, f = two()\nfunc two() (int, string) { return 7, \"f\" }\nfunc get() (int, string) { e++; return e, f }\n" +
		"func Show() string { x, y := 100, \"y\"; n, s := get(); return fmt.Sprint(x, y, n, s, e) }")
	s.mustDefine("type T int\nvar _, t any = pair()\nfunc pair() (string, T) { return \"\", 5 }\nvar v, ok = map[string]int{\"a\": 1}[\"a\"]\n" +
		"func Kinds() string { _, is := t.(T); return fmt.Sprint(is, t, v, ok) }")
	for function, want := range map[string]string{"show": "\"100y8f8\"", "kinds": "\"true 5 1 true\""} {
		if got, err := s.apply("Go", function); err != nil || show(got) != want {
			t.Errorf("%s() = %s, %v; want %s", function, show(got), err, want)
		}
	}
}

// Methods are published whether or not they use their receivers, are called by
// others, or are promoted.
func TestReceivers(t *testing.T) {
	s := newSession(t)
	s.mustDefine("type base struct{ n int }\nfunc (base) Free() int { return 1 }\nfunc (_ base) Called() int { return 2 }\nfunc (b base) Own() int { return b.n + 3 }\n" +
		"func (*base) Pointer(x int) int { return x }\nfunc (base) Many(xs ...int) int { return len(xs) }\n" +
		"type M struct{ base }\nfunc (M) Sum() int { return base{}.Called() + M.Late(M{}) }\nfunc (M) Late() int { return 10 }\nfunc (m M) All() int { f := m.Own; return f() + m.Sum() }")
	for _, test := range []struct {
		function, want string
		args           []term.Term
	}{
		{"free", "1", nil}, {"called", "2", nil}, {"own", "3", nil}, {"sum", "12", nil}, {"late", "10", nil}, {"all", "15", nil},
		{"pointer", "4", []term.Term{term.Int(4)}}, {"many", "2", []term.Term{term.List(term.Int(1), term.Int(2))}},
	} {
		if got, err := s.apply("M", test.function, test.args...); err != nil || show(got) != test.want {
			t.Errorf("%s = %s, %v; want %s", test.function, show(got), err, test.want)
		}
	}
}
