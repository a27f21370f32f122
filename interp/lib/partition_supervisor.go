package lib

import (
	"gex/runtime/code"
	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/registry"
	"gex/runtime/supervisor"
	"gex/runtime/term"
)

const (
	partitionModule = term.Atom("Elixir.PartitionSupervisor")
	partitionsKey   = term.Atom("partitions")
)

// partitionSupervisorTable is Elixir's PartitionSupervisor: a supervisor that
// starts one child several times and keeps the pids in a table, in which
// {:via, PartitionSupervisor, {name, key}} looks.
//
// The table has the name of the supervisor. A supervisor whose name is no atom
// has a table without a name, which is found by its owner.
func partitionSupervisorTable() Module {
	return Module{
		Name: partitionModule,
		Doc: "Supervisors that start the same child several times, so that its work can be shared out.\n\n" +
			"`PartitionSupervisor.start_link(child_spec: DynamicSupervisor, name: MySup)` starts one; " +
			"`{:via, PartitionSupervisor, {MySup, key}}` is the child that belongs to a key.",
		Functions: []Function{
			{"start_link", "opts", "Starts a supervisor. `:child_spec` and `:name` are required; `:partitions` is the number of children, `:with_arguments` a function of the arguments of a child and its number that returns its arguments. `:strategy`, `:max_restarts` and `:max_seconds` are those of `Supervisor`.", partitionStart},
			{"child_spec", "opts", "The specification of the supervisor itself as a child.", partitionChildSpec},
			{"start_child", "mod, fun, args, name, partition", "Starts a child and remembers its pid; the supervisor calls it.", partitionStartChild},
			{"init", "init_arg", "What the supervisor is made of; the supervisor calls it.", partitionInit},
			{"partitions", "supervisor", "The number of children.", func(self *process.Process, a []term.Term) (term.Term, error) {
				_, n, err := partitionsOf(self, a[0])
				return n, exception.In(err, inPartition("partitions", 258))
			}},
			{"which_children", "supervisor", "The children as `{partition, pid, type, modules}`, the newest first.", func(self *process.Process, a []term.Term) (term.Term, error) {
				if _, ok := a[0].(term.Atom); !ok && term.Tag(a[0], 3) != "via" {
					return nil, errClause
				}
				return supervisor.Request(self, a[0], term.Atom("which_children"))
			}},
			{"count_children", "supervisor", "How many children there are, and how many of them are active.", func(self *process.Process, a []term.Term) (term.Term, error) {
				if _, ok := a[0].(term.Atom); !ok {
					return nil, errClause
				}
				return supervisorCount(at("Supervisor", "count_children", 1, "supervisor.ex", 1064))(self, a)
			}},
			{"stop", `supervisor, reason \\ :normal, timeout \\ :infinity`, "Stops the supervisor with all its children.", func(self *process.Process, a []term.Term) (term.Term, error) {
				if _, ok := a[0].(term.Atom); !ok {
					return nil, errClause
				}
				return stopping(genserver.Stop)(self, a)
			}},
			{"whereis_name", "name_and_key", "The child of a key; for `{:via, PartitionSupervisor, ...}`.", partitionWhereis},
			{"send", "name_and_key, msg", "Sends a message to the child of a key.", func(self *process.Process, a []term.Term) (term.Term, error) {
				dest, err := partitionWhereis(self, a[:1])
				if err != nil {
					return nil, exception.In(err, at("PartitionSupervisor", "send", 2, "partition_supervisor.ex", 374))
				}
				return send(self, dest, a[1])
			}},
			{"register_name", "name_and_key, pid", "Fails: no process is registered under a key.", func(*process.Process, []term.Term) (term.Term, error) {
				return nil, runtimeError("{:via, PartitionSupervisor, _} cannot be given on registration").
					In(at("PartitionSupervisor", "register_name", 2, "partition_supervisor.ex", 379))
			}},
			{"unregister_name", "name_and_key, pid", "Fails: no process is registered under a key.", func(*process.Process, []term.Term) (term.Term, error) {
				return nil, runtimeError("{:via, PartitionSupervisor, _} cannot be given on unregistration").
					In(at("PartitionSupervisor", "unregister_name", 2, "partition_supervisor.ex", 384))
			}},
		},
	}
}

// inPartition is a function of PartitionSupervisor with one argument.
func inPartition(function string, line int) exception.Frame {
	return at("PartitionSupervisor", function, 1, "partition_supervisor.ex", line)
}

