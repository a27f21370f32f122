// Package syntax reads IEx notation: a large subset of Elixir 1.14 as it is
// typed at the prompt, written in .ex and .exs files and printed in
// transcripts. It turns text into tokens and tokens into a typed tree, and
// says, in the words of Elixir 1.14, why a text is not one.
//
// The package gives no meaning to what it reads: "if", "def" and "case" are
// plain calls with a do block, and whether a name is a variable or a function
// is for the evaluator to find out. It imports the standard library only and
// may be imported by every room of the project.
//
// It follows elixir_tokenizer and elixir_parser of Elixir 1.14; the grammar is
// in grammar.txt.
package syntax
