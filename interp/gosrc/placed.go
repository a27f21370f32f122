package gosrc

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// placesBase is the position of what belongs to no function. That of a function is
// its number after it: no position of what was typed is that large.
const placesBase = 1 << 30

// placed returns the lowered program as the tree that the interpreter loads, with the
// functions that passes have written as text. What may be first in a function has its
// number as position, which is what the interpreter tells of a panic and the only
// use it has for positions, except that names must have one. The entries of the
// functions are returned by their numbers.
func (p *program) placed() (*ast.File, []entry, error) {
	helpers, err := parser.ParseFile(token.NewFileSet(), "", "package main\n"+strings.Join(p.helpers, "\n"), parser.SkipObjectResolution)
	if err != nil {
		return nil, nil, err
	}
	tree := &ast.File{Package: placesBase, Name: p.file.Name, Decls: append(p.file.Decls, helpers.Decls...)}
	entries := []entry{{}}
	p.place(tree, placesBase, &entries)
	return tree, entries, nil
}

// place gives what is under n a position, and what is in the functions there others.
func (p *program) place(n ast.Node, at token.Pos, entries *[]entry) {
	ast.Inspect(n, func(child ast.Node) bool {
		switch child := child.(type) {
		case *ast.Ident:
			child.NamePos = at
		case *ast.BasicLit:
			child.ValuePos = at
		case *ast.CompositeLit:
			child.Lbrace = at
		case *ast.FuncType:
			child.Func = at
		case *ast.GenDecl:
			child.TokPos = at
		case *ast.ReturnStmt:
			child.Return = at
		case *ast.BlockStmt:
			if e, ok := p.entries[child]; ok && child != n {
				*entries = append(*entries, e)
				p.place(child, placesBase+token.Pos(len(*entries)-1), entries)
				return false
			}
		}
		return true
	})
}
