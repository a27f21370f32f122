package genevent_test

import (
	"strings"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

func callSys(w *world, m term.Term, request string) (term.Term, error) {
	return sys.Request(w.Self, m, atom(request), nil)
}

func (c client) sys(request term.Term) string {
	return c.Result(sys.Request(c.Self, c.m, request, nil))
}

func debug(what ...term.Term) term.Term {
	if len(what) == 1 {
		return tuple(atom("debug"), what[0])
	}
	return tuple(atom("debug"), tuple(what...))
}

func fun(arity int, f process.Func) *term.Fun { return &term.Fun{Arity: arity, Code: f} }

func TestSysStates(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(local("bus"))
		c.add(probe, w.state("a"))
		c.add(named("id"), w.state("b"))
		w.Want("P148", c.sys(atom("get_state")), "[{Probe, :id, {:b, ME}}, {Probe, false, {:a, ME}}]")
		rename := fun(1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			s := args[0].(term.Tuple)
			return tuple(s[0], s[1], w.state("new")), nil
		})
		w.Want("S31", c.sys(tuple(atom("replace_state"), rename)), "[{Probe, :id, {:new, ME}}, {Probe, false, {:new, ME}}]")
		fail := fun(1, func(*process.Process, []term.Term) (term.Term, error) { return nil, exception.Exit(atom("no")) })
		w.Want("P149", c.sys(tuple(atom("replace_state"), fail)), "[{Probe, :id, {:new, ME}}, {Probe, false, {:new, ME}}]")
		w.Want("P150", c.sys(atom("suspend")), ":ok")
		w.Want("P150", c.sys(atom("suspend")), ":ok")
		w.wantInbox("P150", "{:a, :init, :added}", "{:b, :init, :added}")
		c.notify(atom("queued"))
		w.wantInbox("P150")
		w.Want("P150", c.sys(atom("get_state")), "[{Probe, :id, {:new, ME}}, {Probe, false, {:new, ME}}]")
		change := tuple(atom("change_code"), probe, atom("v1"), atom("extra"))
		w.Want("P137", c.sys(change), ":ok")
		w.wantInbox("P137", "{:new, :code_change, {:v1, :extra}}", "{:new, :code_change, {:v1, :extra}}")
		w.Want("P137", c.sys(tuple(atom("change_code"), term.Alias("Other"), atom("v1"), atom("x"))), ":ok")
		w.Want("P150", c.sys(atom("resume")), ":ok")
		w.wantInbox("P150", "{{:changed, :new}, :event, :queued}", "{{:changed, :new}, :event, :queued}")
		w.Want("P138", c.sys(change), "{:error, {:unknown_system_msg, {:change_code, Probe, :v1, :extra}}}")
		w.Want("P155", c.sys(tuple(atom("terminate"), term.Normal)), ":ok")
		w.Settle()
		w.Want("P155", strings.Replace(c.sys(atom("get_state")), w.Text(c.m), "M", 1), "exit {:noproc, {:sys, :get_state, [M]}}")
	})
}

func TestSysChangeCodeUndefined(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		c.add(term.Alias("Bare"), atom("s"))
		c.sys(atom("suspend"))
		got, _ := sys.Request(w.Self, c.m, tuple(atom("change_code"), term.Alias("Bare"), atom("v"), term.Empty), nil)
		w.Want("P139", w.Text(short(got)), "{:error, {:EXIT, {:undef, :stack}}}")
		c.sys(atom("resume"))
		w.Want("P139", c.which(), "[Bare]")
	})
}

func TestSysStatus(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(local("bus"))
		c.add(named("x"), w.state("a"))
		pid := w.Text(w.Self.Node().Whereis("bus").PID())
		want := `{:status, PID, {:module, :gen_event}, [["$initial_call": {:gen_event, :init_it, 6}, "$ancestors": [ME]], ` +
			`:running, PID, [], [header: 'Status for event handler bus', ` +
			`data: [{'Status', :running}, {'Logged Events', []}, {'Parent', PID}], ` +
			`items: {'Installed handlers', [{:handler, Probe, :x, {:a, ME}, false}]}]]}`
		w.Want("P147", strings.ReplaceAll(c.sys(atom("get_status")), pid, "PID"), want)
	})
}

