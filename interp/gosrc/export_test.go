package gosrc

import (
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/gcexportdata"

	"gex/interp/gosrc/stdlib"
	"gex/runtime/otp"
	"gex/runtime/process"
)

// The embedded types of otp are those of its source.
func TestExportDataIsInStep(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go tool")
	}
	embedded, err := newImporter().Import(otpPath)
	if err != nil {
		t.Fatal(err)
	}
	got, want := describeAPI(embedded), describeAPI(compiledTypes(t, otpPath))
	for name := range maps.Keys(want) {
		if got[name] != want[name] {
			t.Errorf("otp.%s has changed: run go generate ./interp/gosrc\nembedded %s\nsource   %s", name, got[name], want[name])
		}
	}
	for name := range maps.Keys(got) {
		if want[name] == "" {
			t.Errorf("otp.%s is gone: run go generate ./interp/gosrc", name)
		}
	}
}

// The documentation of otp is that of its source, and all that learners can use has one.
func TestDocumentationIsInStep(t *testing.T) {
	for name, value := range otpSymbols(otp.For(process.NewNode(process.Options{}))) {
		if value.IsValid() && strings.HasSuffix(value.Type().String(), "Module") {
			continue // of its functions
		}
		if _, comment, ok := Documentation(name); !ok || comment == "" {
			t.Errorf("otp.%s has no documentation", name)
		}
	}
	for name := range map[string]bool{"For": true, "API": true, "Nothing": true, "GenServer.Nothing": true} {
		if declaration, _, ok := Documentation(name); ok {
			t.Errorf("otp.%s is documented: %s", name, declaration)
		}
	}
	if testing.Short() {
		t.Skip("runs the go tool")
	}
	name := filepath.Join(t.TempDir(), "otp.txt")
	if out, err := exec.Command("go", "run", "generate.go", name).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(source) != apiText {
		t.Error("the comments of otp have changed: run go generate ./interp/gosrc")
	}
}

// compiledTypes reads the export data that the go tool makes now.
func compiledTypes(t *testing.T, path string) *types.Package {
	t.Helper()
	out, err := exec.Command("go", "list", "-export", "-f", "{{.Export}}", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(strings.TrimSpace(string(out)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := gcexportdata.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	p, err := gcexportdata.Read(r, token.NewFileSet(), map[string]*types.Package{}, path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// describeAPI describes the exported objects of a package with their methods.
func describeAPI(p *types.Package) map[string]string {
	api := map[string]string{}
	for _, name := range p.Scope().Names() {
		o := p.Scope().Lookup(name)
		if !o.Exported() || slices.Contains(internalNames, name) {
			continue
		}
		text := types.ObjectString(o, nil)
		if _, isType := o.(*types.TypeName); isType {
			set := types.NewMethodSet(types.NewPointer(o.Type()))
			for i := range set.Len() {
				text += "; " + set.At(i).String()
			}
		}
		api[name] = text
	}
	return api
}

// Every name of otp has a value in the interpreter, unless it is not meant for
// learners.
func TestSymbolsOfOTP(t *testing.T) {
	values := otpSymbols(otp.For(process.NewNode(process.Options{})))
	p, err := newImporter().Import(otpPath)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range p.Scope().Names() {
		module := strings.HasSuffix(name, "Module") && name != "Module"
		_, ok := values[name]
		want := token.IsExported(name) && !slices.Contains(internalNames, name) && !module
		if ok != want {
			t.Errorf("otp.%s: in the interpreter %v, want %v", name, ok, want)
		}
	}
	for name := range values {
		if p.Scope().Lookup(name) == nil {
			t.Errorf("symbol %s is not in otp", name)
		}
	}
}

func TestAllowedPackages(t *testing.T) {
	imp := newImporter()
	for _, path := range allowed {
		p, err := imp.Import(path)
		if err != nil {
			t.Error(err)
			continue
		}
		if values := stdlib.Symbols(path); len(values) == 0 && !genericPackages[path] {
			t.Errorf("%s has no values", p.Path())
		}
	}
}

// Nothing outside of the allowed packages can be reached.
func TestSandbox(t *testing.T) {
	for _, path := range []string{
		"os", "os/exec", "net", "net/http", "syscall", "unsafe", "reflect", "runtime", "runtime/debug", "plugin", "log", "io/ioutil", "io/fs",
		"path/filepath", "testing", "go/parser", "embed", "os/signal", "debug/elf", "expvar", "internal/abi", "C", "./local", "../up", "/abs",
		"github.com/traefik/yaegi/interp", "gex/runtime/process", "gex/interp/gosrc", supportPath, "database/sql", "archive/zip", "html/template",
		"crypto/tls", "time/tzdata", "os/user", "mime/multipart", "text/template", "net/url", "runtime/pprof", "unique", "weak",
	} {
		s := newSession(t)
		if got, err := s.define(fmt.Sprintf("import x %q\nvar _ = x.X", path)); err == nil {
			t.Errorf("import %q gives %s", path, got)
		}
	}
	for _, src := range []string{
		"func f() { gex_.Enter() }", "var x = otp.For(nil)", "func f() { For(nil) }", "var x API", "func f() { Main(nil, nil) }",
		"func f() { fmt.Scanln() }", "//go:linkname f runtime.exit\nfunc f()", "var x = ToTerm(1)",
		"func f() { println(1) }", "func f() { print(1) }",
	} {
		s := newSession(t)
		if got, err := s.define(src); err == nil {
			t.Errorf("%s gives %s", src, got)
		}
	}
}

// What is refused is refused with a sentence, and the packages that learners know
// with what to write instead.
func TestMissingPackages(t *testing.T) {
	for _, path := range []string{"net", "archive", "go", "crypto", "database/sql", "nowhere"} {
		s := newSession(t)
		_, err := s.define(fmt.Sprintf("import %q", path))
		if want := fmt.Sprintf("(package %q is not available in this shell", path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("import %q: %v, want %s", path, err, want)
		}
	}
	for path, words := range instead {
		s := newSession(t)
		if _, err := s.define(fmt.Sprintf("import %q", path)); err == nil || !strings.HasSuffix(err.Error(), ": "+words+")") {
			t.Errorf("import %q: %v, want %s at the end", path, err, words)
		}
	}
}

func FuzzDefine(f *testing.F) {
	for _, seed := range []string{
		forwarder, "type T struct{", "func f() { for {} }", "const (\nA = iota\nB\n)", "var a, b = 1, 2", "import \"os\"", "func f[T any](x T) T { return x }",
		"type I interface{ M() }", "func (T) M() {}", "type (\nA int\nB A\n)", "func f() (n int) { defer func() { n++ }(); return 1 }", "x := 1", "`", "/*",
	} {
		f.Add(seed)
	}
	imp := newImporter()
	f.Fuzz(func(t *testing.T, src string) {
		Incomplete(src)
		Hint(src)
		added, err := split(src, "iex", 1)
		if err != nil {
			return
		}
		p, err := generate(newStore().with(added), imp)
		if err != nil || p.check(imp) != nil || p.refuse() != nil {
			return
		}
		p.describe()
		if err := p.flatten(imp); err != nil {
			return
		}
		p.lower(passes)
		if _, _, err := p.placed(); err != nil {
			t.Errorf("lowering %q: %v", src, err)
		}
	})
}
