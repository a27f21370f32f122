package eval_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/inspect"
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
		return clean(inspect.Inspect(value, inspect.Options{Width: 80}))
	}
	if _, ok := err.(*syntax.Error); ok {
		return clean("** (SyntaxError) " + err.Error())
	}
	x := exception.As(err)
	text := exception.Format(x, exception.Options{})
	banner := x
	blamed, _ := exception.Blame(banner, exception.Options{})
	if x.Class == exception.ClassError {
		text = "** (" + inspect.Inspect(structOf(blamed), inspect.Options{}) + ") " + exception.MessageOf(blamed, exception.Options{})
	} else {
		text = exception.FormatBanner(x, exception.Options{})
	}
	for _, f := range x.Stack {
		if f.File == "iex" && f.Function != "__FILE__" {
			text += "\n  " + exception.FormatStackFrame(f, exception.Options{})
		}
	}
	return clean(text)
}

func structOf(m *term.Map) term.Term {
	name, _ := m.Get(term.Atom("__struct__"))
	return name
}

func TestRecorded(t *testing.T) {
	failed := 0
	recordings := readRecordings(t, "testdata/corpus.recorded")
	for _, r := range recordings {
		s := newSession(eval.Options{})
		got := outcome(s, r.input)
		if warnings := clean(s.warnings.String()); got != r.result || warnings != r.warnings {
			failed++
			t.Errorf("%s\n got %s\n~ %s\nwant %s\n~ %s", r.input, got, warnings, r.result, r.warnings)
		}
	}
	t.Logf("%d of %d differ", failed, len(recordings))
}
