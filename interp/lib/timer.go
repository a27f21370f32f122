package lib

import (
	"slices"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func timerModule() Module {
	return Module{
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
			{"start", "", "Nothing: timers need no start here.", func(*process.Process, []term.Term) (term.Term, error) { return term.OK, nil }},
			{"tc", "fun", "`{microseconds, result}` of calling `fun`.", timerTC},
			{"tc", "fun, arguments", "`{microseconds, result}` of calling `fun` with arguments.", timerTC},
			{"tc", "module, function, arguments", "`{microseconds, result}` of calling a function.", timerTC},
		},
	}
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

func timerResult(ref term.Ref, kind string) term.Term {
	return okTuple(term.Tuple{term.Atom(kind), ref})
}

// timerTime is a time of :timer: an integer from 0 on.
func timerTime(t term.Term) (time.Duration, bool) {
	d, ok := timeoutOf(t)
	return d, ok && d >= 0
}

// isAddress reports whether messages can be sent to t: a pid, a name, or a name
// on a node.
func isAddress(t term.Term) bool {
	pair, ok := t.(term.Tuple)
	if !ok {
		return isDestination(t)
	}
	if len(pair) != 2 {
		return false
	}
	_, isName := pair[0].(term.Atom)
	_, isNode := pair[1].(term.Atom)
	return isName && isNode
}

// resident is the process of this node that an address means now, or nil.
func resident(node *process.Node, address term.Term) *process.Process {
	switch t := address.(type) {
	case term.PID:
		return process.Lookup(t)
	case term.Atom:
		return node.Whereis(t)
	case term.Tuple:
		if t[1] == term.Term(node.Name()) {
			return node.Whereis(t[0].(term.Atom))
		}
	}
	return nil
}

func timerSendAfter(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timerTime(a[0])
	if !ok || !isAddress(a[1]) {
		return errorTuple(term.Atom("badarg")), nil
	}
	node, message := self.Node(), a[2]
	if d == 0 {
		if _, err := send(self, a[1], message); err != nil {
			return nil, exception.In(badarg("erlang", "send", a[1], message), in("timer", "send_after", 3, 82))
		}
		return timerResult(node.MakeRef(), "instant"), nil
	}
	if _, isPID := a[1].(term.PID); isPID {
		return timerResult(sendAfter(self, d, a[1], constant(message)), "send_local"), nil
	}
	ref := node.MakeRef()
	timersOf(node)[ref] = node.After(d, func() {
		delete(timersOf(node), ref)
		deliver(resident(node, a[1]), message)
	})
	return timerResult(ref, "once"), nil
}

func deliver(target *process.Process, message term.Term) {
	if target != nil {
		target.Deliver(message)
	}
}

func timerSendInterval(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timerTime(a[0])
	if !ok || !isAddress(a[1]) {
		return errorTuple(term.Atom("badarg")), nil
	}
	node := self.Node()
	ref := repeat(node, d, resident(node, a[1]), func() { deliver(resident(node, a[1]), a[2]) })
	return timerResult(ref, "interval"), nil
}

// shortestInterval stands for an interval of 0, with which nothing else would
// ever happen.
const shortestInterval = time.Millisecond

// repeat does something at the end of each interval until owner has ended; with
// none it never does.
func repeat(node *process.Node, interval time.Duration, owner *process.Process, do func()) term.Ref {
	ref := node.MakeRef()
	if owner == nil {
		return ref
	}
	interval = max(interval, shortestInterval)
	timers, pid := timersOf(node), owner.PID()
	var tick func()
	tick = func() {
		if process.Lookup(pid) == nil {
			delete(timers, ref)
			return
		}
		do()
		timers[ref] = node.After(interval, tick)
	}
	timers[ref] = node.After(interval, tick)
	return ref
}

func timerApplyAfter(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timerTime(a[0])
	body, initial, isCall := bodyOf(a[1:])
	if !ok || !isCall {
		return errorTuple(term.Atom("badarg")), nil
	}
	node := self.Node()
	ref := node.MakeRef()
	if d == 0 {
		node.Spawn(body, process.SpawnOptions{Initial: initial})
		return timerResult(ref, "instant"), nil
	}
	timersOf(node)[ref] = node.After(d, func() {
		delete(timersOf(node), ref)
		node.Spawn(body, process.SpawnOptions{Initial: initial})
	})
	return timerResult(ref, "once"), nil
}

// timerApplyInterval starts a process each time the interval is over, as long
// as self lives.
func timerApplyInterval(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timerTime(a[0])
	body, initial, isCall := bodyOf(a[1:])
	if !ok || !isCall {
		return errorTuple(term.Atom("badarg")), nil
	}
	node := self.Node()
	ref := repeat(node, d, self, func() { node.Spawn(body, process.SpawnOptions{Initial: initial}) })
	return timerResult(ref, "interval"), nil
}

func timerExitAfter(self *process.Process, a []term.Term) (term.Term, error) {
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
	kind, _ := t[0].(term.Atom)
	ref, ok := t[1].(term.Ref)
	if !ok || !slices.Contains([]term.Atom{"instant", "send_local", "once", "interval"}, kind) {
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

// timerUnits are the functions that make milliseconds, the longest first, with
// their lines in timer.erl.
var timerUnits = []struct {
	name         string
	milliseconds term.Int
	line         int
}{{"hours", 3_600_000, 301}, {"minutes", 60_000, 295}, {"seconds", 1000, 289}}

func timerHMS(_ *process.Process, a []term.Term) (term.Term, error) {
	var sum term.Term = term.Int(0)
	for i, unit := range timerUnits {
		product, ok := term.Mul(a[i], unit.milliseconds)
		if !ok {
			return nil, exception.In(badarith("*", a[i], unit.milliseconds), in("timer", unit.name, 1, unit.line), in("timer", "hms", 3, 309))
		}
		sum, _ = term.Add(sum, product)
	}
	return sum, nil
}

// isBadFun reports whether what was called is no function, or not one of so many
// arguments.
func isBadFun(x *exception.Error) bool {
	tag := term.Tag(x.Reason, 2)
	return tag == "badfun" || tag == "badarity"
}

// timerTCLines are where tc of so many arguments calls, in timer.erl.
var timerTCLines = [...]int{1: 235, 2: 250, 3: 266}

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
	if err != nil {
		frame := in("timer", "tc", len(a), timerTCLines[len(a)])
		if x := exception.As(err); len(x.Stack) == 0 && isBadFun(x) {
			err = x.In(frame) // the failing call and the one that it was in
		}
		return nil, exception.In(err, frame)
	}
	elapsed := self.Node().Now() - start
	return term.Tuple{term.Int(elapsed / time.Microsecond), orNil(value)}, nil
}