func TestSysTrace(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(local("bus"))
		c.add(probe, w.state("a"))
		w.Want("P151", c.sys(debug(atom("trace"), term.True)), ":ok")
		c.notify(atom("hello"))
		c.call(probe, tuple(atom("hello"), term.Binary("world")))
		w.Self.Send(c.m.(term.PID), atom("info"))
		w.wantOutput("P151", "*DBG* bus got event hello\n*DBG* bus('Elixir.Probe') got call {hello,<<\"world\">>}\n*DBG* bus got info\n")
		w.Want("P151", c.sys(debug(atom("trace"), term.False)), ":ok")
		c.notify(atom("silent"))
		w.wantOutput("P151", "")
	})
}

func TestSysLogStatisticsInstall(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(local("bus"))
		c.add(probe, w.state("a"))
		w.Want("P153", c.sys(debug(atom("statistics"), atom("get"))), "{:ok, :no_statistics}")
		c.sys(debug(atom("statistics"), term.True))
		w.Want("P152", c.sys(debug(atom("log"), tuple(term.True, term.Int(2)))), ":ok")
		for i := range 3 {
			c.notify(term.Int(i))
		}
		w.Want("P152", c.sys(debug(atom("log"), atom("get"))), "{:ok, [in: {:notify, 1}, in: {:notify, 2}]}")
		c.sys(debug(atom("log"), atom("print")))
		w.wantOutput("P152", "*DBG* bus got event 1\n*DBG* bus got event 2\n")
		w.Want("P152", c.sys(debug(atom("log"), term.False)), ":ok")
		w.Want("P152", c.sys(debug(atom("log"), atom("get"))), "{:ok, []}")
		text := c.sys(debug(atom("statistics"), atom("get")))
		w.Want("P153", text[:58], "{:ok, [start_time: {{2015, 1, 1}, {0, 0, 0}}, current_time")
		w.Want("P153", text[strings.Index(text, "messages"):], "messages_in: 3, messages_out: 0]}")
		counter := fun(3, func(self *process.Process, args []term.Term) (term.Term, error) {
			self.Send(w.Self.PID(), tuple(args...))
			if args[0] == term.Term(term.Int(1)) {
				return atom("done"), nil
			}
			return args[0].(term.Int) + 1, nil
		})
		w.wantInbox("P154", "{:a, :init, :added}", "{:a, :event, 0}", "{:a, :event, 1}", "{:a, :event, 2}")
		c.sys(debug(atom("install"), tuple(counter, term.Int(0))))
		for i := range 3 {
			c.notify(term.Int(i))
		}
		w.wantInbox("P154", "{0, {:in, {:notify, 0}}, :bus}", "{:a, :event, 0}", "{1, {:in, {:notify, 1}}, :bus}", "{:a, :event, 1}", "{:a, :event, 2}")
		w.Want("P153", c.sys(debug(atom("no_debug"))), ":ok")
	})
}

func TestStop(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		c.add(named("a"), w.state("a"))
		c.add(named("b"), w.state("b"))
		w.Want("P096", c.stop(atom("why")), ":ok")
		w.wantInbox("P094", "{:a, :init, :added}", "{:b, :init, :added}", "{:b, :terminate, :stop}", "{:a, :terminate, :stop}")
		w.wantOutput("P097", "")
		c = w.erlang(gen.Options{})
		c.add(probe, w.state("p"))
		c.notify(do(sleeps(100, tuple(term.OK, w.state("p")))))
		err := genevent.Erlang.Stop(w.Self, c.m, term.Normal, term.Int(10))
		w.Want("P098", w.Result(nil, err), "exit :timeout")
		c = w.erlang(gen.Options{})
		c.sys(atom("suspend"))
		w.Want("P101", c.stop(term.Normal), ":ok")
	})
}
