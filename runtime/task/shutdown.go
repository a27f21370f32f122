package task

import (
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

const (
	shutdownAtom = term.Atom("shutdown")
	killed       = term.Atom("killed")
	noproc       = term.Atom("noproc")
	// BrutalKill is the timeout of Shutdown that kills at once.
	BrutalKill = term.Atom("brutal_kill")
)

// Shutdown ends the process of a task and blocks until it is gone. It returns
// {:ok, answer} if that was there already, {:exit, reason} if the task ended
// by itself, else nil. A task that takes longer than timeout is killed.
func Shutdown(self *process.Process, t Task, timeout term.Term) (term.Term, error) {
	if t.PID == (term.PID{}) {
		return nil, noProcess(t).In(in("shutdown", 2, 1217))
	}
	if err := t.owned(self, in("shutdown", 2, 1221)); err != nil {
		return nil, err
	}
	// The end of the task must not be the caller's.
	self.Unlink(t.PID)
	monitor := self.Monitor(t.PID)
	isDown := func(m term.Term) bool { return process.IsDown(m, monitor) }
	expected := []term.Term{shutdownAtom}
	var message term.Term
	down := false
	if timeout == term.Term(BrutalKill) {
		expected = []term.Term{killed}
	} else {
		limit, _ := gen.ParseTimeout(timeout)
		self.Exit(t.PID, shutdownAtom)
		message, down = self.ReceiveTimeout(isDown, limit)
	}
	if !down {
		self.Exit(t.PID, term.Atom("kill"))
		message = self.Receive(isDown)
	}
	return t.ended(self, message.(term.Tuple)[4], expected), nil
}

// ended is what Shutdown returns when the process ended with reason.
func (t Task) ended(self *process.Process, reason term.Term, expected []term.Term) term.Term {
	if reason == term.Term(noproc) {
		if m, ok := self.TakeMatching(t.isDown); ok {
			reason = m.(term.Tuple)[4]
		}
	}
	self.DemonitorFlush(t.Ref)
	if m, ok := self.TakeMatching(t.isAnswer); ok {
		return term.Tuple{term.OK, m.(term.Tuple)[1]}
	}
	for _, x := range expected {
		if reason == x {
			return term.Nil
		}
	}
	return term.Tuple{term.Atom("exit"), reason}
}
