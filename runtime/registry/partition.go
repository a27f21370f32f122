package registry

import (
	"fmt"
	"strings"

	"gex/runtime/code"
	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The callback modules of the processes of a registry.
const (
	supervisorModule = term.Atom("Elixir.Registry.Supervisor")
	partitionModule  = term.Atom("Elixir.Registry.Partition")
)

// partitionName is the name of the process and table of a partition of a
// registry, which is that of a module whatever the registry is called; kind is
// PID or Key.
func partitionName(registry term.Atom, kind string, i int) term.Atom {
	return term.Alias(fmt.Sprintf("%s.%sPartition%d", strings.TrimPrefix(string(registry), "Elixir."), kind, i))
}

// define puts the callback modules into the module table if they are not
// there.
func define(node *process.Node) {
	table := code.Of(node)
	if table.Module(partitionModule) != nil {
		return
	}
	table.Define(code.NewModule(supervisorModule, code.Builtin,
		&code.Function{Name: "init", Arity: 1, Hidden: true, Call: initSupervisor}))
	table.Define(code.NewModule(partitionModule, code.Builtin,
		&code.Function{Name: "start_link", Arity: 2, Hidden: true, Call: startPartition},
		&code.Function{Name: "init", Arity: 1, Hidden: true, Call: initPartition},
		&code.Function{Name: "handle_call", Arity: 3, Hidden: true, Call: func(_ *process.Process, a []term.Term) (term.Term, error) {
			return term.Tuple{term.Atom("reply"), term.OK, a[2]}, nil
		}},
		&code.Function{Name: "handle_info", Arity: 2, Hidden: true, Call: forget}))
}

// initSupervisor makes the table of a registry and says what its partitions
// are.
func initSupervisor(self *process.Process, a []term.Term) (term.Term, error) {
	arg := a[0].(term.Tuple)
	kind, name, partitions := arg[0], arg[1].(term.Atom), arg[2].(term.Int)
	meta, err := ets.New(self, name, ets.Options{Named: true, Protection: ets.Public,
		ReadConcurrency: term.True, WriteConcurrency: term.False, Compressed: term.False})
	if err != nil {
		return nil, exception.Raise(term.Atom("badarg"))
	}
	for row := range term.Elements(arg[4]) {
		meta.Insert(row.(term.Tuple))
	}
	strategy := term.Atom("one_for_all")
	if kind == term.Term(duplicate) {
		strategy = "one_for_one"
	}
	children := make([]term.Term, partitions)
	for i := range children {
		id := partitionName(name, "PID", i)
		children[i] = term.NewMap(
			term.Pair{Key: term.Atom("id"), Value: id},
			term.Pair{Key: term.Atom("start"), Value: term.Tuple{partitionModule, term.Atom("start_link"), term.List(id,
				term.Tuple{kind, name, term.Int(i), partitions, partitionName(name, "Key", i), id, arg[3], arg[5]})}})
	}
	return term.Tuple{term.OK, term.Tuple{
		term.NewMap(
			term.Pair{Key: term.Atom("strategy"), Value: strategy},
			term.Pair{Key: term.Atom("intensity"), Value: term.Int(3)},
			term.Pair{Key: term.Atom("period"), Value: term.Int(5)}),
		term.List(children...),
	}}, nil
}

func startPartition(self *process.Process, a []term.Term) (term.Term, error) {
	pid, err := genserver.StartLink(self, partitionModule, a[1], gen.Options{Name: term.Tuple{term.Atom("local"), a[0]}})
	return gen.StartResult(pid, term.Ref{}, err)
}

// initPartition makes the tables of keys and pids and tells the registry's
// table about them.
func initPartition(self *process.Process, a []term.Term) (term.Term, error) {
	self.SetTrapExit(true)
	arg := a[0].(term.Tuple)
	kind, name := arg[0], arg[1].(term.Atom)
	keyOptions := ets.Options{Protection: ets.Public, Type: ets.DuplicateBag,
		ReadConcurrency: term.True, WriteConcurrency: term.True, Compressed: arg[7]}
	pidOptions := keyOptions
	if kind == term.Term(unique) {
		keyOptions.Type = ets.Set
	}
	keys, _ := ets.New(self, arg[4].(term.Atom), keyOptions)
	pids, _ := ets.New(self, arg[5].(term.Atom), pidOptions)
	meta := ets.Named(self.Node(), name)
	if meta == nil {
		return term.Tuple{term.Atom("stop"), term.Atom("shutdown")}, nil
	}
	owner := term.Tuple{self.PID(), pids.ID}
	if arg[3] == term.Term(term.Int(1)) {
		meta.Insert(
			term.Tuple{infoRow, term.Tuple{kind, arg[3], keys.ID, owner, arg[6]}},
			term.Tuple{keyInfoRow, term.Tuple{kind, arg[3], keys.ID}})
	} else {
		meta.Insert(term.Tuple{arg[2], keys.ID, owner})
	}
	return term.Tuple{term.OK, pids.ID}, nil
}

// forget removes what a process registered that has ended. Listeners are not
// told.
func forget(self *process.Process, a []term.Term) (term.Term, error) {
	exit, _ := a[0].(term.Tuple)
	pid, ok := exitOf(exit)
	if !ok {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: partitionModule, Function: "handle_info", Args: a, HasArgs: true, File: "lib/registry.ex", Line: 1573})
	}
	pids, err := ets.Find(self, a[1], ets.Look)
	if err != nil {
		return nil, exception.Raise(term.Atom("badarg"))
	}
	for _, row := range pids.Take(pid) {
		keys, err := ets.Find(self, row[2], ets.Look)
		if err != nil { // the partition of the key has ended
			continue
		}
		for _, object := range keys.Lookup(row[1]) {
			if owner, _ := entryOf(object); owner == pid {
				keys.Remove(object)
			}
		}
	}
	return term.Tuple{term.Atom("noreply"), a[1]}, nil
}

func exitOf(message term.Tuple) (term.PID, bool) {
	if term.Tag(message, 3) != "EXIT" {
		return term.PID{}, false
	}
	pid, ok := message[1].(term.PID)
	return pid, ok
}
