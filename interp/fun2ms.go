package interp

import (
	"fmt"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// specFunctions are the functions of ets that need the source of a fun.
func (s *Session) specFunctions() []*code.Function {
	return []*code.Function{{
		Name: "fun2ms", Arity: 1, Params: []string{"fun"}, Call: s.fun2ms,
		Doc: "The match specification that does what a fun does that was written at the prompt, as `fn {k, v} when v > 1 -> k end`. " +
			"It may use what match specifications know, and no variables from outside.",
	}}
}

// fun2ms is ets:fun2ms/1.
func (s *Session) fun2ms(self *process.Process, args []term.Term) (term.Term, error) {
	at := exception.Frame{Module: "ets", Function: "fun2ms", Arity: 1, File: "ets.erl", Line: 605}
	fun, ok := args[0].(*term.Fun)
	if !ok {
		at.Line, at.HasArgs, at.Args = 601, true, args
		return nil, exception.Raise(term.Atom("function_clause")).In(at)
	}
	made, ok := s.evaluator.MatchSpec(self, fun)
	switch {
	case !ok:
		at.Line = 615
		return nil, exception.Exit(notOfThePrompt).In(at)
	case made.Problem != "":
		err := s.say(self, fmt.Sprintf("Error: %s\n", made.Problem))
		return term.Tuple{term.ErrorAtom, term.Atom("transform_error")}, err
	case made.Outer != nil:
		return nil, noSuchVariable(made.Outer).In(
			exception.Frame{Module: "ms_transform", Function: "transform_from_shell", Arity: 3, File: "ms_transform.erl", Line: 222}).In(at)
	}
	return made.Spec, nil
}

// notOfThePrompt is the reason of the exit for a fun whose source is not known.
var notOfThePrompt = term.Tuple{term.Atom("badarg"), term.Tuple{term.Atom("ets"), term.Atom("fun2ms"), atoms(
	"function", "called", "with", "real", "fun", "should", "be", "transformed", "with", "parse_transform", "or", "called", "with",
	"a", "fun", "generated", "in", "the", "shell")}}

func atoms(names ...string) term.Term {
	all := make([]term.Term, len(names))
	for i, name := range names {
		all[i] = term.Atom(name)
	}
	return term.List(all...)
}

// noSuchVariable is how ms_transform fails for a variable from outside: it looks
// for it in a list, and Elixir has a map there.
func noSuchVariable(values []term.Term) *exception.Error {
	pairs := make([]term.Pair, len(values))
	for i, v := range values {
		pairs[i] = term.Pair{Key: term.Atom(fmt.Sprintf("_@%d", i)), Value: v}
	}
	at := func(module term.Atom, function string, line int) exception.Frame {
		return exception.Frame{Module: module, Function: function, Arity: 2, File: string(module) + ".erl", Line: line}
	}
	search := exception.Frame{
		Module: "lists", Function: "keysearch", HasArgs: true, Args: []term.Term{term.Atom("_@0"), term.Int(1), term.NewMap(pairs...)},
		Info: term.NewMap(term.Pair{Key: term.Atom("module"), Value: term.Atom("erl_stdlib_errors")}),
	}
	mapped, next := at("lists", "map", 1315), at("lists", "map_1", 1320)
	found := exception.Raise(term.Atom("badarg"))
	found.Stack = []exception.Frame{
		search, at("ms_transform", "fixup_environment", 1104), next, mapped, next, next, mapped, at("ms_transform", "fixup_environment", 1112),
	}
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "ms_transform", Function: "normalise", Arity: 1, File: "ms_transform.erl", Line: 1124, HasArgs: true,
		Args: []term.Term{exception.Caught(found)},
	})
}
