package genevent_test

import (
	"testing"
	"time"

	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/term"
)

func TestErlangNotify(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		w.Want("P001", c.which(), "[]")
		for _, tag := range []string{"a", "b", "c"} {
			w.Want("P038", c.add(named(tag), w.state(tag)), ":ok")
		}
		w.wantInbox("P036", "{:a, :init, :added}", "{:b, :init, :added}", "{:c, :init, :added}")
		w.Want("P075", c.sync(atom("tick")), ":ok")
		w.wantInbox("P073", "{:c, :event, :tick}", "{:b, :event, :tick}", "{:a, :event, :tick}")
		w.Want("S16", c.sync(only("b", returns(atom("remove_handler")))), ":ok")
		w.wantInbox("P125", "{:b, :terminate, :remove_handler}")
		w.Want("P103", c.which(), "[{Probe, :c}, {Probe, :a}]")
		c.sync(only("a", returns(atom("oops"))))
		w.wantInbox("P004", "{:a, :terminate, {:error, :oops}}")
		c.add(named("d"), w.state("d"))
		c.sync(only("d", fails(atom("bad"))))
		w.wantInbox("P003", "{:d, :init, :added}", "{:d, :terminate, {:error, {:EXIT, {:bad, :stack}}}}")
		c.add(named("e"), w.state("e"))
		c.sync(only("e", throws(atom("ball"))))
		c.add(named("f"), w.state("f"))
		c.sync(only("f", throws(tuple(term.OK, w.state("thrown")))))
		c.add(named("g"), w.state("g"))
		c.sync(only("g", exits(atom("died"))))
		w.wantInbox("P006", "{:e, :init, :added}", "{:e, :terminate, {:error, :ball}}", "{:f, :init, :added}",
			"{:g, :init, :added}", "{:g, :terminate, {:error, {:EXIT, :died}}}")
		c.sync(only("c", returns(tuple(term.OK))))
		w.wantInbox("S17", "{:c, :terminate, {:error, {:ok}}}")
		c.sync(atom("tick"))
		w.wantInbox("P005", "{:thrown, :event, :tick}")
	})
}

func TestErlangInfo(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		m := c.m.(term.PID)
		c.add(probe, w.state("p"))
		w.Self.Send(m, tuple(atom("notify"), atom("a"), atom("b")))
		w.Self.Send(m, tuple(atom("EXIT"), w.Self.PID(), atom("forged")))
		w.Self.Send(m, tuple(w.Self.PID(), atom("tag"), atom("no_request")))
		w.Self.Send(m, tuple(atom("notify"), atom("forged")))
		w.wantInbox("P127", "{:p, :init, :added}", "{:p, :info, {:notify, :a, :b}}", "{:p, :info, {:EXIT, ME, :forged}}",
			"{:p, :info, {ME, :tag, :no_request}}", "{:p, :event, :forged}")
		w.Self.Send(m, do(returns(atom("oops"))))
		w.wantInbox("S24", "{:p, :terminate, {:error, :oops}}")
		w.Want("P128", c.add(term.Alias("Sparse"), atom("s")), ":ok")
		w.Printed.Reset()
		w.Self.Send(m, atom("hello"))
		w.Want("S35", c.which(), "[Sparse]")
		w.wantOutput("P128", "")
	})
}

func TestErlangCall(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		add := func(tag string) { c.add(named(tag), w.state(tag)) }
		add("a")
		w.Want("P056", c.call(named("a"), atom("hello")), "{:reply, :a}")
		w.Want("P057", c.call(probe, atom("hello")), "{:error, :bad_module}")
		w.Want("P126", c.call(named("a"), do(returns(tuple(term.OK, atom("r"), w.state("new"), atom("hibernate"))))), ":r")
		w.Want("P126", c.call(named("a"), atom("again")), "{:reply, :new}")
		w.Want("S22", c.call(named("a"), do(returns(tuple(atom("remove_handler"), atom("bye"))))), ":bye")
		w.wantInbox("S22", "{:a, :init, :added}", "{:a, :call, :hello}", "{:new, :call, :again}", "{:new, :terminate, :remove_handler}")
		for _, test := range []struct {
			row, want string
			action    term.Tuple
		}{
			{"P059", "{:error, :oops}", returns(atom("oops"))},
			{"P059", "{:error, {:remove_handler}}", returns(tuple(atom("remove_handler")))},
			{"P060", "{:error, :remove_handler}", returns(atom("remove_handler"))},
			{"P006", ":thrown", throws(tuple(term.OK, atom("thrown"), w.state("t")))},
			{"P006", "{:error, :ball}", throws(atom("ball"))},
			{"P058", "{:error, {:EXIT, :died}}", exits(atom("died"))},
		} {
			add("x")
			w.Want(test.row, c.call(named("x"), do(test.action)), test.want)
			c.remove(named("x"), atom("bye"))
		}
	})
}

