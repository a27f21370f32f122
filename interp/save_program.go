package interp

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"

	"gex/interp/bridge"
	"gex/interp/gosrc"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/late"
	"gex/runtime/term"
)

// program returns the session as a program in Go that prints the same values.
func (s *Session) program(name string) (text, remark string, err error) {
	w := &programWriter{session: s}
	for _, in := range s.journal.inputs {
		if w.input(in); w.ended {
			break
		}
	}
	text, err = w.source()
	if err != nil {
		return "", "", err
	}
	remark = fmt.Sprintf("Saved in %s: %s.", name, counted(len(s.journal.inputs), "input"))
	if len(w.left) > 0 {
		remark += " Not said in Go, and left as comments:\n"
		for _, l := range w.left {
			remark += "  " + l + "\n"
		}
		return text, remark, nil
	}
	return text, remark + "\n", nil
}

// programWriter collects a program: inputs become the statements of a function
// in notation, which the bridge turns into Go.
type programWriter struct {
	session    *Session
	statements []string // in notation
	left       []string // inputs that are left out
	ended      bool
}

// input adds an input.
func (w *programWriter) input(in *Input) {
	if Classify(in.Text) == Go {
		return // the declarations follow, as they are now
	}
	file, err := syntax.Parse(line(in.Text), syntax.Options{File: "iex", Handles: true})
	if err != nil {
		return // what was no expression printed nothing but that
	}
	body := slices.DeleteFunc(blockOf(file.Body), isDefinition)
	if len(body) == 0 {
		return
	}
	text, ok := w.statement(in, body)
	if !ok {
		w.left = append(w.left, fmt.Sprintf("iex(%d)> %s", in.Number, headline(in.Text)))
		for line := range strings.Lines(in.Text) {
			text += fmt.Sprintf(":gex.left(%s)\n", syntax.Source(quoted(strings.TrimRight(line, "\n"))))
		}
	}
	w.statements = append(w.statements, text)
	w.ended = in.Outcome.Exit || !in.Outcome.OK && strings.Contains(in.text(), "shell process exited")
}

func isDefinition(n syntax.Node) bool {
	call, ok := n.(*syntax.Call)
	return ok && call.Target == nil && call.Name == "defmodule"
}

func quoted(text string) syntax.Node {
	return &syntax.String{Parts: []syntax.Part{{Text: text}}}
}

// statement returns an input in which the value is shown, and whether Go can
// say it.
func (w *programWriter) statement(in *Input, body []syntax.Node) (string, bool) {
	last := len(body) - 1
	var before []string
	for _, n := range body[:last] {
		before = append(before, syntax.Source(w.helpers(n)))
	}
	if slices.ContainsFunc(body, promptOnly) || strings.HasPrefix(in.text(), "** (CompileError)") {
		return "", false
	}
	n := w.helpers(body[last])
	ways := []string{syntax.Source(n)}
	if !in.Outcome.Silent {
		ways = []string{shown(n), w.shownAfter(n)}
	}
	for _, way := range ways {
		text := strings.Join(append(before, way), "\n")
		if !in.Outcome.OK {
			text = ":gex.fails(fn ->\n" + text + "\nend)"
		}
		if w.expressible(text) {
			return text, true
		}
	}
	return "", false
}

// promptOnly reports whether an input means something only where inputs are
// read one after another.
func promptOnly(n syntax.Node) bool {
	name := ""
	switch n := n.(type) {
	case *syntax.Var:
		name = n.Name
	case *syntax.Call:
		if n.Target == nil {
			name = n.Name
		}
	case *syntax.Binary:
		return n.Op == "=" && promptOnly(n.Right)
	}
	return slices.Contains([]string{"import", "alias", "require", "use", "import_file", "import_file_if_available",
		"v", "h", "b", "i", "c", "r", "recompile", "respawn", "clear", "process_info", "runtime_info"}, name)
}

// shown is the source of an expression whose value is shown.
func shown(n syntax.Node) string {
	if b, ok := n.(*syntax.Binary); ok && b.Op == "=" {
		return syntax.Source(b.Left) + " = " + shown(b.Right)
	}
	return ":gex.show(" + syntax.Source(n) + ")"
}

// shownAfter is shown for what in Go is no expression: the value has a
// variable first.
func (w *programWriter) shownAfter(n syntax.Node) string {
	name, text := fmt.Sprintf("value%d", len(w.statements)+1), ""
	if b, ok := n.(*syntax.Binary); ok && b.Op == "=" {
		text = "\n" + syntax.Source(b.Left) + " = " + name
		n = b.Right
	}
	return name + " = " + syntax.Source(n) + "\n:gex.show(" + name + ")" + text
}

// helpers names the module of the bare commands of the shell, which a function
// of a module does not have.
func (w *programWriter) helpers(n syntax.Node) syntax.Node {
	name, call := "", (*syntax.Call)(nil)
	switch n := n.(type) {
	case *syntax.Var:
		name = n.Name
	case *syntax.Call:
		if n.Target == nil {
			name, call = n.Name, n
		}
	case *syntax.Binary:
		if n.Op == "=" {
			changed := *n
			changed.Right = w.helpers(n.Right)
			return &changed
		}
	}
	m := w.session.table.Module(helpersModule)
	if name == "" || m == nil || !slices.ContainsFunc(m.Exports(), func(f *code.Function) bool { return f.Name == name }) {
		return n
	}
	if _, bound := w.session.env.Lookup(name); bound && call == nil {
		return n
	}
	target := &syntax.Alias{Names: []string{"IEx", "Helpers"}}
	if call == nil {
		return &syntax.Call{Target: target, Name: name, Parens: true}
	}
	changed := *call
	changed.Target = target
	return &changed
}

