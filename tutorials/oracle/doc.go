// Package oracle runs the inputs of a transcript in an installed IEx, for
// comparing: what that prints is right by definition.
//
// It is no part of what gex does for learners, and nothing needs it where there
// is no IEx. It imports transcript and may be imported by the command line and by programs
// that record.
//
// # Design notes
//
// IEx reads from a pipe, as iex < file does: it prints its prompts there too,
// and a prompt after which nothing comes for a while is the end of an answer.
// Who printed a line cannot be told, so an answer is one output.
//
// A block of Go is run as the block of Elixir that stands before it in its
// section, and a file NAME.go as the file NAME.exs. Files of the transcript are
// put into a directory of IEx's own when an input names them.
package oracle