func TestErlangCallExits(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		c.add(probe, w.state("p"))
		slow := do(sleeps(50, tuple(term.OK, atom("late"), w.state("p"))))
		_, err := genevent.Erlang.Call(w.Self, c.m, probe, slow, term.Int(10))
		w.Want("P063", w.Result(nil, err)[:22], "exit {:timeout, {:gen_")
		w.Self.Sleep(100 * time.Millisecond)
		w.wantInbox("P065", "{:p, :init, :added}")
		_, err = genevent.Erlang.Call(w.Self, atom("nobody"), probe, atom("x"), nil)
		w.Want("P063", w.Result(nil, err), "exit {:noproc, {:gen_event, :call, [:nobody, Probe, :x]}}")
		_, err = genevent.Erlang.Call(w.Self, w.Self.PID(), probe, atom("x"), term.Infinity)
		w.Want("P015", w.Result(nil, err), "exit {:calling_self, {:gen_event, :call, [ME, Probe, :x, :infinity]}}")
		_, err = genevent.Erlang.Call(w.Self, tuple(atom("a"), atom("b@c")), probe, atom("x"), nil)
		w.Want("P100", w.Result(nil, err), "exit {{:nodedown, :b@c}, {:gen_event, :call, [{:a, :b@c}, Probe, :x]}}")
		_, err = genevent.Erlang.Call(w.Self, c.m, probe, atom("x"), term.Int(-1))
		w.Want("P064", w.Result(nil, err), "error :function_clause")
		c.m = atom("nobody")
		w.Want("P012", c.which(), "exit :noproc")
		w.Want("P078", c.sync(atom("x")), "exit :noproc")
		w.Want("P077", c.notify(atom("x")), "error :badarg")
		w.Want("P099", c.stop(term.Normal), "exit :noproc")
		for _, name := range []term.Term{tuple(atom("global"), atom("g")), tuple(atom("via"), atom("no"), atom("v")), tuple(atom("a"), atom("b@c"))} {
			c.m = name
			w.Want("P076", c.notify(atom("x")), ":ok")
		}
		c.m = term.Binary("m")
		w.Want("P013", c.which(), "error :function_clause")
	})
}

func TestErlangNames(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		for _, name := range []term.Term{term.Binary("x"), term.Int(1), tuple(term.Int(1), term.Int(2)), tuple(probe, term.Int(1), term.Int(2))} {
			got, _ := genevent.Erlang.AddHandler(w.Self, c.m, name, term.Empty)
			w.Want("P014", w.Text(short(got)), "{:EXIT, {:badarg, :stack}}")
			w.Want("P014", c.remove(name, term.Empty), "{:error, :module_not_found}")
			w.Want("P014", c.call(name, term.Empty), "{:error, :bad_module}")
		}
		w.Want("P042", c.add(probe, w.state("a")), ":ok")
		w.Want("P042", c.add(probe, w.state("b")), ":ok")
		w.Want("P042b", c.add(tuple(probe, term.False), w.state("c")), ":ok")
		w.Want("P103", c.which(), "[Probe, Probe, Probe]")
		w.wantInbox("P042", "{:a, :init, :added}", "{:b, :init, :added}", "{:c, :init, :added}")
		w.Want("P042", c.call(probe, atom("x")), "{:reply, :c}")
		w.Want("P071", c.remove(probe, atom("bye")), "{:terminated, :c}")
		w.Want("P071", c.which(), "[Probe, Probe]")
	})
}

