// Package supervisor starts, watches and restarts processes: Erlang's
// supervisor, Elixir's Supervisor on top of it, and DynamicSupervisor, whose
// children need no names. It also reads child specifications.
//
// It does not know what a child does. It imports genserver and may be imported
// by task, registry, runtime/otp, interp/lib and above. It follows
// supervisor.erl of OTP 25.2 and lib/supervisor.ex and
// lib/dynamic_supervisor.ex of Elixir 1.14.0.
//
// # Design notes
//
// As in OTP a supervisor is a generic server with a callback module, here of Go
// functions, which is put into the node's module table when the first
// supervisor is started. Its state is the very record that OTP has, so that
// :sys.get_state shows it; the Go struct state is a view of its fields, which
// costs one small tuple a message.
//
// Child specifications are checked where OTP checks them, in the supervisor,
// with the reasons it gives; what Elixir checks before that, in the caller, is
// in spec.go.
//
// The reports of supervisors (progress, start errors, terminated children,
// shutdown) go to the logger, where Erlang's handlers show them; Elixir's does
// not, because they belong to SASL. What they say of a child is put together
// only if somebody is told.
package supervisor
