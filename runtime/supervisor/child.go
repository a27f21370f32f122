package supervisor

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// The atoms of child specifications.
const (
	idKey          = term.Atom("id")
	startKey       = term.Atom("start")
	restartKey     = term.Atom("restart")
	shutdownKey    = term.Atom("shutdown")
	typeKey        = term.Atom("type")
	modulesKey     = term.Atom("modules")
	significantKey = term.Atom("significant")
	permanent      = term.Atom("permanent")
	transient      = term.Atom("transient")
	temporary      = term.Atom("temporary")
	worker         = term.Atom("worker")
	supervisorAtom = term.Atom("supervisor")
	brutalKill     = term.Atom("brutal_kill")
	dynamic        = term.Atom("dynamic")
	shutdownAtom   = term.Atom("shutdown")
	restartingAtom = term.Atom("restarting")
	ignoreAtom     = term.Atom("ignore")
)

// child is the record child of a supervisor: a specification and the process
// that was started by it.
type child struct {
	// pid is a PID, :undefined, or {:restarting, pid} of one that could not be
	// restarted yet.
	pid         term.Term
	id          term.Term
	start       term.Tuple // {module, function, args}
	restart     term.Atom
	significant term.Atom
	shutdown    term.Term
	kind        term.Atom
	modules     term.Term
}

func (c child) term() term.Term {
	return term.Tuple{term.Atom("child"), c.pid, c.id, c.start, c.restart, c.significant, c.shutdown, c.kind, c.modules}
}

func childOf(t term.Term) child {
	r := t.(term.Tuple)
	return child{r[1], r[2], r[3].(term.Tuple), r[4].(term.Atom), r[5].(term.Atom), r[6], r[7].(term.Atom), r[8]}
}

// spec is the child specification as get_childspec returns it.
func (c child) spec() term.Term {
	return term.NewMap(
		term.Pair{Key: idKey, Value: c.id}, term.Pair{Key: startKey, Value: c.start},
		term.Pair{Key: restartKey, Value: c.restart}, term.Pair{Key: significantKey, Value: c.significant},
		term.Pair{Key: shutdownKey, Value: c.shutdown}, term.Pair{Key: typeKey, Value: c.kind},
		term.Pair{Key: modulesKey, Value: c.modules})
}

// running reports whether a process of the child is alive as far as is known.
func (c child) running() (term.PID, bool) {
	pid, ok := c.pid.(term.PID)
	return pid, ok
}

// isRestarting reports whether pid is that of a child which could not be
// restarted yet.
func isRestarting(pid term.Term) bool { return term.Tag(pid, 2) == restartingAtom }

// restartingPID is the pid of such a child; what is one already stays.
func restartingPID(pid term.Term) term.Term {
	if isRestarting(pid) {
		return pid
	}
	return term.Tuple{restartingAtom, pid}
}

// shownPID is the pid as which_children shows it.
func shownPID(pid term.Term) term.Term {
	if isRestarting(pid) {
		return restartingAtom
	}
	return pid
}

// startMFA calls a start function. Pid is nil and reason set if it failed;
// extra is the third element of its answer, if it has one. The frames are
// those of the supervisor, on which an exception of the function stands.
func startMFA(self *process.Process, start term.Tuple, frames ...exception.Frame) (pid, extra, reason term.Term) {
	module, _ := start[0].(term.Atom)
	function, _ := start[1].(term.Atom)
	args, _ := term.Slice(start[2])
	answer, err := code.Apply(self, module, string(function), args...)
	if err != nil {
		return nil, nil, caught(err, frames)
	}
	t, _ := answer.(term.Tuple)
	switch {
	case answer == term.Term(ignoreAtom):
		return term.Undefined, nil, nil
	case (len(t) == 2 || len(t) == 3) && t[0] == term.Term(term.OK):
		if p, ok := t[1].(term.PID); ok {
			if len(t) == 3 {
				extra = t[2]
			}
			return p, extra, nil
		}
	case term.Tag(answer, 2) == term.ErrorAtom:
		return nil, nil, t[1]
	}
	return nil, nil, answer
}

// caught is what catch makes of an exception: the value of a throw, {:EXIT,
// reason} of everything else.
func caught(err error, frames []exception.Frame) term.Term {
	x := gen.Catch(err, frames...)
	if x.Class == exception.ClassThrow {
		return x.Reason
	}
	return term.Tuple{term.Atom("EXIT"), exception.ExitReason(x)}
}

// started is the answer {:ok, pid} or {:ok, pid, extra}.
func started(pid, extra term.Term) term.Term {
	if extra != nil {
		return term.Tuple{term.OK, pid, extra}
	}
	return term.Tuple{term.OK, pid}
}

// stop ends the process of a child as its specification says, blocks until it
// is gone and returns the reason.
func stop(self *process.Process, pid term.PID, shutdown term.Term) term.Term {
	monitor := self.Monitor(pid)
	isDown := func(m term.Term) bool { return process.IsDown(m, monitor) }
	limit, ok := gen.ParseTimeout(shutdown)
	if ok {
		self.Exit(pid, shutdownAtom)
		if down, isOver := self.ReceiveTimeout(isDown, limit); isOver {
			return unlinkFlush(self, pid, down)
		}
	}
	self.Exit(pid, term.Atom("kill"))
	return unlinkFlush(self, pid, self.Receive(isDown))
}

// unlinkFlush removes the link to a process that is gone and what came by it,
// and returns the reason: that of the exit signal, else that of the message of
// the monitor, which says noproc of those that were gone before.
func unlinkFlush(self *process.Process, pid term.PID, down term.Term) term.Term {
	self.Unlink(pid)
	exit, ok := self.TakeMatching(func(m term.Term) bool {
		t, ok := m.(term.Tuple)
		return ok && len(t) == 3 && t[0] == term.Term(term.Atom("EXIT")) && t[1] == term.Term(pid)
	})
	if ok {
		return exit.(term.Tuple)[2]
	}
	return down.(term.Tuple)[4]
}

// abnormal reports whether a child with this kind of restart is to be started
// again after it ended with reason.
func abnormal(restart term.Atom, reason term.Term) bool {
	return restart == permanent || restart == transient && !proclib.Orderly(reason)
}

// withinIntensity adds a restart at now, in seconds, to those that are newer
// than the period and reports whether there are no more than allowed.
func withinIntensity(restarts term.Term, now, intensity, period int64) (term.Term, bool) {
	recent := []term.Term{term.Int(now)}
	for at := range term.Elements(restarts) {
		if then, ok := at.(term.Int); !ok || int64(then) < now-period {
			break
		}
		recent = append(recent, at)
	}
	return term.List(recent...), int64(len(recent)) <= intensity
}
