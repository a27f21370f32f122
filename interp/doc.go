// Package interp joins the two front ends and the library into a Session: one
// input goes in, is read as IEx notation or as Go, runs in the evaluator
// process of a node, and its output comes out in order.
//
// It reads no keys and draws nothing: the prompt, colours of roles and line
// editing are repl's. It imports eval, gosrc, lib and the rooms below, and may
// be imported by repl and main. It follows IEx.Server and IEx.Evaluator of
// Elixir 1.14.
//
// # From an input to its output
//
// Status says, without running anything, whether an input is complete. Eval
// hands it to the evaluator process and runs the node until the value is
// there; then the node settles, so that what other processes print because of
// the input stands before its value; then value or error is printed. The
// number of the prompt counts inputs that succeeded.
//
// # Running inputs again
//
// A session keeps a journal: each input with its time, what it printed and the
// files it read. Undoing and replaying are one operation: the session boots on a
// fresh node and runs the inputs of the journal on a virtual clock, each at its
// time; then the clock becomes a real one. An input that was interrupted is
// interrupted again. A transcript is saved after a rehearsal, which shows what
// depends on the moment. A program is saved as the statements of one function,
// which the bridge turns into Go.
//
// # Design notes
//
// The evaluator is a plain process, not a server: its mailbox, links and
// dictionary belong to the learner. An input therefore does not reach it as a
// message but through a cell that it awaits.
//
// When the evaluator dies, as the process linked to it that crashed takes it
// down, a new one starts. IEx forgets the variables then; a session keeps them
// unless it is strict, because losing them teaches nothing.
//
// Classify decides by the first tokens which language an input is in. Both
// languages have words that begin a line in only one of them, except type,
// func, var, const and import, for which the next token decides.
//
// A Go type that uses a behaviour is not complete before its first method:
// defmodule is one input with one result, and so is the Go type with its
// method. A second empty line completes it all the same.
package interp
