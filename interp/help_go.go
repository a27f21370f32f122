package interp

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"

	"gex/runtime/code"
)

// docOf returns the documentation of a module: for a Go type its comment.
func docOf(m *code.Module) string {
	if m.Doc != "" || m.Language != code.Go {
		return m.Doc
	}
	for _, d := range goDecls(m) {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE {
			return commentText(g.Doc)
		}
	}
	return ""
}

// functionDocOf returns the documentation of a function: for a method of a Go
// type its comment.
func functionDocOf(m *code.Module, f *code.Function) string {
	if f.Doc != "" || m.Language != code.Go {
		return f.Doc
	}
	name := strings.ReplaceAll(strings.TrimRight(f.Name, "?!"), "_", "")
	for _, d := range goDecls(m) {
		if method, ok := d.(*ast.FuncDecl); ok && strings.EqualFold(method.Name.Name, name) {
			return commentText(method.Doc)
		}
	}
	return ""
}

// goDecls are the declarations that a module was made from, none of a module
// that is not kept as source.
func goDecls(m *code.Module) []ast.Decl {
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+m.Source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	return file.Decls
}

// commentText returns a doc comment as Markdown: Go marks code with a tab,
// too, and has no marks for anything else.
func commentText(doc *ast.CommentGroup) string {
	if doc == nil {
		return ""
	}
	return doc.Text()
}
