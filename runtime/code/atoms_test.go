package code_test

import (
	"testing"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

func TestHasAtom(t *testing.T) {
	table := code.Of(process.NewNode(process.Options{}))
	m := code.NewModule("Elixir.Shop", code.Builtin)
	m.Add(&code.Function{Name: "open", Arity: 0})
	table.Define(m)
	table.MakeAtoms("till")
	for name, want := range map[term.Atom]bool{"Elixir.Shop": true, "open": true, "till": true, "close": false} {
		if got := table.HasAtom(name); got != want {
			t.Errorf("HasAtom(%s) = %v, want %v", name, got, want)
		}
	}
}
