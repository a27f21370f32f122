package ets

import (
	"slices"
	"time"

	"gex/runtime/process"
	"gex/runtime/term"
)

// Fixing is who fixes a table, and since when on the two clocks of the node.
type Fixing struct {
	Monotonic time.Duration
	Time      time.Time
	times     map[term.PID]int
}

// Fix notes that self fixes the table, or lets it go as often as it fixed it.
// Tables can be gone through while they change, fixed or not.
func (t *Table) Fix(self *process.Process, fix bool) {
	pid, node := self.PID(), self.Node()
	switch {
	case fix && !t.Fixed():
		t.fixing = Fixing{node.Monotonic(), node.SystemTime(), map[term.PID]int{pid: 1}}
	case fix:
		t.fixing.times[pid]++
	case t.fixing.times[pid] > 1:
		t.fixing.times[pid]--
	default:
		delete(t.fixing.times, pid)
	}
}

// Fixing returns since when the table is fixed and the live processes that fix
// it, each with how often; there are none if it is not fixed.
func (t *Table) Fixing() (Fixing, []term.Term) {
	var by []term.Term
	for pid, n := range t.fixing.times {
		if process.Lookup(pid) != nil {
			by = append(by, term.Tuple{pid, term.Int(n)})
		}
	}
	slices.SortFunc(by, term.Compare)
	return t.fixing, by
}

// Fixed reports whether a live process fixes the table.
func (t *Table) Fixed() bool {
	_, by := t.Fixing()
	return len(by) > 0
}
