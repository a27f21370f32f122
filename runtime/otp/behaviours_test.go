package otp_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gex/runtime/ioserver"
	"gex/runtime/otp"
	"gex/runtime/process"
)

// Clerk is a child of supervisors.
type Clerk struct{ otp.UseGenServer }

var clerks *otp.API // the API of the node of the test that runs

func (Clerk) StartLink(name otp.Term) (otp.PID, error) {
	return clerks.GenServer().StartLink(Clerk{}, name, otp.Name(name))
}

func (Clerk) HandleCall(request, from, state otp.Term) otp.Result {
	if request == otp.Atom("crash") {
		panic("crash")
	}
	return otp.Reply(request, state)
}

// with runs body as a process of a node and returns what was printed.
func with(t *testing.T, body func(a *otp.API)) string {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	var printed strings.Builder
	ioserver.Start(node, func(o ioserver.Output) { printed.WriteString(o.Text) })
	a := otp.For(node)
	clerks = a
	if err := node.RunProcess(context.Background(), func(*process.Process) error {
		body(a)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	node.Settle()
	return printed.String()
}

func check(t *testing.T, what string, got otp.Term, want string) {
	t.Helper()
	if text := otp.Inspect(got); text != want {
		t.Errorf("%s = %s, want %s", what, text, want)
	}
}

func TestWhereisTakesAtoms(t *testing.T) {
	with(t, func(a *otp.API) {
		if _, ok := a.Process().Whereis(otp.Atom("nobody")); ok {
			t.Error("nobody is there")
		}
		err := a.Catch(func() { a.Process().Whereis("text") })
		if reason := otp.Inspect(otp.Reason(err)); !strings.HasPrefix(reason, "{:EXIT, {:badarg, ") {
			t.Error(reason)
		}
	})
}

func TestUnregisterOfNobody(t *testing.T) {
	with(t, func(a *otp.API) {
		err := a.Catch(func() { a.Process().Unregister(otp.Atom("nobody")) })
		if reason := otp.Inspect(otp.Reason(err)); !strings.HasPrefix(reason, "{:EXIT, {:badarg, [{:erlang, :unregister, [:nobody]") {
			t.Error(reason)
		}
	})
}

func TestSupervisorInGo(t *testing.T) {
	with(t, func(a *otp.API) {
		s := a.Supervisor()
		sup, err := s.StartLink([]otp.Term{otp.T(Clerk{}, otp.Atom("first"))}, otp.Strategy("one_for_one"))
		if err != nil {
			t.Fatal(err)
		}
		check(t, "CountChildren", s.CountChildren(sup), "%{active: 1, specs: 1, supervisors: 0, workers: 1}")
		before, _ := a.Process().Whereis(otp.Atom("first"))
		if a.Catch(func() { a.GenServer().Call(otp.Atom("first"), otp.Atom("crash")) }) == nil {
			t.Error("the crash is no exit of the caller")
		}
		a.Process().Sleep(time.Millisecond)
		after, ok := a.Process().Whereis(otp.Atom("first"))
		if !ok || after == before {
			t.Errorf("after the crash %v, before it %v", after, before)
		}
		if err := s.TerminateChild(sup, Clerk{}); err != nil {
			t.Error(err)
		}
		if _, err := s.RestartChild(sup, Clerk{}); err != nil {
			t.Error(err)
		}
		check(t, "DeleteChild", otp.Reason(s.DeleteChild(sup, Clerk{})), ":running")
		s.Stop(sup)
		d := a.DynamicSupervisor()
		dyn, _ := d.StartLink(otp.MaxChildren(1))
		if _, err := d.StartChild(dyn, otp.T(Clerk{}, otp.Atom("second"))); err != nil {
			t.Error(err)
		}
		_, err = d.StartChild(dyn, otp.T(Clerk{}, otp.Atom("third")))
		check(t, "the second child", otp.Reason(err), ":max_children")
	})
}

func TestTasksInGo(t *testing.T) {
	with(t, func(a *otp.API) {
		k := a.Task()
		check(t, "Await", k.Await(k.Async(func() otp.Term { return 6 * 7 })), "42")
		slow := k.Async(func() otp.Term { a.Process().Sleep(time.Second); return "late" })
		check(t, "Yield", k.Yield(slow, time.Millisecond), "nil")
		check(t, "Yield again", k.Yield(slow, 2*time.Second), `{:ok, "late"}`)
		sup, err := a.TaskSupervisor().StartLink()
		if err != nil {
			t.Fatal(err)
		}
		failing := a.TaskSupervisor().AsyncNolink(sup, func() otp.Term { otp.Exit(otp.Atom("bye")); return nil })
		check(t, "a task that exits", k.Yield(failing), "{:exit, :bye}")
		one, err := a.TaskSupervisor().StartLink(otp.MaxChildren(1))
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []bool{true, false} {
			if _, err := a.TaskSupervisor().StartChild(one, func() { a.Process().Sleep(time.Second) }); (err == nil) != want {
				t.Errorf("child %d of at most one: %v", i+1, err)
			}
		}
	})
}

func TestRegistryAndTablesInGo(t *testing.T) {
	with(t, func(a *otp.API) {
		r := a.Registry()
		if _, err := r.StartLink("unique", otp.Atom("names")); err != nil {
			t.Fatal(err)
		}
		name := r.Via(otp.Atom("names"), "clerk")
		if _, err := a.GenServer().Start(Clerk{}, 1, otp.Name(name)); err != nil {
			t.Fatal(err)
		}
		check(t, "a call by key", a.GenServer().Call(name, "hello"), `"hello"`)
		if r.Count(otp.Atom("names")) != 1 || r.Register(otp.Atom("names"), "clerk", 2) == nil {
			t.Error("the key is not taken")
		}
		e := a.ETS()
		table := e.New(otp.Atom("stock"), "ordered_set", "named_table")
		e.Insert(table, otp.T(otp.Atom("b"), 2), otp.T(otp.Atom("a"), 1))
		check(t, "Tab2List", e.Tab2List(table), "[a: 1, b: 2]")
		check(t, "UpdateCounter", e.UpdateCounter(table, otp.Atom("c"), 5, 10), "15")
		next, _ := e.Next(table, otp.Atom("a"))
		check(t, "Next", next, ":b")
	})
}

func TestLoggerAndMultiCallInGo(t *testing.T) {
	printed := with(t, func(a *otp.API) {
		a.Logger().Info("hello")
		a.Logger().SetLevel("error")
		a.Logger().Warning("not shown")
		if _, err := a.GenServer().Start(Clerk{}, 1, otp.Name(otp.Atom("desk"))); err != nil {
			t.Fatal(err)
		}
		replies, bad := a.GenServer().MultiCall([]otp.Term{otp.Atom(string(a.Node().Name())), otp.Atom("far@away")}, otp.Atom("desk"), 3)
		check(t, "MultiCall", []otp.Term{replies, bad}, "[[nonode@nohost: 3], [:far@away]]")
		id := a.GenServer().SendRequest(otp.Atom("desk"), 4)
		check(t, "ReceiveResponse", a.GenServer().ReceiveResponse(id, time.Second), "{:reply, 4}")
	})
	if want := "\n00:00:00.000 [info] hello\n"; printed != want {
		t.Errorf("printed %q, want %q", printed, want)
	}
}
