package bridge

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/late"
)

// elixirWriter writes Go declarations in IEx notation.
type elixirWriter struct {
	fset    *token.FileSet
	source  string
	structs map[string]*ast.StructType // those that are states
	modules []string
	uses    map[string]string // the behaviours of modules
	docs    map[string]string
	methods map[string][]*ast.FuncDecl
}

// Elixir writes the module types in Go source, as it is typed at the prompt,
// as modules in IEx notation. Struct types whose names are not exported are
// states; they become maps. The error is that of Go's parser.
func Elixir(source string) (string, error) {
	w := &elixirWriter{
		fset: token.NewFileSet(), structs: make(map[string]*ast.StructType), uses: make(map[string]string),
		docs: make(map[string]string), methods: make(map[string][]*ast.FuncDecl),
	}
	w.source = "package p\n" + source
	file, err := parser.ParseFile(w.fset, "", w.source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	for _, d := range file.Decls {
		w.declaration(d)
	}
	var modules []string
	for _, name := range w.modules {
		modules = append(modules, w.module(name))
	}
	return strings.Join(modules, "\n"), nil
}

func (w *elixirWriter) declaration(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv != nil && len(d.Recv.List) == 1 {
			name := typeText(d.Recv.List[0].Type)
			w.methods[name] = append(w.methods[name], d)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			t, ok := spec.(*ast.TypeSpec)
			if !ok {
				continue
			}
			s, ok := t.Type.(*ast.StructType)
			if ok && !t.Name.IsExported() {
				w.structs[t.Name.Name] = s
				continue
			}
			w.modules = append(w.modules, t.Name.Name)
			w.docs[t.Name.Name] = d.Doc.Text()
			w.uses[t.Name.Name] = useOf(s)
		}
	}
}

func typeText(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return typeText(e.X)
	case *ast.ArrayType:
		return "[]" + typeText(e.Elt)
	}
	return ""
}

func useOf(s *ast.StructType) string {
	if s == nil {
		return ""
	}
	for _, f := range s.Fields.List {
		if name, ok := strings.CutPrefix(typeText(f.Type), "Use"); ok && len(f.Names) == 0 {
			return name
		}
	}
	return ""
}

// module writes a module with its functions, formatted.
func (w *elixirWriter) module(name string) string {
	var parts, functions []string
	if use := w.uses[name]; use != "" {
		parts = append(parts, "  use "+use)
	}
	for _, method := range w.methods[name] {
		f := &elixirFunction{w: w, module: name, decl: method, names: make(map[string]string)}
		text := ""
		if doc := strings.TrimSpace(method.Doc.Text()); doc != "" && method.Name.IsExported() {
			text = "  @doc \"\"\"\n" + indentBy(doc, "  ") + "\n  \"\"\"\n"
		}
		functions = append(functions, text+indentBy(strings.Join(f.clauses(), "\n\n"), "  "))
	}
	if required := requires(strings.Join(functions, "\n")); required != "" {
		parts = append(parts, required)
	}
	parts = append(parts, functions...)
	return "defmodule " + strings.ReplaceAll(name, "_", ".") + " do\n" + strings.Join(parts, "\n\n") + "\nend\n"
}

// calledMacros are the macros of modules that must be required, as they are called.
var calledMacros = map[string]func() *regexp.Regexp{
	"Integer": late.Regexp(`\bInteger\.is_(odd|even)\(`),
	"Logger":  late.Regexp(`\bLogger\.(debug|info|notice|warn|warning|error|critical|alert|emergency|log|bare_log)\(`),
}

// requires are the directives for the macros that functions call.
func requires(functions string) string {
	var lines []string
	for _, module := range slices.Sorted(maps.Keys(calledMacros)) {
		if calledMacros[module]().MatchString(functions) {
			lines = append(lines, "  require "+module)
		}
	}
	return strings.Join(lines, "\n")
}

func indentBy(text, prefix string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = prefix + line
		}
	}
	return strings.Join(lines, "\n")
}

