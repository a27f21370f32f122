// Package genserver is the generic server: the functions of GenServer and
// gen_server for callers, and the server process with its callbacks init,
// handle_call, handle_cast, handle_info, handle_continue, terminate,
// code_change and format_status.
//
// It does not know what a callback module does. It imports sys and may be
// imported by agent, runtime/otp, interp/lib and above. It follows
// gen_server.erl of OTP 25.2 and lib/gen_server.ex of Elixir 1.14.0.
//
// # Design notes
//
// GenServer is a thin layer over gen_server in Elixir, and is so here: one
// server process, and callers' functions that exit as those of GenServer do.
//
// The server is a record without a stack, its next message is a call of
// HandleMessage. A callback that blocks keeps the stack it was called on.
//
// Lines of the original sources stand in frames.go only.
package genserver
