package lib

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

func genServerTable() Module {
	return Module{
		Name: "Elixir.GenServer",
		Doc: "Servers. A server is a process that keeps a state and answers requests, one at a time, with the callbacks of a module.\n\n" +
			"`handle_call(request, from, state)` answers `{:reply, value, state}`, `handle_cast(request, state)` and `handle_info(message, state)` answer `{:noreply, state}`.",
		Functions: []Function{
			{"start", `module, init_arg, options \\ []`, "Starts a server without a link: `module.init(init_arg)` gives its state.", startServer(genserver.Start)},
			{"start_link", `module, init_arg, options \\ []`, "Starts a server linked to the caller. The option `:name` registers it.", startServer(genserver.StartLink)},
			{"call", `server, request, timeout \\ 5000`, "Asks the server and waits for its answer.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return genserver.Call(self, a[0], a[1], a[2])
			}},
			{"cast", "server, request", "Sends a request and does not wait.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return term.OK, genserver.Cast(self, a[0], a[1])
			}},
			{"reply", "client, reply", "Answers a call from elsewhere than its `handle_call/3`.", genServerReply},
			{"stop", `server, reason \\ :normal, timeout \\ :infinity`, "Stops the server and waits until it is gone.", stopping(genserver.Stop)},
			{"whereis", "server", "The pid of a server, or nil.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return genserver.Whereis(self, a[0])
			}},
		},
	}
}

func erlangGenServerTable() Module {
	return Module{
		Name: "gen_server",
		Doc:  "Erlang's servers.",
		Functions: []Function{
			{"start", "module, args, options", "Starts a server without a link.", startErlangServer(genserver.Start)},
			{"start", "name, module, args, options", "Starts a server with a name, `{:local, name}`.", startErlangServer(genserver.Start)},
			{"start_link", "module, args, options", "Starts a server linked to the caller.", startErlangServer(genserver.StartLink)},
			{"start_link", "name, module, args, options", "Starts a linked server with a name.", startErlangServer(genserver.StartLink)},
			{"start_monitor", "module, args, options", "Starts a server monitored by the caller.", startMonitoredServer},
			{"start_monitor", "name, module, args, options", "Starts a monitored server with a name.", startMonitoredServer},
			{"call", "server, request", "Asks the server and waits for its answer.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return genserver.ErlangCall(self, a[0], a[1], nil)
			}},
			{"call", "server, request, timeout", "Asks the server and waits for its answer.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return genserver.ErlangCall(self, a[0], a[1], a[2])
			}},
			{"cast", "server, request", "Sends a request and does not wait.", erlangCast},
			{"reply", "client, reply", "Answers a call.", genServerReply},
			{"stop", `server, reason \\ :normal, timeout \\ :infinity`, "Stops the server and waits until it is gone.", stopping(sys.StopGen)},
		},
	}
}

type serverStarter = func(*process.Process, term.Atom, term.Term, gen.Options) (term.PID, error)

func startServer(start serverStarter) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		module, ok := a[0].(term.Atom)
		if !ok {
			return nil, errClause
		}
		o, err := serverName(a[2])
		if err != nil {
			return nil, err
		}
		pid, err := start(self, module, a[1], o)
		return gen.StartResult(pid, term.Ref{}, err)
	}
}

// erlangServer reads the arguments of a start function of gen_server.
func erlangServer(a args) (module term.Atom, arg term.Term, o gen.Options, err error) {
	o = gen.ParseOptions(a[len(a)-1])
	if len(a) == 4 {
		o.Name = a[0]
		a = a[1:]
	}
	module, ok := a[0].(term.Atom)
	if !ok {
		err = errClause
	}
	return module, a[1], o, err
}

// serverName is elixirName for GenServer and what is built on it.
func serverName(options term.Term) (gen.Options, error) {
	o, err := elixirName(options)
	if err != nil && err != errClause {
		err = exception.In(err, at("GenServer", "do_start", 4, "gen_server.ex", 957))
	}
	return o, err
}

func startErlangServer(start serverStarter) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		module, arg, o, err := erlangServer(a)
		if err != nil {
			return nil, err
		}
		pid, err := start(self, module, arg, o)
		return gen.StartResult(pid, term.Ref{}, err)
	}
}

func startMonitoredServer(self *process.Process, a []term.Term) (term.Term, error) {
	module, arg, o, err := erlangServer(a)
	if err != nil {
		return nil, err
	}
	pid, monitor, err := genserver.StartMonitor(self, module, arg, o)
	return gen.StartResult(pid, monitor, err)
}

// erlangCast refuses what is no server in the name of gen_server.
func erlangCast(self *process.Process, a []term.Term) (term.Term, error) {
	if genserver.Cast(self, a[0], a[1]) != nil {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "gen_server", Function: "cast", Args: a, HasArgs: true, File: "gen_server.erl", Line: 576})
	}
	return term.OK, nil
}

func genServerReply(self *process.Process, a []term.Term) (term.Term, error) {
	return term.OK, genserver.Reply(self, a[0], a[1])
}