// elixirFunction is a method on its way.
type elixirFunction struct {
	w      *elixirWriter
	module string
	decl   *ast.FuncDecl
	names  map[string]string // variables of Go and their names in a pattern
	params []string
	self   string // the receiver, if it has a name
}

// head is what stands for the parameters in one clause.
type head struct {
	patterns []string
	guards   []string
}

// clauses writes the clauses of the function, formatted.
func (f *elixirFunction) clauses() []string {
	if names := f.decl.Recv.List[0].Names; len(names) == 1 {
		f.self = names[0].Name
	}
	h, body := head{}, f.decl.Body.List
	for _, field := range f.decl.Type.Params.List {
		names := field.Names
		if len(names) == 0 {
			names = []*ast.Ident{ast.NewIdent("_")}
		}
		for _, n := range names {
			f.params = append(f.params, n.Name)
			pattern := elixirVar(n.Name)
			if _, variadic := field.Type.(*ast.Ellipsis); variadic {
				pattern, body = f.optional(n.Name, body)
			}
			h.patterns = append(h.patterns, pattern)
		}
	}
	if text, ok := f.resuming(h); ok {
		return []string{text}
	}
	var clauses []string
	f.split(body, h, &clauses)
	return clauses
}

// optional is a parameter that may be left out: a variadic one, or the variable
// that a body which begins with a default for it gives to it.
func (f *elixirFunction) optional(name string, body []ast.Stmt) (pattern string, rest []ast.Stmt) {
	if len(body) > 1 {
		variable, value := f.initialized(body[0])
		taken := "if len(" + name + ") > 0 {\n\t" + variable + " = " + name + "[0]\n}"
		if value != nil && strings.Join(strings.Fields(f.sourceOf(body[1])), " ") == strings.Join(strings.Fields(taken), " ") {
			return elixirVar(variable) + ` \\ ` + f.expr(value), body[2:]
		}
	}
	return elixirVar(name) + ` \\ []`, body
}

// initialized takes var x T = value apart; value is nil if it is no such statement.
func (f *elixirFunction) initialized(s ast.Stmt) (name string, value ast.Expr) {
	d, ok := s.(*ast.DeclStmt)
	if !ok {
		return "", nil
	}
	g, ok := d.Decl.(*ast.GenDecl)
	if !ok || g.Tok != token.VAR || len(g.Specs) != 1 {
		return "", nil
	}
	v := g.Specs[0].(*ast.ValueSpec)
	if len(v.Names) != 1 || len(v.Values) != 1 {
		return "", nil
	}
	return v.Names[0].Name, v.Values[0]
}

// resuming writes SystemContinue of a special process, which in Elixir calls
// the receive loop instead of returning the state to it.
func (f *elixirFunction) resuming(h head) (string, bool) {
	if f.decl.Name.Name != "SystemContinue" || len(f.decl.Body.List) != 1 {
		return "", false
	}
	for _, m := range f.w.methods[f.module] {
		if !strings.Contains(f.sourceOf(m.Body), "Sys.HandleSystemMsg(") {
			continue
		}
		var args []string
		for _, field := range m.Type.Params.List {
			for _, n := range field.Names {
				args = append(args, elixirVar(n.Name))
			}
		}
		call := f.functionName(m) + "(" + strings.Join(args, ", ") + ")"
		return formatted("def system_continue(" + strings.Join(h.patterns, ", ") + ") do\n" + call + "\nend"), true
	}
	return "", false
}

func elixirVar(name string) string {
	if name == "_" {
		return name
	}
	return elixirName(name)
}

// matched takes Match(subject, "pattern", &x) and subject == Atom("x") apart.
func (f *elixirFunction) matched(condition ast.Expr) (subject ast.Expr, pattern string, ok bool) {
	switch c := condition.(type) {
	case *ast.BinaryExpr:
		text := f.expr(c.Y)
		if c.Op == token.EQL && (strings.HasPrefix(text, ":") || text == "true" || text == "false" || isNumber(c.Y)) {
			return c.X, text, true
		}
	case *ast.CallExpr:
		if name, isName := c.Fun.(*ast.Ident); isName && name.Name == "Match" && len(c.Args) >= 2 {
			text, isText := stringLiteral(c.Args[1])
			return c.Args[0], f.renamed(text, c.Args[2:]), isText
		}
	}
	return nil, "", false
}

