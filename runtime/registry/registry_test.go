package registry_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/registry"
	"gex/runtime/term"
)

// inProcess runs body in the first process of a virtual node.
func inProcess(t testing.TB, body func(self *process.Process)) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil {
		t.Fatalf("Run = %v", err)
	}
}

// options is the keyword list of the pairs given one after the other.
func options(keysAndValues ...term.Term) term.Term {
	var list []term.Term
	for i := 0; i < len(keysAndValues); i += 2 {
		list = append(list, term.Tuple{keysAndValues[i], keysAndValues[i+1]})
	}
	return term.List(list...)
}

func start(t testing.TB, self *process.Process, kind, name term.Atom, more ...term.Term) *registry.Registry {
	if _, err := registry.StartLink(self, options(append([]term.Term{term.Atom("keys"), kind, term.Atom("name"), name}, more...)...)); err != nil {
		t.Fatal(err)
	}
	r, ok := registry.Find(self, name)
	if !ok {
		t.Fatalf("no registry %s", name)
	}
	return r
}

// registrar starts a process that registers and lives until it gets a message.
func registrar(t testing.TB, self *process.Process, name, key, value term.Term) term.PID {
	pid := self.Node().Spawn(func(p *process.Process) error {
		r, _ := registry.Find(p, name)
		if _, ok, err := r.Register(p, key, value); !ok || err != nil {
			t.Errorf("Register(%v) = %t, %v", key, ok, err)
		}
		p.Receive(func(term.Term) bool { return true })
		return nil
	}, process.SpawnOptions{}).PID()
	self.Sleep(time.Millisecond)
	return pid
}

func text(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }

func ExampleStartLink() {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		keys := term.List(term.Tuple{term.Atom("keys"), term.Atom("unique")}, term.Tuple{term.Atom("name"), term.Atom("names")})
		if _, err := registry.StartLink(self, keys); err != nil {
			return err
		}
		names, _ := registry.Find(self, term.Atom("names"))
		if _, _, err := names.Register(self, term.Binary("shopping"), term.Int(1)); err != nil {
			return err
		}
		pid, found := names.Whereis(term.Binary("shopping"))
		fmt.Println(pid == self.PID(), found, names.Count(), inspect.Inspect(term.List(names.Keys(self.PID())...), inspect.Options{}))
		return nil
	}); err != nil {
		fmt.Println(err)
	}
	// Output: true true 1 ["shopping"]
}

func TestUniqueKeys(t *testing.T) {
	inProcess(t, func(self *process.Process) {
		r := start(t, self, "unique", "u")
		other := registrar(t, self, term.Atom("u"), term.Atom("k"), term.Int(1))
		if owner, ok, err := r.Register(self, term.Atom("k"), term.Int(2)); ok || err != nil || owner != other {
			t.Errorf("a key that is taken: Register = %v, %t, %v, want %v", owner, ok, err, other)
		}
		if pid, ok := r.Whereis(term.Atom("k")); !ok || pid != other {
			t.Errorf("Whereis = %v, %t, want %v", pid, ok, other)
		}
		self.Send(other, term.Atom("stop"))
		self.Sleep(time.Millisecond)
		if _, ok := r.Whereis(term.Atom("k")); ok || r.Count() != 0 {
			t.Errorf("the key of a process that has ended is still there; %d entries", r.Count())
		}
		if _, ok, err := r.Register(self, term.Atom("k"), term.Int(2)); !ok || err != nil {
			t.Errorf("a key that is free again: Register = %t, %v", ok, err)
		}
	})
}

// Whoever registers, the entries of duplicate keys go with their processes, in
// registries of one partition and of several.
func TestDuplicateKeys(t *testing.T) {
	for _, partitions := range []term.Int{1, 3} {
		inProcess(t, func(self *process.Process) {
			r := start(t, self, "duplicate", "d", term.Atom("partitions"), partitions)
			one := registrar(t, self, term.Atom("d"), term.Atom("k"), term.Atom("a"))
			registrar(t, self, term.Atom("d"), term.Atom("k"), term.Atom("b"))
			for range 2 {
				if _, ok, err := r.Register(self, term.Atom("k"), term.Atom("c")); !ok || err != nil {
					t.Errorf("Register = %t, %v", ok, err)
				}
			}
			if got := len(r.Lookup(term.Atom("k"))); got != 4 || r.Count() != 4 {
				t.Errorf("%d partitions: %d entries of %d, want 4", partitions, got, r.Count())
			}
			if got := text(term.List(r.Values(term.Atom("k"), self.PID())...)); got != "[:c, :c]" {
				t.Errorf("%d partitions: Values = %s", partitions, got)
			}
			self.Send(one, term.Atom("stop"))
			self.Sleep(time.Millisecond)
			if err := r.Unregister(self, term.Atom("k")); err != nil || r.Count() != 1 {
				t.Errorf("%d partitions: Unregister = %v and leaves %d entries, want 1", partitions, err, r.Count())
			}
		})
	}
}

