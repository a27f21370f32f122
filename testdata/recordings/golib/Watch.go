package main

import (
	. "gex/runtime/otp"
	"slices"
)

// Watch tells its owner who dies.
type Watch struct{ UseGenServer }

type watch struct {
	owner PID
	refs  map[Ref]string
}

func (Watch) StartLink(owner PID) (PID, error) { return GenServer.StartLink(Watch{}, owner) }

func (Watch) Init(owner PID) Result {
	Process.TrapExit(true)
	return OK(&watch{owner, map[Ref]string{}})
}

func (Watch) HandleCall(request, from Term, w *watch) Result {
	var name Atom
	var pid PID
	switch {
	case Match(request, "{:monitor, name, pid}", &name, &pid):
		w.refs[Process.Monitor(pid)] = string(name)
		return Reply(Atom("ok"), w)
	case Match(request, "{:forget, name}", &name):
		for ref, n := range w.refs {
			if n == string(name) {
				Process.Demonitor(ref)
				delete(w.refs, ref)
				return Reply(Atom("ok"), w)
			}
		}
		return Reply(Atom("error"), w)
	case Match(request, "{:link, pid}", &pid):
		Process.Link(pid)
		return Reply(true, w)
	case request == Atom("names"):
		var names []string
		for _, n := range w.refs {
			names = append(names, n)
		}
		slices.Sort(names)
		var atoms []Term
		for _, n := range names {
			atoms = append(atoms, Atom(n))
		}
		return Reply(append([]Term{}, atoms...), w)
	}
	return BadCall(request)
}

func (Watch) HandleInfo(message Term, w *watch) Result {
	var ref Ref
	var reason Term
	switch {
	case Match(message, "{:DOWN, ref, :process, _, reason}", &ref, &reason):
		Send(w.owner, T("down", Atom(w.refs[ref]), reason))
		delete(w.refs, ref)
	case Match(message, "{:EXIT, _, reason}", &reason):
		Send(w.owner, T("exit", reason))
	default:
		return BadCall(message)
	}
	return NoReply(w)
}

func (Watch) Terminate(reason Term, w *watch) Term {
	return Send(w.owner, T("terminate", reason, len(w.refs)))
}