func isNumber(e ast.Expr) bool {
	l, ok := e.(*ast.BasicLit)
	return ok && (l.Kind == token.INT || l.Kind == token.FLOAT)
}

// renamed keeps which variable of the pattern a Go variable is.
func (f *elixirFunction) renamed(pattern string, pointers []ast.Expr) string {
	file, err := syntax.Parse(pattern, syntax.Options{})
	if err != nil {
		return pattern
	}
	var names []string
	seen := make(map[string]bool)
	syntax.Visit(file.Body, func(n syntax.Node) {
		if v, ok := n.(*syntax.Var); ok && !strings.HasPrefix(v.Name, "_") && !seen[v.Name] {
			seen[v.Name] = true
			names = append(names, v.Name)
		}
	})
	for i, p := range pointers {
		if u, ok := p.(*ast.UnaryExpr); ok && i < len(names) {
			if id, ok := u.X.(*ast.Ident); ok {
				f.names[id.Name] = names[i]
			}
		}
	}
	return pattern
}

func (f *elixirFunction) param(e ast.Expr) int {
	id, ok := e.(*ast.Ident)
	if !ok {
		return -1
	}
	for i, p := range f.params {
		if p == id.Name {
			return i
		}
	}
	return -1
}

// refuses reports whether statements say that no clause matches.
func (f *elixirFunction) refuses(body []ast.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	var call ast.Expr
	switch s := body[0].(type) {
	case *ast.ReturnStmt:
		if len(s.Results) == 1 {
			call = s.Results[0]
		}
	case *ast.ExprStmt:
		call = s.X
	}
	c, ok := call.(*ast.CallExpr)
	if !ok {
		return false
	}
	text := f.sourceOf(c)
	return strings.HasPrefix(text, "BadCall(") || text == `Raise(Atom("function_clause"))`
}

func returns(body []ast.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	switch s := body[len(body)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.IfStmt:
		e, ok := s.Else.(*ast.BlockStmt)
		return ok && returns(s.Body.List) && returns(e.List)
	}
	return false
}

// clause writes one clause. One that only refuses is none.
func (f *elixirFunction) clause(h head, body []ast.Stmt, clauses *[]string) {
	if f.refuses(body) {
		return
	}
	name := f.functionName(f.decl)
	kind := "def"
	if !f.decl.Name.IsExported() {
		kind = "defp"
	}
	text := kind + " " + name + "(" + strings.Join(f.marked(h, body), ", ") + ")"
	if len(h.guards) > 0 {
		text += " when " + strings.Join(h.guards, " and ")
	}
	text += " do\n" + f.block(body, f.isVoid()) + "\nend"
	*clauses = append(*clauses, formatted(text))
}

// marked are the patterns of a head, with _ before what the body does not use.
func (f *elixirFunction) marked(h head, body []ast.Stmt) []string {
	used := make(map[string]bool)
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				used[id.Name] = true
			}
			return true
		})
	}
	guards := " " + strings.Join(h.guards, " ") + " "
	marked := append([]string(nil), h.patterns...)
	for i, p := range marked {
		if p == elixirVar(f.params[i]) && p != "_" && !used[f.params[i]] && !word(guards, p) {
			marked[i] = "_" + p
		}
	}
	return marked
}

// word reports whether a name stands in a text.
func word(text, name string) bool {
	return regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + `\b`).MatchString(text)
}

func (f *elixirFunction) functionName(d *ast.FuncDecl) string {
	name := elixirName(d.Name.Name)
	if r := d.Type.Results; r != nil && len(r.List) == 1 && typeText(r.List[0].Type) == "bool" && d.Name.IsExported() {
		name += "?"
	}
	return name
}

func (f *elixirFunction) isVoid() bool { return f.decl.Type.Results == nil }

func (f *elixirFunction) sourceOf(n ast.Node) string {
	return f.w.source[f.w.fset.Position(n.Pos()).Offset:f.w.fset.Position(n.End()).Offset]
}
