package lib

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

func globalTable() Module {
	return Module{
		Name: "global",
		Doc:  "Names that all nodes share: any term names a process. gex has one node.",
		Functions: []Function{
			{"register_name", "name, pid", "Gives a process a name: `:yes`, or `:no` if the name is taken.", globalRegister},
			{"register_name", "name, pid, resolve", "Gives a process a name. There is no other node that could have it too, so `resolve` is not called.", globalRegister},
			{"re_register_name", "name, pid", "Gives a process a name, and takes it away from the one that has it.", globalReregister},
			{"re_register_name", "name, pid, resolve", "Gives a process a name, and takes it away from the one that has it.", globalReregister},
			{"unregister_name", "name", "Frees a name.", globalUnregister},
			{"whereis_name", "name", "The process with the name, or `:undefined`.", globalWhereis},
			{"registered_names", "", "All names.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return term.List(gen.GlobalNames(self.Node())...), nil
			}},
			{"send", "name, message", "Sends a message to the process with the name, which is returned.", globalSend},
			{"sync", "", "Waits until the names agree at all nodes.", pure3(term.OK)},
		},
	}
}

func globalRegister(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[1].(term.PID)
	if !ok {
		return nil, errClause
	}
	if !gen.RegisterGlobal(self, a[0], pid) {
		return term.Atom("no"), nil
	}
	return term.Atom("yes"), nil
}

func globalReregister(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[1].(term.PID)
	if !ok {
		return nil, errClause
	}
	gen.ReplaceGlobal(self.Node(), a[0], pid)
	return term.Atom("yes"), nil
}

func globalUnregister(self *process.Process, a []term.Term) (term.Term, error) {
	gen.UnregisterGlobal(self.Node(), a[0])
	return term.OK, nil
}

func globalWhereis(self *process.Process, a []term.Term) (term.Term, error) {
	if pid, ok := gen.WhereisGlobal(self.Node(), a[0]); ok {
		return pid, nil
	}
	return term.Undefined, nil
}

func globalSend(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := gen.WhereisGlobal(self.Node(), a[0])
	if !ok {
		return nil, exception.Exit(term.Tuple{term.Atom("badarg"), term.Tuple{a[0], a[1]}}).In(in("global", "send", 2, 252))
	}
	self.Send(pid, a[1])
	return pid, nil
}
