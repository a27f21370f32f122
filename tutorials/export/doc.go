// Package export writes a lesson that has been run in other forms: a page of
// HTML, a notebook for Livebook, a script for Elixir, and plain Markdown.
//
// It runs nothing and reads nothing: a [Lesson] holds the document and what its
// steps printed and sent. It knows neither shell nor runtime, and imports
// transcript. tutorials, main and tests may import it.
//
// # What is kept
//
// The page has everything: prose, inputs, outputs, hints, quizzes and the chart
// of each step. It loads nothing from anywhere, works without its script, and
// prints. A slider goes from step to step.
//
// Livebook and Elixir have no Go. Where a Go module stands, they get the module
// in Elixir: the original that the lesson shows right before it if it shows the
// whole module, and otherwise what Lesson.Elixir makes of the Go. A method that is
// added to a module later makes the whole module come again.
//
// A script prints the session as it runs: prompt, input, output, as a transcript
// has it. So it can be compared with one.
//
// # Design notes
//
// A script waits a little after each step. In a real IEx the reader's fingers do
// that; a transcript is written for a shell that lets work come to rest.
//
// The steps of a script are evaluated one by one, as in IEx, and not compiled with
// the rest: so they can lose the process that they run in, and functions look as
// they do in a shell. They stand in sigils, since a file cannot use its own macros.
package export
