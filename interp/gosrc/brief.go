package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
)

// This file finds the functions that need no checkpoint at their beginning.

// briefAPI are the functions of otp that return at once and call nothing of the
// learner's, and briefMethods those of what they return.
var (
	briefAPI     = setOf([]string{"OK", "Reply", "NoReply", "Stop", "Remove", "Swap", "Ignore", "BadCall", "Self", "Send", "MakeRef", "T", "Alias"})
	briefMethods = setOf([]string{"Reply", "Hibernate", "After", "Continue"})
)

// findBrief returns the published methods that no lowered code calls, such as most
// callbacks, and that are brief: they have neither loops nor anything else that goes on
// later, and call only declared functions, which make checkpoints, and functions of
// otp that return at once. Behaviours make a checkpoint before each callback, and
// nothing that calls itself leads through such a method without one.
func (p *program) findBrief(g callGraph) map[*ast.FuncDecl]bool {
	mentioned := map[string]bool{}
	for _, names := range g.mentions {
		for name := range names {
			mentioned[name] = true
		}
	}
	published := map[string]bool{}
	for name, t := range p.types {
		for _, s := range t.methods {
			published[s.function] = name != "" && !p.called[s.function] && !mentioned[s.function]
		}
	}
	declared := map[string]bool{}
	for _, d := range p.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			declared[f.Name.Name] = true
		}
	}
	brief := map[*ast.FuncDecl]bool{}
	for _, d := range p.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil && published[f.Name.Name] {
			brief[f] = isBrief(f.Body, declared)
		}
	}
	return brief
}

// isBrief reports whether a body has no loops, nothing that goes on later, and no calls
// but of declared functions and brief ones.
func isBrief(body *ast.BlockStmt, declared map[string]bool) bool {
	brief := true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt, *ast.SelectStmt, *ast.LabeledStmt:
			brief = false
		case *ast.BranchStmt:
			brief = brief && n.Tok != token.GOTO
		case *ast.CallExpr:
			if _, mark := markedLine(&ast.ExprStmt{X: n}); !mark {
				brief = brief && isBriefCall(n, declared)
			}
		}
		return brief
	})
	return brief
}

func isBriefCall(call *ast.CallExpr, declared map[string]bool) bool {
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return declared[f.Name] || types.Universe.Lookup(f.Name) != nil
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name == "otp" && briefAPI[f.Sel.Name]
		}
		inner, ok := f.X.(*ast.CallExpr)
		return ok && briefMethods[f.Sel.Name] && isBriefCall(inner, declared)
	}
	return false
}
