package otp

// The functions and modules below are those of the default node; see API for
// what they do.

// Modules of Elixir and Erlang, as values whose methods are their functions.
var (
	Agent             = std.Agent()
	DynamicSupervisor = std.DynamicSupervisor()
	ETS               = std.ETS()
	Logger            = std.Logger()
	Registry          = std.Registry()
	Supervisor        = std.Supervisor()
	Task              = std.Task()
	TaskSupervisor    = std.TaskSupervisor()
	GenEvent          = std.GenEvent()
	GenServer         = std.GenServer()
	IO                = std.IO()
	Process           = std.Process()
	ProcLib           = std.ProcLib()
	Sys               = std.Sys()
	Timer             = std.Timer()
)

// Self returns the calling process.
func Self() PID { return std.Self() }

// Send sends a message to a PID, a registered name or a module and returns it.
func Send(to, message Term) Term { return std.Send(to, message) }

// Spawn starts a process that runs f.
func Spawn(f func()) PID { return std.Spawn(f) }

// SpawnLink starts a process that runs f, linked to the caller.
func SpawnLink(f func()) PID { return std.SpawnLink(f) }

// SpawnMonitor starts a process that runs f, monitored by the caller.
func SpawnMonitor(f func()) (PID, Ref) { return std.SpawnMonitor(f) }

// Receive takes the first message that one of the clauses matches.
func Receive(clauses ...Clause) Term { return std.Receive(clauses...) }

// Match reports whether a value matches a pattern and stores what it binds.
func Match(value Term, pattern string, pointers ...any) bool {
	return std.Match(value, pattern, pointers...)
}

// MakeRef returns a new reference.
func MakeRef() Ref { return std.MakeRef() }

// Call calls a function value.
func Call(fun Term, args ...Term) Term { return std.Call(fun, args...) }

// Apply calls a function of a module by name.
func Apply(module Term, function string, args ...Term) Term {
	return std.Apply(module, function, args...)
}

// Catch calls f and returns what it raised, nil if nothing.
func Catch(f func()) error { return std.Catch(f) }

// Text returns a value as text, as to_string does.
func Text(value Term) string { return std.Text(value) }

// Register makes modules of Go types, given by a value each.
func Register(values ...any) { std.Register(values...) }
