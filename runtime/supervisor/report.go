package supervisor

import (
	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// This file tells the logger what happens to children.

// The contexts of reports.
const (
	progressContext  = term.Atom("progress")
	startError       = term.Atom("start_error")
	childTerminated  = term.Atom("child_terminated")
	shutdownContext  = term.Atom("shutdown")
	shutdownError    = term.Atom("shutdown_error")
	reachedIntensity = term.Atom("reached_max_restart_intensity")
)

// The functions of supervisor.erl that report.
var (
	inProgress       = erl("report_progress", 2, 1557)
	inStartChildren  = erl("-start_children/2-fun-0-", 3, 392)
	inDoRestart      = erl("do_restart", 3, 736)
	inRestart        = erl("restart", 2, 805)
	inRestartAgain   = erl("restart", 3, 846)
	inRestartDynamic = erl("restart", 3, 832)
	inDoTerminate    = erl("do_terminate", 2, 905)
	inTerminateAll   = erl("-terminate_dynamic_children/1-fun-1-", 4, 1020)
)

// tell reports something of a child.
func (s *state) tell(self *process.Process, context term.Atom, reason term.Term, c child, in exception.Frame) {
	logger.Log(self, logger.ChildReported{Supervisor: s.name, Context: context, Reason: reason, In: in,
		Child: func() term.Term { return c.told(true) }})
}

// startTold calls the start function of a child and reports that it was
// started; that it was not is for the caller to report.
func (s *state) startTold(self *process.Process, c child, frames ...exception.Frame) (pid, extra, reason term.Term) {
	pid, extra, reason = startMFA(self, c.start, frames...)
	if _, ok := pid.(term.PID); ok {
		c.pid = pid
		s.tell(self, progressContext, nil, c, inProgress)
	}
	return pid, extra, reason
}

// stopTold stops the process of a child, if there is one, and reports it if
// that ended otherwise than it should.
func (s *state) stopTold(self *process.Process, c child) {
	pid, ok := c.running()
	if !ok {
		return
	}
	if reason := stop(self, pid, c.shutdown); !c.stoppedWell(reason) {
		s.tell(self, shutdownError, reason, c, inDoTerminate)
	}
}

// stoppedWell reports whether a child that was stopped ended as it should.
func (c child) stoppedWell(reason term.Term) bool {
	switch {
	case c.shutdown == term.Term(brutalKill) && reason == term.Term(term.Atom("killed")):
		return true
	case c.shutdown != term.Term(brutalKill) && reason == term.Term(shutdownAtom):
		return true
	}
	return c.restart != permanent && proclib.Orderly(reason)
}

// told is the child as reports show it; those of DynamicSupervisor do not say
// whether it is significant.
func (c child) told(withSignificant bool) term.Term {
	who := term.Tuple{term.Atom("pid"), c.pid}
	if pids, ok := term.Slice(c.pid); ok {
		who = term.Tuple{term.Atom("nb_children"), term.Int(len(pids))}
	}
	items := []term.Term{who, term.Tuple{idKey, c.id}, term.Tuple{term.Atom("mfargs"), c.start}, term.Tuple{term.Atom("restart_type"), c.restart}}
	if withSignificant {
		items = append(items, term.Tuple{significantKey, c.significant})
	}
	items = append(items, term.Tuple{shutdownKey, c.shutdown}, term.Tuple{term.Atom("child_type"), c.kind})
	return term.List(items...)
}

// tell reports something of a child of a DynamicSupervisor.
func (s *dynamicState) tell(self *process.Process, context term.Atom, reason term.Term, c child) {
	logger.Log(self, logger.ChildReported{Supervisor: s.get(term.Atom("name")), Context: context, Reason: reason, Child: func() term.Term {
		c.id = term.Undefined
		if given, ok := term.Slice(c.start[2]); ok {
			first, _ := term.Slice(s.get(extraField))
			c.start = term.Tuple{c.start[0], c.start[1], term.List(append(first[:len(first):len(first)], given...)...)}
		}
		return c.told(false)
	}})
}

// stopTold stops the process of a child, if there is one, and reports it if
// that ended otherwise than it should, of which DynamicSupervisor has a notion
// of its own.
func (s *dynamicState) stopTold(self *process.Process, c child) {
	pid, ok := c.running()
	if !ok {
		return
	}
	reason := stop(self, pid, c.shutdown)
	well := reason == term.Term(term.Atom("killed"))
	if c.shutdown != term.Term(brutalKill) {
		well = proclib.Orderly(reason) && (c.restart != permanent || reason != term.Term(term.Normal))
	}
	if !well {
		s.tell(self, shutdownError, reason, c)
	}
}
