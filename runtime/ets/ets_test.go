package ets_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"gex/runtime/ets"
	"gex/runtime/process"
	"gex/runtime/term"
)

// run calls body in a process and returns that process, which has ended.
func run(t *testing.T, node *process.Node, body func(self *process.Process)) {
	t.Helper()
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil {
		t.Fatalf("Run = %v", err)
	}
	node.Settle()
}

func newNode(t *testing.T) *process.Node {
	node := process.NewNode(process.Options{Virtual: true})
	t.Cleanup(node.Close)
	return node
}

func TestModel(t *testing.T) {
	run(t, newNode(t), func(self *process.Process) {
		table, err := ets.New(self, "model", ets.Options{Type: ets.OrderedSet})
		if err != nil {
			t.Fatal(err)
		}
		random, model := rand.New(rand.NewPCG(1, 2)), map[int]int{}
		for range 20000 {
			key := random.IntN(3000)
			if random.IntN(3) == 0 {
				table.Take(term.Int(key))
				delete(model, key)
			} else {
				value := random.Int()
				table.Insert(term.Tuple{term.Int(key), term.Int(value)})
				model[key] = value
			}
		}
		var keys []int
		for key, value := range model {
			keys = append(keys, key)
			if got := table.Lookup(term.Int(key)); len(got) != 1 || got[0][1] != term.Term(term.Int(value)) {
				t.Fatalf("Lookup(%d) = %v, want %d", key, got, value)
			}
		}
		slices.Sort(keys)
		got, ok := table.First()
		for _, want := range keys {
			if !ok || got != term.Term(term.Int(want)) {
				t.Fatalf("next key = %v, want %d", got, want)
			}
			got, ok, _ = table.Next(got)
		}
		if ok || table.Len() != len(keys) {
			t.Errorf("Len = %d, want %d", table.Len(), len(keys))
		}
	})
}

func TestOwnerDeath(t *testing.T) {
	node := newNode(t)
	run(t, node, func(self *process.Process) {
		if _, err := ets.New(self, "gone", ets.Options{Named: true}); err != nil {
			t.Error(err)
		}
	})
	if ets.Named(node, "gone") != nil || len(ets.All(node)) != 0 {
		t.Error("the table of a dead process is there")
	}
}

func TestHeir(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	node.Spawn(func(self *process.Process) error {
		owner := self.Spawn(func(owner *process.Process) error {
			table, _ := ets.New(owner, "estate", ets.Options{Named: true, Heir: self.PID(), HeirData: term.Int(7)})
			table.Insert(term.Tuple{term.Int(1)})
			return nil
		}, process.SpawnOptions{})
		message := self.Receive(nil)
		want := term.Tuple{term.Atom("ETS-TRANSFER"), term.Atom("estate"), owner.PID(), term.Int(7)}
		if !term.Same(message, want) {
			t.Errorf("heir got %v, want %v", message, want)
		}
		table := ets.Named(node, "estate")
		if table == nil || table.Owner != self.PID() || table.Len() != 1 {
			t.Errorf("the heir has %v", table)
		}
		return nil
	}, process.SpawnOptions{})
	node.Settle()
	if ets.Named(node, "estate") != nil {
		t.Error("the table is still there without heir")
	}
}

func TestAllInTheOrderOfTheirMaking(t *testing.T) {
	node := newNode(t)
	run(t, node, func(self *process.Process) {
		var made []*ets.Table
		for range 40 {
			table, err := ets.New(self, "t", ets.Options{})
			if err != nil {
				t.Fatal(err)
			}
			made = append(made, table)
		}
		if all := ets.All(node); !slices.Equal(all, made) {
			t.Error("All is not in the order in which the tables were made")
		}
	})
}
