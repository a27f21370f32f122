package genevent_test

import (
	"testing"
	"time"

	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/term"
)

// elixirClient calls a manager of GenEvent and returns texts of results.
type elixirClient struct {
	*world
	m term.Term
}

func (w *world) elixir(o gen.Options) elixirClient {
	m, err := genevent.Elixir.Start(w.Self, o)
	if err != nil {
		w.Fatalf("Start = %v", err)
	}
	return elixirClient{w, m}
}

func (c elixirClient) add(name, args term.Term) string {
	return c.Result(genevent.Elixir.AddHandler(c.Self, c.m, name, args))
}

func (c elixirClient) addMon(name, args term.Term) string {
	return c.Result(genevent.Elixir.AddMonHandler(c.Self, c.m, name, args))
}

func (c elixirClient) remove(name, args term.Term) string {
	return c.Result(genevent.Elixir.RemoveHandler(c.Self, c.m, name, args))
}

func (c elixirClient) swap(h1, a1, h2, a2 term.Term) string {
	return c.Result(genevent.Elixir.SwapHandler(c.Self, c.m, h1, a1, h2, a2))
}

func (c elixirClient) swapMon(h1, a1, h2, a2 term.Term) string {
	return c.Result(genevent.Elixir.SwapMonHandler(c.Self, c.m, h1, a1, h2, a2))
}

func (c elixirClient) sync(event term.Term) string {
	return c.Result(term.OK, genevent.Elixir.SyncNotify(c.Self, c.m, event))
}

func (c elixirClient) call(name, request term.Term) string {
	return c.Result(genevent.Elixir.Call(c.Self, c.m, name, request, nil))
}

func (c elixirClient) which() string { return c.Result(genevent.Elixir.WhichHandlers(c.Self, c.m)) }

func (c elixirClient) stop() string {
	return c.Result(term.OK, genevent.Elixir.Stop(c.Self, c.m, term.Normal, term.Infinity))
}

func TestElixirResults(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(gen.Options{})
		ends := func(row string, action term.Tuple, want string) {
			w.Helper()
			c.add(probe, w.state("p"))
			w.Want(row, c.sync(do(action)), ":ok")
			w.wantInbox(row, "{:p, :init, :added}", "{:p, :terminate, "+want+"}")
		}
		ends("X10", returns(atom("remove_handler")), ":remove_handler")
		ends("X10", returns(atom("oops")), "{:error, {:bad_return_value, :oops}}")
		ends("X10", raises("oops"), `{:error, {%RuntimeError{message: "oops"}, :stack}}`)
		ends("X13", throws(atom("ball")), "{:error, {:bad_return_value, :ball}}")
		ends("X13", exits(atom("died")), "{:error, :died}")
		replies := func(row string, action term.Tuple, want string) {
			w.Helper()
			c.add(probe, w.state("p"))
			w.Want(row, c.call(probe, do(action)), want)
			c.remove(probe, atom("bye"))
		}
		replies("X14", returns(tuple(atom("remove_handler"), atom("bye"))), ":bye")
		replies("X14", returns(atom("oops")), "{:error, {:bad_return_value, :oops}}")
		replies("X14", exits(atom("died")), "{:error, :died}")
		replies("X14", throws(tuple(term.OK, atom("thrown"), w.state("p"))), ":thrown")
		w.Want("X15", c.call(probe, atom("x")), "{:error, :not_found}")
	})
}

