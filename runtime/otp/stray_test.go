package otp

import (
	"context"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/process"
)

// A process that hangs in host code and was given up after Ctrl-C is nobody when
// that code returns: it unwinds at the first function that asks who it is, while
// another process is running, and nothing of its end is reported.
func TestStrayIsNobody(t *testing.T) {
	calls := map[string]func(*API){
		"Self":    func(a *API) { a.Self() },
		"Send":    func(a *API) { a.Send(a.Self(), 1) },
		"Node":    func(a *API) { a.Node().MakeRef() },
		"returns": func(*API) {},
		"panics":  func(*API) { panic("late") },
		"deep": func(a *API) {
			done := make(chan any)
			go func() {
				defer func() { done <- recover() }()
				a.Self()
			}()
			if r := <-done; r != nil {
				panic(r)
			}
		},
	}
	for name, call := range calls {
		node := process.NewNode(process.Options{})
		api := For(node)
		node.OnCrash(func(p *process.Process, _ *exception.Error) {
			t.Errorf("%s: a crash of %v was reported", name, p.PID())
		})
		started, release, returned := make(chan bool), make(chan bool), make(chan bool)
		acted, gone := false, false
		hung := node.Spawn(func(self *process.Process) error {
			defer close(returned)
			close(started)
			<-release
			call(api)
			acted = name != "returns"
			return nil
		}, process.SpawnOptions{})
		hung.AtExit(func() { gone = true })
		node.Spawn(func(*process.Process) error { return nil }, process.SpawnOptions{})
		go func() { <-started; node.Interrupt(hung) }()
		if err := node.Run(context.Background(), func() bool { return gone }); err != nil {
			t.Fatal(err)
		}
		done := false
		other := node.Spawn(func(self *process.Process) error {
			close(release)
			<-returned
			done = true
			return nil
		}, process.SpawnOptions{})
		if err := node.Run(context.Background(), func() bool { return done }); err != nil {
			t.Fatal(err)
		}
		if acted {
			t.Errorf("%s: the stray process went on as %v, the other one is %v", name, hung.PID(), other.PID())
		}
		if len(node.Processes()) > 0 {
			t.Errorf("%s: %d processes are left", name, len(node.Processes()))
		}
		node.Close()
	}
}
