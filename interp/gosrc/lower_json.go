package gosrc

import (
	"go/ast"
	"go/types"
)

// jsonMethods are the methods of decoders and encoders that look into values or say how,
// with the compiled functions that stand for them.
var jsonMethods = map[string]string{
	"(*encoding/json.Decoder).Decode":                "DecodeJSON",
	"(*encoding/json.Decoder).UseNumber":             "UseNumber",
	"(*encoding/json.Decoder).DisallowUnknownFields": "OnlyKnown",
	"(*encoding/json.Encoder).Encode":                "EncodeJSON",
	"(*encoding/json.Encoder).SetEscapeHTML":         "EscapeHTML",
}

// lowerJSON lets compiled code of ours decode and encode JSON, which knows the learner's types.
//
//	d.Decode(&v)  =>  gex_.DecodeJSON(d, &v)
func lowerJSON(p *program) {
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		call, ok := e.(*ast.CallExpr)
		if !ok {
			return e
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || p.info.Selections[sel] == nil || p.info.Selections[sel].Kind() != types.MethodVal {
			return e
		}
		f, ok := p.info.Selections[sel].Obj().(*types.Func)
		if !ok || jsonMethods[f.FullName()] == "" {
			return e
		}
		p.spellPath(sel, p.info.Selections[sel])
		return p.keep(support(jsonMethods[f.FullName()], append([]ast.Expr{sel.X}, call.Args...)...), call)
	})
}
