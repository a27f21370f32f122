package gosrc

import (
	"go/ast"
	"go/types"
)

// lowerMemory checks the sizes that make is given, since a program that runs
// out of memory cannot be saved.
//
//	make([]int, n)         =>  make([]int, gex_.Size(n, 8, 12))
//	strings.Repeat(s, n)   =>  strings.Repeat(s, gex_.Size(n, len(s), 12))
func lowerMemory(p *program) {
	sizes := types.SizesFor("gc", "amd64")
	ast.Inspect(p.file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		line := number(p.position(call).Line)
		switch {
		case p.isBuiltin(call.Fun, "make") && len(call.Args) > 1:
			size := number(int(elementSize(sizes, p.typeOf(call.Args[0]))))
			for i := range call.Args[1:] {
				call.Args[i+1] = support("Size", intOf(p, call.Args[i+1]), size, line)
			}
		case p.isFunction(call.Fun, "strings", "Repeat"), p.isFunction(call.Fun, "bytes", "Repeat"):
			size := &ast.CallExpr{Fun: ast.NewIdent("len"), Args: []ast.Expr{call.Args[0]}}
			if isPath(call.Args[0]) || p.info.Types[call.Args[0]].Value != nil {
				call.Args[1] = support("Size", call.Args[1], size, line)
			}
		}
		return true
	})
}

// elementSize is what one element of a slice, map or channel takes at least.
func elementSize(sizes types.Sizes, t types.Type) int64 {
	switch t := coreType(t).(type) {
	case *types.Slice:
		return max(sizes.Sizeof(t.Elem()), 1)
	case *types.Chan:
		return max(sizes.Sizeof(t.Elem()), 1)
	case *types.Map:
		return max(sizes.Sizeof(t.Key())+sizes.Sizeof(t.Elem()), 1)
	}
	return 1
}

// intOf is an integer expression as an int.
func intOf(p *program, e ast.Expr) ast.Expr {
	if t, ok := p.typeOf(e).(*types.Basic); ok && (t.Kind() == types.Int || t.Kind() == types.UntypedInt) {
		return e
	}
	return &ast.CallExpr{Fun: ast.NewIdent("int"), Args: []ast.Expr{e}}
}