func TestMeta(t *testing.T) {
	inProcess(t, func(self *process.Process) {
		r := start(t, self, "unique", "m", term.Atom("meta"), options(term.Atom("given"), term.Int(1)))
		if got, ok := r.Meta(term.Atom("given")); !ok || got != term.Term(term.Int(1)) {
			t.Errorf("Meta(given) = %v, %t", got, ok)
		}
		r.PutMeta(term.Atom("put"), term.Int(2))
		if got, ok := r.Meta(term.Atom("put")); !ok || got != term.Term(term.Int(2)) {
			t.Errorf("Meta(put) = %v, %t", got, ok)
		}
		r.DeleteMeta(term.Atom("put"))
		if got, ok := r.Meta(term.Atom("put")); ok {
			t.Errorf("deleted Meta(put) = %v", got)
		}
	})
}

// Listeners hear of every key that comes, and of the processes that leave.
func TestListeners(t *testing.T) {
	inProcess(t, func(self *process.Process) {
		if !self.Node().Register("ear", self.PID()) {
			t.Fatal("the name ear is taken")
		}
		r := start(t, self, "unique", "l", term.Atom("listeners"), term.List(term.Atom("ear")))
		if _, _, err := r.Register(self, term.Atom("k"), term.Int(1)); err != nil {
			t.Fatal(err)
		}
		if err := r.Unregister(self, term.Atom("k")); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"{:register, :l, :k, ME, 1}", "{:unregister, :l, :k, ME}"} {
			message, ok := self.TakeMatching(nil)
			if got := text(message); !ok || got != strings.ReplaceAll(want, "ME", text(self.PID())) {
				t.Errorf("the listener gets %s, %t, want %s", got, ok, want)
			}
		}
	})
}

// A listener hears of unregister_match when the process has the key no more.
func TestListenersOfUnregisterMatch(t *testing.T) {
	inProcess(t, func(self *process.Process) {
		if !self.Node().Register("ear", self.PID()) {
			t.Fatal("the name ear is taken")
		}
		r := start(t, self, "duplicate", "l", term.Atom("listeners"), term.List(term.Atom("ear")))
		key := term.Atom("k")
		for i := range 2 {
			if _, _, err := r.Register(self, key, term.Int(i)); err != nil {
				t.Fatal(err)
			}
			self.TakeMatching(nil)
		}
		for i, told := range []bool{false, true} {
			if ok, err := r.UnregisterMatch(self, key, term.Int(i), term.Empty); !ok || err != nil {
				t.Fatalf("UnregisterMatch = %t, %v", ok, err)
			}
			if message, ok := self.TakeMatching(nil); ok != told {
				t.Errorf("after value %d the listener gets %v, want a message: %t", i, message, told)
			}
		}
	})
}

func TestWrongOptions(t *testing.T) {
	inProcess(t, func(self *process.Process) {
		name, keys := term.Atom("name"), term.Atom("keys")
		for want, given := range map[string]term.Term{
			"expected :keys to be given and be one of :unique or :duplicate, got: nil": options(name, term.Atom("w")),
			"expected :name option to be present":                                      options(keys, term.Atom("unique")),
			"expected :name to be an atom, got: 1":                                     options(keys, term.Atom("unique"), name, term.Int(1)),
			"expected :partitions to be a positive integer, got: 0":                    options(keys, term.Atom("unique"), name, term.Atom("w"), term.Atom("partitions"), term.Int(0)),
			"expected :listeners to be a list of named processes, got: [1]":            options(keys, term.Atom("unique"), name, term.Atom("w"), term.Atom("listeners"), term.List(term.Int(1))),
			"expected :meta to be a keyword list, got: 1":                              options(keys, term.Atom("unique"), name, term.Atom("w"), term.Atom("meta"), term.Int(1)),
		} {
			_, err := registry.StartLink(self, given)
			if err == nil {
				t.Errorf("StartLink(%s) starts", text(given))
				continue
			}
			if got := exception.Message(exception.As(err).Reason, nil, exception.Options{}); got != want {
				t.Errorf("StartLink(%s) fails with %q, want %q", text(given), got, want)
			}
		}
		if _, ok := registry.Find(self, term.Atom("w")); ok {
			t.Error("a registry with wrong options is there")
		}
	})
}
