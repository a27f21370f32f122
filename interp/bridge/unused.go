package bridge

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
)

// discarded gives the blank name to variables that are set and never looked at,
// which Go refuses. Elixir, which only warns of them, still evaluates what they
// are set to.
func discarded(source string) (string, error) {
	fset := token.NewFileSet()
	const header = "package p\n"
	file, err := parser.ParseFile(fset, "", header+source, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	type edit struct {
		from, to token.Pos
		text     string
	}
	var edits []edit
	for _, d := range file.Decls {
		function, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		count := make(map[string]int)
		ast.Inspect(function, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				count[id.Name]++
			}
			return true
		})
		ast.Inspect(function, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if len(n.Names) == 1 && len(n.Values) == 1 && count[n.Names[0].Name] == 1 {
					edits = append(edits, edit{n.Pos() - token.Pos(len("var ")), n.Values[0].Pos(), "_ = "})
				}
			case *ast.AssignStmt:
				if id, ok := n.Lhs[0].(*ast.Ident); ok && n.Tok == token.DEFINE && len(n.Lhs) == 1 && count[id.Name] == 1 {
					edits = append(edits, edit{n.Pos(), n.Rhs[0].Pos(), "_ = "})
				}
			}
			return true
		})
	}
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(b.from, a.from) })
	for _, e := range edits {
		from, to := fset.Position(e.from).Offset-len(header), fset.Position(e.to).Offset-len(header)
		source = source[:from] + e.text + source[to:]
	}
	return source, nil
}