// notTranslated is how the bridge marks what Go cannot say.
const notTranslated = "not translated from Elixir"

// expressible reports whether a statement can be said in Go.
func (w *programWriter) expressible(text string) bool {
	all := append(slices.Clone(w.statements), text)
	goText, err := sessionInGo(all)
	if err != nil || strings.Contains(goText, notTranslated) {
		return false
	}
	kernel := w.session.table.Module(kernelModule)
	for _, m := range kernelCall().FindAllStringSubmatch(goText, -1) {
		if !slices.ContainsFunc(kernel.Exports(), func(f *code.Function) bool { return f.Name == m[1] }) {
			return false
		}
	}
	return true
}

// kernelCall is what the bridge makes of a bare name that it does not know.
var kernelCall = late.Regexp(`Apply\(Alias\("Kernel"\), "([^"]+)"`)

// sessionInGo turns statements into a method Main of a type Session.
func sessionInGo(statements []string) (string, error) {
	source := "defmodule Session do\ndef main() do\n" + strings.Join(statements, "\n") + "\n:ok\nend\nend\n"
	file, err := syntax.Parse(source, syntax.Options{File: "session"})
	if err != nil {
		return "", err
	}
	return bridge.Go(file.Body)
}

// programTemplate is a program, with MARK, MODULES, NAMES and BODY to replace.
//
//go:embed program.tmpl
var programTemplate string

// source returns the program.
func (w *programWriter) source() (string, error) {
	body, err := sessionInGo(w.statements)
	if err != nil {
		return "", err
	}
	_, body, _ = strings.Cut(body, "func (Session) Main()")
	_, body, _ = strings.Cut(body, "{\n")
	body = strings.TrimSuffix(strings.TrimSpace(body), "}")
	body = strings.TrimSuffix(strings.TrimRight(body, "\n"), "return Atom(\"ok\")")
	body = leftOut(body)
	modules, names := w.modules()
	text := strings.NewReplacer("MARK", savedMark, "MODULES", modules, "NAMES", names, "BODY", body).Replace(programTemplate)
	text = withImports(text)
	formatted, err := format.Source([]byte(text))
	if err != nil {
		return "", fmt.Errorf("the program cannot be formatted: %w", err)
	}
	return string(formatted), nil
}

// modules returns the declarations of the session and, for the call of Run, the
// modules among them.
func (w *programWriter) modules() (text, names string) {
	s := w.session
	var b strings.Builder
	for _, m := range s.table.Modules() {
		if m.Language != code.Elixir {
			continue
		}
		tree := s.trees.find(s.table, m.Name)
		if tree == nil {
			continue
		}
		inGo, err := bridge.Go(tree)
		if err != nil {
			w.left = append(w.left, "defmodule "+moduleName(m.Name))
			continue
		}
		b.WriteString(inGo + "\n")
		names += ", " + typeName(m.Name) + "{}"
	}
	b.WriteString(s.goUnit().Text())
	for _, m := range s.table.Modules() {
		if m.Language == code.Go && m.Name != gosrc.FunctionsModule {
			names += ", " + typeName(m.Name) + "{}"
		}
	}
	return b.String(), names
}

// typeName is the name of a module as a Go type.
func typeName(module term.Atom) string { return strings.ReplaceAll(moduleName(module), ".", "_") }

// leftLine is a line of an input that Go cannot say, as it came through the
// bridge.
var leftLine = late.Regexp(`(?m)^\s*program\.Left\((".*")\)$`)

// leftOut makes comments of the inputs that Go cannot say.
func leftOut(body string) string {
	return leftLine().ReplaceAllStringFunc(body, func(line string) string {
		text, err := strconv.Unquote(leftLine().FindStringSubmatch(line)[1])
		if err != nil {
			return line
		}
		return "// not said in Go: " + text
	})
}

// standard are the packages of the standard library that a learner's Go uses
// most; at the prompt they need no import.
var standard = []string{"bytes", "context", "errors", "fmt", "math", "math/rand", "os", "regexp", "slices", "maps", "sort", "strconv", "strings", "sync", "time", "unicode", "unicode/utf8", "cmp"}

// withImports adds the imports of standard packages that a program uses.
func withImports(text string) string {
	file, err := parser.ParseFile(token.NewFileSet(), "", text, 0)
	if err != nil {
		return text
	}
	var imports strings.Builder
	for _, p := range standard {
		named := func(id *ast.Ident) bool { return id.Name == path.Base(p) }
		if p != "os" && slices.ContainsFunc(file.Unresolved, named) {
			imports.WriteString(strconv.Quote(p) + "\n")
		}
	}
	return strings.Replace(text, "\"os\"\n", "\"os\"\n"+imports.String(), 1)
}
