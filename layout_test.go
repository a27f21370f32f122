package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The order of the rooms: a room may import those of its own line and all
// that these may import, and never the other way. Every package has a line.
var roomImports = map[string][]string{
	"runtime/late":         {},
	"runtime/term":         {},
	"runtime/calendar":     {},
	"runtime/inspect":      {"runtime/term", "runtime/calendar"},
	"runtime/exception":    {"runtime/inspect"},
	"runtime/process":      {"runtime/exception"},
	"runtime/code":         {"runtime/process"},
	"runtime/ioserver":     {"runtime/process"},
	"runtime/logger":       {"runtime/ioserver", "runtime/code", "runtime/late"},
	"runtime/proclib":      {"runtime/logger"},
	"runtime/application":  {"runtime/proclib"},
	"runtime/gen":          {"runtime/proclib"},
	"runtime/sys":          {"runtime/gen"},
	"runtime/genevent":     {"runtime/sys"},
	"runtime/genserver":    {"runtime/sys"},
	"runtime/agent":        {"runtime/genserver"},
	"runtime/supervisor":   {"runtime/genserver"},
	"runtime/task":         {"runtime/supervisor"},
	"runtime/ets":          {"runtime/process"},
	"runtime/registry":     {"runtime/supervisor", "runtime/ets"},
	"runtime/backend":      {"runtime/genevent", "runtime/supervisor", "runtime/application"},
	"runtime/conformance":  {},
	"runtime/bench":        {},
	"runtime/otp":          {"runtime/genevent", "runtime/agent", "runtime/task", "runtime/registry"},
	"interp/syntax":        {},
	"interp/eval":          {"interp/syntax", "runtime/code"},
	"interp/bridge":        {"interp/syntax", "runtime/late"},
	"interp/exunit":        {"interp/eval", "interp/lib"},
	"interp/observe":       {"runtime/process", "runtime/late"},
	"interp/hint":          {"runtime/exception", "runtime/late"},
	"interp/gosrc":         {"interp/hint", "runtime/otp"},
	"interp/deflate":       {},
	"interp/lib":           {"interp/deflate", "runtime/otp", "runtime/application", "runtime/backend"},
	"interp/program":       {"interp/lib"},
	"interp":               {"interp/observe", "interp/hint", "interp/eval", "interp/gosrc", "interp/lib", "interp/bridge", "interp/exunit", "runtime/application", "runtime/backend"},
	"repl":                 {"interp"},
	"tutorials/transcript": {"interp/syntax", "runtime/inspect", "runtime/late"},
	"tutorials/oracle":     {"tutorials/transcript"},
	"tutorials/live":       {"tutorials/transcript", "interp"},
	"tutorials/golden":     {"tutorials/live"},
	"tutorials/export":     {"tutorials/transcript"},
	"tutorials/cast":       {},
	"tutorials":            {"tutorials/export", "tutorials/cast"},
	"repl/cli":             {"repl", "tutorials", "tutorials/oracle", "tutorials/live"},
	"":                     {"repl/cli"},
}

// Packages that are part of a room: generated tables and test helpers.
var roomParts = map[string]string{
	"interp/gosrc/stdlib":       "interp/gosrc",
	"runtime/logger/loggertest": "runtime/logger",
	"runtime/term/termtest":     "runtime/term",
}

// What only some rooms may use.
var reserved = []struct {
	text  string
	why   string
	rooms []string
}{
	{"os.Stdout", "only main and what it hands out may print", []string{""}},
	{"os.Stderr", "only main and what it hands out may print", []string{""}},
	{"fmt.Print", "only main and what it hands out may print", nil},
	{"runtime.Goexit", "only the kernel ends goroutines", []string{"runtime/process"}},
	{"time.Sleep(", "time belongs to the node", []string{"repl"}},
	{"traefik/yaegi", "yaegi is behind one room", []string{"interp/gosrc"}},
	{"chzyer/readline", "readline is behind one room", []string{"repl"}},
}

// Budgets of style, with the exceptions and their reasons.
const (
	maxFileLines     = 500
	maxFunctionLines = 60
)

var budgetExceptions = map[string]string{}

// allowed returns the closure of a room's imports.
func allowed(room string) map[string]bool {
	closure := map[string]bool{room: true}
	var visit func(string)
	visit = func(r string) {
		for _, next := range roomImports[r] {
			if !closure[next] {
				closure[next] = true
				visit(next)
			}
		}
	}
	visit(room)
	return closure
}

// goFiles calls f for every Go file of the repository with its room.
func goFiles(t *testing.T, f func(room, path string, source []byte)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), ".")
		if whole, ok := roomParts[room]; ok {
			room = whole
		}
		f(room, filepath.ToSlash(path), source)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func isTest(path string) bool { return strings.HasSuffix(path, "_test.go") }

