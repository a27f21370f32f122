// Package gosrc turns Go declarations typed at the prompt into modules. A
// Unit holds the declarations of a session; Define adds to them, compiles what
// an input concerns as one program and publishes its types and functions in
// the module table.
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
//	part      parts.go              what of it an input concerns
//	generate  program.go            one file with line directives, names of otp qualified
//	check     check.go, patterns.go go/types against embedded export data; patterns
//	refuse    refuse.go             what could not be run correctly, with the way round
//	describe  describe.go           signatures as typed
//	sizes     sizes.go              no type of a size that could not be made
//	flatten   flatten.go, library.go instances of generics and local types written out
//	lower     lower*.go, kinds.go   independent passes, see passes, where they have something to do
//	load      placed.go, engine.go  the tree, in a fresh interpreter for each generation
//	publish   publish.go            methods and functions -> code.Module
//
// What lowered code calls is in support.go, boxes.go, adapters.go, format.go,
// defers.go, blocking.go, locks.go and limits.go.
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
// gives. A func main runs when it is typed, so that whole programs can be pasted,
// and so do functions init, after the variables have their values. Other
// declarations have their name as value.
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
// so each Define loads a generation into a fresh one. Old generations live as
// long as somebody holds functions of theirs. State survives because the
// run-time type of a struct is made of its fields and its name only.
//
// Methods become functions, constants their values, and instances of generics,
// also those of the generic packages of the standard library, whose sources
// are in data/generic, code of their own: nothing is left of what the
// interpreter does in its own ways. Values that become interfaces of the
// standard library (sort.Interface, io.Writer) get compiled adapters.
//
// The interpreter knows types by their fields only. So a value whose type the
// learner declared is put into a box with its type wherever it becomes an
// interface value, and taken out at assertions and type switches; go/types
// finds all these places. With boxes, ==, keys of maps, type switches, errors,
// printing and methods of interface values are as in compiled code. Interfaces
// that the learner declares are any in lowered code, and calls of their
// methods choose the method by the type in the box. Bare structs, which typed
// parameters and results carry, have a tag with their name on the first field.
//
// Deferred calls, channel operations, package sync, indices and sizes go
// through compiled code, because the interpreter's own hang, race, end the
// program or fail without a position.
//
// A goroutine of a go statement is a thread of its process (process.Go), so
// goroutines take turns with each other and with processes. What would end a
// compiled program beyond recovery, two goroutines in one map for example, cannot
// happen, and what waits is known: when nothing can happen any more while an
// input is evaluated, BreakDeadlock fails what that waits for. A goroutine acts
// for its process, except that it cannot receive messages, and ends with it; a
// panic in one ends the process.
//
// Package variables keep their values from one generation to the next as long
// as their declarations stay the same, and their initializers run once.
//
// A panic costs the interpreter a walk through the program in every call that it
// leaves, in each on top of the stack of the one before. So functions that may
// call themselves go on with a new stack every hundred calls or so, as do those
// with deferred calls that are that deep; a panic ends the stacks on which nobody
// can recover it at once. Recursion may be 131,072 calls deep with the usual
// memory budget, functions with deferred calls a quarter of it, and what calls
// itself only by way of functions that it is given, of errors, or of String methods that
// package fmt calls, which is not seen, has one stack. Where stacks use the memory
// up before, that is a recursion that is too deep too.
//
// The order in which the operands of a statement are read is the compiler's, see
// evaluation. It is not followed in one place: where a function literal changes a
// variable of a bool, a byte, a pointer or a struct, and the compiler writes the literal
// into the function that calls it, it reads the variable in its turn before.
//
// What cap says of slices is the compiler's own choice. Those that never leave a
// function, or by one return only, grow as they do compiled, see lowerBacking; what
// the compiler finds by writing one function into another is not followed.
//
// Positions in stack traces are those of the statement that failed, in the
// innermost function: lowered functions keep the line they are at, and the
// interpreter tells which function a panic leaves first. A statement of several
// lines has the line of the first thing in it that can fail.
//
// Of os, log and runtime learners have what data/limited declares: standard
// output and standard error are those of the node, Exit ends the process, and
// the rest does not exist for the check. See limited.go and logging.go.
//
// The embedded export data is complete: no Go installation is needed, and its
// version plays no part. It must be generated again (go generate) when the API
// of package otp changes; a test compares the two.
// # Parts
//
// A generation holds the part of the live declarations that an input concerns:
// what it changes, all that uses that, directly or not, and what these need.
// Who uses what is seen by the names in the syntax: a declaration that mentions
// no name of another one cannot notice that it has changed, and one that
// mentions its name, even as that of a local variable, counts as its user. Code
// that is needed and has not changed is there twice then, which nobody can
// tell, with one exception: a package variable must be one. So what uses a
// variable of a part belongs to the part too.
//
// Calls of methods by way of interfaces find the types that have them when the
// part is compiled. These are in it, since the call and the methods mention the
// same name. Where types have methods that no declaration of theirs names (by
// embedded fields, as instances of generic types and under an alias), and where types implement
// interfaces of the standard library that have adapters (see adapters.go), all
// live declarations are compiled together.
//
// # Figures
//
// Processor time on a machine with two shared cores, of which a quarter comes
// and goes with what else runs there (go test -bench ./interp/gosrc); OTP 25
// takes 14 ms for a defmodule with use GenEvent there.
//
//	from Enter to {:module, ...}, other declarations live        goal
//	  1                                            0.55 ms
//	  50 that have nothing to do with the input    1.2 ms       10 ms
//	  500 that have nothing to do with the input   2.5 ms
//	  50 that all use what is typed again          8 to 10 ms  10 ms
//	  500 that all use it                          about 90 ms
//	first input of a session                       6 ms
//	callback of a handler, HandleEvent with OK     1.9 µs, est. 2 µs
//	the same with Send                             3.0 µs, est.
//	memory of a definition that stays in use       63 KB
//	memory after 1,000 redefinitions               as before
//
// Those of what uses what is typed again and of callbacks were measured in turns with the
// program before, while other programs took the machine up. 50 declarations took 8.3 ms
// at best, 11.7 in the middle, and before 13.8 and 19.5; a callback took 0.70 to 0.77 of the time
// before, which was 2.6 µs when nothing else ran. 500 declarations took 87 ms at best, and
// before 146.
//
// Of the whole program that is typed again, a third of the time is the passes', of which a
// third is looking at what is in declarations, 29 % the interpreter's (its own tree, its
// graph, its closures), and 20 % parsing and checking.
//
// Of a callback, a fifth is the way into the function that the interpreter has made
// by reflection, a third its frame, with an allocation for every variable, and
// a quarter the call of OK, by reflection again. So functions count their entries in
// a variable of their own and call compiled code at every 64th only, callbacks that are
// soon over do not even that, what has one line only keeps none, receivers that
// are not used are dropped, and a Result is one pointer, which the interpreter copies
// several times.
//
// What a generation keeps is its syntax tree and its universe. The types of
// structs whose layout was changed stay for ever: the reflect package frees none.
package gosrc
