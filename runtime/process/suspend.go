package process

import (
	"slices"

	"gex/runtime/term"
)

// Suspension says how often one process has suspended another.
type Suspension struct {
	Target *Process
	Count  int
}

// suspension is what a process has that is suspended.
type suspension struct {
	count  int  // by all others
	queued bool // it still stands in the run queue
}

// Suspend has target not run until self, and all others who suspended it, have
// resumed it as often, or have ended. Messages and signals reach it meanwhile.
// Target must be alive and must not be self.
func (self *Process) Suspend(target *Process) {
	mine := self.suspensionOf(target)
	if mine == nil {
		m := self.more()
		m.suspending = append(m.suspending, Suspension{Target: target})
		mine = &m.suspending[len(m.suspending)-1]
	}
	mine.Count++
	s := &target.more().suspended
	if s.count++; s.count == 1 {
		s.queued = target.status == statusReady
		target.status = statusSuspended
	}
}

// Resume takes one Suspend of self back, and reports false if there is none.
func (self *Process) Resume(target *Process) bool {
	mine := self.suspensionOf(target)
	if mine == nil || target.status == statusDead {
		return false
	}
	if mine.Count--; mine.Count == 0 {
		m := self.rare
		m.suspending = slices.DeleteFunc(m.suspending, func(s Suspension) bool { return s.Target == target })
	}
	target.release(1)
	return true
}

// Suspending returns the living processes that p has suspended, the first first.
func (p *Process) Suspending() []Suspension {
	if p.rare == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.rare.suspending), func(s Suspension) bool { return s.Target.status == statusDead })
}

func (p *Process) suspensionOf(target *Process) *Suspension {
	if p.rare == nil {
		return nil
	}
	i := slices.IndexFunc(p.rare.suspending, func(s Suspension) bool { return s.Target == target })
	if i < 0 {
		return nil
	}
	return &p.rare.suspending[i]
}

// release takes n suspensions of p away. With the last one it goes on: where it
// stood in the run queue, or at its end, to look again at what it waits for.
func (p *Process) release(n int) {
	s := &p.rare.suspended
	if s.count -= n; s.count > 0 || p.status != statusSuspended {
		return
	}
	if s.queued {
		p.status = statusReady
		return
	}
	p.ready()
}

// releaseAll takes all suspensions by p back, which ends.
func (p *Process) releaseAll() {
	if p.rare == nil {
		return
	}
	for _, s := range p.rare.suspending {
		s.Target.release(s.Count)
	}
	p.rare.suspending = nil
}

// skipped is told that the run queue passed over p, which could not run.
func (p *Process) skipped() {
	switch p.status {
	case statusSuspended:
		p.rare.suspended.queued = false
	case statusCarrying:
		p.node.schedule.carry(p)
	}
}

// SuspendingTerm is the list of {pid, count, 0} that process_info shows.
func (p *Process) SuspendingTerm() term.Term {
	var list []term.Term
	for _, s := range p.Suspending() {
		list = append(list, term.Tuple{s.Target.pid, term.Int(s.Count), term.Int(0)})
	}
	return term.List(list...)
}
