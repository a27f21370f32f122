// Package lib is what the prompt can call: the functions of Elixir and Erlang
// that gex has, one file a module, one table entry a function. An entry has
// the name, the parameters with their defaults, the documentation in our own
// words and the Go function. The shell's h, completion and exports read the
// same tables, by way of the module table of the node.
//
// It is no evaluator: macros and special forms belong to interp/eval, which
// does not know this package. It imports the rooms of runtime and may be
// imported by interp only. It follows the modules of Elixir 1.14 and OTP 25
// whose names its tables carry.
//
// # Design notes
//
// A function that is given arguments which no clause takes returns errClause;
// the wrapper of the table turns that into the FunctionClauseError that
// Elixir raises, with the heads of the clauses, which are recorded in
// data/clauses.txt. So the Go code says what it takes and nothing about how
// that is reported. Built-in functions of Erlang fail with badarg and the
// arguments in the frame, from which package exception finds the words. The
// frames that Elixir's own layers add between a function and a callback that
// raises are recorded, too, in data/frames.txt.
//
// Enumeration is Each: it pushes elements into a function until that returns
// an error, which may be a halt of the caller's own. Streams are pushed
// through their stages the same way, so they need no suspension; what has to
// pull from two sources at once (zip) takes from the finite ones first.
//
// Dates and times are plain values of package calendar; the structs are made of
// them and read back at the border (calendar_term.go). The only calendar is
// Calendar.ISO and the only zone that is known by name Etc/UTC, as in Elixir
// without a database of zones.
//
// File works on a FileSystem: that of the machine at the prompt, one in memory
// in lessons, replays and tests, so that nothing typed there can touch the disk
// of a learner.
//
// The tables and trees of Erlang (:dict, :sets, :gb_trees, :gb_sets, :array) are
// the tuples that OTP makes, since the prompt shows them; so the hash of :dict
// is erlang:phash/2, and trees are balanced where OTP's are. Formats (~p, ~w and
// the others) are one engine for :io, :io_lib and :logger.
//
// Regular expressions are Go's, which are never slow, as long as Go can say
// them. What only Perl's can (look-around, back-references, atomic groups, the
// modifier x) goes to github.com/dlclark/regexp2: written in Go alone, MIT,
// without dependencies, kept since 2014, and pinned in go.mod. To write one
// ourselves would be a project of its own. Since such an expression can take
// for ever, it has a limit of time, after which it does not match.
//
// golang.org/x/text makes the normal forms of String.normalize/2 and
// String.equivalent?/2 and the letter cases of String.upcase/2 and its like: the
// tables of Unicode are no work of ours, and the library is that of Go's own
// authors.
//
// Random numbers are drawn by the algorithms of OTP, so that a seed that
// a guide prints gives the numbers that it prints. What is not seeded begins at
// a source of the node's own, which is the same at each run of a transcript.
//
// data/names.txt lists what Elixir 1.14 and OTP 25 have, so that the shell
// can tell a function that gex leaves out from one that does not exist.
package lib
