package task

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/supervisor"
	"gex/runtime/term"
)

// SupervisorModule is the module Task.Supervisor.
const SupervisorModule = term.Atom("Elixir.Task.Supervisor")

// define puts Task.Supervised, whose functions supervisors start, into the
// module table, and the callback of Task.Supervisor.
func define(node *process.Node) {
	table := code.Of(node)
	if table.Module(supervisedModule) != nil {
		return
	}
	table.Define(code.NewModule(supervisedModule, code.Builtin,
		&code.Function{Name: "start_link", Arity: 2, Hidden: true, Call: func(self *process.Process, a []term.Term) (term.Term, error) {
			pid := startAsync(self, a[0].(term.Tuple), true)
			return term.Tuple{term.OK, pid}, nil
		}},
		&code.Function{Name: "start_link", Arity: 3, Hidden: true, Call: func(self *process.Process, a []term.Term) (term.Term, error) {
			return term.Tuple{term.OK, spawnFor(self, a[0].(term.Tuple), a[1], a[2].(term.Tuple), true)}, nil
		}},
	))
}

// defaults are the restart and shutdown of a child; :nil for those of tasks.
type defaults struct{ restart, shutdown term.Term }

// orNil is what stands for a value that was not given.
func orNil(t term.Term) term.Term {
	if t == nil {
		return term.Nil
	}
	return t
}

// SupervisorStartLink starts a supervisor of tasks, linked to self; options
// are those of DynamicSupervisor. Errors are those of supervisor.StartLink.
func SupervisorStartLink(self *process.Process, options, name term.Term, o gen.Options) (term.PID, error) {
	define(self.Node())
	usual := term.Tuple{term.Atom("temporary"), term.Int(5000)}
	var limits []term.Term
	for element := range term.Elements(options) {
		pair, _ := element.(term.Tuple)
		switch tag := term.Tag(pair, 2); {
		case tag == "restart" && pair[1] != term.Term(term.Nil):
			usual[0] = pair[1]
		case tag == "shutdown" && pair[1] != term.Term(term.Nil):
			usual[1] = pair[1]
		case slices.Contains(limitOptions, tag):
			limits = append(limits, pair)
		}
	}
	o = o.Drop(append([]term.Atom{"restart", "shutdown"}, limitOptions...)...)
	return supervisor.DynamicStartLink(self, SupervisorModule, term.Tuple{usual, term.List(limits...)}, name, o)
}

// limitOptions are the options that the supervisor itself takes.
var limitOptions = []term.Atom{"max_children", "max_seconds", "max_restarts"}

// SupervisorInit is the init/1 of Task.Supervisor, whose argument is
// {{restart, shutdown}, options}: the first pair is what tasks get that are
// started without, and is kept in the dictionary.
func SupervisorInit(self *process.Process, args term.Term) (term.Term, error) {
	pair, _ := args.(term.Tuple)
	if len(pair) != 2 {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{Module: SupervisorModule, Function: "init",
			Args: []term.Term{args}, HasArgs: true, File: "lib/task/supervisor.ex", Line: 145})
	}
	self.Put(supervisor.TaskDefaults, pair[0])
	return supervisor.DynamicInit(pair[1]), nil
}

// StartChild starts a task under a supervisor and returns what
// supervisor.DynamicStartChild does. Restart and shutdown may be nil.
func StartChild(self *process.Process, sup term.Term, mfa term.Tuple, restart, shutdown term.Term) (term.Term, error) {
	define(self.Node())
	return startUnder(self, sup, term.List(owner(self), callers(self), mfa), defaults{orNil(restart), orNil(shutdown)})
}

func startUnder(self *process.Process, sup, args term.Term, d defaults) (term.Term, error) {
	return supervisor.Request(self, sup, term.Tuple{supervisor.StartTask, args, d.restart, d.shutdown})
}

// AsyncUnder is Async for a task that a supervisor starts; it is linked to
// self only if link is true. Shutdown is how long it may take to end, nil for five
// seconds.
func AsyncUnder(self *process.Process, sup term.Term, mfa term.Tuple, link bool, shutdown term.Term) (Task, error) {
	define(self.Node())
	answer, err := startUnder(self, sup, term.List(owner(self), term.Atom("monitor")), defaults{restart: term.Atom("temporary"), shutdown: orNil(shutdown)})
	if err != nil {
		return Task{}, exception.In(err, exception.Frame{Module: SupervisorModule, Function: "async", Arity: 6, File: "lib/task/supervisor.ex", Line: 514})
	}
	result := answer.(term.Tuple)
	pid, ok := result[1].(term.PID)
	if !ok {
		return Task{}, tooMany(result[1])
	}
	if link {
		if err := self.Link(pid); err != nil {
			return Task{}, err
		}
	}
	return handOver(self, pid, mfa), nil
}

// tooMany is the error of a supervisor that starts no more tasks.
func tooMany(reason term.Term) error {
	if reason == term.Term(term.Atom("max_children")) {
		return exception.New("RuntimeError", "reached the maximum number of tasks for this task supervisor. "+
			"The maximum number of tasks that are allowed to run at the same time under this supervisor can be configured "+
			"with the :max_children option passed to Task.Supervisor.start_link/1").In(exception.Frame{
			Module: SupervisorModule, Function: "async", Arity: 6, File: "lib/task/supervisor.ex", Line: 530})
	}
	return exception.Raise(term.Tuple{term.Atom("badmatch"), term.Tuple{term.ErrorAtom, reason}})
}

// Children returns the pids of the tasks that a supervisor runs.
func Children(self *process.Process, sup term.Term) (term.Term, error) {
	answer, err := supervisor.Request(self, sup, term.Atom("which_children"))
	if err != nil {
		return nil, err
	}
	var pids []term.Term
	for element := range term.Elements(answer) {
		if c, ok := element.(term.Tuple); ok && len(c) == 4 {
			if _, isPID := c[1].(term.PID); isPID {
				pids = append(pids, c[1])
			}
		}
	}
	return term.List(pids...), nil
}
