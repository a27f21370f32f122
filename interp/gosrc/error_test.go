package gosrc

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestErrors(t *testing.T) {
	tests := []struct{ src, want string }{
		{"type H struct{ UseGenEvent }\nfunc (H) HandleEvent(ev Term) Reslt { return OK(1) }", "iex:2:31: undefined: Reslt"},
		{"type H struct{}\nfunc (H) F() Term {\n\tSend(1)\n\treturn nil\n}", "iex:3:8: not enough arguments in call to Send\n\thave (number)\n\twant (Term, Term)"},
		{"func f() any { return OK(1).Foo }", "iex:1:29: OK(1).Foo undefined (type Result has no field or method Foo)"},
		{"func f() { a, b := 1 }", "iex:1:12: declared and not used: a\niex:1:15: declared and not used: b\niex:1:20: assignment mismatch: 2 variables but 1 value"},
		{"func f() int { }", "iex:1:16: missing return"},
		{"func f() { x := 1 }", "iex:1:12: declared and not used: x"},
		{"type T struct{}\nfunc (T) M() {}\nfunc (T) M() {}", "iex:3:1: T.M redeclared\n\tiex:2:1: other declaration of T.M"},
		{"import \"net/http\"", "iex:1:8: could not import net/http (package \"net/http\" is not available in this shell: processes send each other messages; encoding/json and net/url are there)"},
		{"import \"reflect\"", "iex:1:8: could not import reflect (package \"reflect\" is not available in this shell: switch on the type of a value"},
		{"func f() { os.Exit(1) }", "iex:1:12: undefined: os"},
		{"import \"os\"\nfunc f() { os.ReadFile(\"a\") }", "iex:2:15: undefined: os.ReadFile (of package os there are Args, ErrClosed, ErrExist, " +
			"ErrInvalid, ErrNotExist, ErrPermission, Exit, File, Stderr, Stdout here; files, the environment and the keyboard belong to the shell: give a function what it needs as arguments)"},
		{"import \"log\"\nvar x = log.Lshortfile", "iex:2:13: undefined: log.Lshortfile (of package log there are Default, Fatal, "},
		{"import \"runtime\"\nfunc f() { runtime.Goexit() }", "iex:2:20: undefined: runtime.Goexit (of package runtime there are Compiler, Error, "},
		{"import \"os\"\nfunc f() { os.Stdout.Close() }", "iex:2:22: os.Stdout.Close undefined"},
		{"func f() { break }", "iex:1:12: break not in for, switch, or select statement"},
		{"type R struct{ r R }", "iex:1:6: invalid recursive type: R refers to itself"},
		{"var x int = \"a\"", "iex:1:13: cannot use \"a\" (untyped string constant) as int value in variable declaration"},
		{"func f( {", "iex:1:9: syntax error: expected ')', found '{'"},
		{"x := 1", "iex:1:1: this is a Go statement; at the prompt write x = 1, or declare it: var x = 1"},
		{"func main() int { return 1 }", "iex:1:6: func main must have no arguments and no return values"},
		{"func f(x Term) bool { return Match(x, \"{:a, \") }", "iex:1:39: pattern \"{:a, \", column 6: the pattern is not finished"},
		{"func f(x Term) bool { return Match(x, \"{:a, b}\") }", "iex:1:39: pattern \"{:a, b}\" has 1 variables, but there are 0 pointers"},
		{"func f(x Term) (n int) { Match(x, \"{:a, n}\", n); return n }", "iex:1:46: Match binds the variables of a pattern to pointers, and n is none: write &n"},
		{"func f(x Term) { Match(x, \"{:a, n}\", nil) }", "iex:1:38: Match binds the variables of a pattern to pointers, and nil is none"},
		{"func f(x Term) { Match(x, \"{:a, n}\", 1+1) }", "iex:1:38: Match binds the variables of a pattern to pointers, and 1+1 is none"},
		{"var c = On(\"{:a, b}\", func() {})", "iex:1:12: pattern \"{:a, b}\" has 1 variables, but there are 0 parameters"},
		{"func f() { r, w := io.Pipe(); _, _ = r, w }", "iex:1:20: io.Pipe cannot be used at the prompt: send []byte through a channel"},
		{"func f() { var n int; fmt.Scan(&n) }", "iex:1:23: fmt.Scan, Scanf and Scanln cannot be used at the prompt: the keyboard belongs to the prompt"},
		{"func f() int", "iex:1:6: missing function body"},
		{"func f() { " + strings.Repeat("{", 3000) + strings.Repeat("}", 3000) + " }", "iex:1:1009: more than 1000 expressions, types or statements are nested in each other here: take it apart"},
		{"func f(n int) int { return n" + strings.Repeat("+n", 20000) + " }", "iex:1:28: more than 1000 expressions"},
		{"func f() { println(1) }", "iex:1:12: print and println cannot be used at the prompt: use IO.Puts"},
		{"package", "iex:1:1: syntax error"},
		{"func f() int {\n\tx := 1\n\treturn y\n}", "iex:2:2: declared and not used: x\niex:3:9: undefined: y"},
		{"func f() { a; b }\nfunc g() { c() }", "iex:1:12: undefined: a\niex:1:15: undefined: b\niex:2:12: undefined: c"},
		{"func f() {\n" + strings.Repeat("a()\n", 12) + "}", strings.TrimSuffix(undefinedLines(2, 11), "\n") + "\ntoo many errors"},
	}
	for _, test := range tests {
		s := newSession(t)
		_, err := s.define(test.src)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("Define(%q)\ngot  %v\nwant %s", test.src, err, test.want)
		}
	}
}

