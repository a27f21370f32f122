package gosrc

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// runCompiled builds what would be typed at a prompt as an ordinary program
// with the go tool, runs it and returns what it prints. Entry is the function
// that runs as its main process.
func runCompiled(t *testing.T, typed, entry string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("runs the go tool")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	source := filepath.Join(dir, "main.go")
	program := compiledProgram(t, typed, entry)
	if err := os.WriteFile(source, []byte(program), 0o600); err != nil {
		t.Fatal(err)
	}
	// The program stands in the module by way of an overlay, and nothing is
	// written into the repository.
	virtual := filepath.Join(root, "interp", "gosrc", "typed", "main.go")
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {virtual: source}})
	if err != nil {
		t.Fatal(err)
	}
	overlayFile := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(overlayFile, overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(dir, "program")
	build := exec.Command("go", "build", "-overlay", overlayFile, "-o", binary, "./interp/gosrc/typed")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s\n%s", err, out, program)
	}
	out, err := exec.Command(binary).CombinedOutput()
	if err != nil {
		t.Fatalf("program: %v\n%s", err, out)
	}
	return string(out)
}

// compiledProgram puts the lines before what was typed that a file needs.
func compiledProgram(t *testing.T, typed, entry string) string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "", "package main\n"+typed, 0)
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{"os": true}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && id.Obj == nil {
				used[id.Name] = true
			}
		}
		return true
	})
	imports := ". \"gex/runtime/otp\"\n"
	for _, path := range append(slices.Clone(allowed), "os") {
		name := path[strings.LastIndexByte(path, '/')+1:]
		if used[name] && f.Scope.Lookup(name) == nil && !slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool { return s.Path.Value == fmt.Sprintf("%q", path) }) {
			imports += fmt.Sprintf("%q\n", path)
		}
	}
	return "package main\n\nimport (\n" + imports + ")\n\n" + typed + `

func main() {
	if err := Main(os.Stdout, ` + entry + `); err != nil {
		fmt.Println("failed:", err)
	}
}

var _ Term = fmt.Sprint
`
}

// guide returns the modules of the guides as they are typed, and the scenario
// that uses them, last.
func guide(t *testing.T) []string {
	t.Helper()
	const dir = "../../runtime/otp/testdata/"
	var typed []string
	for _, name := range []string{"forwarder", "echoer", "kv_bucket", "kv_registry", "broadcast", "kv", "ping_pong"} {
		typed = append(typed, read(t, dir+"guide/"+name+".go"))
	}
	return append(typed, read(t, dir+"scenario/guide.go"))
}

// withoutHeader returns a file without its package clause and imports, as one
// would type it.
func withoutHeader(t *testing.T, src string) string {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	end := f.Name.End()
	for _, d := range f.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			end = g.End()
		}
	}
	return src[fset.Position(end).Offset:]
}

func read(t *testing.T, path string) string {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

// The modules of the guides behave the same typed at the prompt, one by one,
// and built with the go tool.
func TestGuideTypedAndCompiled(t *testing.T) {
	s := newSession(t)
	typed := guide(t)
	for _, src := range typed {
		s.mustDefine(src)
	}
	if _, err := s.apply("Go", "scenario"); err != nil {
		t.Fatal(err)
	}
	interpreted := s.out.String()
	if !strings.Contains(interpreted, "exited true\n") {
		t.Errorf("the scenario prints\n%s", interpreted)
	}
	for i, src := range typed {
		typed[i] = withoutHeader(t, src)
	}
	if compiled := runCompiled(t, strings.Join(typed, "\n"), "Scenario"); compiled != interpreted {
		t.Errorf("compiled\n%s\ninterpreted\n%s", compiled, interpreted)
	}
}
