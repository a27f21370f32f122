package lib

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

var processModule = Module{
	Name: "Elixir.Process",
	Doc:  "Processes: who is alive, what they are called, their links, monitors, timers and flags.",
	Functions: []Function{
		{"list", "", "The pids of all processes that are alive.", processList},
		{"registered", "", "The names that are in use.", processRegistered},
		{"alive?", "pid", "Whether the process is alive.", processAlive},
		{"register", "pid_or_port, name", "Gives the process a name; raises if the name is taken.", processRegister},
		{"unregister", "name", "Frees a name.", processUnregister},
		{"whereis", "name", "The pid of the process with the name, or nil.", processWhereis},
		{"monitor", "item", "Watches a process: when it ends, a message `{:DOWN, reference, :process, pid, reason}` comes.", processMonitor},
		{"demonitor", `monitor_ref, options \\ []`, "Ends a monitor; `[:flush]` also drops its message.", processDemonitor},
		{"link", "pid", "Links the two processes: when one ends abnormally, so does the other.", processLink},
		{"unlink", "id", "Removes the link.", processUnlink},
		{"exit", "pid, reason", "Sends an exit signal; `:kill` cannot be trapped, `:normal` is ignored.", processExit},
		{"flag", "flag, value", "Sets a flag of the process and returns the old value; `:trap_exit` turns exit signals into messages.", processFlag},
		{"info", "pid", "What is known about the process, or nil.", processInfo},
		{"info", "pid, spec", "One item, or a list of items, of what is known about the process.", processInfoItems},
		{"sleep", "timeout", "Waits for so many milliseconds, or for ever with `:infinity`.", processSleep},
		{"send", "dest, msg, options", "Sends a message and returns `:ok`.", processSend},
		{"send_after", `dest, msg, time, opts \\ []`, "Sends a message after so many milliseconds; returns the timer.", processSendAfter},
		{"cancel_timer", `timer_ref, options \\ []`, "Stops a timer; returns the milliseconds left, or false.", processCancelTimer},
		{"read_timer", "timer_ref", "The milliseconds left, or false.", processReadTimer},
		{"get", "", "The process dictionary.", func(self *process.Process, _ []term.Term) (term.Term, error) { return pairsOf(self.Dictionary()), nil }},
		{"get", `key, default \\ nil`, "The value of `key` in the process dictionary.", processGet},
		{"get_keys", "", "The keys of the process dictionary.", func(self *process.Process, _ []term.Term) (term.Term, error) { return keysOf(self.Dictionary()), nil }},
		{"put", "key, value", "Stores `value` in the process dictionary and returns the old one.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return orNil(self.Put(a[0], a[1])), nil
		}},
		{"delete", "key", "Removes `key` from the process dictionary and returns its value.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return orNil(self.Erase(a[0])), nil
		}},
		{"group_leader", "", "The process that does the input and output of this one.", func(self *process.Process, _ []term.Term) (term.Term, error) { return self.GroupLeader(), nil }},
		{"group_leader", "pid, leader", "Makes `leader` do the input and output of `pid`.", processSetLeader},
		{"spawn", "fun, opts", "As `spawn/1`, with options `:link` and `:monitor`.", processSpawn},
		{"spawn", "mod, fun, args, opts", "As `spawn/3`, with options `:link` and `:monitor`.", processSpawn},
		{"hibernate", "mod, fun_name, args", "Waits for a message with an empty stack, then calls the function.", erlangHibernate},
		{"alias", `options \\ []`, "A reference to which messages can be sent.", func(self *process.Process, _ []term.Term) (term.Term, error) { return self.Alias(), nil }},
		{"unalias", "alias", "Ends an alias.", processUnalias},
	},
}

func processList(self *process.Process, _ []term.Term) (term.Term, error) {
	var pids []term.Term
	for _, p := range self.Node().Processes() {
		pids = append(pids, p.PID())
	}
	return term.List(pids...), nil
}

func processRegistered(self *process.Process, _ []term.Term) (term.Term, error) {
	var names []term.Term
	for _, name := range self.Node().Registered() {
		names = append(names, name)
	}
	return term.List(names...), nil
}

func processAlive(_ *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return nil, badarg("erlang", "is_process_alive", a...)
	}
	return term.Bool(process.Lookup(pid) != nil), nil
}

func processRegister(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	name, isAtom := a[1].(term.Atom)
	switch {
	case !isAtom || name == term.Nil || name == term.Undefined || name == term.True || name == term.False:
		return nil, errClause
	case ok && self.Node().Register(name, pid):
		return term.True, nil
	}
	return nil, exception.ArgumentError("could not register %s with name %s because it is not alive, the name is already taken, or it has already been given another name",
		show(a[0]), show(a[1])).In(exception.Frame{
		Module: "Elixir.Process", Function: "register", Args: a, HasArgs: true, File: "lib/process.ex", Line: 611,
	})
}

func processUnregister(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if !ok || !self.Node().Unregister(name) {
		return nil, badarg("erlang", "unregister", a...)
	}
	return term.True, nil
}

