package eval_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// recording is one entry of a recorded corpus: what Elixir made of an input.
type recording struct {
	input, warnings, output, result string
}

func readRecordings(t testing.TB, name string) []recording {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []recording
	for entry := range strings.SplitSeq(string(data), "\n---\n") {
		if strings.TrimSpace(entry) == "" {
			continue
		}
		var r recording
		for line := range strings.SplitSeq(entry, "\n") {
			switch {
			case strings.HasPrefix(line, "iex>"):
				r.input += strings.TrimPrefix(strings.TrimPrefix(line, "iex>"), " ") + "\n"
			case strings.HasPrefix(line, "~"):
				r.warnings += strings.TrimSpace(strings.TrimPrefix(line, "~")) + "\n"
			case strings.HasPrefix(line, "<") && r.result == "" && !strings.HasPrefix(line, "<<"):
				r.output += line + "\n"
			default:
				r.result += line + "\n"
			}
		}
		r.result = clean(r.result)
		r.warnings = clean(r.warnings)
		all = append(all, r)
	}
	return all
}

var (
	pids   = regexp.MustCompile(`#PID<[^>]*>`)
	funs   = regexp.MustCompile(`#Function<[0-9.]*/`)
	object = regexp.MustCompile(`<<70, 79, 82, 49.*>>`)
	blanks = regexp.MustCompile(`(?m)^\s+|\s+$`)
)

// clean takes out what differs from run to run.
func clean(text string) string {
	text = pids.ReplaceAllString(text, "#PID")
	text = funs.ReplaceAllString(text, "#Function<")
	text = object.ReplaceAllString(text, "<<FOR1>>")
	return strings.TrimSpace(blanks.ReplaceAllString(text, ""))
}

// outcome evaluates an input as the recorder does.
func outcome(s *session, input string) string {
	value, err := s.eval(input)
	if err == nil {
		return clean(inspect.Inspect(value, inspect.Options{Width: 80, StructFields: s.structFields}))
	}
	if _, ok := err.(*syntax.Error); ok {
		return clean("** (SyntaxError) " + err.Error())
	}
	x, options := exception.As(err), s.wording()
	text, stack := exception.FormatBanner(x, options), x.Stack
	if x.Class == exception.ClassError {
		var blamed *term.Map
		blamed, stack = exception.Blame(x, options)
		name, _ := blamed.Get(term.Atom("__struct__"))
		text = "** (" + inspect.Inspect(name, inspect.Options{}) + ") " + exception.MessageOf(blamed, options)
	}
	for _, f := range stack {
		if f.File == "iex" && f.Function != "__FILE__" {
			text += "\n  " + exception.FormatStackFrame(f, exception.Options{})
		}
	}
	return clean(text)
}

// wording knows the modules that were defined.
func (s *session) wording() exception.Options {
	table := code.Of(s.node)
	return exception.Options{
		Inspect: inspect.Options{StructFields: s.structFields},
		Exports: func(module term.Atom) ([]exception.Export, bool) {
			m := table.Module(module)
			if m == nil {
				return nil, false
			}
			var exports []exception.Export
			for _, f := range m.Exports() {
				exports = append(exports, exception.Export{Name: f.Name, Arity: f.Arity})
			}
			return exports, true
		},
		Message: func(x *term.Map) (message term.Term, err error) {
			name, _ := x.Get(term.Atom("__struct__"))
			f := table.Function(name.(term.Atom), "message", 1)
			if f == nil {
				return nil, nil
			}
			s.inProcess(func(self *process.Process) { message, err = f.Call(self, []term.Term{x}) })
			return message, err
		},
	}
}

func (s *session) structFields(module term.Atom) ([]string, bool) {
	m := code.Of(s.node).Module(module)
	if m == nil || m.Struct == nil {
		return nil, false
	}
	var names []string
	for _, f := range m.Struct {
		names = append(names, string(f.Key.(term.Atom)))
	}
	return names, true
}

// knownDifferences are inputs that this shell answers in its own way.
var knownDifferences = map[string]string{
	"()": "the parser's warning is printed by the shell",
	"..": "the range is printed by inspect",
	"defmodule M5 do\n  def f(x, y) do\n    x + y\n  end\n  def g(x) do\n    f(x, :b)\n    :ok\n  end\nend\nM5.g(1)": "" +
		"OTP's compiler sees that f never returns and makes the call the last one",
	"defmodule MM5 do\n  defmacro m(x), do: x\nend\nMM5.m(1)": "the hint needs the macros of the module",
	"defmodule Y8 do\n  defstruct a: 1, b: [1, 2], c: %{x: 1}\nend\ninspect(%{Y8.__struct__() | a: 2})": "" +
		"inspect of the tests' library does not know structs",
}

func TestRecorded(t *testing.T) {
	failed := 0
	recordings := readRecordings(t, "testdata/corpus.recorded")
	for _, r := range recordings {
		s := newSession(eval.Options{})
		got := outcome(s, r.input)
		if reason := knownDifferences[strings.TrimSpace(r.input)]; reason != "" {
			continue
		}
		if warnings := clean(s.warnings.String()); got != r.result || warnings != r.warnings {
			failed++
			t.Errorf("%s\n got %s\n~ %s\nwant %s\n~ %s", r.input, got, warnings, r.result, r.warnings)
		}
	}
	t.Logf("%d of %d differ", failed, len(recordings))
}
