package genserver_test

import (
	"strings"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/logger/loggertest"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// world is the world of a test with the server Actor.
type world struct{ *loggertest.World }

func run(t testing.TB, body func(w *world)) {
	t.Helper()
	use := term.Alias("Use")
	modules := []*code.Module{actor(), code.NewModule(use, code.Builtin, genserver.Defaults(use)...)}
	loggertest.Run(t, modules, func(w *loggertest.World) { body(&world{w}) })
}

// wantOutput compares what was logged, with the server's pid as PID.
func (w *world) wantOutput(what string, server term.Term, want string) {
	w.Helper()
	got := w.Without(w.Without(w.TakePrinted(), "PID", server), "ME", w.Self.PID())
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
	pid, err := genserver.Start(w.Self, actorName, returns(term.OK, state), gen.Options{})
	if err != nil {
		w.Fatalf("Start = %v", err)
	}
	return pid
}

func (w *world) call(server, request term.Term) string {
	return w.Result(genserver.Call(w.Self, server, request, nil))
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
			pid, err := genserver.Start(w.Self, actorName, test.args, gen.Options{})
			w.Want(w.Text(test.args), w.Result(gen.StartResult(pid, term.Ref{}, err)), test.want)
		}
		w.wantOutput("failing init", nilPID, "")
		o := gen.Options{Name: tuple(atom("local"), atom("srv"))}
		pid, _ := genserver.Start(w.Self, actorName, returns(term.OK, term.Int(1)), o)
		_, err := genserver.Start(w.Self, actorName, returns(term.OK, term.Int(1)), o)
		w.Want("taken", w.Result(gen.StartResult(pid, term.Ref{}, err)), "{:error, {:already_started, "+w.Text(pid)+"}}")
	})
}

var nilPID = term.PID{Identity: &term.Identity{}}

func TestCallResults(t *testing.T) {
	run(t, func(w *world) {
		s := w.start(term.Int(1))
		w.Want("reply", w.call(s, returns(atom("reply"), atom("r"), term.Int(2))), ":r")
		w.Want("get_state", w.Result(sys.GetState(w.Self, s, nil)), "2")
		w.Want("throw", w.call(s, tuple(atom("throw"), tuple(atom("reply"), atom("t"), term.Int(3)))), ":t")
		w.Want("hibernate", w.call(s, returns(atom("reply"), atom("h"), term.Int(3), atom("hibernate"))), ":h")
		w.Self.Sleep(1)
		w.Want("hibernate", w.Text(term.Bool(process.Lookup(s.(term.PID)).Hibernated())), "true")
		next := tuple(atom("continue"), returns(atom("noreply"), term.Int(9)))
		w.Want("continue", w.call(s, returns(atom("reply"), atom("c"), term.Int(3), next)), ":c")
		w.Want("continue", w.Result(sys.GetState(w.Self, s, nil)), "9")
		s = w.start(w.Self.PID())
		w.Want("stop", w.call(s, returns(atom("stop"), term.Normal, atom("bye"), w.Self.PID())), ":bye")
		message, _ := w.Self.TakeMatching(nil)
		w.Want("terminate", w.Text(message), "{:terminate, :normal}")
		w.wantOutput("orderly", s, "")
	})
}

func TestTimeouts(t *testing.T) {
	run(t, func(w *world) {
		s := w.start(w.Self.PID())
		for _, ms := range []term.Int{0, 50} {
			_ = genserver.Cast(w.Self, s, returns(atom("noreply"), w.Self.PID(), ms))
			w.Want("timeout", w.Text(w.Self.Receive(nil)), "{:handle_info, :timeout}")
		}
		_ = genserver.Cast(w.Self, s, returns(atom("noreply"), w.Self.PID(), term.Int(50)))
		_ = genserver.Cast(w.Self, s, returns(atom("noreply"), w.Self.PID()))
		w.Self.Sleep(100 * time.Millisecond)
		w.Want("cancelled", w.Text(term.Int(w.Self.MailboxLen())), "0")
		_, err := genserver.Call(w.Self, s, tuple(atom("sleep"), term.Int(50), tuple(atom("reply"), atom("late"), term.Int(1))), term.Int(10))
		w.Want("timeout", w.Result(nil, err), "exit {:timeout, {GenServer, :call, ["+w.Text(s)+", {:sleep, 50, {:reply, :late, 1}}, 10]}}")
		w.Self.Sleep(100 * time.Millisecond)
		w.Want("late reply", w.Text(term.Int(w.Self.MailboxLen())), "0")
	})
}

