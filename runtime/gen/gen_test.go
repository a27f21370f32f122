package gen_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

func run(t *testing.T, body func(self *process.Process)) {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil {
		t.Fatalf("Run = %v", err)
	}
}

func atom(name string) term.Term { return term.Atom(name) }

func text(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }

// echo replies to each request with it, after a while if it is a number.
type echo struct{}

func (echo) HandleMessage(self *process.Process, message term.Term) error {
	m := message.(term.Tuple)
	if ms, ok := m[2].(term.Int); ok {
		self.Sleep(time.Duration(ms) * time.Millisecond)
	}
	if m[2] == atom("die") {
		return exception.Exit(atom("died"))
	}
	gen.Reply(self, m[1], m[2])
	return nil
}

func initEcho(self *process.Process, starter, _ term.PID) error {
	proclib.InitAck(self, starter, term.Tuple{term.OK, self.PID()})
	return process.Become(echo{})
}

func TestCall(t *testing.T) {
	run(t, func(self *process.Process) {
		name := term.Tuple{atom("global"), term.Tuple{term.Int(1)}}
		pid, _, err := gen.Start(self, gen.Options{Name: name}, gen.Server{Init: initEcho})
		if err != nil {
			t.Fatal(err)
		}
		self.Node().Register("echo", pid)
		for _, test := range []struct {
			server, request, timeout term.Term
			want, frame              string
		}{
			{pid, atom("x"), term.Infinity, ":x", ""},
			{atom("echo"), atom("x"), term.Int(5), ":x", ""},
			{name, atom("x"), term.Int(0), "exit :timeout", "do_call/4:273"},
			{term.Tuple{atom("echo"), self.Node().Name()}, atom("x"), term.Infinity, ":x", ""},
			{pid, term.Int(50), term.Int(10), "exit :timeout", "do_call/4:273"},
			{self.PID(), atom("x"), term.Infinity, "exit :calling_self", "do_call/4:226"},
			{atom("nobody"), atom("x"), term.Infinity, "exit :noproc", "do_for_proc/2:565"},
			{term.Tuple{atom("global"), atom("x")}, atom("x"), term.Infinity, "exit :noproc", "do_for_proc/2:583"},
			{term.Tuple{atom("a"), atom("b@c")}, atom("x"), term.Infinity, "exit {:nodedown, :b@c}", "do_for_proc/2:592"},
			{term.Binary("x"), atom("x"), term.Infinity, "error :function_clause", "do_for_proc/2:557"},
			{pid, atom("x"), term.Int(-1), "error :function_clause", "call/4:215"},
			{pid, atom("die"), term.Infinity, "exit :died", "do_call/4:243"},
			{pid, atom("x"), term.Infinity, "exit :noproc", "do_call/4:243"},
			{pid, atom("x"), term.Int(5), "exit :noproc", "do_call/4:266"},
		} {
			got, err := gen.Call(self, test.server, gen.Labelled(atom("$gen_call")), test.request, test.timeout)
			result, frame := "", ""
			if err != nil {
				x := exception.As(err)
				result = x.Class.String() + " " + text(x.Reason)
				f := x.Stack[0]
				frame = f.Function + "/" + text(term.Int(max(f.Arity, len(f.Args)))) + ":" + text(term.Int(f.Line))
			} else {
				result = text(got)
			}
			if result != test.want || frame != test.frame {
				t.Errorf("Call(%s, %s, %s) = %s at %s, want %s at %s", text(test.server), text(test.request), text(test.timeout),
					result, frame, test.want, test.frame)
			}
		}
		self.Sleep(time.Second)
		if self.MailboxLen() != 0 {
			t.Errorf("left in the mailbox: %v", self.Messages())
		}
		if _, ok := gen.WhereisGlobal(self.Node(), term.Tuple{term.Int(1)}); ok {
			t.Error("a dead process keeps its global name")
		}
	})
}

// registry is a module of the form {:via, module, name}.
func registry() *code.Module {
	names := map[term.Term]term.Term{}
	f := func(name string, arity int, call process.Func) *code.Function {
		return &code.Function{Name: name, Arity: arity, Call: call}
	}
	return code.NewModule("reg", code.Builtin,
		f("register_name", 2, func(_ *process.Process, args []term.Term) (term.Term, error) {
			if names[args[0]] != nil {
				return atom("no"), nil
			}
			names[args[0]] = args[1]
			return atom("yes"), nil
		}),
		f("unregister_name", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			delete(names, args[0])
			return term.OK, nil
		}),
		f("whereis_name", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			if pid := names[args[0]]; pid != nil {
				return pid, nil
			}
			return term.Undefined, nil
		}))
}

