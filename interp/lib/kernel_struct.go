package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func kernelStruct(self *process.Process, a []term.Term) (term.Term, error) {
	base := a[0]
	if module, ok := base.(term.Atom); ok {
		made, err := code.Apply(self, module, "__struct__")
		if err != nil {
			return nil, exception.In(err, at("Kernel", "struct", 3, "kernel.ex", 2350))
		}
		base = made
	}
	s, ok := base.(*term.Map)
	if !ok {
		setter := &term.Fun{Module: "Elixir.Kernel", Name: "-struct/2-fun-0-", Arity: 2, Index: 22, Unique: 98344383, Place: "Kernel.struct/2"}
		return nil, noClause(self, "Elixir.Kernel", "struct", args{a[0], a[1], setter})
	}
	return withFields(self, s, a[1], func(s *term.Map, key, value term.Term) (*term.Map, error) {
		if inMap(s, key) && key != term.Term(structKey) {
			s = s.Put(key, value)
		}
		return s, nil
	})
}

func kernelMustStruct(self *process.Process, a []term.Term) (term.Term, error) {
	if module, ok := a[0].(term.Atom); ok {
		made, err := code.Apply(self, module, "__struct__", a[1])
		return made, exception.In(err, at("Kernel", "struct!", 2, "kernel.ex", 2336))
	}
	base, ok := a[0].(*term.Map)
	if !ok {
		return nil, errClause
	}
	return withFields(self, base, a[1], func(s *term.Map, key, value term.Term) (*term.Map, error) {
		if !inMap(s, key) {
			return nil, keyError(key, s).In(
				exception.Frame{Module: "maps", Function: "update", Arity: 3, Args: args{key, value, s}, HasArgs: true},
				at("Kernel", "-struct!/2-fun-0-", 2, "kernel.ex", 2345),
				at("Enum", "-reduce/3-lists^foldl/2-0-", 3, "enum.ex", 2468))
		}
		return s.Put(key, value), nil
	})
}

// withFields sets the fields of a struct, pair by pair.
func withFields(self *process.Process, s *term.Map, pairs term.Term, set func(s *term.Map, key, value term.Term) (*term.Map, error)) (term.Term, error) {
	err := Each(self, pairs, func(x term.Term) (err error) {
		p, ok := x.(term.Tuple)
		if !ok || len(p) != 2 {
			return errClause
		}
		s, err = set(s, p[0], p[1])
		return err
	})
	return s, err
}

// kernelUtilsTable is what the macros of Kernel call.
func kernelUtilsTable() Module {
	return Module{
		Name: "Elixir.Kernel.Utils",
		Doc:  "What the macros of Kernel call at run time.",
		Functions: []Function{
			{"destructure", "list, count", "The first `count` elements of a list, with nil for those that are missing.", utilsDestructure},
		},
	}
}

func utilsDestructure(self *process.Process, a []term.Term) (term.Term, error) {
	count, ok := intAt(a, 1)
	if !ok || count < 0 || !term.IsList(a[0]) && a[0] != term.Term(term.Nil) {
		return nil, errClause
	}
	var elements []term.Term
	rest := a[0]
	for len(elements) < count {
		switch cell := rest.(type) {
		case *term.Cons:
			elements, rest = append(elements, cell.Head), cell.Tail
		case term.EmptyList, term.Atom:
			elements = append(elements, term.Nil)
		default:
			err := noClause(self, "Elixir.Kernel.Utils", "destructure_list", args{rest, term.Int(count - len(elements))})
			return nil, exception.In(err, at("Kernel.Utils", "destructure_list", 2, "kernel/utils.ex", 19))
		}
	}
	return term.List(elements...), nil
}
