package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"

	"gex/runtime/late"
)

// findRecursion finds the functions that may call themselves, directly or not.
// lowerCheckpoints gives each a way to go on with a new stack when its own is
// deep: it calls itself there once more.
//
// Function literals can do so if a variable that is assigned once holds them, as
// recursive ones are written. Those that are assigned to a field or an element,
// and call what is in one, get such a variable. What calls itself on other ways
// only, through compiled code for example, has the stack that it begins with.
func (p *program) findRecursion(g callGraph) {
	p.deeper = map[*ast.BlockStmt]deeper{}
	for _, d := range p.file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		if f.Recv == nil && f.Name.Name != "init" && g.recursive(f.Name.Name) {
			p.deeper[f.Body] = deeper{name: f.Name.Name, signature: f.Type}
		}
		if p.mayHave(d, withFuncLiterals) {
			p.deepenLiterals(f.Body)
			p.deepenStored(f.Body)
		}
	}
}

// deeper says how a function calls itself.
type deeper struct {
	name      string
	signature *ast.FuncType
	variable  bool // name is that of a variable
}

// deepenLiterals finds the recursive function literals in a function.
func (p *program) deepenLiterals(body *ast.BlockStmt) {
	assigned := map[string]int{}
	literals := map[string]*ast.FuncLit{}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && n.Op == token.AND {
				assigned[id.Name]++
			}
		case *ast.AssignStmt:
			for i, e := range n.Lhs {
				id, ok := e.(*ast.Ident)
				if !ok {
					continue
				}
				assigned[id.Name]++
				if literal, ok := n.Rhs[min(i, len(n.Rhs)-1)].(*ast.FuncLit); ok && n.Tok == token.ASSIGN && calls(literal.Body, id.Name) {
					literals[id.Name] = literal
				}
			}
		}
		return true
	})
	for name, literal := range literals {
		if assigned[name] == 1 {
			p.deeper[literal.Body] = deeper{name: name, signature: literal.Type, variable: true}
		}
	}
}

// deepenStored finds the function literals in a function that are assigned to a
// field or an element and may call themselves by way of that.
//
//	x.f = func() {  =>  var literal_gex1 func()
//		x.f()           literal_gex1 = func() {
//	}                   	x.f()
//	                    }
//	                    x.f = literal_gex1
func (p *program) deepenStored(body *ast.BlockStmt) {
	walk(body, nil, func(c *cursor) {
		s, ok := c.Node.(*ast.AssignStmt)
		if !ok || !c.InList() || len(s.Lhs) != 1 || len(s.Rhs) != 1 || !p.isPlace(s.Lhs[0]) {
			return
		}
		literal, ok := s.Rhs[0].(*ast.FuncLit)
		if !ok || !p.callsPlace(literal.Body) {
			return
		}
		name := p.fresh("literal")
		c.InsertBefore(&ast.DeclStmt{Decl: &ast.GenDecl{Tok: token.VAR, Specs: []ast.Spec{
			&ast.ValueSpec{Names: []*ast.Ident{name}, Type: literal.Type},
		}}})
		c.InsertBefore(assign(name, literal))
		s.Rhs[0] = name
		p.deeper[literal.Body] = deeper{name: name.Name, signature: literal.Type, variable: true}
	})
}

// isPlace reports whether an expression is a field or an element.
func (p *program) isPlace(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.IndexExpr, *ast.StarExpr:
		return true
	case *ast.SelectorExpr:
		id, ok := e.X.(*ast.Ident)
		return !ok || id.Name != supportName && !slices.ContainsFunc(p.file.Imports, func(i *ast.ImportSpec) bool {
			return i.Name != nil && i.Name.Name == id.Name || path.Base(strings.Trim(i.Path.Value, `"`)) == id.Name
		})
	}
	return false
}

// callsPlace reports whether a body calls a function that is in a field or an
// element.
func (p *program) callsPlace(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && p.isPlace(call.Fun)
		return !found
	})
	return found
}

func calls(body *ast.BlockStmt, name string) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			id, ok := ast.Unparen(call.Fun).(*ast.Ident)
			found = found || ok && id.Name == name
		}
		return !found
	})
	return found
}

