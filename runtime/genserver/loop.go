package genserver

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// EnterLoop makes the calling process, which proc_lib must have started, a
// server with a state, as gen_server:enter_loop/5. Name is {:local, name},
// {:global, name}, {:via, module, name} or a pid; next is a timeout, hibernate
// or {:continue, term}. It does not return to its caller: the error unwinds
// the process, which goes on as server.
func EnterLoop(self *process.Process, module term.Atom, options, state, name, next term.Term) error {
	bare, err := ownName(self, name)
	if err != nil {
		return err
	}
	parent, err := parentOf(self)
	if err != nil {
		return err
	}
	o := gen.ParseOptions(options)
	s := newServer(self, parent, module, bare, o)
	s.state, s.bottom = state, exception.Frame{Module: "proc_lib", Function: "init_p", Arity: 3, File: "proc_lib.erl", Line: 225}
	if err := s.loop(self, next); err != nil {
		return err
	}
	return process.Become(s)
}

// ownName checks that the process has the name and returns it without its kind.
func ownName(self *process.Process, name term.Term) (term.Term, error) {
	t, ok := name.(term.Tuple)
	if !ok {
		return name, nil
	}
	pid, _, err := gen.Where(self, t)
	switch {
	case err != nil:
		return nil, err
	case pid == self.PID():
		return gen.Bare(self, t), nil
	case term.Tag(t, 2) == "global":
		return nil, exception.Exit(term.Atom("process_not_registered_globally"))
	case term.Tag(t, 3) == "via":
		return nil, exception.Exit(term.Tuple{term.Atom("process_not_registered_via"), t[1]})
	}
	return nil, exception.Exit(term.Atom("process_not_registered"))
}

// parentOf returns the process that started self with proc_lib.
func parentOf(self *process.Process) (term.PID, error) {
	list, _ := proclib.Ancestors(self).(*term.Cons)
	if list == nil {
		return term.PID{}, exception.Exit(term.Atom("process_was_not_started_by_proc_lib"))
	}
	name, ok := list.Head.(term.Atom)
	if !ok {
		pid, _ := list.Head.(term.PID)
		return pid, nil
	}
	if p := self.Node().Whereis(name); p != nil {
		return p.PID(), nil
	}
	if pid, ok := gen.WhereisGlobal(self.Node(), name); ok {
		return pid, nil
	}
	return term.PID{}, exception.Exit(term.Atom("could_not_find_registered_name"))
}

func newServer(self *process.Process, parent term.PID, module term.Atom, name term.Term, o gen.Options) *server {
	return &server{
		System: sys.New(self, parent, name, o),
		name:   name,
		module: module,
		call:   code.Entry{Module: module, Name: "handle_call", Arity: 3},
		cast:   code.Entry{Module: module, Name: "handle_cast", Arity: 2},
		info:   code.Entry{Module: module, Name: "handle_info", Arity: 2},
		idle:   o.HibernateAfter,
		bottom: proclib.Frame(false),
	}
}
