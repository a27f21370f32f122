// Package exception holds what goes wrong in the hosted language: the class,
// the reason and the stack of an error, and the words in which IEx prints it.
//
// An *Error travels as an ordinary Go error through every room. It is never a
// host error (a file that is not there, a terminal that went away) and never
// a bug of gex: those are plain Go errors and panics.
//
// It imports term and inspect and may be imported by every room above them.
// It follows the Elixir modules Exception, Kernel.SpecialForms.try and the
// Erlang reference manual, chapter "Errors and Error Handling".
//
// # Design notes
//
// The reason is a term, so that links, monitors and patterns see it. The stack
// is built on the way up: whoever lets an error pass adds the frame of the
// function it was in (Error.In), innermost first. That costs nothing while
// nothing fails, and shows the frames of the real system where the layers of
// gex are those of the real system.
package exception
