// Package agent is a server that keeps a state for functions to read and
// change: Elixir's Agent.
//
// It does not know more than genserver about servers. It imports genserver
// and may be imported by runtime/otp, interp/lib and above. It follows
// lib/agent.ex and lib/agent/server.ex of Elixir 1.14.0.
//
// # Design notes
//
// As in Elixir an agent is a GenServer whose callback module is Agent.Server,
// here a module of Go functions, which is put into the node's module table
// when the first agent is started.
package agent
