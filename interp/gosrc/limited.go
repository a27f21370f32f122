package gosrc

import (
	"embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Of some packages that reach beyond the shell a part is harmless and in every
// other program. Learners have that part, as data/limited declares it: a program
// is checked against these declarations, so that the rest does not exist, and
// runs with the values below. The flag -allow gives the package itself.
//
//go:embed data/limited
var limitedSources embed.FS

// limited lists these packages, with what to write instead of the rest.
var limited = map[string]string{
	"log":     "Llongfile and Lshortfile tell files, and what is typed is in none",
	"os":      "files, the environment and the keyboard belong to the shell: give a function what it needs as arguments",
	"runtime": "the rest tells of gex itself and not of the program",
}

// importLimited returns the types of such a package.
func (i *importer) importLimited(importPath string) (*types.Package, error) {
	source, err := limitedSources.ReadFile("data/limited/" + path.Base(importPath) + ".go.txt")
	if err != nil {
		return nil, fmt.Errorf("types of %s: %w", importPath, err)
	}
	for name, value := range map[string]string{`"GOOS"`: runtime.GOOS, `"GOARCH"`: runtime.GOARCH} {
		source = regexp.MustCompile(name).ReplaceAllLiteral(source, fmt.Appendf(nil, "%q", value))
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, importPath, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	config := types.Config{Importer: i, IgnoreFuncBodies: true}
	return config.Check(importPath, fset, []*ast.File{f}, nil)
}

// limitedNames are the names of such a package that learners have.
func limitedNames(p *types.Package) string {
	return strings.Join(slices.DeleteFunc(p.Scope().Names(), func(name string) bool { return !token.IsExported(name) }), ", ")
}

// withoutLimit is the message that a name does not exist, with what there is in
// the package, for a package of which there is a part.
func (i *importer) withoutLimit(message string) string {
	m := undefinedName().FindStringSubmatch(message)
	if m == nil || limited[m[1]] == "" || i.complete[m[1]] == nil || slices.Contains(i.extra, m[1]) {
		return message
	}
	return fmt.Sprintf("%s (of package %s there are %s here; %s)", message, m[1], limitedNames(i.complete[m[1]]), limited[m[1]])
}

var undefinedName = late.Regexp(`^undefined: (\w+)\.\w+$`)

// importedSymbols are the values of a package, all of them if the user allows it.
func (s *supportFunctions) importedSymbols(path string, allowed bool) map[string]reflect.Value {
	if limited[path] != "" && !allowed {
		return s.limitedSymbols(path)
	}
	return s.guardedSymbols(path)
}

// limitedSymbols are the values of such a package.
func (s *supportFunctions) limitedSymbols(path string) map[string]reflect.Value {
	values := map[string]reflect.Value{}
	switch path {
	case "log":
		s.logSymbols(values)
	case "os":
		stdout, stderr := s.standardFiles()
		maps.Copy(values, map[string]reflect.Value{
			"File":   reflect.ValueOf((*file)(nil)),
			"Stdout": reflect.ValueOf(&stdout).Elem(), "Stderr": reflect.ValueOf(&stderr).Elem(),
			"Args": reflect.ValueOf(&[]string{"main"}).Elem(), "Exit": reflect.ValueOf(s.exit),
			"ErrInvalid": reflect.ValueOf(&os.ErrInvalid).Elem(), "ErrPermission": reflect.ValueOf(&os.ErrPermission).Elem(),
			"ErrExist": reflect.ValueOf(&os.ErrExist).Elem(), "ErrNotExist": reflect.ValueOf(&os.ErrNotExist).Elem(),
			"ErrClosed": reflect.ValueOf(&os.ErrClosed).Elem(),
		})
	case "runtime":
		maps.Copy(values, map[string]reflect.Value{
			"Error": reflect.ValueOf((*runtime.Error)(nil)), "Gosched": reflect.ValueOf(s.yield), "GC": reflect.ValueOf(runtime.GC),
			"NumGoroutine": reflect.ValueOf(s.goroutines), "NumCPU": reflect.ValueOf(runtime.NumCPU),
			"GOMAXPROCS": reflect.ValueOf(func(int) int { return runtime.GOMAXPROCS(0) }), "Version": reflect.ValueOf(runtime.Version),
		})
	}
	return values
}

// file is standard output or standard error, which processes print to: a File
// of package os.
type file struct {
	name  string
	print func(text string)
}

func (s *supportFunctions) standardFiles() (stdout, stderr *file) {
	stdout = &file{name: "/dev/stdout", print: s.api.IO().Print}
	stderr = &file{name: "/dev/stderr", print: func(text string) {
		// Who has nowhere to complain to goes on, as compiled programs do.
		_ = ioserver.PutChars(s.api.Node().Current(), term.Atom("stderr"), text)
	}}
	return stdout, stderr
}

func (f *file) Write(b []byte) (int, error)       { return f.WriteString(string(b)) }
func (f *file) WriteString(s string) (int, error) { f.print(s); return len(s), nil }
func (f *file) Sync() error                       { return nil }
func (f *file) Name() string                      { return f.name }

// exit ends the process with an exit status, without a deferred call. Of a
// goroutine it ends the process that the goroutine is of.
func (s *supportFunctions) exit(status int) {
	process.Escape(exception.Exit(ExitStatus(status)))
}

// ExitStatus is the reason with which a process ends that calls Exit of package
// os: {:exit_status, 3}.
func ExitStatus(status int) term.Term {
	return term.Tuple{term.Atom("exit_status"), term.Int(status)}
}

// yield lets the other goroutines and processes have a turn.
func (s *supportFunctions) yield() { s.api.Node().Current().Yield() }

// goroutines is how many there are of the program: the process and its threads.
func (s *supportFunctions) goroutines() int {
	return 1 + len(s.api.Node().Current().Main().Threads())
}
