package registry

import (
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

// partitionSuffix makes the name of a partition of the name of a registry.
const partitionSuffix = ".PIDPartition0"

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

// initSupervisor makes the table of a registry and says what its partition is.
func initSupervisor(self *process.Process, a []term.Term) (term.Term, error) {
	arg := a[0].(term.Tuple)
	kind, name := arg[0], arg[1].(term.Atom)
	meta, err := ets.New(self, name, ets.Options{Named: true, Protection: ets.Public,
		ReadConcurrency: term.True, WriteConcurrency: term.False, Compressed: term.False})
	if err != nil {
		return nil, exception.Raise(term.Atom("badarg"))
	}
	for element := range term.Elements(arg[4]) {
		if pair, ok := element.(term.Tuple); ok && len(pair) == 2 {
			meta.Insert(pair)
		}
	}
	meta.Insert(term.Tuple{infoRow, term.Tuple{kind, term.Int(1), term.Nil, term.Nil, arg[3]}},
		term.Tuple{keyInfoRow, term.Tuple{kind, term.Int(1), term.Nil}})
	partition := name + partitionSuffix
	keys := name + ".KeyPartition0"
	start := term.Tuple{partitionModule, term.Atom("start_link"), term.List(partition,
		term.Tuple{kind, name, term.Int(0), term.Int(1), keys, partition, arg[3], arg[5]})}
	return term.Tuple{term.OK, term.Tuple{
		term.NewMap(
			term.Pair{Key: term.Atom("strategy"), Value: term.Atom("one_for_all")},
			term.Pair{Key: term.Atom("intensity"), Value: term.Int(3)},
			term.Pair{Key: term.Atom("period"), Value: term.Int(5)}),
		term.List(term.NewMap(
			term.Pair{Key: term.Atom("id"), Value: partition},
			term.Pair{Key: term.Atom("start"), Value: start})),
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
	meta.Insert(
		term.Tuple{infoRow, term.Tuple{kind, term.Int(1), keys.ID, term.Tuple{self.PID(), pids.ID}, arg[6]}},
		term.Tuple{keyInfoRow, term.Tuple{kind, term.Int(1), keys.ID}})
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
	r, found := Find(self, term.Atom(strings.TrimSuffix(string(self.RegisteredName()), partitionSuffix)))
	if !found {
		return term.Tuple{term.Atom("noreply"), a[1]}, nil
	}
	for _, row := range r.pids.Take(pid) {
		for _, object := range r.keys.Lookup(row[1]) {
			if owner, _ := entryOf(object); owner == pid {
				r.keys.Remove(object)
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
