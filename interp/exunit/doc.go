// Package exunit is the test framework of the guides: assertions for the
// prompt and for tests, modules of tests with `use ExUnit.Case`, callbacks
// around them, and the run that reports what failed.
//
// It reads no files and prints through the io server only. It imports eval, lib
// and rooms of runtime, and may be imported by interp only. It follows ExUnit
// of Elixir 1.14.
//
// # Design notes
//
// Assertions, test, setup, describe and doctest are macros in Go that the
// evaluator calls where their modules are imported: an assertion compiles its
// operands and keeps the text of its code, a test becomes a function of its module
// and a call that notes it, with its tags, when the module's body runs.
//
// Tests run in the order in which they were defined, one after the other, as
// ExUnit does with the seed 0: the same output every time. Modules that say
// async run first; they do not overlap.
//
// A test process ends with the reason shutdown, which takes what it has
// linked along. What it leaves to the callbacks (on_exit, the supervisor of
// start_supervised) is kept by its pid.
package exunit
