package interp

import (
	"gex/interp/eval"
	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/genevent"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/supervisor"
	"gex/runtime/term"
)

// evalOptions are what the session gives to the evaluator.
func (s *Session) evalOptions() eval.Options {
	options := eval.Options{
		Each:   lib.Each,
		Macros: s.macros(),
		Use:    uses(),
		Warn:   s.compilerWarning,

		Imported: s.tests.Macros(),

		Callbacks: callbacks,
	}
	options.Use[term.Alias("Mix.Project")] = s.useProject()
	options.Use[term.Alias("ExUnit.Case")] = s.tests.Use()
	if s.options.Strict {
		genEvent := options.Use[term.Alias("GenEvent")]
		genEvent.Deprecated = "use GenEvent is deprecated. " + useOthers
		genEvent.Remark = "the GenEvent module is deprecated, see its documentation for alternatives"
		options.Use[term.Alias("GenEvent")] = genEvent
		options.Deprecated = s.deprecation
	}
	return options
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
			Functions: func(module term.Atom, options term.Term) []*code.Function {
				return append(genserver.Defaults(module), supervisor.UseChildSpec(module, options))
			},
			Warn: missingInit,
		},
		term.Alias("Agent"): {
			Functions: func(module term.Atom, options term.Term) []*code.Function {
				return []*code.Function{supervisor.UseChildSpec(module, options)}
			},
		},
		term.Alias("Task"): {
			Functions: func(module term.Atom, options term.Term) []*code.Function {
				return []*code.Function{supervisor.UseChildSpec(module, options, supervisor.Temporary)}
			},
		},
		term.Alias("Application"): {
			Behaviour: term.Alias("Application"),
			Functions: func(term.Atom, term.Term) []*code.Function {
				return []*code.Function{{Name: "stop", Arity: 1, Params: []string{"state"},
					Call: func(*process.Process, []term.Term) (term.Term, error) { return term.OK, nil }}}
			},
		},
		term.Alias("Supervisor"): {Behaviour: term.Alias("Supervisor"), Functions: supervising,
			Imports: []term.Atom{term.Alias("Supervisor.Spec")}},
		term.Alias("DynamicSupervisor"): {Behaviour: term.Alias("DynamicSupervisor"), Functions: supervising},
	}
}

// supervising is what a module that is a supervisor gets.
func supervising(module term.Atom, options term.Term) []*code.Function {
	return []*code.Function{supervisor.UseChildSpec(module, options, supervisor.Supervising)}
}

// missingInit is the remark about a GenServer without init/1.
func missingInit(module term.Atom, defined func(code.Key) bool) []string {
	if defined(code.Key{Name: "init", Arity: 1}) {
		return nil
	}
	return []string{"function init/1 required by behaviour GenServer is not implemented (in module " + moduleName(module) + ").\n\n" +
		"We will inject a default implementation for now:\n\n" +
		"    def init(init_arg) do\n      {:ok, init_arg}\n    end\n\n" +
		"You can copy the implementation above or define your own that converts the arguments given to GenServer.start_link/3 " +
		"to the server state.\n"}
}
