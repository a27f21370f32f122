package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

func processModule() Module {
	return Module{
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
			{"flag", "pid, flag, value", "Sets a flag of another process; there is only `:save_calls`.", processFlagOf},
			{"flag", "flag, value", "Sets a flag of the process and returns the old value; `:trap_exit` turns exit signals into messages.", processFlag},
			{"info", "pid", "What is known about the process, or nil.", processInfo},
			{"info", "pid, spec", "One item, or a list of items, of what is known about the process.", processInfo},
			{"sleep", "timeout", "Waits for so many milliseconds, or for ever with `:infinity`.", processSleep},
			{"send", "dest, msg, options", "Sends a message and returns `:ok`.", processSend},
			{"send_after", `dest, msg, time, opts \\ []`, "Sends a message after so many milliseconds; returns the timer.", processSendAfter},
			{"cancel_timer", `timer_ref, options \\ []`, "Stops a timer; returns the milliseconds left, or false.", processCancelTimer},
			{"read_timer", "timer_ref", "The milliseconds left, or false.", processReadTimer},
			{"get", "", "The process dictionary.", func(self *process.Process, _ []term.Term) (term.Term, error) { return sys.Dictionary(self), nil }},
			{"get", `key, default \\ nil`, "The value of `key` in the process dictionary.", processGet},
			{"get_keys", "", "The keys of the process dictionary.", processKeysAll},
			{"get_keys", "value", "The keys of the process dictionary that have the value.", processKeys},
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
		},
	}
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
		shown(self, a[0]), shown(self, a[1])).In(exception.Frame{
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

func processLink(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return nil, badarg("erlang", "link", a...)
	}
	if err := self.Link(pid); err != nil {
		frame := borderFrame("erlang", "link", a)
		frame.Problems = []string{"the pid does not refer to an existing process"}
		return nil, exception.In(err, frame)
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
	name, _ := a[0].(term.Atom)
	if name == "trap_exit" {
		if on, ok := a[1].(term.Atom); ok && (on == term.True || on == term.False) {
			return term.Bool(self.SetTrapExit(on == term.True)), nil
		}
		return nil, badarg("erlang", "process_flag", a...)
	}
	if !process.KnowsFlag(name) {
		return nil, exception.BadArgCause("badopt", "erlang", "process_flag", a...)
	}
	if old := self.SetFlag(name, a[1]); old != nil {
		return old, nil
	}
	return nil, badarg("erlang", "process_flag", a...)
}

// processFlagOf is process_flag/3, which knows save_calls alone.
func processFlagOf(_ *process.Process, a []term.Term) (term.Term, error) {
	pid, _ := a[0].(term.PID)
	p := process.Lookup(pid)
	if p == nil || a[1] != term.Term(term.Atom("save_calls")) {
		return nil, exception.BadArgCause("badtype", "erlang", "process_flag", a...)
	}
	if old := p.SetFlag("save_calls", a[2]); old != nil {
		return old, nil
	}
	return nil, badarg("erlang", "process_flag", a...)
}

func processSleep(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := timeoutOf(a[0])
	if !ok {
		return nil, errClause
	}
	self.SetWaitsIn(&processSleeps)
	self.Sleep(d)
	return term.OK, nil
}

var (
	processSleeps = process.MFA{Module: "Elixir.Process", Function: "sleep", Arity: 1}
	timerSleeps   = process.MFA{Module: "timer", Function: "sleep", Arity: 1}
)

// processSend is send/3. There are no other nodes to wait for; a message to
// one is not sent.
func processSend(self *process.Process, a []term.Term) (term.Term, error) {
	options, ok := term.Slice(a[2])
	noconnect := false
	for _, o := range options {
		noconnect = noconnect || o == term.Term(term.Atom("noconnect"))
		ok = ok && (o == term.Term(term.Atom("noconnect")) || o == term.Term(term.Atom("nosuspend")))
	}
	if !ok {
		return nil, exception.BadArgCause("badopt", "erlang", "send", a...)
	}
	if _, err := send(self, a[0], a[1]); err != nil {
		return nil, badarg("erlang", "send", a...)
	}
	if noconnect && isElsewhere(self, a[0]) {
		return term.Atom("noconnect"), nil
	}
	return term.OK, nil
}

func erlangSendNosuspend(self *process.Process, a []term.Term) (term.Term, error) {
	if _, err := send(self, a[0], a[1]); err != nil {
		return nil, badarg("erlang", "send_nosuspend", a...)
	}
	return term.True, nil
}

func processKeysAll(self *process.Process, _ []term.Term) (term.Term, error) {
	var keys []term.Term
	for pair := range term.Elements(sys.Dictionary(self)) {
		keys = append(keys, pair.(term.Tuple)[0])
	}
	return term.List(keys...), nil
}

func processKeys(self *process.Process, a []term.Term) (term.Term, error) {
	var keys []term.Term
	for _, p := range self.Dictionary().Pairs() {
		if term.Same(p.Value, a[0]) {
			keys = append(keys, p.Key)
		}
	}
	return term.List(keys...), nil
}

// erlangErase empties the process dictionary and returns what was in it.
func erlangErase(self *process.Process, _ []term.Term) (term.Term, error) {
	all := sys.Dictionary(self)
	for _, p := range self.Dictionary().Pairs() {
		self.Erase(p.Key)
	}
	return all, nil
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
	options, ok := process.ParseSpawnOptions(a[last])
	if _, isFun := a[0].(*term.Fun); len(a) == 2 && !isFun {
		return nil, refused("erlang", "spawn_opt", a, "not a fun")
	}
	if !ok {
		return nil, exception.BadArgCause("badopt", "erlang", "spawn_opt", a...)
	}
	body, initial, ok := bodyOf(a[:last])
	if !ok {
		return nil, badarg("erlang", "spawn_opt", a...)
	}
	options.Initial = initial
	return spawned(self.Spawn(body, options), options), nil
}