func TestErlangAdd(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		for _, test := range []struct {
			row, want string
			action    term.Tuple
		}{
			{"P040", "{:error, :no}", returns(tuple(term.ErrorAtom, atom("no")))},
			{"P041", ":ignore", returns(atom("ignore"))},
			{"P041", ":ball", throws(atom("ball"))},
			{"P039", "{:EXIT, :died}", exits(atom("died"))},
		} {
			w.Want(test.row, c.add(probe, do(test.action)), test.want)
		}
		got, _ := genevent.Erlang.AddHandler(w.Self, c.m, term.Alias("NoSuch"), atom("x"))
		w.Want("S32", w.Text(got), "{:EXIT, {:undef, [{NoSuch, :init, [:x], []}, "+
			"{:gen_event, :server_add_handler, 4, [file: 'gen_event.erl', line: 698]}, "+
			"{:gen_event, :handle_msg, 6, [file: 'gen_event.erl', line: 540]}, "+
			"{:proc_lib, :init_p_do_apply, 3, [file: 'proc_lib.erl', line: 240]}]}}")
		w.Want("P001", c.which(), "[]")
		w.wantOutput("P040", "")
	})
}

func TestErlangDelete(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		w.Want("P067", c.remove(probe, atom("bye")), "{:error, :module_not_found}")
		c.add(probe, w.state("p"))
		w.Want("P066", c.remove(probe, do(exits(atom("died")))), "{:EXIT, :died}")
		c.add(probe, w.state("p"))
		w.Want("P069", c.remove(probe, do(throws(atom("ball")))), ":ball")
		c.add(term.Alias("Bare"), atom("s"))
		w.Want("P070", c.remove(term.Alias("Bare"), atom("bye")), ":ok")
		c.add(probe, w.state("p"))
		got, _ := genevent.Erlang.DeleteHandler(w.Self, c.m, probe, do(raises("oops")))
		w.Want("P068", w.Text(got), `{:EXIT, {%RuntimeError{message: "oops"}, [`+
			`{Probe, :act, 1, [file: 'lib/Probe.ex', line: 60]}, `+
			`{:gen_event, :do_terminate, 7, [file: 'gen_event.erl', line: 946]}, `+
			`{:gen_event, :server_delete_handler, 4, [file: 'gen_event.erl', line: 729]}, `+
			`{:gen_event, :handle_msg, 6, [file: 'gen_event.erl', line: 548]}, `+
			`{:proc_lib, :init_p_do_apply, 3, [file: 'proc_lib.erl', line: 240]}]}}`)
		w.Want("P068", c.which(), "[]")
		w.wantOutput("P157", "")
	})
}

func TestErlangSwap(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		c.add(named("a"), w.state("a"))
		c.add(named("b"), w.state("b"))
		w.Want("P084", c.swap(named("a"), atom("bye"), named("c"), w.state("c")), ":ok")
		w.Want("P091", c.which(), "[{Probe, :c}, {Probe, :b}]")
		w.Want("P082", c.swap(named("none"), atom("bye"), named("d"), w.state("d")), ":ok")
		w.wantInbox("P081", "{:a, :init, :added}", "{:b, :init, :added}", "{:a, :terminate, :bye}",
			"{:c, :init, {:swapped, {:terminated, :a}}}", "{:d, :init, {:swapped, :error}}")
		w.Want("P085", c.swap(named("b"), atom("bye"), named("e"), do(returns(atom("oops")))), "{:error, :oops}")
		w.Want("P086", c.swap(named("c"), atom("bye"), named("e"), do(returns(tuple(term.ErrorAtom, atom("no"))))), "{:error, {:error, :no}}")
		w.Want("P085", c.swap(named("d"), atom("bye"), named("e"), do(exits(atom("died")))), "{:error, {:EXIT, :died}}")
		w.Want("P087", c.which(), "[]")
		w.wantOutput("P093", "")
	})
}

