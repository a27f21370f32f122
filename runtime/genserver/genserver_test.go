package genserver_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// world is a virtual node with one process that runs a test.
type world struct {
	testing.TB
	self   *process.Process
	output strings.Builder
}

func run(t testing.TB, body func(w *world)) {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	t.Cleanup(node.Close)
	w := &world{TB: t}
	ioserver.Start(node, func(o ioserver.Output) { w.output.WriteString(o.Text) })
	logger.Configure(node, logger.Options{})
	code.Of(node).Define(actor())
	use := term.Alias("Use")
	code.Of(node).Define(code.NewModule(use, code.Builtin, genserver.Defaults(use)...))
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		w.self = self
		body(w)
		return nil
	}); err != nil {
		t.Fatalf("Run = %v\n%s", err, &w.output)
	}
}

func (w *world) text(t term.Term) string {
	if t == nil {
		return ""
	}
	text := inspect.Inspect(t, inspect.Options{})
	return strings.ReplaceAll(text, inspect.Inspect(w.self.PID(), inspect.Options{}), "ME")
}

func (w *world) result(got term.Term, err error) string {
	if err == nil {
		return w.text(got)
	}
	x := exception.As(err)
	return x.Class.String() + " " + w.text(x.Reason)
}

func (w *world) want(what, got, want string) {
	w.Helper()
	if got != want {
		w.Errorf("%s: got %s, want %s", what, got, want)
	}
}

// wantOutput compares what was logged, with the server's pid as PID.
func (w *world) wantOutput(what string, server term.Term, want string) {
	w.Helper()
	w.self.Sleep(time.Millisecond)
	got := strings.ReplaceAll(w.output.String(), inspect.Inspect(server, inspect.Options{}), "PID")
	got = strings.ReplaceAll(got, inspect.Inspect(w.self.PID(), inspect.Options{}), "ME")
	w.output.Reset()
	if _, rest, ok := strings.Cut(got, " [error] "); ok {
		got = rest
	}
	if got != want {
		w.Errorf("%s: printed\n%s\nwant\n%s", what, got, want)
	}
}

func atom(name string) term.Term             { return term.Atom(name) }
func tuple(elements ...term.Term) term.Tuple { return elements }

var actorName = term.Alias("Actor")

// actor is a server whose callbacks do what their argument says: {:return,
// value}, {:raise, text}, {:throw, value}, {:exit, reason}.
func actor() *code.Module {
	return code.NewModule(actorName, code.Builtin,
		&code.Function{Name: "init", Arity: 1, Call: act("init", 1)},
		&code.Function{Name: "handle_call", Arity: 3, Call: act("handle_call", 3)},
		&code.Function{Name: "handle_cast", Arity: 2, Call: act("handle_cast", 2)},
		&code.Function{Name: "handle_info", Arity: 2, Call: act("handle_info", 2)},
		&code.Function{Name: "handle_continue", Arity: 2, Call: act("handle_continue", 2)},
		&code.Function{Name: "terminate", Arity: 2, Call: func(self *process.Process, args []term.Term) (term.Term, error) {
			if owner, ok := args[1].(term.PID); ok {
				self.Send(owner, tuple(atom("terminate"), args[0]))
			}
			return term.OK, nil
		}},
	)
}

func act(callback string, arity int) process.Func {
	return func(self *process.Process, args []term.Term) (term.Term, error) {
		a, ok := args[0].(term.Tuple)
		if !ok { // a timeout or another message: report it to the owner
			if owner, ok := args[1].(term.PID); ok {
				self.Send(owner, tuple(atom(callback), args[0]))
			}
			return tuple(atom("noreply"), args[len(args)-1]), nil
		}
		frame := exception.Frame{Module: actorName, Function: callback, Arity: arity, File: "actor.ex", Line: 4}
		switch a[0] {
		case atom("raise"):
			return nil, exception.New("RuntimeError", string(a[1].(term.Binary))).In(frame)
		case atom("throw"):
			return nil, exception.Throw(a[1]).In(frame)
		case atom("exit"):
			return nil, exception.Exit(a[1]).In(frame)
		case atom("sleep"):
			self.Sleep(time.Duration(a[1].(term.Int)) * time.Millisecond)
			return a[2], nil
		}
		return a[1], nil
	}
}

