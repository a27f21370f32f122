package lib

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func moduleTable() Module {
	return Module{
		Name: "Elixir.Module",
		Doc:  "Names of modules.",
		Functions: []Function{
			{"concat", "list", "The alias made of the parts.", moduleConcat},
			{"concat", "left, right", "The alias made of the two parts.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return moduleConcat(self, args{term.List(a...)})
			}},
			{"split", "module", "The parts of an alias.", moduleSplit},
			{"safe_concat", "list", "As `concat/1`.", moduleConcat},
			{"safe_concat", "left, right", "As `concat/2`.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return moduleConcat(self, args{term.List(a...)})
			}},
			{"reserved_attributes", "", "The module attributes that mean something to Elixir, each with what it is for.", moduleReserved},
		},
	}
}

func moduleConcat(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	var parts []string
	for _, x := range list {
		text, ok := x.(term.Binary)
		if atom, isAtom := x.(term.Atom); isAtom {
			text, ok = term.Binary(atom), true
		}
		if !ok {
			return nil, errClause
		}
		if text = term.Binary(strings.TrimPrefix(string(text), "Elixir.")); text != "" && text != "nil" && text != "Elixir" {
			parts = append(parts, strings.TrimPrefix(string(text), "."))
		}
	}
	return made(self, term.Alias(strings.Join(parts, "."))), nil
}

func moduleSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if atom, isAtom := a[0].(term.Atom); isAtom {
		text, ok = term.Binary(atom), true
	}
	if !ok {
		return nil, errClause
	}
	rest, found := strings.CutPrefix(string(text), "Elixir.")
	if !found {
		return nil, exception.ArgumentError("expected an Elixir module, got: %s", show(a[0])).In(at("Module", "split", 2, "module.ex", 1673))
	}
	return stringList(strings.Split(rest, ".")), nil
}