func TestErlangSwapReturned(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(local("bus"))
		for _, tag := range []string{"a", "b", "c"} {
			c.add(named(tag), w.state(tag))
		}
		swap := tuple(atom("swap_handler"), atom("bye"), w.state("new"), named("d"), w.state("d"))
		c.sync(only("b", returns(swap)))
		w.Want("P091", c.which(), "[{Probe, :c}, {Probe, :d}, {Probe, :a}]")
		w.wantInbox("P124", "{:a, :init, :added}", "{:b, :init, :added}", "{:c, :init, :added}",
			"{:new, :terminate, :bye}", "{:d, :init, {:swapped, {:terminated, :new}}}")
		call := tuple(atom("swap_handler"), atom("swapped"), atom("bye"), w.state("x"), named("e"), w.state("e"))
		w.Want("S22", c.call(named("d"), do(returns(call))), ":swapped")
		w.Want("S22", c.which(), "[{Probe, :c}, {Probe, :e}, {Probe, :a}]")
		w.wantOutput("P157", "")
		bad := tuple(atom("swap_handler"), atom("bye"), w.state("x"), named("f"), do(returns(atom("oops"))))
		c.sync(only("e", returns(bad)))
		w.Want("P123", c.which(), "[{Probe, :c}, {Probe, :a}]")
		w.wantOutput("P160", "\n00:00:00.002 [error] :gen_event handler {Probe, :f} installed in false terminating\n"+
			"** (stop) :crash\nLast message: :bus\nState: {:error, :oops}\n")
		hibernate := tuple(atom("swap_handler"), atom("r"), atom("bye"), w.state("x"), named("f"), tuple(atom("f"), w.Self.PID(), atom("hibernate")))
		w.Want("P123", c.call(named("a"), do(returns(hibernate))), ":r")
		nameless := tuple(atom("swap_handler"), atom("bye"), w.state("x"), term.Int(7), w.state("g"))
		manager := w.Self.Node().Whereis("bus")
		c.sync(do(returns(nameless))) // the report of its failure asks 7 for format_status
		w.Want("P123", w.Text(term.Bool(manager.Alive())), "false")
	})
}

func TestErlangSupervision(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		m := process.Lookup(c.m.(term.PID))
		exit := func(row string, f func(), want ...string) {
			w.Helper()
			w.Want("P044", c.addSup(named("h"), w.state("h")), ":ok")
			f()
			w.wantInbox(row, append([]string{"{:h, :init, :added}"}, want...)...)
		}
		exit("P047", func() { c.remove(named("h"), atom("bye")) }, "{:h, :terminate, :bye}", "{:gen_event_EXIT, {Probe, :h}, :normal}")
		w.Want("P045", w.Text(m.Links()[0]), "ME")
		exit("P048", func() { c.sync(do(returns(atom("remove_handler")))) },
			"{:h, :terminate, :remove_handler}", "{:gen_event_EXIT, {Probe, :h}, :normal}")
		exit("P048", func() { c.call(named("h"), do(returns(tuple(atom("remove_handler"), atom("r"))))) },
			"{:h, :terminate, :remove_handler}", "{:gen_event_EXIT, {Probe, :h}, :normal}")
		exit("P051", func() { c.sync(do(returns(atom("oops")))) },
			"{:h, :terminate, {:error, :oops}}", "{:gen_event_EXIT, {Probe, :h}, :oops}")
		exit("P051", func() { c.sync(do(exits(atom("died")))) },
			"{:h, :terminate, {:error, {:EXIT, :died}}}", "{:gen_event_EXIT, {Probe, :h}, {:EXIT, :died}}")
		exit("P050", func() { c.swap(named("h"), atom("bye"), named("i"), w.state("i")) },
			"{:h, :terminate, :bye}", "{:gen_event_EXIT, {Probe, :h}, {:swapped, {Probe, :i}, ME}}", "{:i, :init, {:swapped, {:terminated, :h}}}")
		c.remove(named("i"), atom("bye"))
		w.wantInbox("P088", "{:i, :terminate, :bye}", "{:gen_event_EXIT, {Probe, :i}, :normal}")
		exit("P092", func() { c.swap(named("h"), atom("bye"), named("i"), do(returns(atom("oops")))) },
			"{:h, :terminate, :bye}", "{:gen_event_EXIT, {Probe, :h}, {:swapped, {Probe, :i}, ME}}")
		exit("P049", func() { c.stop(term.Normal) }, "{:h, :terminate, :stop}", "{:gen_event_EXIT, {Probe, :h}, :shutdown}")
		w.Want("P055", w.Text(term.Int(len(w.Self.Links()))), "0")
	})
}

