package tutorials_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gex/tutorials"
	"gex/tutorials/transcript"
)

// compiledMain is a program that runs a lesson in a shell whose Go modules are
// compiled: where the lesson types Go, nothing is typed.
const compiledMain = `package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"gex/interp"
	"gex/runtime/inspect"
	. "gex/runtime/otp"
	"gex/tutorials"
	"gex/tutorials/transcript"
)

type shell struct{ *interp.Session }

func (s shell) Status(text string) transcript.Status { return transcript.Status(s.Session.Status(text)) }

func (s shell) Eval(ctx context.Context, text string) transcript.Outcome {
	if interp.Classify(text) == interp.Go || strings.Contains(text, "import_file") {
		return transcript.Outcome{OK: true}
	}
	o := s.Session.Eval(ctx, text)
	return transcript.Outcome{OK: o.OK, Exit: o.Exit}
}

func open(env transcript.Environment) (transcript.Shell, error) {
	Default().Register(MODULES)
	return shell{interp.New(interp.Options{
		Node: Default().Node(), Strict: env.Strict, NoHints: true,
		Output: func(o interp.Output) {
			env.Output(transcript.Output{Kind: transcript.Kind(o.Kind), From: inspect.Inspect(o.From, inspect.Options{}), Text: o.Text})
		},
	})}, nil
}

func main() {
	doc, err := transcript.ParseFile(tutorials.Lessons(), os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	report, err := doc.Run(context.Background(), transcript.Options{Open: open, Only: func(s *transcript.Step) bool {
		return s.Block.Use == transcript.Session && !strings.Contains(s.Text(), "import_file")
	}})
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	for _, r := range report.Results {
		if r.Verdict.Bad() {
			fmt.Println(r.Describe())
		}
	}
	if !report.OK() {
		os.Exit(1)
	}
}
`

// TestCompiledLesson runs each lesson with its Go built by the go tool: what
// the shell prints is the same as with the Go typed at the prompt. Lessons in
// which a module is written anew are none for it, nor those that measure time,
// since a compiled program lives in that of the world.
func TestCompiledLesson(t *testing.T) {
	t.Parallel()
	tool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("no go tool")
	}
	for _, lesson := range []string{
		"processes.md", "genevent.md", "registry.md", "streams.md", "broadcast.md", "handlers.md", "special.md", "scope.md",
		"reference.md", "debugging.md",
	} {
		t.Run(lesson, func(t *testing.T) { runCompiled(t, tool, lesson) })
	}
}

func runCompiled(t *testing.T, tool, lesson string) {
	doc, err := transcript.ParseFile(tutorials.Lessons(), lesson)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("testdata", "compiled")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.RemoveAll(dir)
		_ = os.Remove("testdata") // if nothing else is in it
	})
	var modules []string
	for i, source := range goSources(doc) {
		source = strings.Replace(source, "package kv", "package main", 1)
		modules = append(modules, behaviourTypes(t, source)...)
		write(t, filepath.Join(dir, "part"+strconv.Itoa(i)+".go"), source)
	}
	write(t, filepath.Join(dir, "main.go"), strings.Replace(compiledMain, "MODULES", strings.Join(modules, ", "), 1))
	binary := filepath.Join(t.TempDir(), "lesson")
	build := exec.Command(tool, "build", "-o", binary, "./"+filepath.ToSlash(dir))
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	if out, err := exec.Command(binary, lesson).CombinedOutput(); err != nil {
		t.Errorf("%s with compiled Go: %v\n%s", lesson, err, out)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// behaviourTypes returns a value of each exported struct type of a source that
// has methods or uses a behaviour: the modules.
func behaviourTypes(t *testing.T, source string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.TYPE {
			continue
		}
		for _, spec := range g.Specs {
			if s := spec.(*ast.TypeSpec); s.Name.IsExported() {
				values = append(values, s.Name.Name+"{}")
			}
		}
	}
	return values
}
