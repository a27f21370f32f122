// Package inspect turns terms into text: Inspect writes them in Elixir's
// notation as IEx 1.14 shows its results, Erlang in Erlang's as ~p of io does.
// AtomText, KeyText and CallText give the three spellings of an atom that
// error messages and parsers need.
//
// It does not know where text goes, what a process is, or what an error means.
// It imports term and may be imported by every room above it. It follows the
// Elixir modules Inspect, Inspect.Algebra and Macro, and Erlang's
// io_lib_pretty.
//
// # Design notes
//
// A document is not a tree. The walker of terms writes the one-line form
// straight into a buffer. Most results fit on their line, and then the buffer
// is the answer. When the line is full, the walker begins again and notes
// beside the text where groups, nestings and breaks begin (layout.go). Groups
// know from the notes how long they would be, so that the choice between one
// line and several, which the algebra makes by looking ahead again and again,
// takes constant time here.
//
// Inspect.Algebra measures binaries in bytes and not in characters, and so
// does this package: lines with é in them wrap a little early, as in IEx.
//
// Structs are maps with the key __struct__, as in Elixir. A struct of a module
// that nobody declared is printed as the map it is; Options.StructFields tells
// which are declared, after the ones of the standard library.
//
// What implements Inspect itself makes a document of Inspect.Algebra, a term
// (algebra.go). Customs asks for it, in which code of the hosted language runs,
// and it stands in the text as one more mark; then the marks are made into a
// document, too, and the whole is laid out as format/2 does (embed.go). A
// document that is a mere word, the most common, is written as any other word.
// A malformed struct (a MapSet without its map) is for Customs to explain, and
// is printed as a map where there are none.
//
// The check for identifiers outside ASCII knows letters and marks but has no
// table of normal forms: it takes a letter followed by a combining accent for
// unnormalised and quotes it, as Elixir does for all that have a composed form.
package inspect
