package agent_test

import (
	"context"
	"strings"
	"testing"

	"gex/runtime/agent"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

func run(t *testing.T, body func(self *process.Process)) {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	code.Of(node).Define(code.NewModule("math", code.Builtin,
		&code.Function{Name: "add", Arity: 2, Call: add}, &code.Function{Name: "add", Arity: 1, Call: one}))
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil {
		t.Fatalf("Run = %v", err)
	}
}

func add(_ *process.Process, args []term.Term) (term.Term, error) {
	return args[0].(term.Int) + args[1].(term.Int), nil
}

func one(_ *process.Process, args []term.Term) (term.Term, error) { return args[0], nil }

func fun(arity int, f process.Func) term.Term { return &term.Fun{Arity: arity, Code: f} }

func mfa(args ...term.Term) term.Term {
	return agent.MFA(term.Atom("math"), term.Atom("add"), term.List(args...))
}

func text(got term.Term, err error) string {
	if err != nil {
		x := exception.As(err)
		return x.Class.String() + " " + inspect.Inspect(x.Reason, inspect.Options{})
	}
	return inspect.Inspect(got, inspect.Options{})
}

func TestAgent(t *testing.T) {
	run(t, func(self *process.Process) {
		a, err := agent.StartLink(self, fun(0, func(*process.Process, []term.Term) (term.Term, error) { return term.Int(1), nil }), gen.Options{})
		if err != nil {
			t.Fatal(err)
		}
		pair := fun(1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			return term.Tuple{args[0], term.Int(10)}, nil
		})
		if err := agent.Update(self, a, mfa(term.Int(2)), nil); err != nil {
			t.Error(err)
		}
		want := func(got term.Term, err error, want string) {
			t.Helper()
			if s := text(got, err); s != want {
				t.Errorf("got %s, want %s", s, want)
			}
		}
		got, err := agent.Get(self, a, mfa(term.Int(4)), nil)
		want(got, err, "7")
		got, err = agent.GetAndUpdate(self, a, pair, nil)
		want(got, err, "3")
		if err := agent.Cast(self, a, mfa(term.Int(5))); err != nil {
			t.Error(err)
		}
		got, err = agent.Get(self, a, mfa(term.Int(0)), nil)
		want(got, err, "15")
		want(term.OK, agent.Stop(self, a, term.Normal, term.Infinity), ":ok")
	})
}

func TestAgentFails(t *testing.T) {
	run(t, func(self *process.Process) {
		fails := fun(0, func(*process.Process, []term.Term) (term.Term, error) { return nil, exception.New("RuntimeError", "x") })
		pid, err := agent.Start(self, fails, gen.Options{})
		got, err := gen.StartResult(pid, term.Ref{}, err)
		if s := text(got, err); s != `{:error, {%RuntimeError{message: "x"}, [`+
			`{Agent.Server, :init, 1, [file: 'lib/agent/server.ex', line: 8]}, `+
			`{:gen_server, :init_it, 2, [file: 'gen_server.erl', line: 851]}, `+
			`{:gen_server, :init_it, 6, [file: 'gen_server.erl', line: 814]}, `+
			`{:proc_lib, :init_p_do_apply, 3, [file: 'proc_lib.erl', line: 240]}]}}` {
			t.Errorf("Start = %s", s)
		}
		a, _ := agent.Start(self, mfa(term.Int(1)), gen.Options{})
		_, err = agent.GetAndUpdate(self, a, mfa(term.Int(1)), nil)
		if s := text(nil, err); !strings.HasPrefix(s, "exit {{:bad_return_value, 2}, {GenServer, :call, [") {
			t.Errorf("GetAndUpdate = %s", s)
		}
	})
}
