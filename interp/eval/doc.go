// Package eval gives meaning to the trees of package syntax: it compiles IEx
// notation, modules included, to Go closures and runs them in a process.
//
// It is not a shell: it prints nothing, reads no files, and knows no module by
// name except those whose functions Elixir itself calls for a construct
// (String.Chars for interpolation, Enum for comprehensions, ...). Shell macros,
// what `use` injects and where warnings go are given in [Options].
//
// It imports syntax, code and the rooms below; interp joins it with the
// library. It follows elixir_expand, elixir_module and Kernel of Elixir 1.14
// and erl_eval of OTP 25.
//
// # From a tree to a value
//
// An [Env] is what one input leaves for the next: bindings, aliases, imports.
// It never changes. [Evaluator.Compile] turns a tree and an Env into a
// [Program], or fails as Elixir's compiler does, before anything has run.
// [Program.Run] runs it and returns the value with the next Env. An input that
// fails has changed nothing. [Evaluator.EvalInput] does both for an input of the
// prompt, expression by expression as IEx does.
//
// # What is not there
//
// The counters that Elixir puts into what a macro makes, expansions of the
// macros of the library but the commonest of Kernel ([Evaluator.ExpandOnce]),
// and ~w with other modifiers than a, c, s. Of structs that implement
// Enumerable the library asks for reduce only.
//
// # Design notes
//
// Variables are slots in a frame, found when the program is compiled; a
// variable of an earlier input is a constant of the next one. Frames lie on a
// stack of terms that belongs to the call from outside ([machine]), so a call
// inside of a module allocates nothing but its results. Since variables are
// never assigned twice, a closure copies the values it needs.
//
// A compiled expression is a thunk: func(m) (value, error). In tail position it
// may return neither: then the call it stands for is noted in the machine, and
// the loop that runs the function (function.run) goes on with it. So loops in
// def and fn run in constant stack, and frames of tail calls are missing in
// stack traces, as they are in Erlang.
//
// Macros (defmacro) get their arguments as quoted expressions: [quoter] makes
// terms of trees and [unquoter] trees of terms. A definition with unquote in it
// goes the same way, so that names can be computed. Variables that a macro
// makes get a mark behind their names that no source can spell; that is all
// there is to hygiene. Shell macros get trees and may return code.
//
// What real IEx leaves to erl_eval shows in stack traces of processes that the
// prompt spawned; interpreted.go reproduces the frames that logs show most.
//
// Function values must be a process.Func for the other rooms. To run one of our
// own on the machine at hand, its Func is called with itself noted in the
// evaluator (handoff); it then names its closure instead of running. So the
// cost of going through the outer interface is a few nanoseconds, and tail
// calls of funs work.
//
// Types and specifications are checked when the body of their module has run and
// are then forgotten, but for the text that h shows: nothing is inferred.
//
// An error of the compiler has the frames of the macros around it: expanding
// adds them on the way out. Erlang keeps eight frames only, which a clause of
// what a macro made fills (inClause); then the frame below the macro is missing
// here as it is there.
//
// What an error costs is paid on its way only: an operation that fails leaves
// its line in the machine, and each function that lets the error pass adds its
// frame with that line.
package eval
