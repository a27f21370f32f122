package genevent_test

import (
	"testing"
	"time"

	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/term"
)

func (c client) send(name, request term.Term) term.Term {
	c.Helper()
	id, err := genevent.Erlang.SendRequest(c.Self, c.m, name, request)
	if err != nil {
		c.Errorf("SendRequest = %v", err)
	}
	return id
}

func (w *world) receive(id term.Term, ms term.Int) string {
	return w.Result(genevent.Erlang.ReceiveResponse(w.Self, id, ms))
}

func (w *world) wait(id term.Term, ms term.Int) string {
	return w.Result(genevent.Erlang.WaitResponse(w.Self, id, ms))
}

func TestRequests(t *testing.T) {
	run(t, func(w *world) {
		c := w.erlang(gen.Options{})
		c.add(probe, w.state("p"))
		w.Want("P106", w.receive(c.send(probe, atom("hello")), 1000), "{:reply, {:reply, :p}}")
		w.wantInbox("P106", "{:p, :init, :added}", "{:p, :call, :hello}")
		w.Want("P107", w.receive(c.send(term.Alias("Unknown"), atom("x")), 1000), "{:error, :bad_module}")
		slow := do(sleeps(150, tuple(term.OK, atom("slow"), w.state("p"))))
		id := c.send(probe, slow)
		w.Want("P109", w.wait(id, 10), ":timeout")
		w.Want("P109", w.wait(id, 1000), "{:reply, :slow}")
		w.Want("P109", w.wait(id, 10), ":timeout")
		id = c.send(probe, slow)
		w.Want("P108", w.receive(id, 10), ":timeout")
		w.Want("P108", w.receive(id, 300), ":timeout")
		w.wantInbox("P108")
		id = c.send(probe, atom("hello"))
		w.Settle()
		check := func(message term.Term) string {
			return w.Result(genevent.Erlang.CheckResponse(w.Self, message, id))
		}
		w.Want("P110", check(tuple(atom("other"), atom("msg"))), ":no_reply")
		w.Self.TakeMatching(nil)
		message, _ := w.Self.TakeMatching(nil)
		w.Want("P110", check(message), "{:reply, {:reply, :p}}")
		w.Want("P107", w.receive(c.send(probe, do(returns(atom("oops")))), 1000), "{:error, :oops}")
		c.add(probe, w.state("p"))
		w.Want("P107", w.receive(c.send(probe, do(exits(atom("died")))), 1000), "{:error, {:EXIT, :died}}")
		m := c.m
		c.m = atom("nobody")
		w.Want("P105", w.receive(c.send(probe, atom("x")), 1000), "{:error, {:noproc, :nobody}}")
		c.m = m
		c.stop(term.Normal)
		w.Want("P105", w.receive(c.send(probe, atom("x")), 1000), "{:error, {:noproc, "+w.Text(m)+"}}")
		w.Want("P120", w.receive(atom("no_id"), 10), "error :badarg")
	})
}

func TestRequestCollections(t *testing.T) {
	run(t, func(w *world) {
		var managers []client
		for _, tag := range []string{"a", "b", "c"} {
			c := w.erlang(gen.Options{})
			c.add(probe, w.state(tag))
			managers = append(managers, c)
		}
		w.Settle()
		for range managers {
			w.Self.TakeMatching(nil)
		}
		slow := func(ms int, tag string) term.Term {
			return do(sleeps(term.Int(ms), tuple(term.OK, atom(tag), w.state(tag))))
		}
		empty := gen.ReqidsNew()
		w.Want("P113", w.Result(genevent.Erlang.ReqidsSize(empty)), "0")
		w.Want("P116", w.Result(genevent.Erlang.ReceiveCollection(w.Self, empty, term.Int(1000), term.True)), ":no_request")
		all := empty
		for i, ms := range []int{300, 1, 150} {
			var err error
			label := term.Int(i)
			if all, err = genevent.Erlang.SendRequestAdd(w.Self, managers[i].m, probe, slow(ms, "r"), label, all); err != nil {
				t.Fatal(err)
			}
		}
		take := func(row string, collection term.Term, timeout, del term.Term, want string) term.Term {
			w.Helper()
			got, err := genevent.Erlang.ReceiveCollection(w.Self, collection, timeout, del)
			answer, ok := got.(term.Tuple)
			if !ok {
				w.Want(row, w.Result(got, err), want)
				return collection
			}
			size, _ := gen.ReqidsSize(answer[2])
			w.Want(row, w.Text(tuple(answer[0], answer[1], size)), want)
			return answer[2]
		}
		left := take("P115", all, term.Infinity, term.True, "{{:reply, :r}, 1, 2}")
		left = take("P117", left, term.Int(1000), term.False, "{{:reply, :r}, 2, 2}")
		take("P118", left, term.Int(10), term.True, ":timeout")
		take("S43", left, term.Int(1000), term.True, ":timeout")
		at := tuple(atom("abs"), term.Int(w.Self.Node().Monotonic().Milliseconds()-5))
		take("P111", left, at, term.True, ":timeout")
		list, _ := gen.ReqidsToList(all)
		id := list.(*term.Cons).Head.(term.Tuple)[0]
		w.Want("P114", w.Result(genevent.Erlang.ReqidsAdd(id, atom("again"), all)), "error :badarg")
		w.Want("P120", w.Result(genevent.Erlang.ReqidsSize(atom("x"))), "error :badarg")
		w.Want("P120", w.Result(genevent.Erlang.ReceiveCollection(w.Self, atom("x"), term.Int(1), term.True)), "error :function_clause")
		one, _ := genevent.Erlang.SendRequestAdd(w.Self, managers[1].m, probe, slow(100, "late"), atom("l"), empty)
		w.Want("P118", w.Result(genevent.Erlang.WaitCollection(w.Self, one, term.Int(10), term.True)), ":timeout")
		got, _ := genevent.Erlang.WaitCollection(w.Self, one, term.Int(1000), term.True)
		w.Want("P118", w.Text(got.(term.Tuple)[:2]), "{{:reply, :late}, :l}")
		w.Want("P119", w.Result(genevent.Erlang.WaitCollection(w.Self, one, term.Int(10), term.True)), ":timeout")
		w.Want("S46", w.Result(genevent.Erlang.CheckCollection(w.Self, atom("x"), one, term.True)), ":no_reply")
		w.Self.Sleep(time.Second)
		w.wantInbox("P118")
	})
}
