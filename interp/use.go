package interp

import (
	"gex/interp/eval"
	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/genevent"
	"gex/runtime/genserver"
	"gex/runtime/term"
)

// evalOptions are what the session gives to the evaluator.
func (s *Session) evalOptions() eval.Options {
	return eval.Options{
		Each:   lib.Each,
		Macros: s.macros(),
		Use:    uses(),
		Warn:   s.compilerWarning,
	}
}

// uses is what `use Module` adds to a module, for the behaviours there are.
func uses() map[term.Atom]eval.Use {
	return map[term.Atom]eval.Use{
		term.Alias("GenEvent"): {
			Behaviour: term.Alias("GenEvent"),
			Functions: func(module term.Atom, _ term.Term) []*code.Function { return genevent.Defaults(module) },
		},
		term.Alias("GenServer"): {
			Behaviour: term.Alias("GenServer"),
			Functions: func(module term.Atom, _ term.Term) []*code.Function { return genserver.Defaults(module) },
		},
		term.Alias("Agent"): {},
	}
}
