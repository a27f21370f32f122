package lib

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/supervisor"
	"gex/runtime/term"
)

func supervisorTable() Module {
	return Module{
		Name: "Elixir.Supervisor",
		Doc: "Processes that start others, watch them and start them again.\n\n" +
			"`Supervisor.start_link(children, strategy: :one_for_one)` starts the children in order. A child is a module, `{module, argument}` or a map with `:id` and `:start`.",
		Functions: []Function{
			{"start_link", "children, options", "Starts a supervisor with children. The option `:strategy` is `:one_for_one`, `:one_for_all` or `:rest_for_one`; others are `:max_restarts`, `:max_seconds` and `:name`.", supervisorStartChildren},
			{"start_link", "module, init_arg, options", "Starts a supervisor whose `module.init(init_arg)` gives its children.", supervisorStartModule},
			{"init", "children, options", "What `init/1` of a supervisor's module returns.", func(self *process.Process, a []term.Term) (term.Term, error) {
				if !term.IsList(a[0]) || !term.IsList(a[1]) {
					return nil, errClause
				}
				return supervisor.Init(self, a[0], a[1])
			}},
			{"child_spec", "module_or_map, overrides", "The specification of a child, with some of its keys changed.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return supervisor.ChildSpec(self, a[0], a[1])
			}},
			{"start_child", "supervisor, child_spec", "Starts one more child.", supervisorStartChild},
			{"terminate_child", "supervisor, child_id", "Stops a child; it can be restarted.", supervisorAsk("terminate_child")},
			{"restart_child", "supervisor, child_id", "Starts a child that was stopped.", supervisorAsk("restart_child")},
			{"delete_child", "supervisor, child_id", "Forgets a child that was stopped.", supervisorAsk("delete_child")},
			{"which_children", "supervisor", "The children as `{id, pid, type, modules}`, the newest first.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return supervisor.Request(self, a[0], term.Atom("which_children"))
			}},
			{"count_children", "supervisor", "How many children there are, and how many of them are active.", supervisorCount(at("Supervisor", "count_children", 1, "supervisor.ex", 1064))},
			{"stop", `supervisor, reason \\ :normal, timeout \\ :infinity`, "Stops the supervisor with all its children.", stopping(genserver.Stop)},
		},
	}
}

func erlangSupervisorTable() Module {
	return Module{
		Name: "supervisor",
		Doc:  "Erlang's supervisors.",
		Functions: []Function{
			{"start_link", "module, args", "Starts a supervisor whose `module.init(args)` gives its flags and children.", erlangSupervisorStart},
			{"start_link", "name, module, args", "Starts a supervisor with a name, `{:local, name}`.", erlangSupervisorStart},
			{"start_child", "supervisor, child_spec", "Starts one more child; with `:simple_one_for_one` the argument is a list of more arguments.", erlangSupervisorAsk("start_child")},
			{"terminate_child", "supervisor, id", "Stops a child.", erlangSupervisorAsk("terminate_child")},
			{"restart_child", "supervisor, id", "Starts a child that was stopped.", erlangSupervisorAsk("restart_child")},
			{"delete_child", "supervisor, id", "Forgets a child that was stopped.", erlangSupervisorAsk("delete_child")},
			{"get_childspec", "supervisor, id", "The specification of a child.", erlangSupervisorAsk("get_childspec")},
			{"which_children", "supervisor", "The children as `{id, pid, type, modules}`.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return supervisor.ErlangRequest(self, a[0], term.Atom("which_children"))
			}},
			{"count_children", "supervisor", "How many children there are.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return supervisor.ErlangRequest(self, a[0], term.Atom("count_children"))
			}},
			{"check_childspecs", "specs", "Whether child specifications are correct.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return supervisor.CheckSpecs(a[0], term.Undefined), nil
			}},
			{"check_childspecs", "specs, auto_shutdown", "Whether child specifications are correct for a supervisor with these flags.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return supervisor.CheckSpecs(a[0], a[1]), nil
			}},
		},
	}
}

func dynamicSupervisorTable() Module {
	return Module{
		Name: "Elixir.DynamicSupervisor",
		Doc:  "Supervisors that begin without children. `start_child/2` starts them; they are known by their pids.",
		Functions: []Function{
			{"start_link", "options", "Starts a supervisor; the only strategy is `:one_for_one`. Options are `:name`, `:max_restarts`, `:max_seconds`, `:max_children` and `:extra_arguments`.", dynamicStartOptions},
			{"start_link", `module, init_arg, options \\ []`, "Starts a supervisor whose `module.init(init_arg)` gives its options.", dynamicStartModule},
			{"init", "options", "What `init/1` of a supervisor's module returns.", func(self *process.Process, a []term.Term) (term.Term, error) {
				if t, ok := a[0].(term.Tuple); !term.IsList(a[0]) && (!ok || len(t) != 3) {
					return nil, errClause
				}
				return supervisor.DynamicInitCall(self, a[0])
			}},
			{"child_spec", "options", "The specification of the supervisor itself as a child.", supervisorSpec("Elixir.DynamicSupervisor")},
			{"start_child", "supervisor, child_spec", "Starts a child.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return supervisor.DynamicStartChild(self, a[0], a[1])
			}},
			{"terminate_child", "supervisor, pid", "Stops a child.", dynamicTerminateChild},
			{"which_children", "supervisor", "The children as `{:undefined, pid, type, modules}`.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return supervisor.Request(self, a[0], term.Atom("which_children"))
			}},
			{"count_children", "supervisor", "How many children there are.", supervisorCount(at("DynamicSupervisor", "count_children", 1, "dynamic_supervisor.ex", 1103))},
			{"stop", `supervisor, reason \\ :normal, timeout \\ :infinity`, "Stops the supervisor with all its children.", stopping(genserver.Stop)},
		},
	}
}

