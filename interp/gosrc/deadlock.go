package gosrc

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
)

// BreakDeadlock fails what keeps p waiting for ever at a channel or a lock, p
// itself or a process that it waits for, and reports whether there is such a
// process. It is for a node in which nothing happens by itself any more. The
// exception, which learner code cannot recover from, says who waits where.
func BreakDeadlock(p *process.Process) bool {
	asleep := p.Node().Deadlocked(p)
	if asleep == nil {
		return false
	}
	var who []string
	who = append(who, inspect.Inspect(asleep.PID(), inspect.Options{})+" waits "+asleep.Blocked().String())
	for _, t := range asleep.Threads() {
		if on := t.Blocked(); on != nil {
			who = append(who, "a goroutine of it waits "+on.String())
		}
	}
	asleep.Fail(exception.New("RuntimeError", "all goroutines are asleep - deadlock! "+strings.Join(who, "; ")))
	return true
}