func TestElixirAddRemoveSwap(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(gen.Options{})
		w.Want("X05", c.add(probe, do(returns(tuple(term.ErrorAtom, atom("my"))))), "{:error, :my}")
		w.Want("X05", c.add(probe, do(returns(atom("oops")))), "{:error, {:bad_return_value, :oops}}")
		w.Want("X05", c.add(probe, do(exits(atom("died")))), "{:error, :died}")
		w.Want("X05", c.add(probe, w.state("a")), ":ok")
		w.Want("X05", c.add(probe, w.state("a")), "{:error, :already_present}")
		w.Want("3.13", c.add(tuple(probe, term.False), w.state("b")), ":ok")
		w.Want("X05", c.which(), "[{Probe, false}, Probe]")
		w.wantInbox("X05", "{:a, :init, :added}", "{:b, :init, :added}")
		c.sync(atom("e"))
		w.wantInbox("3.13 oldest first", "{:a, :event, :e}", "{:b, :event, :e}")
		w.Self.Send(c.m.(term.PID), atom("i"))
		w.wantInbox("3.13 oldest first", "{:a, :info, :i}", "{:b, :info, :i}")
		w.Want("X08", c.remove(named("zzz"), atom("bye")), "{:error, :not_found}")
		w.Want("X08", c.remove(probe, atom("bye")), "{:terminated, :a}")
		w.Want("X08", c.remove(tuple(probe, term.False), do(exits(atom("died")))), "{:error, :died}")
		w.wantInbox("X08", "{:a, :terminate, :bye}", "{:b, :terminate, {:do, {:exit, :died}}}")
		c.add(named("a"), w.state("a"))
		c.add(named("b"), w.state("b"))
		w.Want("X09", c.swap(named("a"), atom("bye"), named("c"), w.state("c")), ":ok")
		w.Want("X09", c.swap(named("zzz"), atom("bye"), named("d"), w.state("d")), ":ok")
		w.wantInbox("X09", "{:a, :init, :added}", "{:b, :init, :added}", "{:a, :terminate, :bye}",
			"{:c, :init, {:swapped, {:terminated, :a}}}", "{:d, :init, {:swapped, {:error, :not_found}}}")
		w.Want("X09", c.swap(named("c"), atom("bye"), named("d"), w.state("x")), "{:error, :already_present}")
		w.Want("X09", c.which(), "[{Probe, :d}, {Probe, :b}]")
		w.Want("X09", c.swap(named("d"), atom("bye"), named("e"), do(returns(tuple(term.ErrorAtom, atom("no"))))), "{:error, :no}")
	})
}

func TestElixirMonitored(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(gen.Options{})
		c.add(named("mine"), w.state("mine"))
		owner := w.Self.Spawn(func(self *process.Process) error {
			_, err := genevent.Elixir.AddMonHandler(self, c.m, named("h"), w.state("h"))
			self.Receive(nil)
			return err
		}, process.SpawnOptions{})
		w.wantInbox("X06", "{:mine, :init, :added}", "{:h, :init, :added}")
		w.Want("X06", w.Text(term.Int(len(process.Lookup(c.m.(term.PID)).Links()))), "0")
		w.Self.Send(owner.PID(), atom("finish"))
		w.wantInbox("X06", "{:h, :terminate, {:stop, :normal}}")
		w.Self.Send(c.m.(term.PID), tuple(atom("DOWN"), atom("r"), atom("process"), atom("x"), atom("y")))
		w.wantInbox("X06", "{:mine, :info, {:DOWN, :r, :process, :x, :y}}")
		c.addMon(probe, w.state("p"))
		c.remove(probe, atom("bye"))
		w.wantInbox("X07", "{:p, :init, :added}", "{:p, :terminate, :bye}", "{:gen_event_EXIT, Probe, :normal}")
		c.addMon(probe, w.state("p"))
		c.swap(probe, atom("bye"), named("q"), w.state("q"))
		w.wantInbox("X07", "{:p, :init, :added}", "{:p, :terminate, :bye}",
			"{:gen_event_EXIT, Probe, {:swapped, {Probe, :q}, nil}}", "{:q, :init, {:swapped, {:terminated, :p}}}")
		c.swapMon(named("q"), atom("bye"), named("r"), w.state("r"))
		c.swapMon(named("r"), atom("bye"), named("s"), w.state("s"))
		w.wantInbox("X07", "{:q, :terminate, :bye}", "{:r, :init, {:swapped, {:terminated, :q}}}", "{:r, :terminate, :bye}",
			"{:gen_event_EXIT, {Probe, :r}, {:swapped, {Probe, :s}, ME}}", "{:s, :init, {:swapped, {:terminated, :r}}}")
		w.Want("X07", c.stop(), ":ok")
		w.wantInbox("X07", "{:s, :terminate, :stop}", "{:gen_event_EXIT, {Probe, :s}, :shutdown}", "{:mine, :terminate, :stop}")
	})
}