func supervisorStartChildren(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) {
		return startSupervisor(self, a[0], a[1], term.Empty)
	}
	if !term.IsList(a[1]) {
		keys := term.List(term.Atom("strategy"), term.Atom("max_seconds"), term.Atom("max_restarts"))
		return nil, exception.In(noClause(self, "Elixir.Keyword", "split", args{a[1], keys}), at("Supervisor", "start_link", 2, "supervisor.ex", 615))
	}
	setup, err := supervisor.Init(self, a[0], a[1])
	if err != nil {
		return nil, exception.In(err, at("Supervisor", "start_link", 2, "supervisor.ex", 617))
	}
	o, err := supervisorName(a[1])
	if err != nil {
		return nil, err
	}
	pid, err := supervisor.StartLinkChildren(self, setup, o)
	return gen.StartResult(pid, term.Ref{}, err)
}

func supervisorStartModule(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[2]) {
		return nil, errClause
	}
	return startSupervisor(self, a[0], a[1], a[2])
}

// supervisorName reads the option name: of a supervisor.
func supervisorName(options term.Term) (gen.Options, error) {
	o, err := elixirName(options)
	if err != nil && err != errClause {
		err = exception.In(err, at("Supervisor", "start_link", 3, "supervisor.ex", 858))
	}
	return o, err
}

func startSupervisor(self *process.Process, module, arg, options term.Term) (term.Term, error) {
	o, err := supervisorName(options)
	if err != nil {
		return nil, err
	}
	pid, err := supervisor.StartLink(self, module, arg, o)
	return gen.StartResult(pid, term.Ref{}, err)
}

func erlangSupervisorStart(self *process.Process, a []term.Term) (term.Term, error) {
	var o gen.Options
	if len(a) == 3 {
		o.Name, a = a[0], a[1:]
	}
	module, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	pid, err := supervisor.StartLink(self, module, a[1], o)
	return gen.StartResult(pid, term.Ref{}, err)
}

func supervisorStartChild(self *process.Process, a []term.Term) (term.Term, error) {
	spec := a[1]
	switch s := spec.(type) {
	case *term.Map:
	case term.Tuple:
		if len(s) != 6 {
			var err error
			if spec, err = childOfModule(self, spec); err != nil {
				return nil, err
			}
		}
	case *term.Cons, term.EmptyList:
	default:
		var err error
		if spec, err = childOfModule(self, spec); err != nil {
			return nil, err
		}
	}
	return supervisor.Request(self, a[0], term.Tuple{term.Atom("start_child"), spec})
}

func childOfModule(self *process.Process, spec term.Term) (term.Term, error) {
	spec, err := supervisor.ChildSpec(self, spec, term.Empty)
	if err != nil {
		return nil, exception.In(err, at("Supervisor", "start_child", 2, "supervisor.ex", 916))
	}
	return spec, nil
}

// supervisorAsk makes a request {what, id}.
func supervisorAsk(what term.Atom) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return supervisor.Request(self, a[0], term.Tuple{what, a[1]})
	}
}

func erlangSupervisorAsk(what term.Atom) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return supervisor.ErlangRequest(self, a[0], term.Tuple{what, a[1]})
	}
}

// supervisorCount is count_children/1, whose frame an exit passes.
func supervisorCount(frame exception.Frame) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		answer, err := supervisor.Request(self, a[0], term.Atom("count_children"))
		if err != nil {
			return nil, exception.In(err, frame)
		}
		return supervisor.Counts(answer), nil
	}
}

func dynamicStartOptions(self *process.Process, a []term.Term) (term.Term, error) {
	o, err := serverName(a[0])
	if err != nil {
		return nil, err
	}
	name, _ := option(a[0], "name")
	pid, err := supervisor.DynamicStartLinkOptions(self, a[0], name, o)
	return gen.StartResult(pid, term.Ref{}, err)
}

func dynamicTerminateChild(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[1].(term.PID); !ok {
		return nil, errClause
	}
	return supervisor.Request(self, a[0], term.Tuple{term.Atom("terminate_child"), a[1]})
}

func dynamicStartModule(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	o, err := serverName(a[2])
	if err != nil {
		return nil, err
	}
	name, _ := option(a[2], "name")
	pid, err := supervisor.DynamicStartLink(self, module, a[1], name, o)
	return gen.StartResult(pid, term.Ref{}, err)
}

// supervisorSpec is child_spec/1 of a module whose process is a supervisor
// that the option name: names.
func supervisorSpec(module term.Atom) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		if !term.IsList(a[0]) {
			return nil, errClause
		}
		var id term.Term = module
		if name, ok := option(a[0], "name"); ok {
			id = name
		}
		return supervisor.Spec(id, module, term.List(a[0]), supervisor.Supervising), nil
	}
}

// specFunction is child_spec/1 of a module whose processes are workers.
func specFunction(module term.Atom, more ...term.Pair) Function {
	return Function{"child_spec", "arg", "The specification of a process of this module as a child of a supervisor.",
		func(_ *process.Process, a []term.Term) (term.Term, error) {
			return supervisor.Spec(module, module, term.List(a[0]), more...), nil
		}}
}