func returns(elements ...term.Term) term.Term { return tuple(atom("return"), tuple(elements...)) }

func (w *world) start(state term.Term) term.Term {
	pid, err := genserver.Start(w.self, actorName, returns(term.OK, state), gen.Options{})
	if err != nil {
		w.Fatalf("Start = %v", err)
	}
	return pid
}

func (w *world) call(server, request term.Term) string {
	return w.result(genserver.Call(w.self, server, request, nil))
}

func TestInit(t *testing.T) {
	run(t, func(w *world) {
		for _, test := range []struct {
			args term.Term
			want string
		}{
			{returns(atom("stop"), atom("why")), "{:error, :why}"},
			{tuple(atom("return"), atom("ignore")), ":ignore"},
			{tuple(atom("return"), atom("oops")), "{:error, {:bad_return_value, :oops}}"},
			{tuple(atom("throw"), atom("oops")), "{:error, {:bad_return_value, :oops}}"},
			{tuple(atom("exit"), atom("why")), "{:error, :why}"},
			{tuple(atom("raise"), term.Binary("x")), `{:error, {%RuntimeError{message: "x"}, [` +
				`{Actor, :init, 1, [file: 'actor.ex', line: 4]}, ` +
				`{:gen_server, :init_it, 2, [file: 'gen_server.erl', line: 851]}, ` +
				`{:gen_server, :init_it, 6, [file: 'gen_server.erl', line: 814]}, ` +
				`{:proc_lib, :init_p_do_apply, 3, [file: 'proc_lib.erl', line: 240]}]}}`},
		} {
			pid, err := genserver.Start(w.self, actorName, test.args, gen.Options{})
			w.want(w.text(test.args), w.result(gen.StartResult(pid, term.Ref{}, err)), test.want)
		}
		w.wantOutput("failing init", nilPID, "")
		o := gen.Options{Name: tuple(atom("local"), atom("srv"))}
		pid, _ := genserver.Start(w.self, actorName, returns(term.OK, term.Int(1)), o)
		_, err := genserver.Start(w.self, actorName, returns(term.OK, term.Int(1)), o)
		w.want("taken", w.result(gen.StartResult(pid, term.Ref{}, err)), "{:error, {:already_started, "+w.text(pid)+"}}")
	})
}

var nilPID = term.PID{Identity: &term.Identity{}}

func TestCallResults(t *testing.T) {
	run(t, func(w *world) {
		s := w.start(term.Int(1))
		w.want("reply", w.call(s, returns(atom("reply"), atom("r"), term.Int(2))), ":r")
		w.want("get_state", w.result(sys.GetState(w.self, s, nil)), "2")
		w.want("throw", w.call(s, tuple(atom("throw"), tuple(atom("reply"), atom("t"), term.Int(3)))), ":t")
		w.want("hibernate", w.call(s, returns(atom("reply"), atom("h"), term.Int(3), atom("hibernate"))), ":h")
		w.self.Sleep(1)
		w.want("hibernate", w.text(term.Bool(process.Lookup(s.(term.PID)).Hibernated())), "true")
		next := tuple(atom("continue"), returns(atom("noreply"), term.Int(9)))
		w.want("continue", w.call(s, returns(atom("reply"), atom("c"), term.Int(3), next)), ":c")
		w.want("continue", w.result(sys.GetState(w.self, s, nil)), "9")
		s = w.start(w.self.PID())
		w.want("stop", w.call(s, returns(atom("stop"), term.Normal, atom("bye"), w.self.PID())), ":bye")
		message, _ := w.self.TakeMatching(nil)
		w.want("terminate", w.text(message), "{:terminate, :normal}")
		w.wantOutput("orderly", s, "")
	})
}

