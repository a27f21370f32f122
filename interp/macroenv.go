package interp

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// envFunction is a function of Macro.Env: its arguments come after the env.
type envFunction struct {
	name   string
	params []string
	doc    string
	call   func(env *term.Map, args []term.Term) term.Term
}

var envFunctions = []envFunction{
	{"location", []string{"env"}, "The file and line as a keyword list.", envLocation},
	{"in_guard?", []string{"env"}, "Whether the code is a guard.", envContext("guard")},
	{"in_match?", []string{"env"}, "Whether the code is a pattern.", envContext("match")},
	{"stacktrace", []string{"env"}, "The stack trace whose one entry is the place.", envStacktrace},
	{"vars", []string{"env"}, "The variables in sight, with their contexts.", envVars},
	{"has_var?", []string{"env", "var"}, "Whether a variable is in sight.", envHasVar},
	{"required?", []string{"env", "module"}, "Whether a module was required.", envRequired},
	{"fetch_alias", []string{"env", "atom"}, "`{:ok, module}` that an alias stands for, or `:error`.", envFetchAlias},
	{"fetch_macro_alias", []string{"env", "atom"}, "As `fetch_alias/2`, of aliases inside of macros.", func(*term.Map, []term.Term) term.Term { return term.ErrorAtom }},
	{"lookup_import", []string{"env", "name_arity"}, "The modules that a name is imported from.", envLookupImport},
	{"prune_compile_info", []string{"env"}, "The environment without what only the compiler needs.", func(env *term.Map, _ []term.Term) term.Term {
		return env.Put(term.Atom("lexical_tracker"), term.Nil).Put(term.Atom("tracers"), term.Empty)
	}},
}

// macroEnvModule is Macro.Env: what __ENV__ and __CALLER__ are.
func macroEnvModule() *code.Module {
	m := code.NewModule(term.Alias("Macro.Env"), code.Builtin)
	for _, f := range envFunctions {
		call := f.call
		m.Add(&code.Function{Name: f.name, Arity: len(f.params), Params: f.params, Doc: f.doc,
			Call: func(_ *process.Process, args []term.Term) (term.Term, error) {
				env, ok := args[0].(*term.Map)
				if !ok {
					return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
						Module: term.Alias("Macro.Env"), Function: f.name, Arity: len(args), Args: args, HasArgs: true})
				}
				return call(env, args[1:]), nil
			}})
	}
	m.Doc = "The place of code while it is compiled: its module, function, line, and what its names stand for."
	for _, name := range []string{"aliases", "context", "context_modules", "file", "function", "functions", "lexical_tracker",
		"line", "macro_aliases", "macros", "module", "requires", "tracers", "versioned_vars"} {
		m.Struct = append(m.Struct, term.Pair{Key: term.Atom(name), Value: term.Nil})
	}
	hidden := term.Keyword(term.Pair{Key: term.Atom("except"), Value: term.List(term.Atom("tracers"), term.Atom("versioned_vars"))})
	m.Attributes = []term.Pair{{Key: term.Atom("derive"), Value: term.List(term.Tuple{term.Alias("Inspect"), hidden})}}
	return m
}

func envField(env *term.Map, name string) term.Term {
	value, ok := env.Get(term.Atom(name))
	if !ok {
		return term.Nil
	}
	return value
}

func envLocation(env *term.Map, _ []term.Term) term.Term {
	return term.Keyword(term.Pair{Key: term.Atom("file"), Value: envField(env, "file")},
		term.Pair{Key: term.Atom("line"), Value: envField(env, "line")})
}

func envContext(context term.Atom) func(*term.Map, []term.Term) term.Term {
	return func(env *term.Map, _ []term.Term) term.Term {
		return term.Bool(envField(env, "context") == term.Term(context))
	}
}

func envStacktrace(env *term.Map, _ []term.Term) term.Term {
	file, _ := envField(env, "file").(term.Binary)
	place := term.Keyword(term.Pair{Key: term.Atom("file"), Value: term.Charlist(string(file))},
		term.Pair{Key: term.Atom("line"), Value: envField(env, "line")})
	module, function := envField(env, "module"), envField(env, "function")
	entry := term.Tuple{term.Atom("elixir_compiler"), term.Atom("__FILE__"), term.Int(1), place}
	if key, ok := function.(term.Tuple); ok && len(key) == 2 {
		entry = term.Tuple{module, key[0], key[1], place}
	} else if module != term.Term(term.Nil) {
		entry = term.Tuple{module, term.Atom("__MODULE__"), term.Int(0), place}
	}
	return term.List(entry)
}

func envVars(env *term.Map, _ []term.Term) term.Term {
	vars, _ := envField(env, "versioned_vars").(*term.Map)
	var list []term.Term
	if vars != nil {
		for _, p := range vars.Pairs() {
			list = append(list, p.Key)
		}
	}
	return term.List(list...)
}

func envHasVar(env *term.Map, args []term.Term) term.Term {
	vars, ok := envField(env, "versioned_vars").(*term.Map)
	if !ok {
		return term.False
	}
	_, found := vars.Get(args[0])
	return term.Bool(found)
}

func envRequired(env *term.Map, args []term.Term) term.Term {
	modules, _ := term.Slice(envField(env, "requires"))
	return term.Bool(slices.Contains(modules, args[0]))
}

func envFetchAlias(env *term.Map, args []term.Term) term.Term {
	name, _ := args[0].(term.Atom)
	for e := range term.Elements(envField(env, "aliases")) {
		if pair, ok := e.(term.Tuple); ok && pair[0] == term.Term(term.Alias(string(name))) {
			return term.Tuple{term.OK, pair[1]}
		}
	}
	return term.ErrorAtom
}

func envLookupImport(env *term.Map, args []term.Term) term.Term {
	var found []term.Term
	for _, kind := range []string{"function", "macro"} {
		for e := range term.Elements(envField(env, kind+"s")) {
			pair, ok := e.(term.Tuple)
			if !ok || len(pair) != 2 {
				continue
			}
			names, _ := term.Slice(pair[1])
			if slices.ContainsFunc(names, func(n term.Term) bool { return term.Same(n, args[0]) }) {
				found = append(found, term.Tuple{term.Atom(kind), pair[0]})
			}
		}
	}
	return term.List(found...)
}
