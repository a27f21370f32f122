package interp

import (
	"strconv"
	"strings"

	"gex/interp/observe"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

// pidArgument matches pids as they are printed, with as much around them as
// somebody copies.
var pidArgument = late.Regexp(`^(?:#PID)?<?0\.(\d+)\.(\d+)>?$|^pid\("?(?:0\.|0, ?)(\d+)(?:\.|, ?)(\d+)"?\)$`)

// findPID returns the process that the argument of a command names: a pid, a
// registered name, a variable, self(), or what only one process is, as its
// module. Otherwise it says why not.
func (s *Session) findPID(command, argument string) (pid term.PID, problem string) {
	switch {
	case argument == "":
		return pid, "Name a process, as in: /" + command + " 0.109.0\n"
	case argument == "self()" || argument == "self" || argument == "shell":
		return s.shell.process.PID(), ""
	}
	if m := pidArgument().FindStringSubmatch(argument); m != nil {
		number, _ := strconv.ParseUint(m[1]+m[3], 10, 32)
		serial, _ := strconv.ParseUint(m[2]+m[4], 10, 32)
		return s.knownPID(uint32(number), uint32(serial)), ""
	}
	if value, ok := s.env.Lookup(argument); ok {
		return s.pidOfValue(argument, value)
	}
	for _, name := range []term.Atom{term.Atom(strings.TrimPrefix(argument, ":")), term.Alias(argument)} {
		if p := s.node.Whereis(name); p != nil {
			return p.PID(), ""
		}
	}
	return s.pidOfRole(argument)
}

// knownPID returns the pid with the numbers, which may be gone.
func (s *Session) knownPID(number, serial uint32) term.PID {
	pid := s.node.PID(number, serial)
	if a := s.sight.log.Actor(pid); a != nil {
		return a.PID
	}
	return pid
}

// pidOfValue takes the pid out of the value of a variable.
func (s *Session) pidOfValue(name string, value term.Term) (pid term.PID, problem string) {
	if term.Tag(value, 2) == term.OK {
		value = value.(term.Tuple)[1]
	}
	switch v := value.(type) {
	case term.PID:
		return v, ""
	case term.Atom:
		if p := s.node.Whereis(v); p != nil {
			return p.PID(), ""
		}
	case *term.Map:
		if p, ok := v.Get(term.Atom("pid")); ok {
			if pid, ok := p.(term.PID); ok {
				return pid, ""
			}
		}
	}
	return pid, "The variable " + name + " is bound to no process.\n"
}

// pidOfRole finds the only process that is what the argument says, the living
// before the dead.
func (s *Session) pidOfRole(argument string) (pid term.PID, problem string) {
	s.sight.log.Refresh()
	var alive, gone []*observe.Actor
	for _, a := range s.sight.log.Known() {
		switch {
		case a.System || a.Role != argument && a.Behaviour != argument && a.Name != argument && a.Name != ":"+argument:
		case a.Gone:
			gone = append(gone, a)
		default:
			alive = append(alive, a)
		}
	}
	found := alive
	if len(found) == 0 {
		found = gone
	}
	switch len(found) {
	case 0:
		return pid, "There is no process " + argument + ". /ps lists those there are.\n"
	case 1:
		return found[0].PID, ""
	}
	var pids []string
	for _, a := range found {
		pids = append(pids, a.PID.String())
	}
	return pid, "There are several processes " + argument + ": " + strings.Join(pids, ", ") + ".\n"
}

// livePID is findPID for processes that must be alive.
func (s *Session) livePID(command, argument string) (*process.Process, string) {
	pid, problem := s.findPID(command, argument)
	if problem != "" {
		return nil, problem
	}
	p := process.Lookup(pid)
	if p == nil {
		return nil, "#PID<" + pid.String() + "> is not alive. /why " + pid.String() + " may tell more.\n"
	}
	return p, ""
}
