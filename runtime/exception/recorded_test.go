package exception_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
	"gex/runtime/term/termtest"
)

func readFile(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// exports reads what the real modules export.
func exports(t testing.TB) func(term.Atom) ([]exception.Export, bool) {
	table := make(map[term.Atom][]exception.Export)
	for line := range strings.Lines(readFile(t, "testdata/exports.txt")) {
		words := strings.Fields(line)
		for _, word := range words[1:] {
			word, macro := strings.CutSuffix(word, "/macro")
			slash := strings.LastIndexByte(word, '/')
			arity, err := strconv.Atoi(word[slash+1:])
			if err != nil {
				t.Fatal(err)
			}
			table[term.Atom(words[0])] = append(table[term.Atom(words[0])], exception.Export{Name: word[:slash], Arity: arity, Macro: macro})
		}
	}
	return func(module term.Atom) ([]exception.Export, bool) {
		e, ok := table[module]
		return e, ok
	}
}

// decodeError makes the error of a recorded {class, reason, stack}.
func decodeError(t testing.TB, text string) *exception.Error {
	t.Helper()
	value, err := termtest.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	parts := value.(term.Tuple)
	stack, ok := exception.ParseStack(parts[2])
	if !ok {
		t.Fatalf("no stack: %s", inspect.Inspect(parts[2], inspect.Options{}))
	}
	e := exception.Raise(parts[1]).In(stack...)
	switch parts[0] {
	case term.Term(term.Atom("exit")):
		e.Class = exception.ClassExit
	case term.Term(term.Atom("throw")):
		e.Class = exception.ClassThrow
	}
	return e
}

func TestRecorded(t *testing.T) {
	o := exception.Options{Exports: exports(t), Inspect: inspect.Options{Pretty: true}}
	count := 0
	for part := range strings.SplitSeq("\n"+readFile(t, "testdata/errors.txt"), "\n## ") {
		if part == "" {
			continue
		}
		count++
		head, rest, _ := strings.Cut(part, "\n#= ")
		encoded, rest, _ := strings.Cut(rest, "\n")
		prompt, log, _ := strings.Cut(rest, "#> log\n")
		e := decodeError(t, encoded)
		if got := exception.Format(e, o); got != prompt {
			t.Errorf("%s\ngot:\n%q\nwant:\n%q", head, got, prompt)
		}
		if got := exception.FormatLog(e, o); strings.TrimRight(got, "\n") != strings.TrimRight(log, "\n") {
			t.Errorf("%s as log\ngot:\n%q\nwant:\n%q", head, got, log)
		}
	}
	if count < 280 {
		t.Errorf("got %d recorded errors", count)
	}
}
