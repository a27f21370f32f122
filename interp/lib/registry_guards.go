package lib

import (
	"gex/runtime/exception"
	"gex/runtime/registry"
	"gex/runtime/term"
)

// selection is how a function of Registry asks ets for the registrations of a
// key that match.
type selection struct {
	function string
	result   term.Term // of the match specification
	line     int
	// Of keys that many may have every partition is asked, in a loop.
	inner, loop int
}

var selections = map[string]selection{
	"match":            {"select", term.List(term.Tuple{term.Atom("element"), term.Int(2), term.Atom("$_")}), 655, 662, 661},
	"count_match":      {"select_count", term.List(term.True), 1237, 1244, 0},
	"unregister_match": {"internal_select_delete", term.List(term.True), 914, 0, 0},
}

// badGuards is the error of guards that make no match specification: that of
// the function of ets that was given them.
func badGuards(ok bool, r *registry.Registry, function string, a args) error {
	if ok {
		return nil
	}
	if !term.IsList(a[3]) {
		return errClause
	}
	s, any := selections[function], term.Term(term.Atom("_"))
	pid, frames := any, []exception.Frame{}
	if function == "unregister_match" {
		pid = r.Asker()
		frames = append(frames, exception.Frame{Module: "ets", Function: "select_delete", Arity: 2, File: "ets.erl", Line: 401})
	}
	if s.inner > 0 && !r.Unique() {
		frames = append(frames, at("Registry", "-"+function+"/4-fun-0-", 4, "registry.ex", s.inner), at("Enum", "reduce_range", 5, "enum.ex", 4299))
		s.line = s.loop
	}
	if s.line > 0 {
		frames = append(frames, at("Registry", function, 4, "registry.ex", s.line))
	}
	ofKey := term.Tuple{term.Atom("=:="), term.Tuple{term.Atom("element"), term.Int(1), term.Atom("$_")}, term.Tuple{term.Atom("const"), a[1]}}
	spec := term.List(term.Tuple{term.Tuple{any, term.Tuple{pid, a[2]}}, &term.Cons{Head: ofKey, Tail: a[3]}, s.result})
	err := exception.BadArg("ets", s.function, r.KeyTable(a[1]), spec)
	err.Stack[0].Problems = []string{"", "not a valid match specification"}
	return err.In(frames...)
}