func generated(source []byte) bool {
	return bytes.Contains(source[:min(300, len(source))], []byte("DO NOT EDIT"))
}

func TestImportOrder(t *testing.T) {
	goFiles(t, func(room, path string, source []byte) {
		if _, ok := roomImports[room]; !ok {
			t.Errorf("%s: room %q has no line in roomImports", path, room)
			return
		}
		if isTest(path) {
			return
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		may := allowed(room)
		for _, spec := range file.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			imported, ours := strings.CutPrefix(name, "gex/")
			if whole, ok := roomParts[imported]; ok {
				imported = whole
			}
			if ours && !may[imported] {
				t.Errorf("%s: room %q may not import %q", path, room, imported)
			}
		}
	})
}

// The top level.
var topLevel = []string{
	".ci", ".git", ".gitignore", "LICENSE", "README.md", "go.mod", "go.sum", "layout_test.go", "main.go", "staticcheck.conf",
	"interp", "repl", "runtime", "testdata", "tutorials",
}

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(topLevel, e.Name()) && !ignored(t, e.Name()) {
			t.Errorf("%s is at the top level, where it has no place", e.Name())
		}
	}
}

// ignored reports whether .gitignore names a file.
func ignored(t *testing.T, name string) bool {
	t.Helper()
	patterns, err := os.ReadFile(".gitignore")
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(strings.Fields(string(patterns)), func(pattern string) bool {
		ok, _ := filepath.Match(strings.TrimPrefix(pattern, "/"), name)
		return ok
	})
}

func TestReserved(t *testing.T) {
	goFiles(t, func(room, path string, source []byte) {
		if isTest(path) || generated(source) {
			return
		}
		for _, r := range reserved {
			if !slices.Contains(r.rooms, room) && usesOutsideComments(source, r.text) {
				t.Errorf("%s: uses %s: %s", path, r.text, r.why)
			}
		}
	})
}

// usesOutsideComments reports whether text stands in a line of code.
func usesOutsideComments(source []byte, text string) bool {
	for line := range bytes.Lines(source) {
		code, _, _ := bytes.Cut(line, []byte("//"))
		if bytes.Contains(code, []byte(text)) || bytes.Contains(line, []byte(`"github.com/`+text)) {
			return true
		}
	}
	return false
}

func TestBudgets(t *testing.T) {
	goFiles(t, func(room, path string, source []byte) {
		if isTest(path) || generated(source) {
			return
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, path, source, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		lines := func(n ast.Node) int { return fset.Position(n.End()).Line - fset.Position(n.Pos()).Line + 1 }
		if n := bytes.Count(source, []byte("\n")); n > maxFileLines && budgetExceptions[path] == "" {
			t.Errorf("%s has %d lines, the budget is %d", path, n, maxFileLines)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && !isTable(f) && lines(f) > maxFunctionLines && budgetExceptions[path+":"+f.Name.Name] == "" {
				t.Errorf("%s: %s has %d lines, the budget is %d", path, f.Name.Name, lines(f), maxFunctionLines)
			}
		}
	})
}

// isTable reports whether a function does nothing but return a literal.
func isTable(f *ast.FuncDecl) bool {
	if f.Body == nil || len(f.Body.List) != 1 {
		return false
	}
	result, ok := f.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(result.Results) != 1 {
		return false
	}
	_, ok = result.Results[0].(*ast.CompositeLit)
	return ok
}

// TestLateRegexps compiles the regular expressions that gex compiles when it
// first needs them, so that a wrong one is found here.
func TestLateRegexps(t *testing.T) {
	found := 0
	goFiles(t, func(_, path string, source []byte) {
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !isLateRegexp(call.Fun) {
				return true
			}
			found++
			if _, err := regexp.Compile(textOf(call.Args[0])); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			return true
		})
	})
	if found < 50 {
		t.Errorf("only %d expressions are found", found)
	}
}

func isLateRegexp(function ast.Expr) bool {
	s, ok := function.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != "Regexp" {
		return false
	}
	room, ok := s.X.(*ast.Ident)
	return ok && room.Name == "late"
}

// textOf is the value of a string made of literals, with a word for each name.
func textOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		return textOf(e.X) + textOf(e.Y)
	}
	return "name"
}

func TestEveryRoomHasDoc(t *testing.T) {
	for room := range roomImports {
		if room == "" {
			continue
		}
		if _, err := os.Stat(filepath.Join(filepath.FromSlash(room), "doc.go")); err != nil {
			t.Errorf("room %q has no doc.go", room)
		}
	}
}
