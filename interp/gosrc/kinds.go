package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// This file keeps passes away from declarations in which there is nothing for
// them to do. What is in a declaration is looked at again whenever a pass has
// been there, so that nothing that one pass makes is kept from the next.

// kinds is a set of what there may be in a declaration.
type kinds uint64

const (
	withMethods      kinds = 1 << iota // declarations of methods
	withCode                           // functions with bodies, variables with values
	withVariables                      // declarations of variables
	withSignatures                     // types of functions
	withStructures                     // types of structs
	withMembers                        // fields and methods of values, not names of packages
	withAsMethods                      // names As that something has
	withCalls                          // calls and conversions
	withBuiltins                       // names of predeclared functions
	withLiterals                       // literals of structs, arrays, slices and maps
	withFuncLiterals                   // literals of functions
	withBinaries                       // operations with two operands
	withLogicals                       // && and ||
	withShifts                         // << and >>, also with assignment
	withReceives                       // <-c
	withSends                          // c <- v
	withSelects                        // select, and its cases
	withIndices                        // elements, slices and instances
	withAsserts                        // type assertions
	withAssignments                    // to variables, with := too
	withSeverals                       // assignments to several variables
	withConstants                      // declarations of constants
	withSwitches                       // switch on a value or on conditions
	withTypeSwitches                   // switch on a type
	withCases                          // cases of both
	withInits                          // statements before conditions
	withRanges                         // loops with range
	withLoops                          // loops of all forms
	withLabels                         // labels of statements
	withFallthroughs                   // fallthrough
	withDefers                         // defer
	withGos                            // go
	withImports                        // imports
)

// everything are all kinds: a pass for which it is not known where it has
// nothing to do, or that looks at all declarations together.
const everything = ^kinds(0)

// contents is what is in a declaration.
type contents struct {
	kinds
	outdated bool // a pass has been there since
}

// run runs a pass on the declarations that have something for it. It sees these
// as those of the file, may remove some and add others, and keeps their order; allDecls
// has all.
func (p *program) run(pass pass) {
	all := p.file.Decls
	concerned := make([]ast.Decl, 0, len(all))
	p.others = p.others[:0]
	for _, d := range all {
		if p.mayHave(d, pass.on) {
			concerned = append(concerned, d)
		} else {
			p.others = append(p.others, d)
		}
	}
	if len(concerned) > 0 {
		p.file.Decls = slices.Clone(concerned)
		pass.run(p)
		p.file.Decls = inPlace(all, concerned, p.file.Decls)
	}
	p.others = p.others[:0]
	for _, d := range concerned {
		if found := p.contents[d]; found != nil {
			found.outdated = true
		}
	}
}

// inPlace returns all declarations with what a pass has made of some of them, which
// are in the same order.
func inPlace(all, before, after []ast.Decl) []ast.Decl {
	if slices.Equal(before, after) {
		return all
	}
	var decls []ast.Decl
	for _, d := range all {
		if len(before) == 0 || d != before[0] {
			decls = append(decls, d)
			continue
		}
		before = before[1:]
		if i := slices.Index(after, d); i >= 0 {
			decls, after = append(decls, after[:i+1]...), after[i+1:]
		}
	}
	return append(decls, after...)
}

// allDecls are the declarations of the program, those that the pass that is
// running has nothing to do with among them.
func (p *program) allDecls() []ast.Decl { return slices.Concat(p.file.Decls, p.others) }

// inspectAll visits the nodes of all declarations.
func (p *program) inspectAll(visit func(ast.Node) bool) {
	for _, d := range p.allDecls() {
		ast.Inspect(d, visit)
	}
}

// has reports whether one of the declarations that the pass that is running sees
// may have something of some kinds, as they were before it.
func (p *program) has(some kinds) bool {
	return slices.ContainsFunc(p.file.Decls, func(d ast.Decl) bool { return p.mayHave(d, some) })
}

// mayHave reports whether there is or was something of some kinds in a
// declaration. Where it was, passes have been called for nothing, which does no harm.
func (p *program) mayHave(d ast.Decl, some kinds) bool {
	found := p.contents[d]
	switch {
	case some == everything || found != nil && found.kinds&some != 0:
		return true
	case found != nil && !found.outdated:
		return false
	case found == nil:
		found = &contents{}
		p.contents[d] = found
	}
	found.kinds, found.outdated = 0, false
	ast.Inspect(d, func(n ast.Node) bool {
		found.kinds |= p.kindOf(n)
		return true
	})
	return found.kinds&some != 0
}