func TestErlangSwapSup(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		c.add(named("a"), w.state("a"))
		w.Want("P089", c.swapSup(named("a"), atom("bye"), named("b"), w.state("b")), ":ok")
		w.wantInbox("P090", "{:a, :init, :added}", "{:a, :terminate, :bye}", "{:b, :init, {:swapped, {:terminated, :a}}}")
		other := w.Self.Spawn(func(self *process.Process) error {
			_, err := genevent.Erlang.SwapSupHandler(self, c.m, named("b"), atom("bye"), named("c"), w.state("c"))
			self.Sleep(time.Hour)
			return err
		}, process.SpawnOptions{})
		w.wantInbox("P090", "{:b, :terminate, :bye}", "{:gen_event_EXIT, {Probe, :b}, {:swapped, {Probe, :c}, "+w.Text(other.PID())+"}}",
			"{:c, :init, {:swapped, {:terminated, :b}}}")
		c.remove(named("c"), atom("bye"))
		w.wantInbox("P090", "{:c, :terminate, :bye}")
	})
}

func TestErlangOwnerDies(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		c.add(named("mine"), w.state("mine"))
		owner := w.Self.Spawn(func(self *process.Process) error {
			for _, tag := range []string{"h1", "h2"} {
				if _, err := genevent.Erlang.AddSupHandler(self, c.m, named(tag), w.state(tag)); err != nil {
					return err
				}
			}
			self.Receive(nil)
			return nil
		}, process.SpawnOptions{})
		w.Settle()
		c.add(named("last"), w.state("last"))
		w.wantInbox("S10", "{:mine, :init, :added}", "{:h1, :init, :added}", "{:h2, :init, :added}", "{:last, :init, :added}")
		w.Self.Send(owner.PID(), atom("finish"))
		pid := w.Text(owner.PID())
		w.wantInbox("P046", "{:h2, :terminate, {:stop, :normal}}", "{:h1, :terminate, {:stop, :normal}}",
			"{:last, :info, {:EXIT, "+pid+", :normal}}", "{:mine, :info, {:EXIT, "+pid+", :normal}}")
		w.Want("P046", c.which(), "[{Probe, :last}, {Probe, :mine}]")
	})
}

func TestErlangParentAndSignals(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		m := c.m.(term.PID)
		w.Want("P008", w.Text(term.Bool(process.Lookup(m).TrapExit())), "true")
		c.add(probe, w.state("p"))
		w.Self.Exit(m, atom("shutdown"))
		w.wantInbox("P034", "{:p, :init, :added}", "{:p, :info, {:EXIT, ME, :shutdown}}")
		w.Want("P034", c.which(), "[Probe]")

		w.Self.SetTrapExit(true)
		linked, _ := genevent.Erlang.StartLink(w.Self, gen.Options{})
		_, _ = genevent.Erlang.AddHandler(w.Self, linked, probe, w.state("q"))
		w.Self.Exit(linked, atom("shutdown"))
		w.wantInbox("P133", "{:q, :init, :added}", "{:q, :terminate, :stop}", "{:EXIT, "+w.Text(linked)+", :shutdown}")

		monitored, ref, _ := genevent.Erlang.StartMonitor(w.Self, gen.Options{})
		w.Self.Send(monitored, tuple(atom("EXIT"), w.Self.PID(), atom("forged")))
		w.wantInbox("P020", w.Text(tuple(atom("DOWN"), ref, atom("process"), monitored, atom("forged"))))

		parent, _ := genevent.Erlang.StartLink(w.Self, gen.Options{})
		_, _ = genevent.Erlang.AddSupHandler(w.Self, parent, probe, w.state("r"))
		w.Self.Exit(parent, term.Normal)
		w.wantInbox("P134", "{:r, :init, :added}", "{:r, :terminate, :stop}", "{:gen_event_EXIT, Probe, :shutdown}",
			"{:EXIT, "+w.Text(parent)+", :normal}")
	})
}