func partitionStart(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) {
		return nil, errClause
	}
	get := func(key term.Atom, otherwise term.Term) term.Term {
		value, _ := optionOr(a[0], key, otherwise)
		return value
	}
	refuse := func(format string, args ...any) (term.Term, error) {
		return nil, exception.ArgumentError(format, args...).In(inPartition("start_link", 160))
	}
	name, child := get("name", term.Nil), get("child_spec", term.Nil)
	partitions, fun := get(partitionsKey, term.Int(1)), get("with_arguments", nil)
	n, isInt := partitions.(term.Int)
	switch {
	case !term.Truthy(name):
		return refuse("the :name option must be given to PartitionSupervisor")
	case !term.Truthy(child):
		return refuse("the :child_spec option must be given to PartitionSupervisor")
	case !isInt || n < 1:
		return refuse("the :partitions option must be a positive integer, got: %s", shown(self, partitions))
	case fun != nil && !isFun(fun, 2):
		return refuse("the :with_arguments option must be a function that receives two arguments, "+
			"the current call arguments and the partition, got: %s", shown(self, fun))
	}
	children, err := partitionChildren(self, child, name, int(n), fun)
	if err != nil {
		return nil, exception.In(err, inPartition("start_link", 190))
	}
	o, err := supervisorName(a[0])
	if err != nil {
		return nil, err
	}
	pid, err := supervisor.StartLink(self, partitionModule, term.Tuple{name, n, children, a[0]}, o)
	return gen.StartResult(pid, term.Ref{}, err)
}

// partitionChildren are the specifications of n children that are started by
// start_child/5.
func partitionChildren(self *process.Process, child, name term.Term, n int, fun term.Term) (term.Term, error) {
	spec, err := supervisor.ChildSpec(self, child, term.Empty)
	if err != nil {
		return nil, err
	}
	m, ok := spec.(*term.Map)
	if !ok {
		return nil, exception.Raise(term.Tuple{term.Atom("badmatch"), spec})
	}
	start, _ := m.Get(term.Atom("start"))
	mfa, ok := start.(term.Tuple)
	if !ok || len(mfa) != 3 {
		return nil, exception.Raise(term.Tuple{term.Atom("badmatch"), spec})
	}
	if modules, ok := m.Get(term.Atom("modules")); !ok || !term.Truthy(modules) {
		m = m.Put(term.Atom("modules"), term.List(mfa[0]))
	}
	list := make([]term.Term, n)
	for i := range list {
		given, err := partitionArguments(self, fun, mfa[2], i)
		if err != nil {
			return nil, exception.In(err, at("Enum", "reduce_range", 5, "enum.ex", 4302))
		}
		list[i] = m.Put(term.Atom("id"), term.Int(i)).Put(term.Atom("start"),
			term.Tuple{partitionModule, term.Atom("start_child"), term.List(mfa[0], mfa[1], given, name, term.Int(i))})
	}
	return term.List(list...), nil
}

// partitionArguments are the arguments of child i.
func partitionArguments(self *process.Process, fun, given term.Term, i int) (term.Term, error) {
	if fun == nil {
		return given, nil
	}
	frame := at("PartitionSupervisor", "-start_link/1-fun-1-", 9, "partition_supervisor.ex", 192)
	result, err := code.Call(self, fun, given, term.Int(i))
	switch {
	case err != nil:
		return nil, exception.In(err, frame)
	case !term.IsList(result):
		return nil, runtimeError("the call to the function in :with_arguments must return a list, got: %s", shown(self, result)).In(frame)
	}
	return result, nil
}

func partitionInit(self *process.Process, a []term.Term) (term.Term, error) {
	arg, ok := a[0].(term.Tuple)
	if !ok || len(arg) != 4 {
		return nil, errClause
	}
	o := ets.Options{Protection: ets.Protected, ReadConcurrency: term.True, WriteConcurrency: term.False, Compressed: term.False}
	name, named := arg[0].(term.Atom)
	switch {
	case named:
		o.Named = true
	case term.Tag(arg[0], 3) == "via":
		name = partitionModule
	default:
		return nil, noClause(self, partitionModule, "init_partitions", args{arg[0], arg[1]})
	}
	table, err := ets.New(self, name, o)
	if err != nil {
		return nil, exception.Raise(term.Atom("badarg")).In(inPartition("init", 233))
	}
	table.Insert(term.Tuple{partitionsKey, arg[1]})
	strategy, _ := optionOr(arg[3], "strategy", term.Atom("one_for_one"))
	restarts, _ := optionOr(arg[3], "max_restarts", term.Int(3))
	seconds, _ := optionOr(arg[3], "max_seconds", term.Int(5))
	return supervisor.Init(self, arg[2], term.Keyword(term.Pair{Key: term.Atom("strategy"), Value: strategy},
		term.Pair{Key: term.Atom("max_restarts"), Value: restarts}, term.Pair{Key: term.Atom("max_seconds"), Value: seconds}))
}

