// Package code is the module table of a node: names to functions, wherever
// the functions come from. A module typed as a Go type, one typed in Elixir
// notation and one compiled into gex are the same thing here.
//
// It imports term, exception and process. The behaviours above call callbacks
// through it; the front ends (interp/eval, interp/gosrc, interp/lib) define
// modules in it. It follows the Erlang module code and erlang:apply/3.
//
// # Design notes
//
// A call by name looks the function up at that moment, as a fully qualified
// call in Erlang does, so a module that is typed again is in use at the next
// callback. Optional callbacks are functions that are not there. Behaviours
// that call the same callback for every message keep an Entry, which looks
// again only after the table has changed.
package code