func TestElixirExitSignals(t *testing.T) {
	run(t, func(w *world) {
		w.Self.SetTrapExit(true)
		m, _ := genevent.Elixir.StartLink(w.Self, gen.Options{})
		_, _ = genevent.Elixir.AddHandler(w.Self, m, probe, w.state("p"))
		w.Self.Exit(m, atom("shutdown"))
		w.wantInbox("X03", "{:p, :init, :added}", "{:EXIT, "+w.Text(m)+", :shutdown}")
	})
}

func TestElixirNotify(t *testing.T) {
	run(t, func(w *world) {
		for _, test := range []struct {
			manager term.Term
			want    string
		}{
			{tuple(atom("global"), atom("foo")), ":ok"},
			{tuple(atom("foo"), atom("bar")), ":ok"},
			{w.Self.PID(), ":ok"},
			{atom("foo"), "error :badarg"},
			{tuple(atom("foo"), term.Int(1)), "error :function_clause"},
			{term.Binary("foo"), "error :function_clause"},
		} {
			w.Want("X11", w.Result(term.OK, genevent.Elixir.Notify(w.Self, test.manager, atom("e"))), test.want)
		}
		frames := exception.As(genevent.Elixir.Notify(w.Self, term.Binary("foo"), atom("e"))).Stack
		if len(frames) != 1 || frames[0].Module != "Elixir.GenEvent" || frames[0].Function != "notify" || len(frames[0].Args) != 2 {
			t.Errorf("Notify of what is no manager failed in %v", frames)
		}
		w.wantInbox("X11", "{:notify, :e}")
		c := w.elixir(gen.Options{})
		c.add(probe, w.state("p"))
		began := w.Self.Node().Now()
		slow := do(sleeps(100, tuple(term.OK, w.state("p"))))
		_ = genevent.Elixir.AckNotify(w.Self, c.m, slow)
		if took := w.Self.Node().Now() - began; took != 0 {
			w.Errorf("X12: ack_notify took %v", took)
		}
		c.sync(slow)
		if took := w.Self.Node().Now() - began; took != 200*time.Millisecond {
			w.Errorf("X13: sync_notify took %v", took)
		}
	})
}

func TestElixirLogAndTrace(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(local("bus"))
		c.add(probe, w.state("p"))
		c.sync(do(returns(atom("oops"))))
		w.wantOutput("P159", "\n00:00:00.000 [error] ** gen_event handler Probe crashed.\n** Was installed in :bus\n"+
			"** Last event was: {:do, {:return, :oops}}\n** When handler state == {:p, "+
			"#PID<0.108.0>}\n** Reason == {:bad_return_value, :oops}\n\n")
		c.add(probe, w.state("p"))
		e := client{w, c.m}
		e.sys(debug(atom("trace"), term.True))
		_ = genevent.Elixir.Notify(w.Self, c.m, atom("hello"))
		c.call(probe, atom("hello"))
		w.wantOutput("P151", "*DBG* :bus got event :hello\n*DBG* :bus (handler Probe) got call :hello\n")
		e.sys(debug(atom("no_debug")))
		w.Want("X17", e.sys(atom("get_state")), "[{Probe, Probe, {:p, ME}}]")
	})
}

func TestElixirDefaults(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(gen.Options{})
		use := term.Alias("Use")
		w.Want("X15", c.add(use, atom("s")), ":ok")
		w.Want("X15", c.sync(atom("e")), ":ok")
		got, _ := genevent.Elixir.Call(w.Self, c.m, use, atom("x"), nil)
		w.Want("X15", w.Text(short(got)), `{:error, {%RuntimeError{message: "attempted to call GenEvent `+
			w.Text(c.m)+` but no handle_call/2 clause was provided"}, :stack}}`)
	})
}
