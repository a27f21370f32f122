package observe

import (
	"fmt"
	"strings"

	"gex/runtime/term"
)

// Why tells in sentences why a process is gone: the chain of links and signals
// from it back to the one that ended by itself. Explain words the reason of
// that one; it may be nil.
func (l *Log) Why(pid term.PID, explain func(reason term.Term) string) string {
	a := l.Actor(pid)
	switch {
	case a == nil:
		return fmt.Sprintf("Nothing is known of #PID<%s>.\n", pid)
	case !a.Gone:
		return a.Sentence() + " is alive.\n" + l.lost(pid)
	}
	var b strings.Builder
	seen := make(map[uint32]bool)
	fmt.Fprintf(&b, "%s exited %swith the reason %s.\n", a.Sentence(), a.when(), reasonText(a.Reason))
	for a.Cause.Identity != nil && !seen[a.PID.Number] {
		seen[a.PID.Number] = true
		cause := l.Actor(a.Cause)
		if cause == nil {
			cause = &Actor{PID: a.Cause}
		}
		if first := l.sibling(a, cause); first != nil {
			fmt.Fprintf(&b, "%s shut it down, because %s had exited with %s.\n", cause.Sentence(), first.Sentence(), reasonText(first.Reason))
			a = first
			break
		}
		b.WriteString(a.because(cause))
		if a.Signal {
			return b.String()
		}
		a = cause
	}
	return b.String() + a.byItself(explain)
}

// lost tells which handlers an event manager has lost, and that it lives on.
func (l *Log) lost(manager term.PID) string {
	var b strings.Builder
	for _, r := range l.removals {
		if r.Manager == manager {
			b.WriteString(r.Sentence() + ".\n")
		}
	}
	if b.Len() > 0 {
		b.WriteString("A manager goes on without a handler that is gone.\n")
	}
	return b.String()
}

// sibling returns the child of the supervisor cause whose end had it shut down
// a too, nil if a went for another reason.
func (l *Log) sibling(a, cause *Actor) *Actor {
	if !a.Signal || reasonText(a.Reason) != ":shutdown" || a.Parent != cause.PID || cause.Gone && cause.Died <= a.Died {
		return nil
	}
	var first *Actor
	for _, other := range l.actors {
		if other != a && other.Gone && other.Parent == cause.PID && other.Step == a.Step && other.Died <= a.Died &&
			reasonText(other.Reason) != ":shutdown" && (first == nil || other.Died > first.Died) {
			first = other
		}
	}
	return first
}

// Sentence is what a process is called in a sentence: its name or what it is,
// and its pid.
func (a *Actor) Sentence() string {
	pid := "#PID<" + a.PID.String() + ">"
	switch {
	case a.Name != "" && a.Role != "" && a.Role != a.Name:
		return pid + " (" + a.Name + ", " + a.Role + ")"
	case a.Name != "" || a.Role != "":
		return pid + " (" + a.Title() + ")"
	}
	return pid
}

func (a *Actor) when() string {
	if a.Step == 0 {
		return ""
	}
	return fmt.Sprintf("at input %d ", a.Step)
}

// because tells how the end of cause, or its signal, ended a.
func (a *Actor) because(cause *Actor) string {
	switch {
	case a.Signal && cause.PID == a.PID:
		return "It sent the exit signal to itself.\n"
	case a.Signal && inspected(a.Reason) == ":killed":
		return cause.Sentence() + " sent it the exit signal :kill, which nobody can trap.\n"
	case a.Signal:
		return cause.Sentence() + " sent it the exit signal " + inspected(a.Reason) + ", and it did not trap exits.\n"
	}
	return fmt.Sprintf("It was linked to %s, which exited with %s, and it did not trap exits.\n", cause.Sentence(), reasonText(cause.Reason))
}

// byItself tells of the end of a process that nobody else ended.
func (a *Actor) byItself(explain func(term.Term) string) string {
	pid := "#PID<" + a.PID.String() + ">"
	switch reason := inspected(a.Reason); {
	case reason == ":normal":
		return pid + " ended by itself: it had done what it was to do, or was asked to stop.\n"
	case reason == ":shutdown" || strings.HasPrefix(reason, "{:shutdown"):
		return pid + " ended in an orderly way: it was told to shut down.\n"
	case reason == ":killed":
		return pid + " was killed.\n"
	case explain != nil:
		return pid + " ended by itself: " + explain(a.Reason) + "\n"
	}
	return pid + " ended by itself.\n"
}
