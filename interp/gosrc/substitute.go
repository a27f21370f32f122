package gosrc

import (
	"go/types"
	"iter"
)

// substitute returns t with the types in it for which f returns another
// replaced by that; nil keeps a type.
func substitute(t types.Type, f func(types.Type) types.Type) types.Type {
	t = types.Unalias(t)
	if other := f(t); other != nil {
		return other
	}
	sub := func(t types.Type) types.Type { return substitute(t, f) }
	switch t := t.(type) {
	case *types.Pointer:
		return types.NewPointer(sub(t.Elem()))
	case *types.Slice:
		return types.NewSlice(sub(t.Elem()))
	case *types.Array:
		return types.NewArray(sub(t.Elem()), t.Len())
	case *types.Map:
		return types.NewMap(sub(t.Key()), sub(t.Elem()))
	case *types.Chan:
		return types.NewChan(t.Dir(), sub(t.Elem()))
	case *types.Signature:
		return types.NewSignatureType(nil, nil, nil, substituteAll(t.Params(), sub), substituteAll(t.Results(), sub), t.Variadic())
	case *types.Struct:
		var fields []*types.Var
		var tags []string
		for i := range t.NumFields() {
			v := t.Field(i)
			fields = append(fields, types.NewField(v.Pos(), v.Pkg(), v.Name(), sub(v.Type()), v.Embedded()))
			tags = append(tags, t.Tag(i))
		}
		return types.NewStruct(fields, tags)
	case *types.Named:
		return substituteArguments(t, sub)
	}
	return t
}

func substituteAll(vars *types.Tuple, sub func(types.Type) types.Type) *types.Tuple {
	var all []*types.Var
	for v := range vars.Variables() {
		all = append(all, types.NewVar(v.Pos(), v.Pkg(), v.Name(), sub(v.Type())))
	}
	return types.NewTuple(all...)
}

func substituteArguments(t *types.Named, sub func(types.Type) types.Type) types.Type {
	if t.TypeArgs().Len() == 0 {
		return t
	}
	var args []types.Type
	for a := range t.TypeArgs().Types() {
		args = append(args, sub(a))
	}
	made, err := types.Instantiate(nil, t.Origin(), args, false)
	if err != nil {
		return t
	}
	return made
}

// madeOf are the types that a type without a name is made of itself: its elements,
// keys, fields, parameters and results. Interfaces are made of nothing.
func madeOf(t types.Type) []types.Type {
	switch t := types.Unalias(t).(type) {
	case interface{ Elem() types.Type }:
		if m, ok := t.(*types.Map); ok {
			return []types.Type{m.Key(), m.Elem()}
		}
		return []types.Type{t.Elem()}
	case *types.Signature:
		return append(madeOf(t.Params()), madeOf(t.Results())...)
	case *types.Tuple:
		return typesOf(t.Variables())
	case *types.Struct:
		return typesOf(t.Fields())
	}
	return nil
}

func typesOf(variables iter.Seq[*types.Var]) []types.Type {
	var all []types.Type
	for v := range variables {
		all = append(all, v.Type())
	}
	return all
}
