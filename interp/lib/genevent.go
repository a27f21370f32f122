package lib

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/term"
)

const (
	genEventModule       = term.Atom("Elixir.GenEvent")
	genEventStreamModule = term.Atom("Elixir.GenEvent.Stream")
)

func genEventTable() Module {
	return Module{
		Name: genEventModule,
		Doc: "Event managers. A manager is a process that hands every event to its handlers, which are modules with callbacks.\n\n" +
			"A handler answers `{:ok, state}` to an event, or `:remove_handler`. One that fails is removed, and the manager lives on.",
		Functions: []Function{
			{"start", `options \\ []`, "Starts a manager without a link: `{:ok, pid}`. The option `:name` registers it.", startManager(genevent.Elixir.Start)},
			{"start_link", `options \\ []`, "Starts a manager linked to the caller: `{:ok, pid}`. The option `:name` registers it.", startManager(genevent.Elixir.StartLink)},
			{"add_handler", "manager, handler, args", "Installs a handler: `handler.init(args)` gives its state. `handler` is a module or `{module, id}`.", manager3(genevent.Elixir.AddHandler)},
			{"add_mon_handler", "manager, handler, args", "As `add_handler/3`; the caller owns the handler: it is told `{:gen_event_EXIT, handler, reason}` when the handler goes, and the handler goes when it ends.", manager3(genevent.Elixir.AddMonHandler)},
			{"remove_handler", "manager, handler, args", "Removes a handler and returns what `terminate(args, state)` answers.", manager3(genevent.Elixir.RemoveHandler)},
			{"swap_handler", "manager, handler1, args1, handler2, args2", "Replaces a handler by another one, which gets `{args2, what the old one answered}` in `init/1`.", manager5(genevent.Elixir.SwapHandler)},
			{"swap_mon_handler", "manager, handler1, args1, handler2, args2", "As `swap_handler/5`, with the caller as owner of the new handler.", manager5(genevent.Elixir.SwapMonHandler)},
			{"notify", "manager, event", "Sends an event and does not wait.", notifying(genevent.Elixir.Notify)},
			{"sync_notify", "manager, event", "Sends an event and waits until all handlers have handled it.", notifying(genevent.Elixir.SyncNotify)},
			{"ack_notify", "manager, event", "Sends an event and waits until the manager has received it.", notifying(genevent.Elixir.AckNotify)},
			{"call", `manager, handler, request, timeout \\ 5000`, "Asks one handler, whose `handle_call(request, state)` answers.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return genevent.Elixir.Call(self, a[0], a[1], a[2], a[3])
			}},
			{"which_handlers", "manager", "The handlers of the manager, newest first.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return genevent.Elixir.WhichHandlers(self, a[0])
			}},
			{"stop", `manager, reason \\ :normal, timeout \\ :infinity`, "Stops the manager and waits until it is gone.", stopping(genevent.Elixir.Stop)},
			{"stream", `manager, options \\ []`, "A stream of the events of the manager, for `for` and `Enum`. The option `:timeout` says how long it waits for one.", genEventStream},
		},
	}
}

func erlangGenEventTable() Module {
	return Module{
		Name: "gen_event",
		Doc:  "Erlang's event managers, on which the others were modelled.",
		Functions: []Function{
			{"start", "", "Starts a manager without a link.", startErlangManager(genevent.Erlang.Start)},
			{"start", "name_or_options", "Starts a manager, named `{:local, name}`.", startErlangManager(genevent.Erlang.Start)},
			{"start", "name, options", "Starts a named manager with options.", startErlangManager(genevent.Erlang.Start)},
			{"start_link", "", "Starts a manager linked to the caller.", startErlangManager(genevent.Erlang.StartLink)},
			{"start_link", "name_or_options", "Starts a linked manager, named `{:local, name}`.", startErlangManager(genevent.Erlang.StartLink)},
			{"start_link", "name, options", "Starts a linked, named manager with options.", startErlangManager(genevent.Erlang.StartLink)},
			{"start_monitor", "", "Starts a manager monitored by the caller: `{:ok, {pid, reference}}`.", startMonitoredManager},
			{"start_monitor", "name_or_options", "Starts a monitored manager, named `{:local, name}`.", startMonitoredManager},
			{"start_monitor", "name, options", "Starts a monitored, named manager with options.", startMonitoredManager},
			{"add_handler", "manager, handler, args", "Installs a handler, a module or `{module, id}`.", manager3(genevent.Erlang.AddHandler)},
			{"add_sup_handler", "manager, handler, args", "Installs a handler supervised by the caller.", manager3(genevent.Erlang.AddSupHandler)},
			{"delete_handler", "manager, handler, args", "Removes a handler and returns what `terminate(args, state)` answers.", manager3(genevent.Erlang.DeleteHandler)},
			{"swap_handler", "manager, old, new", "Replaces `{handler1, args1}` by `{handler2, args2}`.", swapping(genevent.Erlang.SwapHandler)},
			{"swap_sup_handler", "manager, old, new", "As `swap_handler/3`, with the new handler supervised by the caller.", swapping(genevent.Erlang.SwapSupHandler)},
			{"notify", "manager, event", "Sends an event and does not wait.", notifying(genevent.Erlang.Notify)},
			{"sync_notify", "manager, event", "Sends an event and waits until all handlers have handled it.", notifying(genevent.Erlang.SyncNotify)},
			{"call", "manager, handler, request", "Asks one handler.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return genevent.Erlang.Call(self, a[0], a[1], a[2], nil)
			}},
			{"call", "manager, handler, request, timeout", "Asks one handler.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return genevent.Erlang.Call(self, a[0], a[1], a[2], a[3])
			}},
			{"which_handlers", "manager", "The handlers of the manager, newest first.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return genevent.Erlang.WhichHandlers(self, a[0])
			}},
			{"stop", `manager, reason \\ :normal, timeout \\ :infinity`, "Stops the manager and waits until it is gone.", stopping(genevent.Erlang.Stop)},
		},
	}
}

