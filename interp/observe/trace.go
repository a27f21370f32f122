package observe

import (
	"fmt"

	"gex/runtime/process"
	"gex/runtime/term"
)

// arrowsOf are the arrows of a line of a trace, by the way of a message.
var arrowsOf = [2]map[Way]string{
	{Async: "──>", Sync: "══>", Answer: "- ->"},
	{Async: "-->", Sync: "==>", Answer: "- ->"},
}

// Trace writes an event as a line about the processes that are traced: what
// they send, get, and how they end. It reports false for events without a line.
func Trace(e process.Event, traced map[term.PID]bool, ascii bool) (string, bool) {
	set := arrowsOf[0]
	if ascii {
		set = arrowsOf[1]
	}
	switch {
	case e.Kind == process.EventDeliver:
		return "", false
	case process.MessageEvents.Has(e.Kind):
		way, text := Message(e)
		if way == printing {
			return "", false
		}
		line := fmt.Sprintf("%s %s %s  %s", e.From, set[way], e.To, text)
		if e.Lost {
			line += "  (nobody is there)"
		} else if traced[e.To] && e.Queued > 1 {
			line += fmt.Sprintf("  (%d in the mailbox)", e.Queued)
		}
		return line, true
	case e.Kind == process.EventExit:
		return fmt.Sprintf("%s exits: %s", e.From, inspected(e.Message)), true
	case e.Kind == process.EventTimer:
		return fmt.Sprintf("%s gets from a timer  %s", e.To, inspected(e.Message)), true
	case e.To.Identity == nil || e.Kind == process.EventPrint:
		return fmt.Sprintf("%s %s %s", e.From, e.Kind, inspected(e.Message)), true
	}
	text := fmt.Sprintf("%s %s %s", e.From, e.Kind, e.To)
	if e.Message != nil && e.Kind != process.EventSpawn {
		text += " " + inspected(e.Message)
	}
	return text, true
}
