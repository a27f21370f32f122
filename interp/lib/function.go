package lib

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

func functionTable() Module {
	return Module{
		Name: "Elixir.Function",
		Doc:  "Functions as values.",
		Functions: []Function{
			{"identity", "value", "The value itself.", pure1(func(t term.Term) term.Term { return t })},
			{"capture", "module, function_name, arity", "A function of a module as a value.", functionCapture},
			{"info", "fun", "What is known about a function.", erlangFunInfo},
			{"info", "fun, item", "One item of what is known about a function.", erlangFunInfo},
		},
	}
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