type (
	starter = func(*process.Process, gen.Options) (term.PID, error)
	ask3    = func(self *process.Process, a, b, c term.Term) (term.Term, error)
	ask5    = func(self *process.Process, a, b, c, d, e term.Term) (term.Term, error)
)

func manager3(f ask3) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) { return f(self, a[0], a[1], a[2]) }
}

func manager5(f ask5) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return f(self, a[0], a[1], a[2], a[3], a[4])
	}
}

func notifying(f func(self *process.Process, manager, event term.Term) error) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return term.OK, f(self, a[0], a[1])
	}
}

func stopping(f func(self *process.Process, manager, reason, timeout term.Term) error) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return term.OK, f(self, a[0], a[1], a[2])
	}
}

// swapping takes the two handlers with their arguments as pairs.
func swapping(f ask5) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		from, ok1 := a[1].(term.Tuple)
		to, ok2 := a[2].(term.Tuple)
		if !ok1 || !ok2 || len(from) != 2 || len(to) != 2 {
			return nil, errClause
		}
		return f(self, a[0], from[0], from[1], to[0], to[1])
	}
}

// elixirName reads the option name: of a start function of Elixir.
func elixirName(options term.Term) (gen.Options, error) {
	if !term.IsList(options) {
		return gen.Options{}, errClause
	}
	o := gen.ParseOptions(options).Drop("name")
	value, ok := option(options, "name")
	if !ok {
		return o, nil
	}
	name, err := gen.NameOption(value)
	o.Name = name
	return o, err
}

// startManager starts a manager and remembers it for the bare commands.
func startManager(start starter) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		o, err := elixirName(a[0])
		if err != nil {
			return nil, exception.In(err, at("GenEvent", "do_start", 2, "gen_event.ex", 178))
		}
		pid, err := start(self, o)
		if err == nil {
			setLastManager(self.Node(), pid)
		}
		return gen.StartResult(pid, term.Ref{}, err)
	}
}

// erlangOptions reads the arguments of a start function of gen_event: a name,
// options, or both.
func erlangOptions(a args) (gen.Options, error) {
	var o gen.Options
	switch {
	case len(a) == 2:
		o = gen.ParseOptions(a[1])
		o.Name = a[0]
	case len(a) == 1 && term.IsList(a[0]):
		o = gen.ParseOptions(a[0])
	case len(a) == 1:
		if _, ok := a[0].(term.Tuple); !ok {
			return o, errClause
		}
		o.Name = a[0]
	}
	return o, nil
}

func startErlangManager(start starter) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		o, err := erlangOptions(a)
		if err != nil {
			return nil, err
		}
		pid, err := start(self, o)
		if err == nil {
			setLastManager(self.Node(), pid)
		}
		return gen.StartResult(pid, term.Ref{}, err)
	}
}

func startMonitoredManager(self *process.Process, a []term.Term) (term.Term, error) {
	o, err := erlangOptions(a)
	if err != nil {
		return nil, err
	}
	pid, monitor, err := genevent.Erlang.StartMonitor(self, o)
	return gen.StartResult(pid, monitor, err)
}

func genEventStream(_ *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[1]) {
		return nil, errClause
	}
	timeout, ok := option(a[1], "timeout")
	if !ok {
		timeout = term.Infinity
	}
	return genevent.StreamStruct(a[0], timeout), nil
}

// eachEvent goes through the events of a stream, as they come, until f fails
// or the manager ends the subscription.
func eachEvent(self *process.Process, stream *term.Map, f func(term.Term) error) (err error) {
	s, err := genevent.Subscribe(self, stream)
	if err != nil {
		return exception.In(err, at("Stream", "-resource/3-fun-1-", 5, "stream.ex", 1609))
	}
	for err == nil {
		var event genevent.StreamEvent
		var more bool
		if event, more, err = s.Next(self); err != nil {
			err = exception.In(err, at("Stream", "do_resource", 5, "stream.ex", 1623))
			break
		}
		if !more {
			break
		}
		err = owing(self, func() { event.Done(self) }, func() error {
			return exception.In(f(event.Value), inStream("do_element_resource", 6, 1651))
		})
	}
	if stopping := s.Stop(self); stopping != nil {
		return stopping
	}
	return err
}

type lastManagerKey struct{}

func setLastManager(node *process.Node, pid term.PID) { node.SetValue(lastManagerKey{}, pid) }

// lastManager returns the manager that was started last.
func lastManager(node *process.Node) (term.Term, error) {
	pid, ok := node.Value(lastManagerKey{}).(term.PID)
	if !ok {
		return nil, exception.ArgumentError("no manager was started yet, say {:ok, manager} = start_link first")
	}
	return pid, nil
}
