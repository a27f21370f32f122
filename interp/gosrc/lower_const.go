package gosrc

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"math/big"
	"strconv"
	"strings"
)

// lowerConstants writes every constant expression out as its value and drops
// the declarations of constants: the interpreter computes some of them in the
// wrong type, and iota and names used before their declaration confuse it.
//
//	const KB = 1 << (10 * (iota + 1))
//	x := Celsius(2 * KB)  =>  x := Celsius(2048)
//
// Complex ones are calls, since the interpreter cannot compute with them.
func lowerConstants(p *program) {
	var indices map[ast.Expr]bool
	if p.has(withLiterals) {
		indices = p.literalIndices()
	}
	walk(p.file, func(c *cursor) bool {
		if g, ok := c.Node.(*ast.GenDecl); ok && g.Tok == token.CONST {
			return false
		}
		e, ok := c.Node.(ast.Expr)
		if !ok || c.IsName() {
			return true
		}
		tv, ok := p.info.Types[e]
		if !ok || tv.Value == nil {
			return true
		}
		if _, length := c.Parent.(*ast.ArrayType); length || indices[e] {
			c.Replace(p.keep(plainLiteral(tv.Value), e))
		} else {
			c.Replace(p.constant(e, tv))
		}
		return false
	}, nil)
	if p.has(withConstants) {
		p.dropConstants()
	}
}

// literalIndices are the keys in literals of arrays and slices.
func (p *program) literalIndices() map[ast.Expr]bool {
	indices := map[ast.Expr]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		switch coreType(deref(p.typeOf(lit))).(type) {
		case *types.Array, *types.Slice:
			for _, e := range lit.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					indices[kv.Key] = true
				}
			}
		}
		return true
	})
	return indices
}

// constant writes a constant as its type and value.
func (p *program) constant(e ast.Expr, tv types.TypeAndValue) ast.Expr {
	if tv.Value.Kind() == constant.Unknown {
		return e
	}
	literal := literalFor(tv.Type, tv.Value)
	if b, ok := types.Unalias(tv.Type).(*types.Basic); ok && b.Kind() != types.Rune && writesItself(b) {
		return p.keep(literal, e)
	}
	if t := tv.Type.Underlying().(*types.Basic); t.Kind() == types.Rune && types.Unalias(tv.Type) == tv.Type.Underlying() {
		if r, ok := constant.Int64Val(tv.Value); ok && strconv.IsPrint(rune(r)) && int64(rune(r)) == r {
			return p.keep(&ast.BasicLit{ValuePos: e.Pos(), Kind: token.CHAR, Value: strconv.QuoteRune(rune(r))}, e)
		}
	}
	return p.keep(&ast.CallExpr{Fun: p.typeExpr(tv.Type), Args: []ast.Expr{literal}}, e)
}

// writesItself reports whether a literal of the type needs no conversion.
func writesItself(b *types.Basic) bool {
	switch b.Kind() {
	case types.Int, types.Float64, types.String, types.Bool, types.Complex128:
		return true
	}
	return b.Info()&types.IsUntyped != 0
}

// literalFor writes a value as a literal of the sort of type t.
func literalFor(t types.Type, v constant.Value) ast.Expr {
	b, ok := t.Underlying().(*types.Basic)
	switch {
	case !ok || b.Info()&(types.IsString|types.IsBoolean) != 0:
		return plainLiteral(v)
	case b.Info()&types.IsComplex != 0:
		re, im := floatText(constant.Real(v)), floatText(constant.Imag(v))
		return support("Complex", signed(token.FLOAT, re), signed(token.FLOAT, im))
	case b.Info()&types.IsFloat != 0:
		return signed(token.FLOAT, floatText(v))
	}
	return plainLiteral(constant.ToInt(v))
}

// plainLiteral writes a value as a literal of its own kind.
func plainLiteral(v constant.Value) ast.Expr {
	switch v.Kind() {
	case constant.Bool:
		return ast.NewIdent(v.String())
	case constant.String:
		return text(constant.StringVal(v))
	case constant.Int:
		return signed(token.INT, v.ExactString())
	}
	return signed(token.FLOAT, floatText(v))
}

// signed is a literal of a number, which may be negative.
func signed(kind token.Token, text string) ast.Expr {
	if positive, negative := strings.CutPrefix(text, "-"); negative {
		return &ast.UnaryExpr{Op: token.SUB, X: &ast.BasicLit{Kind: kind, Value: positive}}
	}
	return &ast.BasicLit{Kind: kind, Value: text}
}

// floatText writes a number so that reading it gives the same float64.
func floatText(v constant.Value) string {
	f, _ := constant.Float64Val(v)
	text := strconv.FormatFloat(f, 'g', -1, 64)
	if text == "+Inf" || text == "-Inf" {
		r, _ := new(big.Float).SetString(v.ExactString())
		if r != nil {
			return r.Text('g', 20)
		}
	}
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}

// dropConstants removes the declarations of constants.
func (p *program) dropConstants() {
	var kept []ast.Decl
	for _, d := range p.file.Decls {
		if g, ok := d.(*ast.GenDecl); !ok || g.Tok != token.CONST {
			kept = append(kept, d)
		}
	}
	p.file.Decls = kept
	rewriteStatements(p.file, func(s ast.Stmt) []ast.Stmt {
		if d, ok := s.(*ast.DeclStmt); ok && d.Decl.(*ast.GenDecl).Tok == token.CONST {
			return []ast.Stmt{&ast.EmptyStmt{Semicolon: s.Pos(), Implicit: true}}
		}
		return nil
	})
}
