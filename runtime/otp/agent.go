package otp

import (
	"gex/runtime/agent"
	"gex/runtime/gen"
)

// AgentModule is the module Agent. Its functions take Go functions; what
// these get is the state, and their parameter may have its type.
type AgentModule struct{ api *API }

// Agent returns the module Agent.
func (a *API) Agent() AgentModule { return AgentModule{a} }

// Start starts an agent whose state is what f returns.
func (m AgentModule) Start(f any, options ...Option) (PID, error) {
	pid, err := agent.Start(m.api.self(), ToTerm(f), startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// StartLink starts an agent linked to the caller.
func (m AgentModule) StartLink(f any, options ...Option) (PID, error) {
	pid, err := agent.StartLink(m.api.self(), ToTerm(f), startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// Get returns what f makes of the state; f runs in the agent.
func (m AgentModule) Get(server Term, f any) Term {
	value, err := agent.Get(m.api.self(), moduleTerm(server), ToTerm(f), gen.DefaultTimeout)
	must(err)
	return m.api.FromTerm(value)
}

// Update replaces the state by what f makes of it.
func (m AgentModule) Update(server Term, f any) {
	must(agent.Update(m.api.self(), moduleTerm(server), ToTerm(f), gen.DefaultTimeout))
}

// GetAndUpdate calls f with the state; f returns a value, which is returned,
// and the new state.
func (m AgentModule) GetAndUpdate(server Term, f any) Term {
	value, err := agent.GetAndUpdate(m.api.self(), moduleTerm(server), ToTerm(f), gen.DefaultTimeout)
	must(err)
	return m.api.FromTerm(value)
}

// Cast is Update without waiting.
func (m AgentModule) Cast(server Term, f any) {
	must(agent.Cast(m.api.self(), moduleTerm(server), ToTerm(f)))
}

// Stop ends an agent and blocks until it has ended.
func (m AgentModule) Stop(server Term, reason ...Term) {
	must(agent.Stop(m.api.self(), moduleTerm(server), reasonOr(reason), Infinity))
}