func TestErlangStart(t *testing.T) {
	run(t, func(w *world) {
		for _, name := range []term.Term{tuple(atom("local"), atom("n")), tuple(atom("global"), tuple(term.Int(1)))} {
			o := gen.Options{Name: name}
			m, err := genevent.Erlang.Start(w.Self, o)
			if err != nil {
				t.Fatal(err)
			}
			got, err := gen.StartResult(pidRef(genevent.Erlang.StartMonitor(w.Self, o)))
			w.Want("P026", w.Result(got, err), "{:error, {:already_started, "+w.Text(m)+"}}")
			server := name
			if term.Tag(name, 2) == "local" {
				server = atom("n")
			}
			c := client{w, server}
			w.Want("P104", c.which(), "[]")
			w.Want("P095", c.stop(term.Normal), ":ok")
			_, err = genevent.Erlang.Start(w.Self, o)
			w.Want("P028", w.Result(nil, err), "")
		}
		w.wantInbox("P027")
		_, err := genevent.Erlang.Start(w.Self, gen.Options{Debug: atom("bad")})
		w.Want("P032", w.Result(nil, err), "")
	})
}

func pidRef(pid term.PID, ref term.Ref, err error) (term.PID, term.Ref, error) { return pid, ref, err }

func TestErlangHibernation(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		m := process.Lookup(c.m.(term.PID))
		hibernates := func(row string, want bool) {
			w.Helper()
			w.Settle()
			if m.Hibernated() != want {
				w.Errorf("%s: hibernated = %v", row, !want)
			}
		}
		c.add(named("a"), tuple(atom("a"), w.Self.PID(), atom("hibernate")))
		hibernates("P038", true)
		c.which()
		hibernates("P009", false)
		c.add(named("b"), w.state("b"))
		c.sync(only("a", returns(tuple(term.OK, w.state("a"), atom("hibernate")))))
		hibernates("P010", true)
		_, _ = callSys(w, c.m, "suspend")
		hibernates("S25", true)
		_, _ = callSys(w, c.m, "resume")
		hibernates("S25", true)
		w.Self.Send(m.PID(), tuple(atom("EXIT"), w.Self.PID(), atom("x")))
		hibernates("P011", false)

		auto, _ := genevent.Erlang.Start(w.Self, gen.Options{HibernateAfter: 100 * time.Millisecond})
		m = process.Lookup(auto)
		hibernates("S26", false)
		w.Self.Sleep(100 * time.Millisecond)
		hibernates("P029", true)
	})
}

func TestErlangBlocksAndNotifiesItself(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		c.add(probe, w.state("p"))
		began := w.Self.Node().Now()
		c.notify(do(sleeps(100, tuple(term.OK, w.state("p")))))
		c.notify(term.Int(4))
		w.Self.Send(c.m.(term.PID), term.Int(5))
		if w.Self.Node().Now() != began {
			w.Errorf("P074: notify waits")
		}
		w.Want("P017", c.call(probe, term.Int(6)), "{:reply, :p}")
		w.wantInbox("P017", "{:p, :init, :added}", "{:p, :event, 4}", "{:p, :info, 5}", "{:p, :call, 6}")
		c.sync(do(tuple(atom("call"), c.m)))
		w.wantInbox("P015", "{:p, :terminate, {:error, {:EXIT, {:calling_self, {:gen_event, :call, ["+
			w.Text(c.m)+", Probe, :x]}}}}}")
	})
}

// TestInterruptedHandler interrupts one handler of several: it fails, and the
// others handle the event as if nothing had happened.
func TestInterruptedHandler(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		for _, id := range []string{"a", "b", "c"} {
			c.add(named(id), w.state(id))
		}
		w.wantInbox("added", "{:a, :init, :added}", "{:b, :init, :added}", "{:c, :init, :added}")
		w.Want("interrupted", c.sync(only("b", tuple(atom("interrupt")))), ":ok")
		w.wantInbox("interrupted", "{:b, :terminate, {:error, {:EXIT, :interrupted}}}")
		w.Want("which", c.which(), "[{Probe, :c}, {Probe, :a}]")
		w.Want("next", c.sync(atom("next")), ":ok")
		w.wantInbox("next", "{:c, :event, :next}", "{:a, :event, :next}")
	})
}
