package interp

import (
	"slices"

	"gex/interp/observe"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/term"
)

// shownProcesses are those of the learner, or all if system is said.
func (s *Session) shownProcesses(all bool) []*process.Process {
	list := s.node.Processes()
	return slices.DeleteFunc(slices.Clone(list), func(p *process.Process) bool { return p.System() && !all })
}

// showProcesses is /ps.
func (s *Session) showProcesses(argument string) string {
	return s.processTable(argument, "ps", observe.ByPID)
}

// showTraffic is /top.
func (s *Session) showTraffic(argument string) string {
	return s.processTable(argument, "top", observe.ByTraffic)
}

func (s *Session) processTable(argument, command string, order observe.Order) string {
	if argument != "" && argument != "all" {
		return "Say /" + command + ", or /" + command + " all to see those of the system too.\n"
	}
	var rows []observe.Process
	for _, p := range s.shownProcesses(argument == "all") {
		rows = append(rows, observe.Process{
			Actor: s.sight.log.Alive(p.PID()), State: stateOf(p),
			Mailbox: p.MailboxLen(), Links: len(p.Links()), Monitors: len(p.Monitors()),
		})
	}
	return observe.Table(rows, order, s.style())
}

// stateOf is what a process is at, as a word.
func stateOf(p *process.Process) string {
	suspended, ok := p.Server().(interface{ Suspended() bool })
	switch {
	case ok && suspended.Suspended():
		return "suspended"
	case p.Busy():
		return "busy"
	case p.Hibernated():
		return "hibernating"
	}
	return string(p.Status())
}

// showTree is /tree.
func (s *Session) showTree(argument string) string {
	if argument != "" && argument != "all" {
		return "Say /tree, or /tree all to see the processes of the system too.\n"
	}
	var now observe.Tree
	for _, p := range s.shownProcesses(argument == "all") {
		now = append(now, s.branch(p))
	}
	text := now.Text(s.sight.looked[argument], s.style())
	s.sight.looked[argument] = now
	return text
}

// branch is a process as /tree shows it.
func (s *Session) branch(p *process.Process) observe.Branch {
	b := observe.Branch{Actor: s.sight.log.Alive(p.PID())}
	for _, pid := range p.Links() {
		other := process.Lookup(pid)
		switch {
		case pid == p.Parent():
			b.Linked = true
		case other != nil && other.Parent() != p.PID() && pid.Number > p.PID().Number:
			b.Links = append(b.Links, pid)
		}
	}
	for _, item := range p.Monitors() {
		if pid, ok := item.(term.PID); ok && !slices.Contains(b.Monitors, pid) {
			b.Monitors = append(b.Monitors, pid)
		}
	}
	if list, ok := genevent.Handlers(p); ok {
		handlers, _ := term.Slice(list)
		for _, h := range handlers {
			b.Handlers = append(b.Handlers, oneLine(h))
		}
	}
	return b
}
