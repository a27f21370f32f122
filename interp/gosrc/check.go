package gosrc

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// check type-checks the generation. The error is the first that the compiler
// would report, at the position of what was typed.
func (p *program) check(imp *importer) error {
	var first *Error
	config := types.Config{
		Importer:                 imp,
		DisableUnusedImportCheck: true,
		GoVersion:                "go1.26",
		Error: func(err error) {
			var e types.Error
			if first == nil && errors.As(err, &e) {
				first = errorAt(p.fset.Position(e.Pos), "%s", learnerWords(e.Msg))
			}
		},
	}
	p.info = newInfo()
	pkg, err := config.Check("main", p.fset, []*ast.File{p.file}, p.info)
	p.pkg = pkg
	if first != nil {
		return first
	}
	return err
}

func newInfo() *types.Info {
	return &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Instances:  map[*ast.Ident]types.Instance{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Implicits:  map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes:     map[ast.Node]*types.Scope{},
	}
}

// learnerWords removes what a learner has not typed from a message.
func learnerWords(message string) string {
	for _, typed := range []struct{ from, to string }{
		{"gex/runtime/otp.", ""}, {"gex/runtime/term.", ""}, {"otp.", ""},
	} {
		message = strings.ReplaceAll(message, typed.from, typed.to)
	}
	return message
}

// position returns where a node was typed.
func (p *program) position(n interface{ Pos() token.Pos }) token.Position {
	return p.fset.Position(n.Pos())
}
