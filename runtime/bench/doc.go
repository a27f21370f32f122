// Package bench holds the benchmarks of the runtime by workload, and the
// script compare, which runs the same workloads in an installed erl and elixir
// and prints both side by side with the targets of the project.
//
// It has no code of its own and is imported by nobody.
//
// # Design notes
//
// Every workload has a name, the same in bench_test.go, testdata/bench.erl and
// testdata/stream.exs. A figure is nanoseconds for one operation, or bytes for
// one process, so that less is better everywhere and a ratio needs no thought.
// Both sides run on the same machine one after the other; figures of different
// runs say nothing.
//
// A side has the best of three runs, so that a busy machine spoils neither.
//
// Handlers in Go (Builtin) cost a call; those under "elixir" are typed in
// Elixir notation and run by the interpreter, which is what a learner has.
// BenchmarkFlat has no counterpart: it compares gex with itself, from one event
// or process to a million.
//
// # What is not reached, and why
//
// The targets are in the script. On a machine shared with others the ratios
// move by half, and in favour of the side that needs one core: OTP uses two.
// What stands below was judged by the processor time of gex, which moves less.
//
// notify with handlers in notation: a handler that counts takes about as long
// again as the manager needs for it. Compiled ones reach the target; what they
// took before was mostly an integer in a piece of memory each time (now a few
// share one) and a guard for each handler (now one for all of an event).
//
// sync_notify and calls make no message, no monitor's memory and no timer in
// the heap any more. What is left is a third for two switches of coroutines
// and the rest for the work itself. Running an idle server on its caller's
// stack would save the switches, but only where the callbacks are known neither
// to block nor to run long, or a timeout and a kill of the caller would be
// late: its frames would lie below those of the callback, and Go cannot part
// them. Callbacks of which the compiler knows that they only compute could be run
// ahead on the caller's turn, and again in the usual way should they fail or
// return something unusual.
//
// A profile for the compiler (go build -pgo) was measured to save a sixth of a
// call and of ping_pong, and little of notify and streams. It makes a build
// compile everything again, the interpreter of Go and Go's own packages too
// (more than three minutes of processor time), so that there is none.
//
// ping_pong and ring between plain processes are switches of coroutines, two
// for each message, because a coroutine returns to the scheduler and does not
// hand over to the next one. If it did, the stack of the one would be blocked
// by the other, and a process that hangs in host code could not be abandoned
// without the one below. Servers need no switch. A stream has two for each
// event, under sync_notify four.
//
// fanout is reached when the second core is free: half of it is the work of
// Go's collector on a heap that holds 100,000 processes and soon as many
// messages about their exits, which runs beside the scheduler. Less garbage per
// exit, or a heap that may grow further before it is collected, would do the
// rest.
package bench