func TestTimeouts(t *testing.T) {
	run(t, func(w *world) {
		s := w.start(w.self.PID())
		for _, ms := range []term.Int{0, 50} {
			_ = genserver.Cast(w.self, s, returns(atom("noreply"), w.self.PID(), ms))
			w.want("timeout", w.text(w.self.Receive(nil)), "{:handle_info, :timeout}")
		}
		_ = genserver.Cast(w.self, s, returns(atom("noreply"), w.self.PID(), term.Int(50)))
		_ = genserver.Cast(w.self, s, returns(atom("noreply"), w.self.PID()))
		w.self.Sleep(100 * time.Millisecond)
		w.want("cancelled", w.text(term.Int(w.self.MailboxLen())), "0")
		_, err := genserver.Call(w.self, s, tuple(atom("sleep"), term.Int(50), tuple(atom("reply"), atom("late"), term.Int(1))), term.Int(10))
		w.want("timeout", w.result(nil, err), "exit {:timeout, {GenServer, :call, ["+w.text(s)+", {:sleep, 50, {:reply, :late, 1}}, 10]}}")
		w.self.Sleep(100 * time.Millisecond)
		w.want("late reply", w.text(term.Int(w.self.MailboxLen())), "0")
	})
}

func TestExits(t *testing.T) {
	run(t, func(w *world) {
		w.want("noproc", w.call(atom("nobody"), atom("x")), "exit {:noproc, {GenServer, :call, [:nobody, :x, 5000]}}")
		w.want("calling_self", w.call(w.self.PID(), atom("x")), "exit {:calling_self, {GenServer, :call, [ME, :x, 5000]}}")
		w.want("bad server", w.call(term.Binary("x"), atom("x")), "error :function_clause")
		w.want("nodedown", w.call(tuple(atom("a"), atom("b@c")), atom("x")),
			"exit {{:nodedown, :b@c}, {GenServer, :call, [{:a, :b@c}, :x, 5000]}}")
		w.want("cast", w.result(term.OK, genserver.Cast(w.self, atom("nobody"), atom("x"))), ":ok")
		w.want("stop", w.result(nil, genserver.Stop(w.self, atom("nobody"), term.Normal, term.Infinity)),
			"exit {:noproc, {GenServer, :stop, [:nobody, :normal, :infinity]}}")
		_, err := genserver.ErlangCall(w.self, atom("nobody"), atom("x"), nil)
		w.want("gen_server", w.result(nil, err), "exit {:noproc, {:gen_server, :call, [:nobody, :x]}}")
	})
}

func TestTerminationLogs(t *testing.T) {
	const stack = "    (stdlib 4.2) gen_server.erl:1149: :gen_server.try_handle_call/4\n" +
		"    (stdlib 4.2) gen_server.erl:1178: :gen_server.handle_msg/6\n" +
		"    (stdlib 4.2) proc_lib.erl:240: :proc_lib.init_p_do_apply/3\n"
	const client = "Client ME is alive\n\n    (stdlib 4.2) gen.erl:256: :gen.do_call/4\n" +
		"    (elixir 1.14.0) lib/gen_server.ex:1035: GenServer.call/3\n"
	for _, test := range []struct {
		request term.Term
		want    string
	}{
		{tuple(atom("raise"), term.Binary("oops")), "GenServer PID terminating\n** (RuntimeError) oops\n" +
			"    actor.ex:4: Actor.handle_call/3\n" + stack +
			"Last message (from ME): {:raise, \"oops\"}\nState: 1\n" + client},
		{tuple(atom("exit"), atom("bye")), "GenServer PID terminating\n** (stop) :bye\n" +
			"    actor.ex:4: Actor.handle_call/3\n" + stack +
			"Last message (from ME): {:exit, :bye}\nState: 1\n" + client},
		{tuple(atom("return"), atom("bad")), "GenServer PID terminating\n** (stop) bad return value: :bad\n" +
			"Last message (from ME): {:return, :bad}\nState: 1\n" + client},
		{returns(atom("stop"), atom("why"), atom("r"), term.Int(2)), "GenServer PID terminating\n** (stop) :why\n" +
			"Last message (from ME): {:return, {:stop, :why, :r, 2}}\nState: 2\n" + client},
	} {
		run(t, func(w *world) {
			s := w.start(term.Int(1))
			w.call(s, test.request)
			w.wantOutput(w.text(test.request), s, test.want)
		})
	}
}