// kindOf returns what a node is by itself.
func (p *program) kindOf(n ast.Node) kinds {
	switch n := n.(type) {
	case nil, *ast.BasicLit, *ast.FieldList, *ast.Field:
	case *ast.Ident:
		if n.Name != "" && builtinInitials[n.Name[0]] && builtinFunctions[n.Name] {
			return withBuiltins
		}
	case *ast.SelectorExpr:
		return p.selectorKind(n)
	case *ast.CallExpr:
		return withCalls
	case *ast.BinaryExpr:
		return binaryKind(n.Op)
	case *ast.CompositeLit:
		return withLiterals
	case *ast.IndexExpr, *ast.IndexListExpr, *ast.SliceExpr:
		return withIndices
	case *ast.TypeAssertExpr:
		return withAsserts
	case *ast.UnaryExpr:
		if n.Op == token.ARROW {
			return withReceives
		}
	case *ast.FuncLit:
		return withFuncLiterals | withCode
	case *ast.StructType:
		return withStructures
	case *ast.FuncType:
		return withSignatures
	case ast.Stmt:
		return statementKind(n)
	case *ast.FuncDecl, *ast.GenDecl, *ast.ValueSpec:
		return declarationKind(n)
	}
	return 0
}

// builtinFunctions are the names of the predeclared functions.
var builtinFunctions = func() map[string]bool {
	names := map[string]bool{}
	for _, name := range types.Universe.Names() {
		if _, ok := types.Universe.Lookup(name).(*types.Builtin); ok {
			names[name] = true
		}
	}
	return names
}()

// builtinInitials are the first letters of builtinFunctions. Half of all nodes are names,
// of which few begin with one.
var builtinInitials = func() (initials [256]bool) {
	for name := range builtinFunctions {
		initials[name[0]] = true
	}
	return initials
}()

func (p *program) selectorKind(sel *ast.SelectorExpr) kinds {
	var found kinds
	if sel.Sel.Name == "As" {
		found = withAsMethods
	}
	if id, ok := sel.X.(*ast.Ident); ok {
		if id.Name == supportName {
			return found
		}
		if _, imported := p.info.Uses[id].(*types.PkgName); imported {
			return found
		}
	}
	return found | withMembers
}

func binaryKind(op token.Token) kinds {
	switch op {
	case token.LAND, token.LOR:
		return withBinaries | withLogicals
	case token.SHL, token.SHR:
		return withBinaries | withShifts
	}
	return withBinaries
}

func declarationKind(n ast.Node) kinds {
	switch n := n.(type) {
	case *ast.FuncDecl:
		found := withCode
		if n.Recv != nil {
			found |= withMethods
		}
		return found
	case *ast.GenDecl:
		switch n.Tok {
		case token.IMPORT:
			return withImports
		case token.CONST:
			return withConstants
		}
	case *ast.ValueSpec:
		if len(n.Names) > 1 {
			return withCode | withVariables | withAssignments | withSeverals
		}
		return withCode | withVariables | withAssignments
	}
	return 0
}

func statementKind(s ast.Stmt) kinds {
	switch s := s.(type) {
	case *ast.AssignStmt:
		return assignmentKind(s)
	case *ast.IncDecStmt:
		return withAssignments
	case *ast.RangeStmt:
		return withRanges | withLoops
	case *ast.ForStmt:
		return withLoops | initKind(s.Init)
	case *ast.IfStmt:
		return initKind(s.Init)
	case *ast.SwitchStmt:
		return withSwitches | initKind(s.Init)
	case *ast.TypeSwitchStmt:
		return withTypeSwitches | initKind(s.Init)
	case *ast.CaseClause:
		return withCases
	case *ast.SelectStmt, *ast.CommClause:
		return withSelects
	case *ast.SendStmt:
		return withSends
	case *ast.LabeledStmt:
		return withLabels
	case *ast.BranchStmt:
		if s.Tok == token.FALLTHROUGH {
			return withFallthroughs
		}
	case *ast.DeferStmt:
		return withDefers
	case *ast.GoStmt:
		return withGos
	}
	return 0
}

func initKind(init ast.Stmt) kinds {
	if init == nil {
		return 0
	}
	return withInits
}

func assignmentKind(a *ast.AssignStmt) kinds {
	found := withAssignments
	if len(a.Lhs) > 1 {
		found |= withSeverals
	}
	if a.Tok == token.SHL_ASSIGN || a.Tok == token.SHR_ASSIGN {
		found |= withShifts
	}
	return found
}
