package lib

import (
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

var timerModule = Module{
	Name: "timer",
	Doc:  "Erlang's timers. Times are in milliseconds.",
	Functions: []Function{
		{"sleep", "time", "Waits for so many milliseconds, or for ever with `:infinity`.", timerSleep},
		{"send_after", "time, message", "Sends a message to this process later: `{:ok, timer}`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return timerSendAfter(self, args{a[0], self.PID(), a[1]})
		}},
		{"send_after", "time, destination, message", "Sends a message later: `{:ok, timer}`.", timerSendAfter},
		{"send_interval", "time, message", "Sends a message to this process again and again.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return timerSendInterval(self, args{a[0], self.PID(), a[1]})
		}},
		{"send_interval", "time, destination, message", "Sends a message again and again: `{:ok, timer}`.", timerSendInterval},
		{"apply_after", "time, module, function, arguments", "Calls a function later, in a process of its own.", timerApplyAfter},
		{"apply_interval", "time, module, function, arguments", "Calls a function again and again, in a process of its own each time.", timerApplyInterval},
		{"exit_after", "time, reason", "Sends this process an exit signal later.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return timerExitAfter(self, args{a[0], self.PID(), a[1]})
		}},
		{"exit_after", "time, pid, reason", "Sends a process an exit signal later.", timerExitAfter},
		{"kill_after", "time", "Kills this process later.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return timerExitAfter(self, args{a[0], self.PID(), term.Atom("kill")})
		}},
		{"kill_after", "time, pid", "Kills a process later.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return timerExitAfter(self, args{a[0], a[1], term.Atom("kill")})
		}},
		{"now_diff", "later, earlier", "The microseconds between two times of `:erlang.timestamp/0`.", timerNowDiff},
		{"cancel", "timer", "Stops a timer: `{:ok, :cancel}`.", timerCancel},
		{"seconds", "seconds", "Milliseconds.", multiple(1000)},
		{"minutes", "minutes", "Milliseconds.", multiple(60_000)},
		{"hours", "hours", "Milliseconds.", multiple(3_600_000)},
		{"hms", "hours, minutes, seconds", "Milliseconds.", timerHMS},
		{"tc", "fun", "`{microseconds, result}` of calling `fun`.", timerTC},
		{"tc", "fun, arguments", "`{microseconds, result}` of calling `fun` with arguments.", timerTC},
		{"tc", "module, function, arguments", "`{microseconds, result}` of calling a function.", timerTC},
	},
}

func timerSleep(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timeoutOf(a[0])
	if !ok {
		return nil, exception.Raise(term.Atom("timeout_value")).In(in("timer", "sleep", 1, 219))
	}
	self.SetWaitsIn(&timerSleeps)
	self.Sleep(d)
	return term.OK, nil
}

func timerResult(ref term.Term, kind string) term.Term {
	return okTuple(term.Tuple{term.Atom(kind), ref})
}

func timerSendAfter(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timeoutOf(a[0])
	if !ok || d < 0 || !isDestination(a[1]) {
		return errorTuple(term.Atom("badarg")), nil
	}
	message := a[2]
	ref := sendAfter(self, d, a[1], func(term.Ref) term.Term { return message })
	return timerResult(ref, "send_local"), nil
}

func timerSendInterval(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timeoutOf(a[0])
	if !ok || d <= 0 || !isDestination(a[1]) {
		return errorTuple(term.Atom("badarg")), nil
	}
	node, dest, message := self.Node(), a[1], a[2]
	ref := node.MakeRef()
	timers := timersOf(node)
	var tick func()
	tick = func() {
		pid, _ := dest.(term.PID)
		target := process.Lookup(pid)
		if name, ok := dest.(term.Atom); ok {
			target = node.Whereis(name)
		}
		if target == nil {
			delete(timers, ref)
			return
		}
		target.Deliver(message)
		timers[ref] = node.After(d, tick)
	}
	timers[ref] = node.After(d, tick)
	return timerResult(ref, "interval"), nil
}

func timerApplyAfter(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timeoutOf(a[0])
	body, initial, isCall := bodyOf(a[1:])
	if !ok || d < 0 || !isCall {
		return errorTuple(term.Atom("badarg")), nil
	}
	node := self.Node()
	ref := node.MakeRef()
	timersOf(node)[ref] = node.After(d, func() { node.Spawn(body, process.SpawnOptions{Initial: initial}) })
	return timerResult(ref, "once"), nil
}

// timerApplyInterval starts a process each time the interval is over.
func timerApplyInterval(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timeoutOf(a[0])
	body, initial, isCall := bodyOf(a[1:])
	if !ok || d <= 0 || !isCall {
		return errorTuple(term.Atom("badarg")), nil
	}
	node := self.Node()
	ref := node.MakeRef()
	timers := timersOf(node)
	var again func()
	again = func() {
		node.Spawn(body, process.SpawnOptions{Initial: initial})
		timers[ref] = node.After(d, again)
	}
	timers[ref] = node.After(d, again)
	return timerResult(ref, "interval"), nil
}

func timerExitAfter(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := pidOf(self, a[1]); !ok {
		return errorTuple(term.Atom("badarg")), nil
	}
	return timerApplyAfter(self, args{a[0], term.Atom("erlang"), term.Atom("exit"), term.List(a[1], a[2])})
}

func timerNowDiff(_ *process.Process, a []term.Term) (term.Term, error) {
	micros := func(t term.Term) (int64, bool) {
		parts, ok := t.(term.Tuple)
		if !ok || len(parts) != 3 {
			return 0, false
		}
		mega, ok1 := parts[0].(term.Int)
		seconds, ok2 := parts[1].(term.Int)
		rest, ok3 := parts[2].(term.Int)
		return (int64(mega)*1e6+int64(seconds))*1e6 + int64(rest), ok1 && ok2 && ok3
	}
	later, ok1 := micros(a[0])
	earlier, ok2 := micros(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return term.Int(later - earlier), nil
}

func timerCancel(self *process.Process, a []term.Term) (term.Term, error) {
	t, _ := a[0].(term.Tuple)
	if len(t) != 2 {
		return errorTuple(term.Atom("badarg")), nil
	}
	ref, ok := t[1].(term.Ref)
	if !ok {
		return errorTuple(term.Atom("badarg")), nil
	}
	timers := timersOf(self.Node())
	timers[ref].Cancel()
	delete(timers, ref)
	return okTuple(term.Atom("cancel")), nil
}

func multiple(n term.Int) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		product, ok := term.Mul(a[0], n)
		if !ok {
			return nil, badarith("*", a[0], n)
		}
		return product, nil
	}
}

func timerHMS(_ *process.Process, a []term.Term) (term.Term, error) {
	sum := term.Int(0)
	for i, unit := range []term.Int{3_600_000, 60_000, 1000} {
		n, ok := a[i].(term.Int)
		if !ok {
			return nil, badarith("*", a[i], unit)
		}
		sum += n * unit
	}
	return sum, nil
}

func timerTC(self *process.Process, a []term.Term) (term.Term, error) {
	start := self.Node().Now()
	var value term.Term
	var err error
	switch len(a) {
	case 1:
		value, err = code.Call(self, a[0])
	case 2:
		value, err = kernelApply(self, a)
	default:
		value, err = kernelApply3(self, a)
	}
	elapsed := self.Node().Now() - start
	return term.Tuple{term.Int(elapsed / time.Microsecond), orNil(value)}, err
}
