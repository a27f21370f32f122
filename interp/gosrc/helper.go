package gosrc

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
)

// helper returns the name of a function with the given signature and body,
// which is declared when it is first asked for.
func (p *program) helper(hint, params, result, body string) string {
	key := hint + "(" + params + ")" + result + "{" + body
	if name, ok := p.helperNames[key]; ok {
		return name
	}
	name := p.fresh(hint).Name
	p.remember(key, name)
	p.declare(name, params, result, body)
	return name
}

func (p *program) remember(key, name string) {
	if p.helperNames == nil {
		p.helperNames = map[string]string{}
	}
	p.helperNames[key] = name
}

// declare adds a function to the lowered program, as text.
func (p *program) declare(name, params, result, body string) {
	params, body = p.takingPoints(name, params, body)
	p.helpers = append(p.helpers, fmt.Sprintf("func %s(%s) %s {\n%s\n}\n", name, params, result, body))
}

// printed returns an expression as text.
func printed(e ast.Expr) string {
	var b bytes.Buffer
	if err := format.Node(&b, token.NewFileSet(), e); err != nil {
		return "nil"
	}
	return b.String()
}