func TestNames(t *testing.T) {
	run(t, func(self *process.Process) {
		code.Of(self.Node()).Define(registry())
		for _, name := range []term.Term{
			term.Tuple{atom("local"), atom("n")},
			term.Tuple{atom("global"), atom("n")},
			term.Tuple{atom("via"), atom("reg"), atom("n")},
		} {
			pid, _, err := gen.Start(self, gen.Options{Name: name}, gen.Server{Init: initEcho})
			if err != nil {
				t.Fatal(err)
			}
			_, _, err = gen.Start(self, gen.Options{Name: name, Link: proclib.Linked}, gen.Server{Init: initEcho})
			var failed *gen.StartError
			if !errors.As(err, &failed) || text(failed.Reason) != text(term.Tuple{atom("already_started"), pid}) {
				t.Errorf("second start of %s = %v", text(name), err)
			}
			if found, ok, _ := gen.Where(self, name); !ok || found != pid {
				t.Errorf("Where(%s) = %v", text(name), found)
			}
		}
	})
}

func TestBadNames(t *testing.T) {
	run(t, func(self *process.Process) {
		for _, test := range []struct {
			name  term.Term
			want  string
			depth int
		}{
			{term.Tuple{atom("foo"), term.Int(1)}, ":function_clause", 2},
			{term.Tuple{atom("local"), term.Binary("x")}, ":badarg", 3},
			{term.Tuple{atom("local"), atom("a"), atom("b")}, ":function_clause", 2},
		} {
			_, _, err := gen.Start(self, gen.Options{Name: test.name}, gen.Server{Init: initEcho})
			if err == nil {
				t.Fatalf("Start(%s) succeeds", text(test.name))
			}
			if x := exception.As(err); text(x.Reason) != test.want || len(x.Stack) != test.depth {
				t.Errorf("Start(%s) = %v %v, want %s", text(test.name), x, x.Stack, test.want)
			}
		}
	})
}

func TestNameOption(t *testing.T) {
	for _, test := range []struct {
		option term.Term
		want   string
	}{
		{term.Nil, ""},
		{atom("x"), "{:local, :x}"},
		{term.Tuple{atom("global"), term.Int(1)}, "{:global, 1}"},
		{term.Tuple{atom("via"), atom("m"), term.Int(1)}, "{:via, :m, 1}"},
		{term.Tuple{atom("via"), term.Int(1), term.Int(1)}, "error"},
		{term.Binary("x"), "error"},
	} {
		name, err := gen.NameOption(test.option)
		got := "error"
		if err == nil {
			got = ""
			if name != nil {
				got = text(name)
			}
		}
		if got != test.want {
			t.Errorf("NameOption(%s) = %s, want %s", text(test.option), got, test.want)
		}
	}
}

// Each form that a cast and an event take reaches the process, once; a name that
// nobody has is no error, and other tuples are no names.
func TestSendTuple(t *testing.T) {
	run(t, func(self *process.Process) {
		here, message := self.Node().Name(), term.Atom("hello")
		self.Node().Register("me", self.PID())
		gen.RegisterGlobal(self, term.Atom("me"), self.PID())
		for _, test := range []struct {
			to            term.Tuple
			form, arrives bool
		}{
			{term.Tuple{atom("global"), atom("me")}, true, true},
			{term.Tuple{atom("global"), atom("nobody")}, true, false},
			{term.Tuple{atom("via"), atom("nowhere"), atom("me")}, true, false},
			{term.Tuple{atom("via"), term.Int(1), atom("me")}, true, false},
			{term.Tuple{atom("me"), here}, true, true},
			{term.Tuple{atom("nobody"), here}, true, false},
			{term.Tuple{atom("me"), atom("other@host")}, true, false},
			{term.Tuple{atom("me"), term.Int(1)}, false, false},
			{term.Tuple{atom("me")}, false, false},
		} {
			form := gen.SendTuple(self, test.to, process.Envelope{Body: message})
			got, arrived := self.TakeMatching(nil)
			if form != test.form || arrived != test.arrives || arrived && got != term.Term(message) {
				t.Errorf("SendTuple(%s) = %v, and %v, %v arrived", text(test.to), form, got, arrived)
			}
		}
	})
}
