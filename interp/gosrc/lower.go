package gosrc

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/printer"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// pass is one lowering: it rewrites the checked program so that the
// interpreter runs one more thing as the compiler would. Passes are
// independent: each leaves a program that means the same.
type pass struct {
	name string
	on   kinds // what it has something to do with
	run  func(*program)
}

// passes in the order in which they run. Those that need types of the
// original expressions come before those that wrap statements.
var passes = []pass{
	{"sequence", withIndices | withImports, lowerSequences},
	{"target", withRanges | withSelects, lowerTargets},
	{"init", withInits, lowerInits},
	{"backing", withBuiltins, lowerBacking},
	{"line", withCode, lowerLines},
	{"main", withCode, lowerMain},
	{"const", everything, lowerConstants},
	{"shadow", withSignatures | withFuncLiterals, lowerShadows},
	{"nest", withRanges, lowerNesting},
	{"promote", withMembers, lowerPromotions},
	{"sync", withMembers, lowerSync},
	{"method", withMethods | withMembers, lowerMethods},
	{"errors", withAsMethods, lowerErrorsAs},
	{"order", withCode, lowerOrder},
	{"tuple", withCalls | withSeverals, lowerTuples},
	{"struct", withCalls, lowerStructs},
	{"box", withCode, lowerBoxes},
	{"equal", withBinaries, lowerEqual},
	{"fallthrough", withFallthroughs, lowerFallthrough},
	{"switch", withSwitches, lowerSwitch},
	{"assert", everything, lowerAsserts},
	{"json", withMembers, lowerJSON},
	{"lookup", withIndices, lowerLookups},
	{"func", everything, lowerFunctions},
	{"assign", withAssignments, lowerAssignments},
	{"var", withVariables, lowerVariables},
	{"index", withIndices, lowerIndex},
	{"shift", withShifts, lowerShifts},
	{"memory", withBinaries | withAssignments | withBuiltins | withMembers, lowerMemory},
	{"value", withCode, lowerFunctionValues},
	{"variadic", withMembers, lowerVariadics},
	{"builtin", withBuiltins, lowerBuiltins},
	{"channel", withSends | withReceives | withSelects | withRanges | withBuiltins, lowerChannels},
	{"label", withLabels, lowerLabels},
	{"range", withRanges, lowerRange},
	{"rangefunc", withRanges, lowerRangeFunc},
	{"loopvar", withLoops, lowerLoopVariables},
	{"capture", withFuncLiterals, lowerCaptures},
	{"defer", withDefers | withBuiltins, lowerDefers},
	{"result", withCode, lowerResults},
	{"literal", withLiterals, lowerLiterals},
	{"panic", withBuiltins, lowerPanics},
	{"go", withGos, lowerGo},
	{"condition", withLogicals, lowerConditions},
	{"minus", withCode, lowerMinusZeros},
	{"checkpoint", everything, lowerCheckpoints},
	{"tag", withStructures | withLiterals, lowerTags},
	{"param", withCode, lowerParameters},
}

// supportPath is the package of compiled functions that lowered code calls.
const (
	supportPath = "gex/interp/gosrc/support"
	supportName = "gex_"
)

// lower runs passes and makes the program ready for the interpreter.
func (p *program) lower(passes []pass) {
	for _, pass := range passes {
		p.run(pass)
	}
	p.order()
	p.dropReceivers()
	p.export()
	p.importAll()
}

// order sorts the declarations: types, functions, variables in the order in
// which they are initialized. The interpreter reads them from top to bottom.
func (p *program) order() {
	place := map[types.Object]int{}
	for i, initializer := range p.info.InitOrder {
		for _, v := range initializer.Lhs {
			place[v] = i + 1
		}
	}
	rank := func(d ast.Decl) (int, int) {
		g, ok := d.(*ast.GenDecl)
		switch {
		case !ok:
			return 2, 0
		case g.Tok == token.VAR:
			return 3, place[p.info.Defs[g.Specs[0].(*ast.ValueSpec).Names[0]]]
		case g.Tok == token.TYPE:
			return 1, 0
		}
		return 0, 0
	}
	slices.SortStableFunc(p.file.Decls, func(a, b ast.Decl) int {
		x, i := rank(a)
		y, j := rank(b)
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(i, j))
	})
}

// importAll imports what lowered code names, and gives every import its name.
func (p *program) importAll() {
	p.importNeeded()
	p.nameImports()
	p.file.Decls = append([]ast.Decl{&ast.GenDecl{Tok: token.IMPORT, Specs: []ast.Spec{
		&ast.ImportSpec{Name: ast.NewIdent(supportName), Path: text(supportPath)},
	}}}, p.file.Decls...)
}

