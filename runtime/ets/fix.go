package ets

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// Fix notes that self fixes the table, or lets it go as often as it fixed it.
// Tables can be gone through while they change, fixed or not.
func (t *Table) Fix(self *process.Process, fix bool) {
	n := t.fixed[self.PID()]
	switch {
	case fix:
		if t.fixed == nil {
			t.fixed = make(map[term.PID]int)
		}
		t.fixed[self.PID()] = n + 1
	case n > 1:
		t.fixed[self.PID()] = n - 1
	default:
		delete(t.fixed, self.PID())
	}
}

// Fixed reports whether a live process fixes the table.
func (t *Table) Fixed() bool {
	for pid := range t.fixed {
		if process.Lookup(pid) != nil {
			return true
		}
	}
	return false
}