// goDeeper are the statements with which a function calls itself on a new stack
// and returns what that returns.
func (p *program) goDeeper(d deeper) []ast.Stmt {
	f := d.name
	var params, passed, results, got []string
	var args []ast.Expr
	if d.variable {
		f = "f"
		params, args = []string{"f " + printed(d.signature)}, []ast.Expr{ast.NewIdent(d.name)}
	}
	for _, field := range d.signature.Params.List {
		for _, id := range p.named(field) {
			name := fmt.Sprintf("a%d", len(passed))
			params = append(params, name+" "+printed(field.Type))
			if _, variadic := field.Type.(*ast.Ellipsis); variadic {
				name += "..."
			}
			passed, args = append(passed, name), append(args, ast.NewIdent(id.Name))
		}
	}
	body := "\tbody := func() { "
	if d.signature.Results.NumFields() > 0 {
		for _, field := range d.signature.Results.List {
			for range max(1, len(field.Names)) {
				got, results = append(got, fmt.Sprintf("r%d", len(got))), append(results, printed(field.Type))
			}
		}
		for i, name := range got {
			body = fmt.Sprintf("\tvar %s %s\n", name, results[i]) + body
		}
		body += strings.Join(got, ", ") + " = "
	}
	body += f + "(" + strings.Join(passed, ", ") + ") }\n\tgex_.Deeper(body)\n"
	if len(got) > 0 {
		body += "\treturn " + strings.Join(got, ", ")
	}
	call := &ast.CallExpr{
		Fun:  ast.NewIdent(p.helper("deeper", strings.Join(params, ", "), "("+strings.Join(results, ", ")+")", body)),
		Args: args,
	}
	if n := len(passed); n > 0 && strings.HasSuffix(passed[n-1], "...") {
		call.Ellipsis = 1
	}
	if len(got) == 0 {
		return []ast.Stmt{&ast.ExprStmt{X: call}, &ast.ReturnStmt{}}
	}
	return []ast.Stmt{&ast.ReturnStmt{Results: []ast.Expr{call}}}
}

// named returns the names of a field of parameters, each of which gets one.
func (p *program) named(field *ast.Field) []*ast.Ident {
	if len(field.Names) == 0 {
		field.Names = []*ast.Ident{ast.NewIdent("_")}
	}
	for i, id := range field.Names {
		if id.Name == "_" {
			field.Names[i] = ast.NewIdent(p.fresh("param").Name)
		}
	}
	return field.Names
}

// callGraph says which functions mention which, by the names in them.
type callGraph struct {
	mentions map[string]map[string]bool
	dynamic  map[string]bool // functions that call what is no declared function
}

var identifier = late.Regexp(`[\pL_][\pL_\pN]*`)

func (p *program) callGraph() callGraph {
	g := callGraph{mentions: map[string]map[string]bool{}, dynamic: map[string]bool{}}
	known := map[string]bool{}
	for _, d := range p.file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			known[d.Name.Name] = true
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if t, ok := s.(*ast.TypeSpec); ok {
					known[t.Name.Name] = true
				}
			}
		}
	}
	for _, text := range p.helpers {
		names := identifier().FindAllString(text, -1)
		known[names[1]] = true
		g.mentions[names[1]] = setOf(names[2:])
	}
	for _, d := range p.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil {
			g.mentions[f.Name.Name], g.dynamic[f.Name.Name] = mentionedIn(f.Body, known)
		}
	}
	return g
}

func setOf(names []string) map[string]bool {
	set := map[string]bool{}
	for _, name := range names {
		set[name] = true
	}
	return set
}

// mentionedIn returns the known names in a body, and whether it calls a function that
// is not known by its name.
func mentionedIn(body *ast.BlockStmt, known map[string]bool) (names map[string]bool, dynamic bool) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if known[n.Name] {
				if names == nil {
					names = map[string]bool{}
				}
				names[n.Name] = true
			}
		case *ast.CallExpr:
			if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && !known[id.Name] && types.Universe.Lookup(id.Name) == nil {
				dynamic = true
			}
		}
		return true
	})
	return names, dynamic
}

// recursive reports whether a function may be called while it is running.
func (g callGraph) recursive(name string) bool {
	seen := map[string]bool{}
	var reaches func(string) bool
	reaches = func(from string) bool {
		for to := range g.mentions[from] {
			if to == name {
				return true
			}
			if !seen[to] {
				if seen[to] = true; reaches(to) {
					return true
				}
			}
		}
		return false
	}
	return g.dynamic[name] || reaches(name)
}