// importNeeded imports the packages that only lowered code names.
func (p *program) importNeeded() {
	imported := p.imports()
	for _, path := range slices.Sorted(maps.Keys(p.needed)) {
		if !imported[path] && slices.Contains(allowed, path) && !genericPackages[path] {
			p.file.Decls = append([]ast.Decl{&ast.GenDecl{Tok: token.IMPORT, Specs: []ast.Spec{&ast.ImportSpec{Path: text(path)}}}}, p.file.Decls...)
		}
	}
}

// print writes a lowered program out.
func (p *program) print(config printer.Config) (string, error) {
	dropComments(p.file)
	var b bytes.Buffer
	if err := config.Fprint(&b, p.fset, p.file); err != nil {
		return "", fmt.Errorf("lowered program: %w", err)
	}
	b.WriteString("\n" + strings.Join(p.helpers, "\n"))
	return b.String(), nil
}

// nameImports gives every import its name.
func (p *program) nameImports() {
	for _, d := range p.file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			for _, s := range g.Specs {
				if s := s.(*ast.ImportSpec); s.Name == nil {
					s.Name = ast.NewIdent(importName(s))
				}
			}
		}
	}
}

// dropComments removes all comments, which have lost their places.
func dropComments(f *ast.File) {
	f.Comments, f.Doc = nil, nil
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			n.Doc = nil
		case *ast.GenDecl:
			n.Doc = nil
		case *ast.TypeSpec:
			n.Doc, n.Comment = nil, nil
		case *ast.ValueSpec:
			n.Doc, n.Comment = nil, nil
		case *ast.ImportSpec:
			n.Doc, n.Comment = nil, nil
		case *ast.Field:
			n.Doc, n.Comment = nil, nil
		}
		return true
	})
}

// typeOf returns the type of an expression of the program as it was checked,
// or nil for one that a pass has made.
func (p *program) typeOf(e ast.Expr) types.Type {
	if tv, ok := p.info.Types[e]; ok {
		return tv.Type
	}
	if id, ok := e.(*ast.Ident); ok {
		if o := p.info.ObjectOf(id); o != nil {
			return o.Type()
		}
	}
	return nil
}

// keep records the type of an expression that stands for another.
func (p *program) keep(made, original ast.Expr) ast.Expr {
	if tv, ok := p.info.Types[original]; ok {
		p.info.Types[made] = tv
	}
	return made
}

// is reports whether an identifier is the predeclared one of that name.
func (p *program) isBuiltin(e ast.Expr, name string) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && id.Name == name && p.info.Uses[id] == types.Universe.Lookup(name)
}

func isInterface(t types.Type) bool {
	if t == nil {
		return false
	}
	_, param := t.(*types.TypeParam)
	return types.IsInterface(t) && !param
}

// fresh returns a name that the learner cannot have typed.
func (p *program) fresh(hint string) *ast.Ident {
	p.made++
	return ast.NewIdent(fmt.Sprintf("%s_gex%d", hint, p.made))
}

// The builders of lowered code.

func support(function string, args ...ast.Expr) *ast.CallExpr {
	return &ast.CallExpr{Fun: &ast.SelectorExpr{X: ast.NewIdent(supportName), Sel: ast.NewIdent(function)}, Args: args}
}

func text(s string) *ast.BasicLit {
	return &ast.BasicLit{Kind: token.STRING, Value: strconv.Quote(s)}
}

func number(n int) *ast.BasicLit { return &ast.BasicLit{Kind: token.INT, Value: strconv.Itoa(n)} }

func define(name *ast.Ident, value ast.Expr) ast.Stmt {
	return &ast.AssignStmt{Lhs: []ast.Expr{name}, Tok: token.DEFINE, Rhs: []ast.Expr{value}}
}

func assign(name, value ast.Expr) ast.Stmt {
	return &ast.AssignStmt{Lhs: []ast.Expr{name}, Tok: token.ASSIGN, Rhs: []ast.Expr{value}}
}

// use keeps a variable from being unused.
func use(name *ast.Ident) ast.Stmt {
	return &ast.AssignStmt{Lhs: []ast.Expr{ast.NewIdent("_")}, Tok: token.ASSIGN, Rhs: []ast.Expr{ast.NewIdent(name.Name)}}
}

func block(statements ...ast.Stmt) *ast.BlockStmt { return &ast.BlockStmt{List: statements} }

func prepend(b *ast.BlockStmt, statements ...ast.Stmt) {
	b.List = append(statements, b.List...)
}
