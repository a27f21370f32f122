package interp

import (
	"slices"

	"gex/interp/observe"
	"gex/runtime/process"
	"gex/runtime/term"
)

// watched is a process whose state is shown when it changes.
type watched struct {
	process *process.Process
	pid     term.PID
	state   string
}

// toggleWatch is /watch.
func (s *Session) toggleWatch(argument string) string {
	pid, problem := s.findPID("watch", argument)
	if i := slices.IndexFunc(s.sight.watched, func(w watched) bool { return w.pid == pid }); problem == "" && i >= 0 {
		s.sight.watched = slices.Delete(s.sight.watched, i, i+1)
		return "#PID<" + pid.String() + "> is not watched any more.\n"
	}
	p, problem := s.livePID("watch", argument)
	if problem != "" {
		return problem
	}
	state, ok := stateText(p)
	if !ok {
		return s.called(pid) + " is no server: it has no state to show.\n"
	}
	s.sight.watched = append(s.sight.watched, watched{p, pid, state})
	return s.called(pid) + " has the state " + state + "\n"
}

// stateText is the state of a server, without asking it.
func stateText(p *process.Process) (string, bool) {
	server, ok := p.Server().(interface {
		GetState(*process.Process) (term.Term, error)
	})
	if !ok {
		return "", false
	}
	state, err := server.GetState(p)
	if err != nil {
		return "", false
	}
	return oneLine(state), true
}

// called is a process as sentences name it.
func (s *Session) called(pid term.PID) string { return s.sight.log.Alive(pid).Sentence() }

// showWatched shows the states that have changed.
func (s *Session) showWatched() {
	var left []watched
	for _, w := range s.sight.watched {
		state, ok := stateText(w.process)
		switch {
		case !w.process.Alive():
			s.notice("watch: " + s.sight.log.Alive(w.pid).Sentence() + " is gone: " + oneLine(w.process.ExitReason()))
			continue
		case ok && state != w.state:
			s.notice("watch: " + s.called(w.pid) + " " + state)
			w.state = state
		}
		left = append(left, w)
	}
	s.sight.watched = left
}

func (s *Session) notice(line string) {
	s.print(Output{Kind: Notice, Text: line + "\n"})
}

// toggleTrace is /trace.
func (s *Session) toggleTrace(argument string) string {
	pid, problem := s.findPID("trace", argument)
	if problem == "" && s.sight.traced[pid] {
		delete(s.sight.traced, pid)
		return "#PID<" + pid.String() + "> is not traced any more.\n"
	}
	p, problem := s.livePID("trace", argument)
	if problem != "" {
		return problem
	}
	s.sight.traced[p.PID()] = true
	return s.called(p.PID()) + " is traced.\n"
}

// printTrace prints an event if it is one of a process that is traced.
func (s *Session) printTrace(e process.Event) {
	if !s.sight.traced[e.From] && !s.sight.traced[e.To] {
		return
	}
	if text, ok := observe.Trace(e, s.sight.traced, s.options.ASCII); ok {
		s.notice("trace: " + text)
	}
	if e.Kind == process.EventExit {
		delete(s.sight.traced, e.From)
	}
}

// lookOn watches and traces the processes that were looked at before the
// session began anew: those of the same numbers.
func (s *Session) lookOn(before sight) {
	for _, w := range before.watched {
		if p, problem := s.livePID("watch", w.pid.String()); problem == "" {
			state, _ := stateText(p)
			s.sight.watched = append(s.sight.watched, watched{p, p.PID(), state})
		}
	}
	for pid := range before.traced {
		if p, problem := s.livePID("trace", pid.String()); problem == "" {
			s.sight.traced[p.PID()] = true
		}
	}
}
