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
//
// Data and words are apart. What goes wrong is data (error.go, normalize.go);
// every sentence is made when somebody prints it: messages in message.go, exits
// in exit.go, stack frames in stack.go, explanations of wrong arguments in
// badarg.go. Only the prompt adds hints (blame.go), as in IEx: log messages and
// exit reasons have the bare message. A built-in function that finds a wrong
// argument says which call it was (BadArg), and not what was wrong with it.
//
// What modules export, declare and word themselves is not known here; Options
// has a function for each question. Its zero value answers for the standard
// library alone.
//
// A stack has at most MaxDepth frames for all who look at it, but the record of
// an Error keeps more: frames are added from the inside out, and it is not known
// on the way which of them somebody will cut.
//
// Left out are the hint for functions that OTP has removed and the list of
// types of a consolidated protocol: no protocol of the prompt is consolidated.
package exception
