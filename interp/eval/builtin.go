package eval

import (
	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// builtinFunc is the code of a function or operator that is compiled in place,
// for captures of it, or nil.
func builtinFunc(name string, arity int) process.Func {
	if b := intrinsics[code.Key{Name: name, Arity: arity}]; b != nil && b.erlang == "" {
		return func(_ *process.Process, args []term.Term) (term.Term, error) {
			if b.one != nil {
				return b.one(args[0])
			}
			return b.two(args[0], args[1])
		}
	}
	if arity != 2 {
		return nil
	}
	if compute := arithmetic[name]; compute != nil {
		return operatorFunc(name, compute)
	}
	if compare := comparisons[name]; compare != nil {
		return func(_ *process.Process, args []term.Term) (term.Term, error) {
			return truth(compare(args[0], args[1])), nil
		}
	}
	return nil
}

func operatorFunc(name string, compute func(a, b term.Term) (term.Term, bool)) process.Func {
	return func(_ *process.Process, args []term.Term) (term.Term, error) {
		value, ok := compute(args[0], args[1])
		if !ok {
			return nil, badArith(name, args...)
		}
		return value, nil
	}
}
