package lib

import (
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

func inspectOptsModule() Module {
	return Module{
		Name:   "Elixir.Inspect.Opts",
		Doc:    "The options of `inspect/2` as implementations of `Inspect` get them.",
		Struct: inspectOpts(inspect.Options{}).(*term.Map).Delete(structKey).Pairs(),
		Functions: []Function{
			{"new", "opts", "The struct of options that are given in a keyword list.", inspectOptsNew},
			{"default_inspect_fun", "", "The function with which terms in terms are shown.", func(*process.Process, []term.Term) (term.Term, error) {
				return inspectFunction, nil
			}},
		},
	}
}

var inspectFunction = &term.Fun{Module: "Elixir.Inspect", Name: "inspect", Arity: 2, External: true}

func inspectOptsNew(self *process.Process, a []term.Term) (term.Term, error) {
	return kernelStruct(self, args{inspectOpts(inspect.Options{}), a[0]})
}

// optionsOf reads a struct Inspect.Opts.
func optionsOf(self *process.Process, opts *term.Map) inspect.Options {
	o := InspectOptions(self.Node())
	for _, p := range opts.Pairs() {
		if key, ok := p.Key.(term.Atom); ok {
			o.Set(key, p.Value)
		}
	}
	return o
}

// inspectOpts is the struct Inspect.Opts of options.
func inspectOpts(o inspect.Options) term.Term {
	number := func(n, fallback int) term.Term {
		switch {
		case n == inspect.None:
			return term.Int(0)
		case n == 0:
			return term.Int(fallback)
		case n < 0:
			return term.Infinity
		}
		return term.Int(n)
	}
	given := func(t, fallback term.Term) term.Term {
		if t == nil {
			return fallback
		}
		return t
	}
	fun := inspectFunction
	if o.InspectFun != nil {
		fun = o.InspectFun
	}
	return structOf("Elixir.Inspect.Opts",
		pair("base", [...]term.Atom{"decimal", "binary", "octal", "hex"}[o.Base]),
		pair("binaries", [...]term.Atom{"infer", "as_strings", "as_binaries"}[o.Binaries]),
		pair("char_lists", term.Atom("infer")),
		pair("charlists", [...]term.Atom{"infer", "as_charlists", "as_lists"}[o.Charlists]),
		pair("custom_options", given(o.CustomOptions, term.Empty)), pair("inspect_fun", fun),
		pair("limit", number(o.Limit, 50)), pair("pretty", term.Bool(o.Pretty)),
		pair("printable_limit", number(o.PrintableLimit, 4096)), pair("safe", term.Bool(!o.Unsafe)),
		pair("structs", term.Bool(!o.PlainStructs)), pair("syntax_colors", given(o.SyntaxColors, term.Empty)),
		pair("width", number(o.Width, 80)))
}
