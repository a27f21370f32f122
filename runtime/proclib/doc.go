// Package proclib starts processes the way OTP's behaviours do: they know
// their ancestors and their initial call, the starter waits until they
// acknowledge, and their end is reported as a crash of a proc_lib process.
//
// It does not know names, calls or callbacks. It imports logger and code and
// may be imported by every room above it. It follows Erlang's proc_lib; its
// function stop/3 lives in sys, which it needs.
//
// # Design notes
//
// proc_lib turns every exception of a process into an exit, so that the
// emulator has nothing to report: Run does the same, and the crash hook of
// the kernel stays quiet. The crash report of proc_lib itself is data like
// any other report; Elixir's Logger shows none of them.
//
// In OTP stop/3 makes gen, proc_lib and sys import each other in a circle.
package proclib
