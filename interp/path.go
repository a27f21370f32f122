package interp

import (
	"gex/interp/eval"
	"gex/interp/syntax"
)

// safePath is get_in/1 of Elixir 1.17, which the guides use today: a path like
// user.address[:city] is nil as soon as a part of it is.
func safePath(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	return safely(call.Args[0]), nil, nil
}

// partName is a variable that no learner can write.
const partName = "part of a path"

func safely(n syntax.Node) syntax.Node {
	switch n := n.(type) {
	case *syntax.Access:
		return &syntax.Access{Pos: n.Pos, X: safely(n.X), Key: n.Key}
	case *syntax.Call:
		if n.Target == nil || n.Parens || len(n.Args) > 0 || isAlias(n.Target) {
			return n
		}
		part := &syntax.Var{Pos: n.Pos, Name: partName}
		null := &syntax.Atom{Pos: n.Pos, Name: "nil"}
		return &syntax.Call{Pos: n.Pos, Name: "case", Args: []syntax.Node{safely(n.Target)},
			Do: &syntax.DoBlock{Pos: n.Pos, Sections: []syntax.Section{{Pos: n.Pos, Name: "do", Body: &syntax.Stab{Pos: n.Pos, Clauses: []*syntax.Clause{
				{Pos: n.Pos, Args: []syntax.Node{null}, Body: null},
				{Pos: n.Pos, Args: []syntax.Node{part}, Body: &syntax.Call{Pos: n.Pos, Target: part, Name: n.Name}},
			}}}}}}
	}
	return n
}

func isAlias(n syntax.Node) bool {
	switch n.(type) {
	case *syntax.Alias, *syntax.Atom:
		return true
	}
	return false
}
