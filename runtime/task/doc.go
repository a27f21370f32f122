// Package task runs functions in processes of their own, and waits for what
// they return: Elixir's Task and Task.Supervisor.
//
// It does not know streams; those of tasks are in the library. It imports
// supervisor and may be imported by runtime/otp, interp/lib and above. It
// follows lib/task.ex, lib/task/supervised.ex and lib/task/supervisor.ex of
// Elixir 1.14.0.
//
// # Design notes
//
// The process of Async waits for the message that tells it what to do and
// where the answer goes, as in Elixir, because the reference is made after the
// process: it is a monitor of it, and an alias. An answer that comes when
// nobody waits any more vanishes.
//
// What a task runs is {module, function, args}; a function value is
// {:erlang, :apply, [fun, []]}.
package task
