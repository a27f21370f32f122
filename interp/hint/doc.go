// Package hint finds the one line that the shell says beside an error when it
// knows more than the words of IEx tell: who a dead process was, the name that
// was meant, what somebody who comes from Go should write.
//
// It prints nothing and asks nobody: For goes through a table of rules with an
// error and with what a session knows, its Facts. It may be imported by interp,
// and by gosrc, whose checker knows the names of Go.
//
// # Design notes
//
// A rule that is not sure says nothing; a wrong hint costs more than none. The
// first rule that has something to say wins: words that are surely of another
// language come first, what happened to processes next, names that are alike
// last.
package hint
