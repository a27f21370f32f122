package lib

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

var moduleTable = Module{
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

func moduleConcat(_ *process.Process, a []term.Term) (term.Term, error) {
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
	return term.Alias(strings.Join(parts, ".")), nil
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

var functionTable = Module{
	Name: "Elixir.Function",
	Doc:  "Functions as values.",
	Functions: []Function{
		{"identity", "value", "The value itself.", pure1(func(t term.Term) term.Term { return t })},
		{"capture", "module, function_name, arity", "A function of a module as a value.", functionCapture},
		{"info", "fun", "What is known about a function.", erlangFunInfo},
		{"info", "fun, item", "One item of what is known about a function.", erlangFunInfo},
	},
}

func functionCapture(_ *process.Process, a []term.Term) (term.Term, error) {
	module, ok1 := a[0].(term.Atom)
	name, ok2 := a[1].(term.Atom)
	arity, ok3 := intAt(a, 2)
	if !ok1 || !ok2 || !ok3 || arity < 0 || arity > 255 {
		return nil, badarg("erlang", "make_fun", a...)
	}
	return &term.Fun{Module: module, Name: string(name), Arity: arity, External: true}, nil
}

var bitwiseTable = Module{
	Name: "Elixir.Bitwise",
	Doc:  "Integers as rows of bits.",
	Functions: []Function{
		{"band", "left, right", "Bitwise and.", arithmetic("band", term.Band)},
		{"bor", "left, right", "Bitwise or.", arithmetic("bor", term.Bor)},
		{"bxor", "left, right", "Bitwise exclusive or.", arithmetic("bxor", term.Bxor)},
		{"bnot", "expr", "Bitwise not.", numericOp("bnot", term.Bnot)},
		{"bsl", "left, right", "Shift to the left.", arithmetic("bsl", term.Bsl)},
		{"bsr", "left, right", "Shift to the right.", arithmetic("bsr", term.Bsr)},
		{"&&&", "left, right", "Bitwise and.", arithmetic("band", term.Band)},
		{"|||", "left, right", "Bitwise or.", arithmetic("bor", term.Bor)},
		{"^^^", "left, right", "Bitwise exclusive or.", arithmetic("bxor", term.Bxor)},
		{"~~~", "expr", "Bitwise not.", numericOp("bnot", term.Bnot)},
		{"<<<", "left, right", "Shift to the left.", arithmetic("bsl", term.Bsl)},
		{">>>", "left, right", "Shift to the right.", arithmetic("bsr", term.Bsr)},
	},
}