func partitionStartChild(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok1 := a[0].(term.Atom)
	function, ok2 := a[1].(term.Atom)
	given, ok3 := term.Slice(a[2])
	if !ok1 || !ok2 || !ok3 {
		return nil, errClause
	}
	result, err := code.Apply(self, module, string(function), given...)
	if err != nil {
		return nil, err
	}
	if t, ok := result.(term.Tuple); ok && len(t) > 1 && t[0] == term.Term(term.OK) {
		if table := partitionTable(self, a[3], self.PID()); table != nil {
			table.Insert(term.Tuple{a[4], t[1]})
		}
	}
	return result, nil
}

// partitionTable is the table of a supervisor with a name, whose process is
// pid; nil if there is none.
func partitionTable(self *process.Process, name term.Term, pid term.PID) *ets.Table {
	if atom, ok := name.(term.Atom); ok {
		return ets.Named(self.Node(), atom)
	}
	for _, t := range ets.All(self.Node()) {
		if t.Owner == pid && t.Name == partitionModule {
			return t
		}
	}
	return nil
}

// partitionsOf returns the table of a supervisor and the number of its
// children. It exits with noproc if there is none.
func partitionsOf(self *process.Process, name term.Term) (*ets.Table, term.Term, error) {
	var pid term.PID
	switch name.(type) {
	case term.Atom:
	case term.Tuple:
		where, err := genserver.Whereis(self, name)
		if err != nil {
			return nil, nil, exception.In(err, inPartition("name_partitions", 274))
		}
		pid, _ = where.(term.PID)
	default:
		return nil, nil, noClause(self, partitionModule, "name_partitions", args{name})
	}
	if table := partitionTable(self, name, pid); table != nil {
		if rows := table.Lookup(partitionsKey); len(rows) == 1 {
			return table, rows[0][1], nil
		}
	}
	return nil, nil, exception.Exit(term.Tuple{term.Atom("noproc"), term.Tuple{partitionModule, partitionsKey, term.List(name)}}).
		In(inPartition("name_partitions", 268))
}

func partitionWhereis(self *process.Process, a []term.Term) (term.Term, error) {
	pair, ok := a[0].(term.Tuple)
	if !ok || len(pair) != 2 {
		return nil, errClause
	}
	switch pair[0].(type) {
	case term.Atom, term.Tuple:
	default:
		return nil, errClause
	}
	frame := inPartition("whereis_name", 354)
	table, n, err := partitionsOf(self, pair[0])
	if err != nil {
		return nil, exception.In(err, frame)
	}
	count, _ := n.(term.Int)
	rows := table.Lookup(partitionOf(pair[1], int(count)))
	if len(rows) == 0 {
		if table.Named {
			return nil, exception.Raise(term.Atom("badarg")).In(frame)
		}
		return term.Undefined, nil
	}
	return rows[0][1], nil
}

// partitionOf is the number of the child that a key belongs to.
func partitionOf(key term.Term, n int) term.Term {
	i, ok := key.(term.Int)
	if !ok {
		return term.Int(registry.Hash(key, n))
	}
	return max(i%term.Int(n), -(i % term.Int(n)))
}

func partitionChildSpec(_ *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) {
		return nil, errClause
	}
	id, _ := optionOr(a[0], "name", term.Atom("Elixir.DynamicSupervisor"))
	if t, ok := id.(term.Tuple); ok {
		if term.Tag(id, 3) != "via" {
			return nil, exception.Raise(term.Tuple{term.Atom("case_clause"), id}).In(inPartition("child_spec", 88))
		}
		id = t[2]
	}
	return supervisor.Spec(id, partitionModule, term.List(a[0]), supervisor.Supervising), nil
}
