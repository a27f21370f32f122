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
// Handlers in Go (Builtin) cost a call; those under "elixir" are typed in
// Elixir notation and run by the interpreter, which is what a learner has.
package bench
