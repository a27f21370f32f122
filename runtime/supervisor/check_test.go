package supervisor_test

import (
	"testing"

	"gex/runtime/inspect"
	"gex/runtime/supervisor"
	"gex/runtime/term"
)

func TestCheckSpecs(t *testing.T) {
	start := term.Tuple{term.Atom("m"), term.Atom("f"), term.Empty}
	spec := func(key string, value term.Term) term.Term {
		return term.List(supervisor.Spec(term.Atom("a"), "m", term.Empty).Put(term.Atom(key), value))
	}
	for _, test := range []struct {
		specs term.Term
		want  string
	}{
		{spec("id", term.Int(1)), ":ok"},
		{spec("start", start), ":ok"},
		{spec("start", term.Int(5)), "{:error, {:invalid_mfa, 5}}"},
		{spec("restart", term.Atom("often")), "{:error, {:invalid_restart_type, :often}}"},
		{spec("shutdown", term.Int(-1)), "{:error, {:invalid_shutdown, -1}}"},
		{spec("type", term.Atom("boss")), "{:error, {:invalid_child_type, :boss}}"},
		{spec("modules", term.Int(1)), "{:error, {:invalid_modules, 1}}"},
		{term.List(term.Int(5)), "{:error, {:invalid_child_spec, 5}}"},
		{term.List(term.NewMap()), "{:error, :missing_id}"},
	} {
		if got := inspect.Inspect(supervisor.CheckSpecs(test.specs, term.Undefined), inspect.Options{}); got != test.want {
			t.Errorf("CheckSpecs(%s) = %s, want %s", inspect.Inspect(test.specs, inspect.Options{}), got, test.want)
		}
	}
}
