package gosrc

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"strings"
	"testing"
)

// The interpreter is given the tree of the text that golden files show: passes make
// nothing that is right only when it is printed and parsed again.
func TestPlacedIsWhatIsPrinted(t *testing.T) {
	imp := newImporter()
	for file, program := range corpusPrograms(t) {
		p := generated(t, imp, program)
		if p.check(imp) != nil || p.translate(imp) != nil {
			continue
		}
		printed, err := p.print(printer.Config{Mode: printer.RawFormat})
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), "", printed, parser.SkipObjectResolution)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		tree, entries, err := p.placed()
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) < len(p.entries) {
			t.Errorf("%s: %d entries for %d functions", file, len(entries), len(p.entries))
		}
		got, want := shape(tree), shape(parsed)
		for j := range max(len(got), len(want)) {
			if j == min(len(got), len(want)) || got[j] != want[j] {
				t.Errorf("%s: got\n%s\nwant\n%s", file, strings.Join(near(got, j), "\n"), strings.Join(near(want, j), "\n"))
				break
			}
		}
	}
}

// near are the lines about one.
func near(lines []string, i int) []string {
	return lines[min(len(lines), max(0, i-10)):min(len(lines), i+5)]
}

// shape describes all that the interpreter looks at in a tree, in which
// parentheses stand for nothing.
func shape(f *ast.File) []string {
	walk(f, nil, func(c *cursor) {
		switch n := c.Node.(type) {
		case *ast.ParenExpr:
			c.Replace(n.X)
		case *ast.FuncType:
			if n.Results.NumFields() == 0 {
				n.Results = nil
			}
		}
	})
	var all []string
	for _, d := range f.Decls {
		ast.Inspect(d, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.CommentGroup, *ast.EmptyStmt:
				return false
			}
			all = append(all, shapeOf(n))
			return true
		})
	}
	return all
}

// shapeOf describes a node by itself.
func shapeOf(n ast.Node) string {
	var about []any
	switch n := n.(type) {
	case nil:
		return "end"
	case *ast.Ident:
		about = []any{n.Name}
	case *ast.BasicLit:
		about = []any{n.Kind, n.Value}
	case *ast.AssignStmt:
		about = []any{n.Tok, len(n.Lhs)}
	case *ast.BinaryExpr:
		about = []any{n.Op}
	case *ast.UnaryExpr:
		about = []any{n.Op}
	case *ast.BranchStmt:
		about = []any{n.Tok}
	case *ast.CallExpr:
		about = []any{n.Ellipsis.IsValid()}
	case *ast.CaseClause:
		about = []any{len(n.List)}
	case *ast.ChanType:
		about = []any{n.Dir}
	case *ast.CommClause:
		about = []any{n.Comm == nil}
	case *ast.ForStmt:
		about = []any{n.Init == nil, n.Cond == nil, n.Post == nil}
	case *ast.FuncDecl:
		about = []any{n.Recv == nil}
	case *ast.FuncType:
		about = []any{n.TypeParams == nil, n.Results == nil}
	case *ast.GenDecl:
		about = []any{n.Tok}
	case *ast.IfStmt:
		about = []any{n.Init == nil, n.Else == nil}
	case *ast.IncDecStmt:
		about = []any{n.Tok}
	case *ast.RangeStmt:
		about = []any{n.Key == nil, n.Value == nil, n.Tok}
	case *ast.SliceExpr:
		about = []any{n.Low == nil, n.High == nil, n.Slice3}
	case *ast.SwitchStmt:
		about = []any{n.Init == nil, n.Tag == nil}
	case *ast.TypeSpec:
		about = []any{n.Assign.IsValid()}
	case *ast.TypeSwitchStmt:
		about = []any{n.Init == nil}
	case *ast.ValueSpec:
		about = []any{len(n.Names), n.Type == nil, len(n.Values)}
	}
	return fmt.Sprintf("%T %v", n, about)
}
