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
//
// # What is not reached, and why
//
// The targets are in the script. On a machine shared with others the ratios
// move by a third; what stands below moves less.
//
// notify with one handler is on a level with OTP and not three times as fast:
// OTP's sender and manager run on two cores, here they take turns on one, and
// half of the time goes into two pieces of memory per event (the message and
// the new state). Parallel schedulers would be a different kernel; integers up
// to some size in a table would save the second piece.
//
// sync_notify and calls take half of OTP's time and not a fifth: two switches
// of coroutines, a monitor, and the memory of request and reply. Running an
// idle server on its caller's stack would save the switches, but only where
// the callbacks are known not to block, or a timeout and a kill of the caller
// would be late; nothing knows that of a handler yet.
//
// ping_pong and ring between plain processes are switches of coroutines, two
// for each message because a coroutine returns to the scheduler and cannot
// hand over to the next one. Servers need none. A stream under sync_notify has
// four such switches for each event.
//
// Handlers in notation are interpreted: about 80 ns for one that counts, where
// compiled Go takes half of that.
package bench