func undefinedLines(from, to int) string {
	text := ""
	for line := from; line <= to; line++ {
		text += fmt.Sprintf("iex:%d:1: undefined: a\n", line)
	}
	return text
}

// A refused input changes nothing, and one that breaks what was typed before
// is refused as a whole.
func TestErrorKeepsWhatWasThere(t *testing.T) {
	s := newSession(t)
	s.mustDefine("func Double(x int) int { return 2 * x }")
	s.mustDefine("func Four() int { return Double(2) }")
	for _, src := range []string{
		"func Double(x string) string { return x }",
		"func Double(x int) int { return y }",
		"type T struct{}\nfunc Double(",
	} {
		if _, err := s.define(src); err == nil {
			t.Errorf("Define(%q) succeeded", src)
		}
	}
	if got, err := s.apply("Go", "four"); err != nil || show(got) != "4" {
		t.Errorf("four() = %s, %v", show(got), err)
	}
	if _, err := s.define("func T() {}\nfunc U() { T() }"); err != nil {
		t.Error(err)
	}
}

func TestIncomplete(t *testing.T) {
	incomplete := []string{
		"func f() {", "type T struct {", "func (T) M(", "const (\n\tA = iota", "var x = `abc", "/* comment",
		"func f() {\n\tg(func() {\n\t})", "type T struct{}\nfunc (T) M() {", "func f() int", "type", "import (", "var x = 1 +",
	}
	for _, src := range incomplete {
		if src == "func f() int" {
			continue // a declaration of a function without a body
		}
		if !Incomplete(src) {
			t.Errorf("Incomplete(%q) = false", src)
		}
	}
	for _, src := range []string{
		"", "func f() {}", "type T struct{}", "x := 1", "func f() { ) }", "var x = \"abc", "type T struct{}}", "func f() {\n}\n",
	} {
		if Incomplete(src) {
			t.Errorf("Incomplete(%q) = true", src)
		}
	}
}

// TestNear shows which name is offered for one that is not there.
func TestNear(t *testing.T) {
	tests := []struct{ src, want string }{
		{"func f() Result { return Ok(1) }", "did you mean OK?"},
		{"func f() Result { return ok(1) }", "did you mean OK?"},
		{"type H struct{ UseGenEvent }\nfunc (H) HandleEvent(ev Term) Reslt { return OK(1) }", "did you mean Result?"},
		{"func f() { fmt.Printn(1) }", "did you mean Println?"},
		{"type H struct{ Count int }\nfunc (h *H) f() { h.Cuont++ }", "did you mean Count?"},
		{"type H struct{ Count int }\ntype G struct{ H }\nfunc (g G) Total() int { return g.Coun + g.Totl() }", "did you mean Count?"},
		{"type G struct{}\nfunc (g G) Total() int { return g.Totl() }", "did you mean Total?"},
		{"func f(manager Term) { if x := 1; x > 0 { Send(mangaer, x) } }", "did you mean manager?"},
		{"func f() { prnt(1) }", "did you mean print?"},
		{"func f() { for i := range 3 { consumption(i) } }", ""},
		{"func f() int { return \"a\" }", ""},
	}
	for _, test := range tests {
		_, err := newSession(t).define(test.src)
		var wrong *Error
		if !errors.As(err, &wrong) || wrong.Hint != test.want {
			t.Errorf("Define(%q)\ngot  %v, hint %q\nwant hint %q", test.src, err, wrong.Hint, test.want)
		}
	}
}
