// Package syntax reads IEx notation: a large subset of Elixir 1.14 as it is
// typed at the prompt, written in .ex and .exs files and printed in
// transcripts. [Parse] turns text into a typed tree and says, in the words of
// Elixir, why a text is not one; [Tokens] cuts any output into pieces for
// comparing; [LeadingOperator] knows the lines that go on from the result
// before them.
//
// The package gives no meaning to what it reads: "if", "def" and "case" are
// plain calls with a do block, and whether a name is a variable or a function
// is for the evaluator to find out. It expands no macros, resolves no aliases
// and creates no atoms. It imports the standard library only and may be
// imported by every room of the project.
//
// It follows elixir_tokenizer and elixir_parser of Elixir 1.14. The grammar is
// in grammar.txt, which is changed together with the parser; what real Elixir
// makes of more than two thousand snippets, right and wrong, is recorded in
// testdata and compared by the tests.
//
// # Incomplete input
//
// The prompt gives Parse all lines typed so far, each with its newline. An
// [Error] with Incomplete set means that another line may complete them.
// Unlike IEx, which takes "#{1 +}" in a string for unfinished and asks for
// more for ever, only the end of the whole source counts as such.
//
// # Extensions
//
// With Options.Handles the printed forms #PID<0.1.2>, #Reference<0.1.2.3> and
// #Port<0.4> are literals. They cannot collide with Elixir, where # begins a
// comment. Nesting deeper than 2000 levels is refused with an error of its
// own, so that no input exhausts the stack.
//
// # Design notes
//
// The tree is typed rather than Elixir's quoted triples, because the evaluator
// dispatches on what a construct is and Go should check that no case is
// forgotten. [Quoted] renders the triples, which is how the tests compare with
// the real thing. Where two spellings mean the same to the evaluator they are
// one node ("a not in b" is not over in), where they do not they are told
// apart (Call.Parens); Sections hides whether a block was written with do or
// with do:.
//
// Lexing is done before parsing and for the whole text, because Elixir does
// so: an unclosed bracket at the end wins over a mistake on the first line,
// and IEx asks for more input. Interpolations are lexed in place by a nested
// lexer and parsed when their string is.
//
// The parser is recursive descent with precedence climbing. Elixir's is an
// LALR parser, whose errors name the first token that no continuation of the
// text could have; the same holds here because each function looks at one
// token and fails at once. What the grammar tells apart by symbols
// (matched_expr, unmatched_expr, no_parens_expr) is the shape of a parsed
// expression, and what it forbids by their absence is the context. A few
// sentences are raised by Elixir when a rule is reduced, before or after the
// next token has been looked at; failFollow and the field open of expr mirror
// that as far as two hundred thousand random texts, run through both, asked
// for it.
//
// Lexer and parser leave their depths by a panic with a fault, which Parse
// recovers; any other panic is a bug and passes through. A fault knows the
// pieces of the message, describe makes them the exception of Elixir with or
// without the source line below, as Elixir has it.
//
// # Known differences
//
// Names of more than one script are accepted and no name is normalised: the
// tables of Unicode for these are not in the standard library. Of two mistakes
// in one expression the other one may be reported, in about one of ten
// thousand random wrong texts.
package syntax
