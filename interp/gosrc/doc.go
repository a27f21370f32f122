// Package gosrc turns Go declarations typed at the prompt into modules. A
// Unit holds the declarations of a session; Define adds to them, compiles all
// that are live as one program and publishes its types and functions in the
// module table.
//
// It does not decide whether an input is Go or notation, does not print, and
// knows nothing of prompts. It imports otp and code, is the only importer of
// yaegi, and may be imported by package interp. It follows the Go
// specification.
//
// # From text to module
//
//	split     source.go, store.go   input -> declarations, or a hint
//	store     store.go              the latest source of each live declaration
//	generate  program.go            one file with line directives, names of otp qualified
//	check     check.go              go/types against embedded export data
//	refuse    refuse.go             what could not be run correctly, with the way round
//	describe  describe.go           signatures as typed
//	lower     lower*.go             independent passes, see passes
//	load      engine.go             a fresh interpreter for each generation
//	publish   publish.go            methods and functions -> code.Module
//
// # What an input defines
//
// A type with an exported name that is a struct, has methods or embeds
// UseGenEvent or UseGenServer is a module: KV_Registry is KV.Registry. The
// value of its definition is {:module, KV.Registry, bytes, {:handle_info, 2}},
// with the method typed last; for a struct without methods it is the struct
// with its zero values, as defstruct gives. Methods may come in later inputs;
// the module is then published again. Plain functions, exported or not, are
// those of the module Go; the value of their definition is {:double, 1}, as def
// gives. Other declarations have their name as value.
//
// # Design notes
//
// The interpreter never sees what was typed. It accepts wrong programs and
// runs some right ones wrongly without a word, so the Go type checker decides
// what is a program, and passes rewrite what is one into the part of the
// language that the interpreter runs as the compiler would. Each pass works
// on the checked tree with its types and has a golden file of what goes in
// and what comes out.
//
// Redefinition inside one interpreter is broken (old callers keep old code),
// so each Define loads all live declarations into a fresh one. Old generations
// live as long as somebody holds functions of theirs. State survives because
// the run-time type of a struct is made of its fields and its name only.
//
// Struct types get their identity from a tag on their first field. Positions
// in stack traces are those of the function, and those of panics those of the
// panic, since the interpreter's own positions are not reliable; lowered code
// carries the line of a panic in its value.
//
// The embedded export data is complete: no Go installation is needed, and its
// version plays no part. It must be generated again (go generate) when the API
// of package otp changes; a test compares the two.
package gosrc
