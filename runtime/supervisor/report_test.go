package supervisor

import (
	"testing"

	"gex/runtime/term"
)

// TestStoppedWell goes through the ends of children that were told to stop.
func TestStoppedWell(t *testing.T) {
	killed, shut := term.Term(term.Atom("killed")), term.Term(shutdownAtom)
	for _, c := range []struct {
		shutdown term.Term
		restart  term.Atom
		reason   term.Term
		want     bool
	}{
		{brutalKill, permanent, killed, true},
		{brutalKill, permanent, shut, false},
		{brutalKill, transient, shut, true},
		{term.Int(5), permanent, shut, true},
		{term.Int(5), permanent, killed, false},
		{term.Int(5), temporary, killed, false},
		{term.Int(5), permanent, term.Normal, false},
		{term.Int(5), temporary, term.Normal, true},
		{term.Int(5), permanent, term.Tuple{shut, term.Int(1)}, false},
		{term.Int(5), transient, term.Tuple{shut, term.Int(1)}, true},
	} {
		if got := (child{shutdown: c.shutdown, restart: c.restart}).stoppedWell(c.reason); got != c.want {
			t.Errorf("a %s child with shutdown %v that ended with %v stopped well: %v, want %v", c.restart, c.shutdown, c.reason, got, c.want)
		}
	}
}
