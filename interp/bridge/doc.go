// Package bridge carries modules between the two languages of gex. [Go] writes
// a module in IEx notation as the Go type that does the same, against the API
// of package otp, as a Go programmer would write it. [Elixir] writes the
// methods of Go types in IEx notation. Both are pure: text or tree in, text out.
//
// It runs nothing, knows no session and prints nothing. It imports syntax and
// the standard library only, and may be imported by package interp. It follows
// the correspondence that the documentation of package otp sets down.
//
// # What cannot be said
//
// A function with a construct that has no counterpart keeps its signature; its
// body is the Elixir source as a comment and a panic that names it. Calls of
// modules that package otp does not have go through Apply, which is exact.
// The other way round, a statement without a counterpart becomes a comment
// that begins with "# Go:" and a raise.
//
// A last parameter with a default is a variadic one in Go, which sets the
// default first; with is a case inside of a case; options of use are ChildSpec.
//
// # Known differences
//
// Arithmetic is Go's on int. HashDict is Map. A state that is a map with fixed
// keys becomes a struct, so that :sys.get_state shows a struct. A variable of
// a pattern that is used as a number, map, list or pid gets that type, and so
// takes part in matching. Each of the first three is said in a comment above
// the type that is written.
//
// # Design notes
//
// Go is generated several times for each module, because what a variable is used
// for and what a function returns are known only at the end: the facts of one
// pass, kept by the node that binds the variable, are read by the next. The
// last one writes with all of them. That keeps a single
// traversal where a resolver, an inference and a printer would each need
// every construct again.
//
// Elixir's expressions are statements of Go wherever they branch. A
// destination says what becomes of the value of an expression: it is returned,
// assigned or dropped, and branches hand their destination down.
package bridge
