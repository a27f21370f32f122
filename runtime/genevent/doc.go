// Package genevent is the event manager, in its two flavours: Erlang's
// gen_event and Elixir's GenEvent. Both have the functions of callers
// (Erlang and Elixir are the two sets of them) and the manager process itself.
//
// It does not know handlers: they are modules of package code, whose callbacks
// are looked up by name at each call. It imports sys and may be imported by
// runtime/otp, interp/lib and above. It follows gen_event.erl of OTP 25.2 and
// lib/gen_event.ex of Elixir 1.14.0.
//
// # Design notes
//
// The flavours differ in every table one can make of them: order of events,
// identity of handlers, shape of errors, ownership by link or by monitor,
// swaps, streams. They share what a manager is (manager.go): a list of
// handlers, newest first, the loop with hibernation, calling a callback, the
// answers to sys. The rest is written once for each, in erlang_*.go and
// elixir_*.go, so that each can be read beside its original.
//
// The manager is a server without a stack. A handler that blocks (a call to
// another server, a sleep) keeps the stack it was called on; the manager looks
// the same to it either way. A stream consumer that must acknowledge makes the
// manager wait in the middle of an event, as in Elixir.
//
// Events and calls are sent as envelopes (envelope.go) and never are tuples
// unless somebody looks; callbacks return their results taken apart where the
// interpreter can (code.Result).
//
// Stack traces show the frames of the originals. They are data (frames.go):
// the line of handle_msg at which a message is handled is noted when the
// message arrives, the frames below are put together when something fails.
package genevent
