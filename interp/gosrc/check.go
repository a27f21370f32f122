package gosrc

import (
	"cmp"
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// maxErrors is how many errors the compiler reports at most.
const maxErrors = 10

// check type-checks the generation. The error holds all that the compiler
// would report, at the positions of what was typed.
func (p *program) check(imp *importer) error {
	var found []*Error
	reported := map[*Error]types.Error{}
	config := types.Config{
		Importer:                 imp,
		DisableUnusedImportCheck: true,
		GoVersion:                "go1.26",
		Error: func(err error) {
			var e types.Error
			if errors.As(err, &e) && !strings.HasPrefix(e.Msg, "\t") {
				wrong := errorAt(p.fset.Position(e.Pos), "%s", imp.withoutLimit(learnerWords(e.Msg)))
				found, reported[wrong] = append(found, wrong), e
			}
		},
	}
	p.info = newInfo(len(p.text))
	pkg, err := config.Check("main", p.fset, []*ast.File{p.file}, p.info)
	p.pkg = pkg
	if len(found) > 0 {
		joined := joinErrors(found)
		joined.Hint = p.near(reported[found[0]])
		return joined
	}
	return err
}

// joinErrors makes one error of several, which it sorts by their positions, as the
// compiler reports them.
func joinErrors(found []*Error) *Error {
	slices.SortStableFunc(found, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	found = slices.CompactFunc(found, func(a, b *Error) bool { return *a == *b })
	joined := *found[0]
	for i, e := range found[1:] {
		if i+1 == maxErrors {
			joined.Rest += "\ntoo many errors"
			break
		}
		joined.Rest += "\n" + e.Error()
	}
	return &joined
}

// newInfo makes room for what is found out about a source of so many bytes: as much as
// short declarations need, since maps that grow are filled again and again.
func newInfo(size int) *types.Info {
	return &types.Info{
		Types:      make(map[ast.Expr]types.TypeAndValue, size/8),
		Instances:  map[*ast.Ident]types.Instance{},
		Defs:       make(map[*ast.Ident]types.Object, size/16),
		Uses:       make(map[*ast.Ident]types.Object, size/8),
		Implicits:  map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes:     make(map[ast.Node]*types.Scope, size/32),
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
