package gen

import (
	"errors"
	"slices"
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// ErrIgnore is the error of a start function whose init answered :ignore.
var ErrIgnore = errors.New("the process was not started: init returned ignore")

// StartError is the error of a start function that answers {:error, Reason}.
type StartError struct{ Reason term.Term }

// Error returns the reason for Go programmers.
func (e *StartError) Error() string { return "the process was not started" }

// Options are the options of start functions; see ParseOptions.
type Options struct {
	Link proclib.Link
	// Name is {:local, atom}, {:global, term}, {:via, module, term} or nil.
	Name term.Term
	// Timeout for the start; 0 waits for ever.
	Timeout time.Duration
	// HibernateAfter is how long a server may idle before it hibernates by
	// itself; 0 is for ever.
	HibernateAfter time.Duration
	// Debug is the value of the option debug, nil if there is none.
	Debug term.Term
	// given are the options as they were given.
	given term.Term
	// spawn is the value of the option spawn_opt, nil if there is none.
	spawn term.Term
}

// Drop returns the options without those that the caller has taken out before
// it hands the rest to gen.
func (o Options) Drop(names ...term.Atom) Options {
	var rest []term.Term
	for option := range term.Elements(o.given) {
		if !slices.Contains(names, term.Tag(option, 2)) {
			rest = append(rest, option)
		}
	}
	o.given = term.List(rest...)
	return o
}

// ParseOptions reads the options timeout, hibernate_after and debug and
// spawn_opt of a list and skips others.
func ParseOptions(list term.Term) Options {
	o := Options{given: list}
	for element := range term.Elements(list) {
		pair, ok := element.(term.Tuple)
		if !ok || len(pair) != 2 {
			continue
		}
		switch pair[0] {
		case term.Term(term.Atom("timeout")):
			o.Timeout = proclib.BadTimeout
			if d, ok := ParseTimeout(pair[1]); ok {
				o.Timeout = proclib.StartTimeout(d)
			}
		case term.Term(term.Atom("hibernate_after")):
			o.HibernateAfter = positive(pair[1])
		case term.Term(term.Atom("debug")):
			o.Debug = pair[1]
		case term.Term(term.Atom("spawn_opt")):
			o.spawn = pair[1]
		}
	}
	return o
}

// positive returns a timeout in the form of Options.
func positive(timeout term.Term) time.Duration {
	d, ok := ParseTimeout(timeout)
	switch {
	case !ok || d == process.Forever:
		return 0
	case d == 0:
		return 1
	}
	return d
}

// Init is the first part of a server, run in its process after the name has
// been registered: it acknowledges to starter and goes on as a server, or ends.
type Init func(self *process.Process, starter, parent term.PID) error

// Server says what Start starts: a module of a behaviour with arguments, and
// what runs in its process.
type Server struct {
	Behaviour, Module term.Atom
	Args              term.Term
	Initial           process.MFA
	Init              Init
}

// call is what proc_lib is asked to start for a server.
func (s Server) call(self *process.Process, o Options) []term.Term {
	parent := term.Term(self.PID())
	if o.Link == proclib.NoLink {
		parent = term.Atom("self")
	}
	args := []term.Term{s.Behaviour, self.PID(), parent}
	if o.Name != nil {
		args = append(args, o.Name)
	}
	return []term.Term{term.Atom("gen"), term.Atom("init_it"), term.List(append(args, s.Module, s.Args, o.given)...)}
}

// Start starts a server and blocks until it has acknowledged; see
// proclib.Start. The parent that its Init is given is the caller for linked and
// monitored processes and the process itself otherwise. With a name that is
// taken the error is {:already_started, pid}. The reference is that of the
// monitor, if one was asked for.
func Start(self *process.Process, o Options, server Server) (term.PID, term.Ref, error) {
	if o.Name != nil {
		pid, taken, err := Where(self, o.Name)
		if err != nil {
			return term.PID{}, term.Ref{}, exception.In(err, frame("start", 6, lineStart))
		}
		if taken {
			return term.PID{}, term.Ref{}, &StartError{alreadyStarted(pid)}
		}
	}
	if _, proper := term.Slice(o.given); o.given != nil && !proper {
		return term.PID{}, term.Ref{}, exception.BadArg("lists", "keyfind", term.Atom("timeout"), term.Int(1), o.given).
			In(frame("timeout", 1, lineTimeout), optionsFrame(o.Link, o.Name != nil))
	}
	starter := self.PID()
	started := proclib.Start(self, func(self *process.Process) error {
		parent := starter
		if o.Link == proclib.NoLink {
			parent = self.PID()
		}
		return initIt(self, o, starter, parent, server.Init)
	}, proclib.StartOptions{Link: o.Link, Initial: server.Initial, Timeout: o.Timeout, Options: o.spawn,
		Call: func() []term.Term { return server.call(self, o) }})
	if started.Err != nil {
		if o.Link == proclib.Monitored {
			return term.PID{}, term.Ref{}, exception.In(started.Err, monitoredFrame(o.Name != nil))
		}
		return term.PID{}, term.Ref{}, started.Err
	}
	if err := result(started); err != nil {
		if o.Link == proclib.Monitored {
			self.Receive(func(m term.Term) bool { return process.IsDown(m, started.Monitor) })
		}
		return term.PID{}, term.Ref{}, err
	}
	return started.PID, started.Monitor, nil
}

func alreadyStarted(pid term.Term) term.Term {
	return term.Tuple{term.Atom("already_started"), pid}
}

func initIt(self *process.Process, o Options, starter, parent term.PID, init Init) error {
	if o.Name != nil {
		taken, err := register(self, o.Name)
		if err != nil {
			return err
		}
		if taken != nil {
			proclib.InitAck(self, starter, term.Tuple{term.ErrorAtom, alreadyStarted(taken)})
			return nil
		}
	}
	return init(self, starter, parent)
}

// result turns what a process acknowledged into the error of its start.
func result(s proclib.Started) error {
	if s.Ack == nil {
		return &StartError{s.Reason}
	}
	switch term.Tag(s.Ack, 2) {
	case term.OK:
		return nil
	case term.ErrorAtom:
		return &StartError{s.Ack.(term.Tuple)[1]}
	}
	return ErrIgnore
}

// StartResult spells the results of a start function as OTP does: {:ok, pid},
// {:ok, {pid, ref}} if the reference of a monitor is given, :ignore or
// {:error, reason}. Exceptions stay errors.
func StartResult(pid term.PID, monitor term.Ref, err error) (term.Term, error) {
	var failed *StartError
	switch {
	case err == nil && monitor != term.Ref{}:
		return term.Tuple{term.OK, term.Tuple{pid, monitor}}, nil
	case err == nil:
		return term.Tuple{term.OK, pid}, nil
	case errors.Is(err, ErrIgnore):
		return term.Atom("ignore"), nil
	case errors.As(err, &failed):
		return term.Tuple{term.ErrorAtom, failed.Reason}, nil
	}
	return nil, err
}

// Catch prepares an exception that a behaviour has caught from a callback: it
// adds the frames of the behaviour, innermost first, and keeps as many frames
// as the Erlang machine does.
func Catch(err error, frames ...exception.Frame) *exception.Error {
	x := exception.As(err).In(frames...)
	if len(x.Stack) > exception.MaxDepth {
		x.Stack = x.Stack[:exception.MaxDepth]
	}
	return x
}