func processWhereis(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if !ok {
		return nil, exception.In(badarg("erlang", "whereis", a...), at("Process", "whereis", 1, "process.ex", 653))
	}
	if p := self.Node().Whereis(name); p != nil {
		return p.PID(), nil
	}
	return term.Nil, nil
}

func processMonitor(self *process.Process, a []term.Term) (term.Term, error) {
	switch item := a[0].(type) {
	case term.PID:
		return self.Monitor(item), nil
	case term.Atom:
		return self.MonitorName(item), nil
	case term.Tuple:
		if name, ok := localName(self, item); ok {
			return self.MonitorName(name), nil
		}
	}
	return nil, badarg("erlang", "monitor", term.Atom("process"), a[0])
}

func processDemonitor(self *process.Process, a []term.Term) (term.Term, error) {
	ref, ok := a[0].(term.Ref)
	options, isList := term.Slice(a[1])
	if !ok || !isList {
		return nil, badarg("erlang", "demonitor", a...)
	}
	there := self.Demonitor(ref)
	info := false
	for _, o := range options {
		switch o {
		case term.Term(term.Atom("flush")):
			self.FlushDown(ref)
		case term.Term(term.Atom("info")):
			info = true
		}
	}
	return term.Bool(there || !info), nil
}

func processLink(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return nil, badarg("erlang", "link", a...)
	}
	if err := self.Link(pid); err != nil {
		return nil, exception.In(err, borderFrame("erlang", "link", a))
	}
	return term.True, nil
}

func processUnlink(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return nil, badarg("erlang", "unlink", a...)
	}
	self.Unlink(pid)
	return term.True, nil
}

func processExit(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return nil, badarg("erlang", "exit", a...)
	}
	self.Exit(pid, a[1])
	return term.True, nil
}

func processFlag(self *process.Process, a []term.Term) (term.Term, error) {
	flag, _ := a[0].(term.Atom)
	value, isAtom := a[1].(term.Atom)
	switch {
	case flag == "trap_exit" && isAtom && (value == term.True || value == term.False):
		return term.Bool(self.SetTrapExit(value == term.True)), nil
	case flag == "priority" && isAtom:
		return term.Normal, nil
	}
	return nil, badarg("erlang", "process_flag", a...)
}

func processSleep(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timeoutOf(a[0])
	if !ok {
		return nil, errClause
	}
	self.Sleep(d)
	return term.OK, nil
}

func processSend(self *process.Process, a []term.Term) (term.Term, error) {
	_, err := send(self, a[0], a[1])
	return term.OK, err
}

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

func processSendAfter(self *process.Process, a []term.Term) (term.Term, error) {
	ms, ok := a[2].(term.Int)
	if !ok || ms < 0 || !isDestination(a[0]) {
		return nil, badarg("erlang", "send_after", a[2], a[0], a[1])
	}
	return sendAfter(self, time.Duration(ms)*time.Millisecond, a[0], func(term.Ref) term.Term { return a[1] }), nil
}

func isDestination(t term.Term) bool {
	switch t.(type) {
	case term.PID, term.Atom:
		return true
	}
	return false
}

func milliseconds(d time.Duration) term.Int { return term.Int(d / time.Millisecond) }

func processCancelTimer(self *process.Process, a []term.Term) (term.Term, error) {
	ref, ok := a[0].(term.Ref)
	if !ok {
		return nil, badarg("erlang", "cancel_timer", a...)
	}
	timers := timersOf(self.Node())
	left, running := timers[ref].Cancel()
	delete(timers, ref)
	if !running {
		return term.False, nil
	}
	return milliseconds(left), nil
}

func processReadTimer(self *process.Process, a []term.Term) (term.Term, error) {
	ref, ok := a[0].(term.Ref)
	if !ok {
		return nil, badarg("erlang", "read_timer", a...)
	}
	left, running := timersOf(self.Node())[ref].Left()
	if !running {
		return term.False, nil
	}
	return milliseconds(left), nil
}

func processGet(self *process.Process, a []term.Term) (term.Term, error) {
	if value, ok := self.Dictionary().Get(a[0]); ok {
		return value, nil
	}
	return a[1], nil
}

func processSetLeader(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok1 := pidOf(self, a[0])
	leader, ok2 := pidOf(self, a[1])
	p := process.Lookup(pid)
	if !ok1 || !ok2 || p == nil {
		return nil, badarg("erlang", "group_leader", a[1], a[0])
	}
	p.SetGroupLeader(leader)
	return term.True, nil
}

func processSpawn(self *process.Process, a []term.Term) (term.Term, error) {
	last := len(a) - 1
	options, ok := spawnOptions(a[last])
	if !ok {
		return nil, badarg("erlang", "spawn_opt", a...)
	}
	return spawn(self, "spawn_opt", a[:last], options)
}

func processUnalias(self *process.Process, a []term.Term) (term.Term, error) {
	ref, ok := a[0].(term.Ref)
	if !ok {
		return nil, badarg("erlang", "unalias", a...)
	}
	return term.Bool(self.Unalias(ref)), nil
}
