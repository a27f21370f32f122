package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds monitors and aliases.

func processMonitor(self *process.Process, a []term.Term) (term.Term, error) {
	return monitor(self, args{term.Atom("process"), a[0]}, process.MonitorOptions{})
}

func erlangMonitor(self *process.Process, a []term.Term) (term.Term, error) {
	var options process.MonitorOptions
	if len(a) == 3 {
		var ok bool
		if options, ok = process.ParseMonitorOptions(a[2]); !ok {
			return nil, exception.BadArgCause("badopt", "erlang", "monitor", a...)
		}
	}
	return monitor(self, a, options)
}

// monitor is monitor of type and item.
func monitor(self *process.Process, a args, options process.MonitorOptions) (term.Term, error) {
	switch a[0] {
	case term.Term(term.Atom("process")):
	case term.Term(term.Atom("port")):
		return nil, badarg("erlang", "monitor", a...)
	case term.Term(term.Atom("time_offset")):
		if a[1] == term.Term(term.Atom("clock_service")) {
			return self.Node().MakeRef(), nil // the offset never changes
		}
		return nil, badarg("erlang", "monitor", a...)
	default:
		return nil, exception.BadArgCause("badtype", "erlang", "monitor", a...)
	}
	switch item := a[1].(type) {
	case term.PID, term.Atom:
		return self.MonitorWith(item, options), nil
	case term.Tuple:
		if name, ok := localName(self, item); ok {
			return self.MonitorWith(name, options), nil
		}
	}
	return nil, badarg("erlang", "monitor", a...)
}

func processDemonitor(self *process.Process, a []term.Term) (term.Term, error) {
	ref, ok := a[0].(term.Ref)
	options, isList := term.Slice(a[1])
	if !ok {
		return nil, badarg("erlang", "demonitor", withoutNone(a)...)
	}
	flush, info := false, false
	for _, o := range options {
		switch o {
		case term.Term(term.Atom("flush")):
			flush = true
		case term.Term(term.Atom("info")):
			info = true
		default:
			isList = false
		}
	}
	if !isList {
		return nil, badarg("erlang", "demonitor", a...)
	}
	there := self.Demonitor(ref)
	if flush && !there {
		there = !self.FlushDown(ref) && there
	}
	return term.Bool(there || !info), nil
}

func erlangAlias(self *process.Process, a []term.Term) (term.Term, error) {
	options, ok := term.Slice(a[0])
	once := false
	for _, o := range options {
		switch o {
		case term.Term(term.Atom("reply")):
			once = true
		case term.Term(term.Atom("explicit_unalias")):
		default:
			ok = false
		}
	}
	switch {
	case !ok:
		return nil, badarg("erlang", "alias", a...)
	case once:
		return self.AliasOnce(), nil
	}
	return self.Alias(), nil
}

func processUnalias(self *process.Process, a []term.Term) (term.Term, error) {
	ref, ok := a[0].(term.Ref)
	if !ok {
		return nil, badarg("erlang", "unalias", a...)
	}
	return term.Bool(self.Unalias(ref)), nil
}
