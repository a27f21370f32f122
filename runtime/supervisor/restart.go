package supervisor

import (
	"time"

	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// exited acts upon the end of a child and reports whether the supervisor goes
// on.
func (s *state) exited(self *process.Process, c child, reason term.Term) bool {
	if c.restart == permanent || !proclib.Orderly(reason) {
		s.tell(self, childTerminated, reason, c, inDoRestart)
	}
	if abnormal(c.restart, reason) {
		return s.restartOne(self, c)
	}
	s.ended(c)
	return s.goesOnWithout(c)
}

// goesOnWithout reports whether the supervisor goes on when a child is gone
// for good, as auto_shutdown says.
func (s *state) goesOnWithout(c child) bool {
	if s.autoShutdown == never || c.significant == term.False {
		return true
	}
	if s.autoShutdown == "any_significant" {
		return false
	}
	for _, other := range s.children() {
		if other.significant == term.True && other.pid != term.Term(term.Undefined) {
			return true
		}
	}
	return false
}

// restartOne restarts a child, and others with it as the strategy says, unless
// that happened too often. It reports whether the supervisor goes on.
func (s *state) restartOne(self *process.Process, c child) bool {
	now := int64(self.Node().Monotonic() / time.Second)
	var allowed bool
	s.restarts, allowed = withinIntensity(s.restarts, now, s.intensity, s.period)
	if !allowed {
		s.tell(self, shutdownContext, reachedIntensity, c, inRestart)
		s.ended(c)
		return false
	}
	var again term.Term
	switch s.strategy {
	case oneForOne:
		again = s.restartAlone(self, c)
	case simpleOneForOne:
		again = s.restartDynamic(self, c)
	default:
		again = s.restartWith(self, c)
	}
	if again != nil {
		// Other requests are handled before the next attempt.
		_ = genserver.Cast(self, self.PID(), term.Tuple{tryAgainRestart, again})
	}
	return true
}

// restartAlone returns the id of a child that is to be tried again, or nil.
func (s *state) restartAlone(self *process.Process, c child) term.Term {
	pid, _, reason := s.startTold(self, c)
	if reason != nil {
		s.tell(self, startError, reason, c, inRestartAgain)
		s.setPID(c.id, restartingPID(c.pid))
		return c.id
	}
	s.setPID(c.id, pid)
	return nil
}

func (s *state) restartDynamic(self *process.Process, c child) term.Term {
	if isRestarting(c.pid) {
		s.dynamicRestarts--
	}
	s.dynamics = s.dynamics.Delete(c.pid)
	pid, _, reason := startMFA(self, c.start)
	if reason != nil {
		again := restartingPID(c.pid)
		s.dynamicRestarts++
		s.tell(self, startError, reason, c, inRestartDynamic)
		s.dynamics = s.dynamics.Put(again, c.start[2])
		return again
	}
	if _, ok := pid.(term.PID); ok {
		s.dynamics = s.dynamics.Put(pid, c.start[2])
	}
	return nil
}

// restartWith stops and starts again all children (one_for_all), or the child
// and those started after it (rest_for_one).
func (s *state) restartWith(self *process.Process, c child) term.Term {
	list := s.children()
	affected := len(list)
	for i, other := range list {
		if !term.Same(other.id, c.id) {
			continue
		}
		list[i].pid = term.Undefined
		if s.strategy == restForOne {
			affected = i + 1
		}
	}
	before := list[affected:]
	after, failed, reason := s.startChildren(self, s.terminateChildren(self, list[:affected]))
	s.setChildren(append(after, before...))
	if reason == nil {
		return nil
	}
	pid := restartingPID(term.Undefined)
	if term.Same(failed, c.id) {
		pid = restartingPID(c.pid)
	}
	s.setPID(failed, pid)
	return failed
}
