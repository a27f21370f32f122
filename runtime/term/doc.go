// Package term holds the values of the hosted language: what Erlang calls
// terms. It knows their kinds, their equality and their one total order, and
// nothing about how they are printed, sent or computed.
//
// It imports only the standard library and may be imported by every room.
// It follows the Erlang reference manual, chapters "Data Types" and "Term
// Comparisons".
//
// # Kinds
//
//	Atom      :ok, nil, true, GenEvent (which is :"Elixir.GenEvent")
//	Int       integers that fit in 64 bits
//	*Big      integers that do not
//	Float     64-bit floats; never NaN or infinite
//	Binary    a string of bytes: "abc", <<1, 2>>
//	*Bits     a bitstring whose length is no multiple of eight
//	Tuple     {1, 2}
//	EmptyList []
//	*Cons     [head | tail], proper or improper
//	*Map      %{k: v}, up to 32 keys in order, more in that of a hash
//	PID       a process
//	Ref       a reference
//	*Fun      an anonymous function or a capture
//	*Native   a Go value that has no other form; a Go struct is the map that the
//	          struct of its name would be, see AsMap
//
// # Design notes
//
// Terms are a closed set behind an interface with an unexported marker,
// because Erlang has a total order over all of them: an open set could not
// have one. An Atom is a Go string, so that the code of the behaviours reads
// as Erlang does (case "ok") and constants cost no allocation.
//
// A struct of two words for every term was measured against this form: a
// handler call that matches a tuple and returns {:ok, state} takes 21 ns with
// it and about 45 ns with interfaces, once {:ok, state} itself is returned
// unboxed. The interface reads as Go in every other room, and the calls of
// the behaviours do not build tuples where it counts, so it was chosen.
//
// Terms are immutable once they have been handed to somebody else. Native is
// the exception by nature: its Go value may hold pointers, and is shared as
// Go shares it.
package term