func TestExits(t *testing.T) {
	run(t, func(w *world) {
		w.Want("noproc", w.call(atom("nobody"), atom("x")), "exit {:noproc, {GenServer, :call, [:nobody, :x, 5000]}}")
		w.Want("calling_self", w.call(w.Self.PID(), atom("x")), "exit {:calling_self, {GenServer, :call, [ME, :x, 5000]}}")
		w.Want("bad server", w.call(term.Binary("x"), atom("x")), "error :function_clause")
		w.Want("nodedown", w.call(tuple(atom("a"), atom("b@c")), atom("x")),
			"exit {{:nodedown, :b@c}, {GenServer, :call, [{:a, :b@c}, :x, 5000]}}")
		w.Want("cast", w.Result(term.OK, genserver.Cast(w.Self, atom("nobody"), atom("x"))), ":ok")
		w.Want("stop", w.Result(nil, genserver.Stop(w.Self, atom("nobody"), term.Normal, term.Infinity)),
			"exit {:noproc, {GenServer, :stop, [:nobody, :normal, :infinity]}}")
		_, err := genserver.ErlangCall(w.Self, atom("nobody"), atom("x"), nil)
		w.Want("gen_server", w.Result(nil, err), "exit {:noproc, {:gen_server, :call, [:nobody, :x]}}")
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
			w.wantOutput(w.Text(test.request), s, test.want)
		})
	}
}

func TestCastAndInfoLogs(t *testing.T) {
	run(t, func(w *world) {
		s := w.start(term.Int(1))
		_ = genserver.Cast(w.Self, s, tuple(atom("raise"), term.Binary("oops")))
		w.wantOutput("cast", s, "GenServer PID terminating\n** (RuntimeError) oops\n    actor.ex:4: Actor.handle_cast/2\n"+
			"    (stdlib 4.2) gen_server.erl:1123: :gen_server.try_dispatch/4\n"+
			"    (stdlib 4.2) gen_server.erl:1200: :gen_server.handle_msg/6\n"+
			"    (stdlib 4.2) proc_lib.erl:240: :proc_lib.init_p_do_apply/3\n"+
			"Last message: {:\"$gen_cast\", {:raise, \"oops\"}}\nState: 1\n")
		use, _ := genserver.Start(w.Self, term.Alias("Use"), term.Int(1), gen.Options{})
		w.Self.Send(use, atom("hello"))
		w.wantOutput("info", use, "Use PID received unexpected message in handle_info/2: :hello\n\n")
		w.Want("default", w.call(use, atom("x"))[:70], `exit {{%RuntimeError{message: "attempted to call GenServer #PID<0.110.0> but`[:70])
	})
}

func TestStatusAndTrace(t *testing.T) {
	run(t, func(w *world) {
		o := gen.Options{Name: tuple(atom("local"), term.Alias("KV"))}
		s, _ := genserver.StartLink(w.Self, actorName, returns(term.OK, term.Int(1)), o)
		status, err := sys.Request(w.Self, s, atom("get_status"), nil)
		w.Want("get_status", strings.ReplaceAll(w.Result(status, err), w.Text(s), "PID"),
			`{:status, PID, {:module, :gen_server}, [["$initial_call": {Actor, :init, 1}, "$ancestors": [ME]], :running, ME, [], `+
				`[header: 'Status for generic server Elixir.KV', data: [{'Status', :running}, {'Parent', ME}, {'Logged events', []}], `+
				`data: [{'State', 1}]]]}`)
		_, _ = sys.Request(w.Self, s, tuple(atom("debug"), tuple(atom("trace"), term.True)), nil)
		w.call(s, returns(atom("reply"), atom("r"), term.Int(2)))
		_ = genserver.Cast(w.Self, s, returns(atom("noreply"), term.Int(3)))
		w.wantOutput("trace", s, "*DBG* 'Elixir.KV' got call {return,{reply,r,2}} from <0.108.0>\n"+
			"*DBG* 'Elixir.KV' sent r to <0.108.0>, new state 2\n"+
			"*DBG* 'Elixir.KV' got cast {return,{noreply,3}}\n*DBG* 'Elixir.KV' new state 3\n")
		_, _ = sys.Request(w.Self, s, atom("suspend"), nil)
		_ = genserver.Cast(w.Self, s, returns(atom("noreply"), term.Int(4)))
		w.Want("suspended", w.Result(sys.GetState(w.Self, s, nil)), "3")
		_, _ = sys.Request(w.Self, s, atom("resume"), nil)
		w.Want("resumed", w.Result(sys.GetState(w.Self, s, nil)), "4")
		w.Want("stop suspended", w.Result(term.OK, genserver.Stop(w.Self, s, term.Normal, term.Infinity)), ":ok")
	})
}

func TestParentExitEndsServer(t *testing.T) {
	run(t, func(w *world) {
		w.Self.SetTrapExit(true)
		parent := w.Self.Spawn(func(self *process.Process) error {
			s, err := genserver.StartLink(self, actorName, returns(term.OK, w.Self.PID()), gen.Options{})
			process.Lookup(s).SetTrapExit(true)
			self.Receive(nil)
			return err
		}, process.SpawnOptions{})
		w.Self.Sleep(1)
		w.Self.Send(parent.PID(), atom("go"))
		w.Self.Sleep(1)
		message, _ := w.Self.TakeMatching(nil)
		w.Want("terminate", w.Text(message), "{:terminate, :normal}")
	})
}
