package exception

import (
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// UnknownFields words the warning about fields that were given to the
// exception/1 of an exception that does not have them.
func UnknownFields(name term.Atom, fields term.Term) string {
	module := inspect.Inspect(name, inspect.Options{})
	return "the following fields are unknown when raising " + module + ": " + inspect.Inspect(fields, inspect.Options{}) +
		". Please make sure to only give known fields when raising or redefine " + module + ".exception/1 to discard unknown fields. " +
		"Future Elixir versions will raise on unknown fields given to raise/2"
}

// NonEmptyList is the warning about collecting into a list that has elements.
const NonEmptyList = `the Collectable protocol is deprecated for non-empty lists. The behaviour of Enum.into/2 and "for" ` +
	`comprehensions with an :into option is incorrect when collecting into non-empty lists. If you're collecting into a non-empty ` +
	"keyword list, consider using Keyword.merge/2 instead. If you're collecting into a non-empty list, consider concatenating the two " +
	"lists with the ++ operator."
