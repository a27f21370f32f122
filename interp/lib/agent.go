package lib

import (
	"gex/runtime/agent"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

func agentTable() Module {
	return Module{
		Name: "Elixir.Agent",
		Doc:  "Processes that keep a value. What reads or changes the value is a function, which runs in the agent.",
		Functions: []Function{
			{"start", `fun, options \\ []`, "Starts an agent without a link; `fun` returns its first value.", startAgent(agent.Start)},
			{"start", "module, fun, args, options", "As `start/2`, with a function of a module.", startAgent(agent.Start)},
			{"start", "module, fun, args", "As `start/2`, with a function of a module.", startAgent(agent.Start)},
			{"start_link", `fun, options \\ []`, "Starts an agent linked to the caller. The option `:name` registers it.", startAgent(agent.StartLink)},
			{"start_link", "module, fun, args", "As `start_link/2`, with a function of a module.", startAgent(agent.StartLink)},
			{"start_link", "module, fun, args, options", "As `start_link/2`, with a function of a module.", startAgent(agent.StartLink)},
			{"get", `agent, fun, timeout \\ 5000`, "What `fun` returns for the value of the agent.", agentAsk(1, agent.Get)},
			{"get", "agent, module, fun, args", "As `get/3`, with a function of a module.", agentAskMFA(agent.Get)},
			{"get", "agent, module, fun, args, timeout", "As `get/3`, with a function of a module.", agentAskMFA(agent.Get)},
			{"get_and_update", `agent, fun, timeout \\ 5000`, "`fun` returns `{what to return, new value}`.", agentAsk(1, agent.GetAndUpdate)},
			{"get_and_update", "agent, module, fun, args", "As `get_and_update/3`, with a function of a module.", agentAskMFA(agent.GetAndUpdate)},
			{"get_and_update", "agent, module, fun, args, timeout", "As `get_and_update/3`, with a function of a module.", agentAskMFA(agent.GetAndUpdate)},
			{"update", `agent, fun, timeout \\ 5000`, "Makes what `fun` returns the value of the agent.", agentAsk(1, agentUpdate)},
			{"update", "agent, module, fun, args", "As `update/3`, with a function of a module.", agentAskMFA(agentUpdate)},
			{"update", "agent, module, fun, args, timeout", "As `update/3`, with a function of a module.", agentAskMFA(agentUpdate)},
			{"cast", "agent, fun", "As `update/2`, without waiting.", agentCast},
			{"cast", "agent, module, fun, args", "As `cast/2`, with a function of a module.", agentCast},
			{"stop", `agent, reason \\ :normal, timeout \\ :infinity`, "Stops the agent and waits until it is gone.", stopping(agent.Stop)},
		},
	}
}

type agentStarter = func(*process.Process, term.Term, gen.Options) (term.PID, error)

type agentRequest = func(self *process.Process, agent, fun, timeout term.Term) (term.Term, error)

// startAgent takes fun and options, or module, fun, args and perhaps options.
func startAgent(start agentStarter) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		var fun, options term.Term = a[0], term.Empty
		switch {
		case len(a) >= 3:
			fun = agent.MFA(a[0], a[1], a[2])
		case !isFun(a[0], 0):
			return nil, errClause
		}
		if len(a) == 2 || len(a) == 4 {
			options = a[len(a)-1]
		}
		o, err := serverName(options)
		if err != nil {
			return nil, err
		}
		pid, err := start(self, fun, o)
		return gen.StartResult(pid, term.Ref{}, err)
	}
}

func agentAsk(arity int, ask agentRequest) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if !isFun(a[1], arity) {
			return nil, errClause
		}
		return ask(self, a[0], a[1], a[2])
	}
}

func agentAskMFA(ask agentRequest) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		var timeout term.Term
		if len(a) == 5 {
			timeout = a[4]
		}
		return ask(self, a[0], agent.MFA(a[1], a[2], a[3]), timeout)
	}
}

func agentUpdate(self *process.Process, server, fun, timeout term.Term) (term.Term, error) {
	return term.OK, agent.Update(self, server, fun, timeout)
}

func agentCast(self *process.Process, a []term.Term) (term.Term, error) {
	if len(a) == 4 {
		return term.OK, agent.Cast(self, a[0], agent.MFA(a[1], a[2], a[3]))
	}
	if !isFun(a[1], 1) {
		return nil, errClause
	}
	return term.OK, agent.Cast(self, a[0], a[1])
}
