package exception

import "gex/runtime/term"

// Normalize returns the exception struct that rescue binds for a reason: the
// reason itself if it is one, else the struct of the standard library that
// stands for this reason of Erlang's.
func Normalize(reason term.Term, stack []Frame, o Options) *term.Map {
	if IsException(reason) {
		return reason.(*term.Map)
	}
	switch reason := reason.(type) {
	case term.Atom:
		if x := normalizeAtom(reason, stack); x != nil {
			return x
		}
	case term.Tuple:
		if x := normalizeTuple(reason, stack, o); x != nil {
			return x
		}
	}
	var details term.Term = term.Nil
	if _, text, ok := argumentErrors(reason, stack, ""); ok {
		details = term.Binary(text)
	}
	return Struct("ErlangError", at("original", reason), at("reason", details))
}

// Rescued is Normalize for rescue, which does not ask what was wrong with the
// arguments for a reason that only ErlangError stands for.
func Rescued(reason term.Term, stack []Frame) *term.Map {
	x := Normalize(reason, stack, Options{})
	if !IsException(reason) && field(x, "reason") != term.Term(term.Nil) && field(x, "__struct__") == term.Term(term.Alias("ErlangError")) {
		return Struct("ErlangError", at("original", reason), at("reason", term.Nil))
	}
	return x
}

func at(key term.Atom, value term.Term) term.Pair { return term.Pair{Key: key, Value: value} }

func withMessage(module, message string) *term.Map {
	return Struct(module, at("message", term.Binary(message)))
}

func normalizeAtom(reason term.Atom, stack []Frame) *term.Map {
	switch reason {
	case "badarg":
		return argumentError(stack)
	case "badarith":
		return withMessage("ArithmeticError", "bad argument in arithmetic expression")
	case "system_limit":
		return systemLimitError(stack)
	case "cond_clause":
		return Struct("CondClauseError")
	case "undef":
		return Struct("UndefinedFunctionError", append(called(stack),
			at("message", term.Nil), at("reason", term.Nil))...)
	case "function_clause":
		return Struct("FunctionClauseError", append(called(stack),
			at("args", term.Nil), at("clauses", term.Nil), at("kind", term.Nil))...)
	}
	return nil
}

func argumentError(stack []Frame) *term.Map {
	const general = "errors were found at the given arguments"
	reason, details, ok := argumentErrors(term.Atom("badarg"), stack, general)
	if !ok {
		return withMessage("ArgumentError", "argument error")
	}
	return withMessage("ArgumentError", reason+details)
}

func systemLimitError(stack []Frame) *term.Map {
	const general = "a system limit has been reached"
	reason, details, ok := argumentErrors(term.Atom("system_limit"), stack,
		general+" due to errors at the given arguments")
	if !ok {
		return withMessage("SystemLimitError", general)
	}
	return withMessage("SystemLimitError", reason+details)
}

// called returns the fields for the call on top of the stack, all nil when
// the stack is empty.
func called(stack []Frame) []term.Pair {
	if len(stack) == 0 {
		return []term.Pair{at("module", term.Nil), at("function", term.Nil), at("arity", term.Nil)}
	}
	top := stack[0]
	return []term.Pair{
		at("module", top.Module),
		at("function", term.Atom(top.Function)),
		at("arity", term.Int(top.arity())),
	}
}

// termErrors are the reasons {tag, term} that become an exception with the
// field term.
var termErrors = map[term.Atom]string{
	"badfun":      "BadFunctionError",
	"badmatch":    "MatchError",
	"badmap":      "BadMapError",
	"case_clause": "CaseClauseError",
	"with_clause": "WithClauseError",
	"try_clause":  "TryClauseError",
}

func normalizeTuple(reason term.Tuple, stack []Frame, o Options) *term.Map {
	switch len(reason) {
	case 2:
		return normalizePair(reason, stack, o)
	case 3:
		return normalizeTriple(reason, o)
	}
	return nil
}

func normalizePair(reason term.Tuple, stack []Frame, o Options) *term.Map {
	tag, _ := reason[0].(term.Atom)
	if module, ok := termErrors[tag]; ok {
		return Struct(module, at("term", reason[1]))
	}
	switch tag {
	case "badarity":
		if call, ok := reason[1].(term.Tuple); ok && len(call) == 2 {
			return Struct("BadArityError", at("function", call[0]), at("args", call[1]))
		}
	case "badkey":
		return Struct("KeyError", at("message", term.Nil), at("key", reason[1]), at("term", searched(stack)))
	case "badarg":
		return withMessage("ArgumentError", "argument error: "+o.inspect(reason[1]))
	}
	return nil
}

func normalizeTriple(reason term.Tuple, o Options) *term.Map {
	switch tag, _ := reason[0].(term.Atom); tag {
	case "badstruct":
		return Struct("BadStructError", at("struct", reason[1]), at("term", reason[2]))
	case "badbool":
		return Struct("BadBooleanError", at("operator", reason[1]), at("term", reason[2]))
	case "badkey":
		var message term.Term = term.Nil
		if _, ok := reason[2].(*term.Map); !ok {
			message = term.Binary("key " + o.inspect(reason[1]) + " not found in: " + o.inspect(reason[2]) +
				". If you are using the dot syntax, such as map.field, make sure the left-hand side of the dot is a map")
		}
		return Struct("KeyError", at("key", reason[1]), at("term", reason[2]), at("message", message))
	}
	return nil
}

// searchedArgument tells which argument of a function is the map in which it
// looks for a key.
var searchedArgument = map[string]int{
	"Elixir.Map.get_and_update!/3": 0,
	"Elixir.Map.update!/3":         0,
	"maps.update/3":                2,
	"maps.get/2":                   1,
	"erlang.map_get/2":             1,
}

func searched(stack []Frame) term.Term {
	if len(stack) > 0 && stack[0].HasArgs {
		if i, ok := searchedArgument[stack[0].key()]; ok {
			return stack[0].Args[i]
		}
	}
	return term.Nil
}
