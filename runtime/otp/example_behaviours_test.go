package otp_test

import (
	"context"
	"fmt"
	"time"

	"gex/runtime/ioserver"
	. "gex/runtime/otp"
	"gex/runtime/process"
)

// play runs an example as a process of a node of its own. In a program that
// calls Main the modules are variables: Task.Async for a.Task().Async.
func play(body func(a *API)) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	ioserver.Start(node, func(o ioserver.Output) { fmt.Print(o.Text) })
	a := For(node)
	clerks = a
	if err := node.RunProcess(context.Background(), func(*process.Process) error {
		if err := a.Catch(func() { body(a) }); err != nil {
			fmt.Println(err)
		}
		return nil
	}); err != nil {
		fmt.Println(err)
	}
	node.Settle()
}

// Tasks are processes that work something out.
func ExampleTaskModule() {
	play(func(a *API) {
		double := func(n int) Term { return a.Task().Async(func() Term { return 2 * n }) }
		fmt.Println(a.Task().Await(double(21)))
		fmt.Println(a.Task().AwaitMany([]Term{double(1), double(2), double(3)}))
		slow := func(n int) Term {
			a.Timer().Sleep(time.Duration(n) * time.Millisecond)
			return n
		}
		for answer := range a.Task().AsyncStream([]Term{1, 90, 2}, slow, MaxConcurrency(3), TaskTimeout(50*time.Millisecond), KillLate()) {
			fmt.Println(Inspect(answer))
		}
	})
	// Output:
	// 42
	// [2 4 6]
	// {:ok, 1}
	// {:exit, :timeout}
	// {:ok, 2}
}

// A supervisor starts a child again that has ended.
func ExampleSupervisorModule() {
	play(func(a *API) {
		sup, _ := a.Supervisor().StartLink([]Term{T(Clerk{}, Atom("clerk"))}, Strategy("one_for_one"))
		first, _ := a.Process().Whereis(Atom("clerk"))
		a.Process().Exit(first, Atom("kill"))
		a.Timer().Sleep(10)
		second, _ := a.Process().Whereis(Atom("clerk"))
		fmt.Println(a.GenServer().Call(Atom("clerk"), "hello"), second == first)
		fmt.Println(Inspect(a.Supervisor().CountChildren(sup)))
	})
	// Output:
	// hello false
	// %{active: 1, specs: 1, supervisors: 0, workers: 1}
}

// Children of a dynamic supervisor come and go.
func ExampleDynamicSupervisorModule() {
	play(func(a *API) {
		sup, _ := a.DynamicSupervisor().StartLink(MaxChildren(2))
		for _, name := range []string{"ada", "bob", "eve"} {
			_, err := a.DynamicSupervisor().StartChild(sup, T(Clerk{}, Atom(name)))
			fmt.Println(name, err)
		}
	})
	// Output:
	// ada <nil>
	// bob <nil>
	// eve :max_children
}

// A registry finds processes by keys of any kind.
func ExampleRegistryModule() {
	play(func(a *API) {
		a.Registry().StartLink("duplicate", Atom("Rooms"))
		a.Registry().Register(Atom("Rooms"), "lobby", 1)
		a.Registry().Register(Atom("Rooms"), "lobby", 2)
		a.Registry().Dispatch(Atom("Rooms"), "lobby", func(entries []Term) { fmt.Println(len(entries)) })
		fmt.Println(a.Registry().Values(Atom("Rooms"), "lobby", a.Self()))
	})
	// Output:
	// 2
	// [1 2]
}

// A table of ETS holds tuples by a key; T makes an atom of the text that it begins with.
func ExampleETSModule() {
	play(func(a *API) {
		ages := a.ETS().New(Atom("ages"), "ordered_set")
		a.ETS().Insert(ages, T("bob", 42), T("ada", 36))
		fmt.Println(a.ETS().UpdateCounter(ages, Atom("ada"), 1))
		fmt.Println(Inspect(a.ETS().Tab2List(ages)))
	})
	// Output:
	// 37
	// [ada: 37, bob: 42]
}

// What is below the level of the logger is left out.
func ExampleLoggerModule() {
	play(func(a *API) {
		a.Logger().SetLevel("warning")
		a.Logger().Info("not shown")
		fmt.Println(a.Logger().Level())
	})
	// Output: warning
}
