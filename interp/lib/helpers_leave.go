package lib

import (
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Leaving is the wish of a process to end the whole session, as System.halt
// and init:stop express it.
type Leaving struct {
	// Status is the exit status of the program.
	Status int
	// Halted reports whether the process that wished it got no further, so
	// that there is no value to be shown.
	Halted bool
}

type leavingKey struct{}

// Leaves returns the first wish to leave since the node was made, or nil.
func Leaves(node *process.Node) *Leaving {
	wish, _ := node.Value(leavingKey{}).(*Leaving)
	return wish
}

func leave(node *process.Node, wish Leaving) {
	if Leaves(node) == nil {
		node.SetValue(leavingKey{}, &wish)
	}
}

// haltNow ends the session at once: self gets no further.
func haltNow(self *process.Process, status int) (term.Term, error) {
	leave(self.Node(), Leaving{Status: status, Halted: true})
	self.Sleep(process.Forever)
	return term.OK, nil
}

// abortStatus is the status of a program that the signal SIGABRT ended.
const abortStatus = 134

// systemHalt is System.halt/0,1.
func systemHalt(self *process.Process, a []term.Term) (term.Term, error) {
	switch status := a[0].(type) {
	case term.Int, *term.Big, term.Binary:
		return erlangHalt(self, a)
	case term.Atom:
		if status == "abort" {
			return erlangHalt(self, a)
		}
	}
	return nil, errClause
}

// erlangHalt is erlang:halt/0,1,2: a text is printed and the status is 1.
func erlangHalt(self *process.Process, a []term.Term) (term.Term, error) {
	if n, ok := a[0].(term.Int); ok && n >= 0 {
		return haltNow(self, int(n&0xff))
	}
	if a[0] == term.Term(term.Atom("abort")) {
		return haltNow(self, abortStatus)
	}
	if slogan, ok := ioserver.Chars(a[0]); ok {
		ioserver.Write(self.Node(), ioserver.Output{Kind: ioserver.User, From: self.PID(), Text: slogan + "\n"})
		return haltNow(self, 1)
	}
	return nil, badarg("erlang", "halt", a[0])
}

// systemStop is System.stop/0,1: the session ends soon, and until then the
// process goes on.
func systemStop(self *process.Process, a []term.Term) (term.Term, error) {
	switch status := a[0].(type) {
	case term.Int:
		leave(self.Node(), Leaving{Status: int(status & 0xff)})
	case term.Binary:
		leave(self.Node(), Leaving{Status: 1})
	default:
		return nil, errClause
	}
	return term.OK, nil
}

// initStop is init:stop/0,1.
func initStop(self *process.Process, a []term.Term) (term.Term, error) {
	if _, text := ioserver.Chars(a[0]); text {
		leave(self.Node(), Leaving{Status: 1})
		return term.OK, nil
	}
	if n, ok := a[0].(term.Int); ok && n >= 0 {
		leave(self.Node(), Leaving{Status: int(n & 0xff)})
		return term.OK, nil
	}
	return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: "init", Function: "stop", Arity: 1})
}

// initModule is the part of :init that a learner meets.
func initModule() Module {
	return Module{
		Name: "init",
		Doc:  "The start and the end of the system.",
		Functions: []Function{
			{"stop", `status \\ 0`, "Leaves gex with `status`, soon.", initStop},
		},
	}
}

func erlangHalts() []Function {
	return []Function{
		{"halt", `status \\ 0`, "Leaves gex at once.", erlangHalt},
		{"halt", "status, options", "Leaves gex at once.", erlangHalt},
	}
}

// Quit is a command of gex's own: exit and quit, which IEx does not have.
func Quit(self *process.Process, _ []term.Term) (term.Term, error) { return haltNow(self, 0) }
