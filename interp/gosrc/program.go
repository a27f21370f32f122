package gosrc

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// program is one generation: all live declarations as one file, parsed, with
// the names of otp qualified.
type program struct {
	fset        *token.FileSet
	file        *ast.File
	text        string
	pkg         *types.Package
	info        *types.Info
	api         *types.Package        // otp
	paths       map[string]bool       // the packages it imports
	types       map[string]*typeInfo  // filled by describe
	boxed       map[string]types.Type // types of boxes by their ids
	labels      typeNames
	layouts     map[*types.Named]string  // see layout
	helpers     []string                 // functions that passes have added, as text
	helperNames map[string]string        // their names by what they do
	looping     typeutil.Map             // function types that lead back to themselves
	captured    map[*types.Var]bool      // see capturedVariables
	raw         map[ast.Expr]bool        // functions that passes have made of methods
	inlined     map[*ast.FuncLit]bool    // bodies of ranges over functions
	recovering  map[string]bool          // whether declared functions call recover
	literals    map[types.Object]bool    // and variables with function literals
	binders     map[string]string        // the methods that functions bind to a receiver
	needed      map[string]bool          // packages that passes have named
	called      map[string]bool          // functions of methods that lowered code uses
	plain       map[string]*ast.FuncType // functions as they were before lowerMinusZeros
	deeper      map[*ast.BlockStmt]deeper
	entries     map[*ast.BlockStmt]entry // what lowerCheckpoints has found of functions
	initials    []ast.Decl               // functions that give variables their values
	made        int                      // names that passes have made
	entered     int                      // functions that keep their line
	inits       int                      // functions init

	contents map[ast.Decl]*contents // what is in them
	others   []ast.Decl             // those without anything for the pass that is running

	extra     []string               // packages that the user has allowed
	boundSync map[*ast.CallExpr]bool // methods of package sync that lowerSync has bound
}

// generate writes the declarations as one file and resolves the names in it.
func generate(s store, imp *importer) (*program, error) {
	p := &program{fset: token.NewFileSet(), paths: map[string]bool{}, contents: map[ast.Decl]*contents{}, extra: imp.extra, inlined: map[*ast.FuncLit]bool{}, needed: map[string]bool{}, binders: map[string]string{}}
	p.text = p.write(s)
	f, err := parser.ParseFile(p.fset, "", p.text, parser.ParseComments)
	if err != nil {
		return nil, fmt.Errorf("generated file: %w", err)
	}
	p.file = f
	api, err := imp.Import(otpPath)
	if err != nil {
		return nil, err
	}
	p.api = api
	p.qualify()
	p.completeImports()
	return p, nil
}

// write joins the declarations, each with a line directive so that positions
// are those of what was typed.
func (p *program) write(s store) string {
	var b strings.Builder
	b.WriteString("package main\n")
	all := s.sorted()
	for _, imports := range []bool{true, false} {
		for _, d := range all {
			if (d.kind == kindImport) == imports {
				d.write(&b)
			}
		}
	}
	return b.String()
}

// write writes a declaration with its position. One out of a group is put into
// a group again, so that its position can be that of its specification.
func (d *declaration) write(b *strings.Builder) {
	position := fmt.Sprintf("//line %s:%d:%d\n", d.at.Filename, d.at.Line, d.at.Column)
	if d.keyword == "" {
		b.WriteString(position + d.text + "\n")
		return
	}
	b.WriteString(d.keyword + "(\n" + position + d.text[len(d.keyword):] + "\n)\n")
}

// qualify turns names that nothing declares into names of otp: Send becomes
// otp.Send. A dot import would do the same but forbid types named as one of
// otp's.
func (p *program) qualify() {
	free := map[*ast.Ident]bool{}
	for _, id := range p.file.Unresolved {
		free[id] = true
	}
	for id := range p.literalKeys() {
		free[id] = true
	}
	rewriteExprs(p.file, func(e ast.Expr) ast.Expr {
		id, ok := e.(*ast.Ident)
		if !ok || !free[id] || types.Universe.Lookup(id.Name) != nil || !p.isAPI(id.Name) {
			return e
		}
		p.paths[otpPath] = true
		return &ast.SelectorExpr{X: &ast.Ident{NamePos: id.NamePos, Name: "otp"}, Sel: id}
	})
}

// isAPI reports whether otp exports the name to learners.
func (p *program) isAPI(name string) bool {
	return p.api.Scope().Lookup(name) != nil && token.IsExported(name) && !slices.Contains(internalNames, name)
}

// literalKeys returns the names that are keys of map literals, which go/parser
// leaves out of the unresolved ones because they might be fields.
func (p *program) literalKeys() map[*ast.Ident]bool {
	keys := map[*ast.Ident]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || !p.isMapLiteral(lit.Type) {
			return true
		}
		for _, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok && id.Obj == nil {
					keys[id] = true
				}
			}
		}
		return true
	})
	return keys
}

func (p *program) isMapLiteral(t ast.Expr) bool {
	switch t := t.(type) {
	case *ast.MapType, *ast.ArrayType:
		return true
	case *ast.Ident:
		if t.Obj != nil {
			if spec, ok := t.Obj.Decl.(*ast.TypeSpec); ok {
				return p.isMapLiteral(spec.Type)
			}
		}
	}
	return false
}

// completeImports adds the imports that are used and drops those that are not:
// at the prompt no import line is needed.
func (p *program) completeImports() {
	declared := map[string]bool{}
	var decls []ast.Decl
	for _, d := range p.file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			for _, s := range g.Specs {
				declared[importName(s.(*ast.ImportSpec))] = true
			}
		}
		decls = append(decls, d)
	}
	for _, path := range p.neededPaths(declared) {
		decls = slices.Insert(decls, 0, ast.Decl(&ast.GenDecl{Tok: token.IMPORT, Specs: []ast.Spec{
			&ast.ImportSpec{Path: &ast.BasicLit{Kind: token.STRING, Value: strconv.Quote(path)}},
		}}))
	}
	p.file.Decls = decls
}

// neededPaths returns the packages whose names are used without an import.
func (p *program) neededPaths(declared map[string]bool) []string {
	var paths []string
	if p.paths[otpPath] {
		paths = append(paths, otpPath)
	}
	used := map[string]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && id.Obj == nil {
				used[id.Name] = true
			}
		}
		return true
	})
	for _, path := range slices.Concat(allowed, p.extra) {
		name := packageName(path)
		if used[name] && !declared[name] && p.file.Scope.Lookup(name) == nil {
			declared[name] = true
			paths = append(paths, path)
		}
	}
	return paths
}