func TestCastAndInfoLogs(t *testing.T) {
	run(t, func(w *world) {
		s := w.start(term.Int(1))
		_ = genserver.Cast(w.self, s, tuple(atom("raise"), term.Binary("oops")))
		w.wantOutput("cast", s, "GenServer PID terminating\n** (RuntimeError) oops\n    actor.ex:4: Actor.handle_cast/2\n"+
			"    (stdlib 4.2) gen_server.erl:1123: :gen_server.try_dispatch/4\n"+
			"    (stdlib 4.2) gen_server.erl:1200: :gen_server.handle_msg/6\n"+
			"    (stdlib 4.2) proc_lib.erl:240: :proc_lib.init_p_do_apply/3\n"+
			"Last message: {:\"$gen_cast\", {:raise, \"oops\"}}\nState: 1\n")
		use, _ := genserver.Start(w.self, term.Alias("Use"), term.Int(1), gen.Options{})
		w.self.Send(use, atom("hello"))
		w.wantOutput("info", use, "Use PID received unexpected message in handle_info/2: :hello\n\n")
		w.want("default", w.call(use, atom("x"))[:70], `exit {{%RuntimeError{message: "attempted to call GenServer #PID<0.110.0> but`[:70])
	})
}

func TestStatusAndTrace(t *testing.T) {
	run(t, func(w *world) {
		o := gen.Options{Name: tuple(atom("local"), term.Alias("KV"))}
		s, _ := genserver.StartLink(w.self, actorName, returns(term.OK, term.Int(1)), o)
		status, err := sys.Request(w.self, s, atom("get_status"), nil)
		w.want("get_status", strings.ReplaceAll(w.result(status, err), w.text(s), "PID"),
			`{:status, PID, {:module, :gen_server}, [["$initial_call": {Actor, :init, 1}, "$ancestors": [ME]], :running, ME, [], `+
				`[header: 'Status for generic server Elixir.KV', data: [{'Status', :running}, {'Parent', ME}, {'Logged events', []}], `+
				`data: [{'State', 1}]]]}`)
		_, _ = sys.Request(w.self, s, tuple(atom("debug"), tuple(atom("trace"), term.True)), nil)
		w.call(s, returns(atom("reply"), atom("r"), term.Int(2)))
		_ = genserver.Cast(w.self, s, returns(atom("noreply"), term.Int(3)))
		w.wantOutput("trace", s, "*DBG* 'Elixir.KV' got call {return,{reply,r,2}} from <0.108.0>\n"+
			"*DBG* 'Elixir.KV' sent r to <0.108.0>, new state 2\n"+
			"*DBG* 'Elixir.KV' got cast {return,{noreply,3}}\n*DBG* 'Elixir.KV' new state 3\n")
		_, _ = sys.Request(w.self, s, atom("suspend"), nil)
		_ = genserver.Cast(w.self, s, returns(atom("noreply"), term.Int(4)))
		w.want("suspended", w.result(sys.GetState(w.self, s, nil)), "3")
		_, _ = sys.Request(w.self, s, atom("resume"), nil)
		w.want("resumed", w.result(sys.GetState(w.self, s, nil)), "4")
		w.want("stop suspended", w.result(term.OK, genserver.Stop(w.self, s, term.Normal, term.Infinity)), ":ok")
	})
}

func TestParentExitEndsServer(t *testing.T) {
	run(t, func(w *world) {
		w.self.SetTrapExit(true)
		parent := w.self.Spawn(func(self *process.Process) error {
			s, err := genserver.StartLink(self, actorName, returns(term.OK, w.self.PID()), gen.Options{})
			process.Lookup(s).SetTrapExit(true)
			self.Receive(nil)
			return err
		}, process.SpawnOptions{})
		w.self.Sleep(1)
		w.self.Send(parent.PID(), atom("go"))
		w.self.Sleep(1)
		message, _ := w.self.TakeMatching(nil)
		w.want("terminate", w.text(message), "{:terminate, :normal}")
	})
}
