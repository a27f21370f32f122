package gosrc

import (
	"strings"
	"testing"
)

// What the compiler and its tools read out of comments and special imports is
// nothing here, and what the standard library re-exports does not lead out.
func TestBreakOut(t *testing.T) {
	for name, src := range map[string]string{
		"cgo":                       "/*\n#include <stdlib.h>\n*/\nimport \"C\"\nfunc F() { C.abort() }",
		"assembly":                  "func F(n int) int",
		"linkname with a body":      "import _ \"unsafe\"\n//go:linkname F os.Exit\nfunc F(int) {}",
		"embedded file":             "import _ \"embed\"\n//go:embed /etc/passwd\nvar text string",
		"file by generics":          "func Open[T any](f func(string) (T, error)) T { x, _ := f(\"/etc/passwd\"); return x }\nfunc F() any { return Open(os.Open) }",
		"unsafe by generics":        "func To[T any](p any) *T { return (*T)(unsafe.Pointer(&p)) }",
		"unsafe size":               "const n = unsafe.Sizeof(1)",
		"reflection":                "func F(x any) any { return reflect.ValueOf(x).Elem() }",
		"type of an error of json":  "func F(e *json.UnmarshalTypeError) any { return e.Type.Elem().PkgPath().X }",
		"files of os":               "func F() any { return os.DirFS(\"/\") }",
		"environment":               "func F() string { return os.Getenv(\"HOME\") }",
		"arguments":                 "func F() any { return os.Args }",
		"standard input":            "func F() any { return os.Stdin }",
		"file of standard output":   "func F() uintptr { return os.Stdout.Fd() }",
		"closing standard output":   "func F() { os.Stdout.Close() }",
		"name of standard output":   "func F() string { return os.Stdout.Name() }",
		"file type":                 "var f os.File",
		"pointer to a file":         "func F(w io.Writer) any { return w.(*os.File) }",
		"embedded file type":        "type T struct{ *os.File }",
		"embedded process":          "type T struct{ os.Process }",
		"output of log":             "func F() { log.SetOutput(nil); log.Writer().(*os.File).Close() }",
		"stack of the runtime":      "func F() { runtime.Stack(nil, true) }",
		"threads":                   "func F() { runtime.LockOSThread() }",
		"limits of the runtime":     "func F() { runtime.GOMAXPROCS(1) }",
		"template with a method":    "func F() any { return template.New(\"x\") }",
		"zone file":                 "func F() any { l, _ := time.LoadLocation(\"../../etc/passwd\"); return l.X }",
		"field of another package":  "func F(b *strings.Builder) any { return b.buf }",
		"method of another package": "func F(b *bytes.Buffer) { b.grow(1) }",
		"internals of sync":         "func F(m *sync.Mutex) any { return m.state }",
		"internals of otp":          "func F(r Result) any { return r.next }",
		"node of a process":         "func F() any { return otp.CurrentNode() }",
		"support by its name":       "import gex_ \"gex/interp/gosrc/support\"\nfunc F() { gex_.Go(nil, 1) }",
		"support as an identifier":  "func F() any { return gex_.Value(1) }",
		"helper by its name":        "func F() any { return Export_gex() }",
		"another package clause":    "package os\nfunc F() any { return os.Open }",
		"two package clauses":       "package main\npackage os",
		"dot import":                "import . \"os\"\nfunc F() any { return Open }",
		"blank import":              "import _ \"net/http/pprof\"",
		"import in a directive":     "//line /etc/passwd:1\nimport \"os/exec\"",
		"import of a file":          "import \"file:///etc/passwd\"",
		"import of a url":           "import \"https://example.com/x\"",
		"import with an escape":     "import \"o\\x73/exec\"",
	} {
		s := newSession(t)
		if got, err := s.define(src); err == nil {
			t.Errorf("%s: %s gives %s", name, src, got)
		} else if strings.Contains(err.Error(), "panic") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
