package tutorials_test

import (
	"go/format"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gex/tutorials"
	"gex/tutorials/transcript"
)

// goHeader makes a file of what is typed at the prompt, as a learner would.
const goHeader = "package kv\n\nimport (\n\t\"time\"\n\n\t. \"gex/runtime/otp\"\n)\n\n" +
	"var _ Term = time.Second\n\n"

// TestGoCompiles builds the Go of every lesson and transcript with the go tool.
func TestGoCompiles(t *testing.T) {
	tool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("no go tool")
	}
	for _, files := range []fs.FS{tutorials.Lessons(), os.DirFS(recordings)} {
		names, err := fs.Glob(files, "*.md")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			t.Run(name, func(t *testing.T) { compile(t, tool, files, name) })
		}
	}
}

// compile vets the Go of a document in packages of this module.
func compile(t *testing.T, tool string, files fs.FS, name string) {
	doc, err := transcript.ParseFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	sources := goSources(doc)
	if len(sources) == 0 {
		return
	}
	for _, sources := range builds(sources) {
		vet(t, tool, name, sources)
	}
}

// vet checks source files as one package. Its directory is one that ./...
// leaves out.
func vet(t *testing.T, tool, name string, sources []string) {
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("testdata", "compile")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.RemoveAll(dir)
		_ = os.Remove("testdata") // if nothing else is in it
	})
	for i, source := range sources {
		if tidy, err := format.Source([]byte(source)); err != nil || string(tidy) != source {
			t.Errorf("the Go of %s is not as gofmt has it (%v):\n%s", name, err, source)
		}
		if err := os.WriteFile(filepath.Join(dir, "part"+strconv.Itoa(i)+".go"), []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check := exec.Command(tool, "vet", "./"+filepath.ToSlash(dir))
	check.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod")
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("the Go of %s does not build: %v\n%s", name, err, out)
	}
}

var packageClause = regexp.MustCompile(`^package \w+`)

// goSources returns a source file for each block and each file of Go, all of one
// package.
func goSources(doc *transcript.Document) []string {
	var sources []string
	for _, b := range doc.Blocks() {
		switch {
		case b.Use == transcript.Program && !b.Directives.Skip:
			sources = append(sources, goHeader+b.Text())
		case b.Use == transcript.File && strings.HasSuffix(b.Directives.File, ".go"):
			source := goHeader + b.Text()
			if packageClause.MatchString(b.Text()) {
				source = packageClause.ReplaceAllLiteralString(b.Text(), "package kv")
			}
			sources = append(sources, source)
		}
	}
	return sources
}

// builds arranges the sources of a document in packages. One that declares
// something again takes the place of the source that did before, as at the
// prompt, and so begins another package.
func builds(sources []string) [][]string {
	var all [][]string
	var current []string
	for _, source := range sources {
		names := declaredNames(source)
		replaced := func(earlier string) bool {
			return slices.ContainsFunc(declaredNames(earlier), func(name string) bool { return slices.Contains(names, name) })
		}
		if slices.ContainsFunc(current, replaced) {
			all = append(all, slices.Clone(current))
			current = slices.DeleteFunc(current, replaced)
		}
		current = append(current, source)
	}
	return append(all, current)
}

var declaration = regexp.MustCompile(`(?m)^(?:type|func) (?:\((?:\w+ )?(\w+)\) )?(\w+)`)

// declaredNames lists the types, methods and functions of a source.
func declaredNames(source string) []string {
	var names []string
	for _, m := range declaration.FindAllStringSubmatch(source, -1) {
		names = append(names, m[1]+"."+m[2])
	}
	return names
}
