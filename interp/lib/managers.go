package lib

import (
	"gex/runtime/code"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// This file holds the bare commands for event managers. Without a manager
// they act on the one that was started last.

func managerHelpers() []Function {
	return []Function{
		{"start_link", `options \\ []`, "Starts an event manager linked to the shell, as `GenEvent.start_link/1`. The other commands act on it from now on.", startManager(genevent.Elixir.StartLink)},
		{"add_handler", "handler, args", "Installs a handler in the manager started last.", bare("add_handler", 3)},
		{"add_handler", "manager, handler, args", "Installs a handler, as `GenEvent.add_handler/3`.", bare("add_handler", 3)},
		{"remove_handler", "handler, args", "Removes a handler of the manager started last.", bareRemove},
		{"remove_handler", "manager, handler, args", "Removes a handler, as `GenEvent.remove_handler/3`.", bareRemove},
		{"notify", "event", "Sends an event to the manager started last and does not wait.", bare("notify", 2)},
		{"notify", "manager, event", "Sends an event, as `GenEvent.notify/2`.", bare("notify", 2)},
		{"sync_notify", "event", "Sends an event to the manager started last and waits until all handlers have handled it.", bare("sync_notify", 2)},
		{"sync_notify", "manager, event", "Sends an event, as `GenEvent.sync_notify/2`.", bare("sync_notify", 2)},
		{"call", "handler, request", "Asks a handler of the manager started last.", bare("call", 3)},
		{"call", "manager, handler, request", "Asks a handler, as `GenEvent.call/3`.", bare("call", 3)},
		{"which_handlers", "", "The handlers of the manager started last.", bare("which_handlers", 1)},
		{"which_handlers", "manager", "The handlers of a manager.", bare("which_handlers", 1)},
		{"stop", "", "Stops the manager started last.", bare("stop", 1)},
		{"stop", "manager", "Stops a manager, as `GenEvent.stop/1`.", bare("stop", 1)},
		{"stream", "", "As `stream/1`, for the manager started last.", bareStream},
		{"stream", "manager", "Starts a linked process that prints each event as it comes, which the guide writes as\n\n    spawn_link fn ->\n      for x <- GenEvent.stream(manager), do: IO.inspect(x)\n    end", bareStream},
	}
}

// withManager puts the manager started last in front of the arguments if they
// are one short of n.
func withManager(self *process.Process, a args, n int) (args, error) {
	if len(a) == n {
		return a, nil
	}
	manager, err := lastManager(self.Node())
	if err != nil {
		return nil, err
	}
	return append(args{manager}, a...), nil
}

// moduleOf returns the module whose functions a manager understands: GenEvent,
// or gen_event for one that was started by it.
func moduleOf(self *process.Process, manager term.Term) term.Atom {
	pid, _, _ := gen.Where(self, manager)
	if p, ok := manager.(term.PID); ok {
		pid = p
	} else if name, ok := manager.(term.Atom); ok {
		pid, _ = pidOf(self, name)
	}
	if p := process.Lookup(pid); p != nil {
		if call, ok := proclib.InitialCall(p).(term.Tuple); ok && call[0] == term.Term(term.Atom("gen_event")) {
			return "gen_event"
		}
	}
	return genEventModule
}

// bare is a command that calls the function of the manager's module.
func bare(name string, n int) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		a, err := withManager(self, a, n)
		if err != nil {
			return nil, err
		}
		return code.Apply(self, moduleOf(self, a[0]), name, a...)
	}
}

func bareRemove(self *process.Process, a []term.Term) (term.Term, error) {
	a, err := withManager(self, a, 3)
	if err != nil {
		return nil, err
	}
	module := moduleOf(self, a[0])
	name := "remove_handler"
	if module == "gen_event" {
		name = "delete_handler"
	}
	return code.Apply(self, module, name, a...)
}

func bareStream(self *process.Process, a []term.Term) (term.Term, error) {
	a, err := withManager(self, a, 1)
	if err != nil {
		return nil, err
	}
	stream := genevent.StreamStruct(a[0], term.Infinity)
	printer := self.Spawn(func(self *process.Process) error {
		return eachEvent(self, stream, func(event term.Term) error {
			_, err := ioInspect(self, args{event, term.Empty})
			return err
		})
	}, process.SpawnOptions{Link: true, Initial: process.MFA{Module: "erlang", Function: "apply", Arity: 2}})
	return printer.PID(), nil
}
