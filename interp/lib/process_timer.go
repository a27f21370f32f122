package lib

import (
	"slices"
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the timers of :erlang and Process.

type timersKey struct{}

// timersOf returns the timers that were started with send_after, by reference.
func timersOf(node *process.Node) map[term.Ref]*process.Timer {
	if timers, ok := node.Value(timersKey{}).(map[term.Ref]*process.Timer); ok {
		return timers
	}
	timers := make(map[term.Ref]*process.Timer)
	node.SetValue(timersKey{}, timers)
	return timers
}

// sendAfter starts a timer; wrap makes the message from the reference.
func sendAfter(self *process.Process, d time.Duration, dest term.Term, message func(term.Ref) term.Term) term.Ref {
	node := self.Node()
	ref := node.MakeRef()
	timers := timersOf(node)
	timers[ref] = node.After(d, func() {
		delete(timers, ref)
		pid, _ := dest.(term.PID)
		target := process.Lookup(pid)
		if name, ok := dest.(term.Atom); ok {
			target = node.Whereis(name)
		}
		if target != nil {
			m := message(ref)
			node.Emit(process.Event{Kind: process.EventTimer, To: target.PID(), Message: m})
			target.Deliver(m)
		}
	})
	return ref
}

// startTimer is send_after or start_timer with the arguments time,
// destination, message and maybe options.
func startTimer(self *process.Process, builtin string, a args, message func(term.Ref) term.Term) (term.Term, error) {
	ms, isInt := a[0].(term.Int)
	if !isDestination(a[1]) {
		return nil, badarg("erlang", builtin, a...)
	}
	abs := false
	if len(a) == 4 {
		var ok bool
		if abs, ok = onlyOption(a[3], "abs"); !ok {
			return nil, exception.BadArgCause("badopt", "erlang", builtin, a...)
		}
	}
	if !isInt || ms < 0 && !abs {
		return nil, badarg("erlang", builtin, a...)
	}
	d := time.Duration(ms) * time.Millisecond
	if abs {
		d -= self.Node().Monotonic()
	}
	return sendAfter(self, d, a[1], message), nil
}

// onlyOption reads a list of options that may hold one with a boolean value.
func onlyOption(list term.Term, name term.Atom) (on, ok bool) {
	values, ok := boolOptions(list, name)
	return values[name], ok
}

// boolOptions reads a list of options that have boolean values.
func boolOptions(list term.Term, names ...term.Atom) (map[term.Atom]bool, bool) {
	values := map[term.Atom]bool{}
	options, ok := term.Slice(list)
	for _, o := range options {
		t, _ := o.(term.Tuple)
		if len(t) != 2 || t[1] != term.Term(term.True) && t[1] != term.Term(term.False) || !slices.ContainsFunc(names, func(n term.Atom) bool { return t[0] == term.Term(n) }) {
			return nil, false
		}
		values[t[0].(term.Atom)] = t[1] == term.Term(term.True)
	}
	return values, ok
}

func isDestination(t term.Term) bool {
	switch t.(type) {
	case term.PID, term.Atom:
		return true
	}
	return false
}

func milliseconds(d time.Duration) term.Int { return term.Int(d / time.Millisecond) }

func constant(message term.Term) func(term.Ref) term.Term {
	return func(term.Ref) term.Term { return message }
}

func processSendAfter(self *process.Process, a []term.Term) (term.Term, error) {
	return startTimer(self, "send_after", withoutNone(args{a[2], a[0], a[1], a[3]}), constant(a[1]))
}

func erlangSendAfter(self *process.Process, a []term.Term) (term.Term, error) {
	return startTimer(self, "send_after", a, constant(a[2]))
}

func erlangStartTimer(self *process.Process, a []term.Term) (term.Term, error) {
	return startTimer(self, "start_timer", a, func(ref term.Ref) term.Term {
		return term.Tuple{term.Atom("timeout"), ref, a[2]}
	})
}

// withoutNone drops options at the end of arguments if there are none, since
// the function is the one without options then.
func withoutNone(a args) args {
	if last := len(a) - 1; last > 0 && a[last] == term.Term(term.Empty) {
		return a[:last]
	}
	return a
}

// timerOptions checks a reference and the options of the timer functions.
func timerOptions(builtin string, a args, names ...term.Atom) (term.Ref, map[term.Atom]bool, error) {
	ref, isRef := a[0].(term.Ref)
	options, ok := map[term.Atom]bool{}, true
	if len(a) == 2 {
		options, ok = boolOptions(a[1], names...)
	}
	switch {
	case !isRef:
		return ref, nil, badarg("erlang", builtin, withoutNone(a)...)
	case !ok:
		return ref, nil, exception.BadArgCause("badopt", "erlang", builtin, a...)
	}
	return ref, options, nil
}

// timerAnswer is what cancel_timer and read_timer answer: at once, or with a
// message if that was asked for.
func timerAnswer(self *process.Process, tag term.Atom, ref term.Ref, d time.Duration, running bool, o map[term.Atom]bool) term.Term {
	var left term.Term = term.False
	if running {
		left = milliseconds(d)
	}
	info, asked := o["info"]
	switch {
	case o["async"] && (info || !asked):
		self.Deliver(term.Tuple{tag, ref, left})
		return term.OK
	case o["async"] || asked && !info:
		return term.OK
	}
	return left
}

func processCancelTimer(self *process.Process, a []term.Term) (term.Term, error) {
	ref, options, err := timerOptions("cancel_timer", a, "async", "info")
	if err != nil {
		return nil, err
	}
	timers := timersOf(self.Node())
	left, running := timers[ref].Cancel()
	delete(timers, ref)
	return timerAnswer(self, "cancel_timer", ref, left, running, options), nil
}

func processReadTimer(self *process.Process, a []term.Term) (term.Term, error) {
	ref, options, err := timerOptions("read_timer", a, "async")
	if err != nil {
		return nil, err
	}
	left, running := timersOf(self.Node())[ref].Left()
	return timerAnswer(self, "read_timer", ref, left, running, options), nil
}
