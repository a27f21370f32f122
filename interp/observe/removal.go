package observe

import (
	"fmt"

	"gex/runtime/process"
	"gex/runtime/term"
)

// Removal tells of a handler that an event manager does not have any more.
type Removal struct {
	Manager term.PID
	Handler string
	// Why is what its terminate got.
	Why  term.Term
	Step int
}

// Removals is the number of removals that are remembered.
const Removals = 200

// Removals returns what was removed, the oldest first.
func (l *Log) Removals() []Removal { return l.removals }

func (l *Log) removed(e process.Event, step int) {
	t, ok := e.Message.(term.Tuple)
	if !ok || len(t) != 2 {
		return
	}
	if len(l.removals) == Removals {
		l.removals = l.removals[1:]
	}
	l.removals = append(l.removals, Removal{Manager: e.From, Handler: inspected(t[0]), Why: t[1], Step: step})
}

// Sentence says when and why the handler was removed.
func (r Removal) Sentence() string {
	return fmt.Sprintf("%s was removed from #PID<%s> at input %d: %s", r.Handler, r.Manager, r.Step, r.why())
}

func (r Removal) why() string {
	switch t := r.Why.(type) {
	case term.Atom:
		switch t {
		case "remove_handler":
			return "a callback of its own returned :remove_handler"
		case "stop":
			return "the manager was stopped"
		}
	case term.Tuple:
		switch {
		case term.Tag(t, 2) == term.ErrorAtom:
			return "it crashed with " + reasonText(t[1])
		case term.Tag(t, 2) == "stop":
			return "the process that it was added for exited with " + reasonText(t[1])
		}
	}
	return "somebody asked for it, with " + inspected(r.Why)
}
