package gosrc

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/types"

	"gex/runtime/otp"
)

// checkPatterns parses the patterns of Match and On that are constants, and
// compares their variables with the pointers and parameters that take them.
func (p *program) checkPatterns() error {
	var first error
	ast.Inspect(p.file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if first != nil || !ok {
			return first == nil
		}
		switch {
		case p.isFunction(call.Fun, otpPath, "Match") && len(call.Args) >= 2 && !call.Ellipsis.IsValid():
			first = cmp.Or(p.checkPattern(call.Args[1], len(call.Args)-2, "pointers"), p.checkPointers(call.Args[2:]))
		case p.isFunction(call.Fun, otpPath, "On") && len(call.Args) == 2:
			if s, ok := coreType(p.typeOf(call.Args[1])).(*types.Signature); ok {
				first = p.checkPattern(call.Args[0], s.Params().Len(), "parameters")
			}
		}
		return first == nil
	})
	return first
}

// checkPointers refuses what is no pointer in the place of one.
func (p *program) checkPointers(args []ast.Expr) error {
	for _, arg := range args {
		t := p.typeOf(arg)
		if t == nil || isInterface(t) {
			continue // it is known when it runs
		}
		if _, ok := t.Underlying().(*types.Pointer); ok {
			continue
		}
		text := p.text[p.offset(arg.Pos()):p.offset(arg.End())]
		switch arg.(type) {
		case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr:
			if !isNil(t) {
				return errorAt(p.position(arg), "Match binds the variables of a pattern to pointers, and %s is none: write &%s", text, text)
			}
		}
		return errorAt(p.position(arg), "Match binds the variables of a pattern to pointers, and %s is none", text)
	}
	return nil
}

// checkPattern checks a pattern that has n things to bind its variables to.
func (p *program) checkPattern(e ast.Expr, n int, things string) error {
	value := p.info.Types[e].Value
	if value == nil || value.Kind() != constant.String {
		return nil
	}
	pattern, err := otp.ParsePattern(constant.StringVal(value))
	switch {
	case err != nil:
		return errorAt(p.position(e), "%s", err)
	case len(pattern.Variables) != n:
		return errorAt(p.position(e), "pattern %s has %d variables, but there are %d %s", value, len(pattern.Variables), n, things)
	}
	return nil
}
