// Package logger turns reports into log lines. A report is data: a handler
// that crashed, a server that terminates, a process that raised. Format is
// the one place that knows the words of Elixir's Logger 1.14; Log writes them
// through the I/O server with the time of the node.
//
// It does not know who reports what and when. It imports ioserver and may be
// imported by every room above it. It follows Elixir's Logger,
// Logger.Translator and the console back end, and Erlang's logger.
//
// # Design notes
//
// Rooms report what happened and never a text, so that those who observe (a
// process table, another wording, a filter) get the same facts.
//
// Translators of one's own are asked before Format (translate.go), with the data
// that Erlang's handlers get. They run in the process that logs, so what no
// process logs, such as the emulator's word of one that raised, passes them by.
//
// A report is written by the process it concerns at the moment it happens. In
// real IEx another process writes it, so that it races with the result of the
// call that caused it; it wins in 29 of 30 tries, and here always.
package logger
