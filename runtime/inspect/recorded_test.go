package inspect_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"gex/runtime/inspect"
	"gex/runtime/term"
	"gex/runtime/term/termtest"
)

// recorded is one entry of testdata/terms.txt.
type recorded struct {
	expr, options, term, output string
}

func readRecorded(t testing.TB, path string) []recorded {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all []recorded
	for part := range strings.SplitSeq("\n"+string(data), "\n## ") {
		if part == "" {
			continue
		}
		var r recorded
		head, rest, _ := strings.Cut(part, "\n#= ")
		r.expr, r.options, _ = strings.Cut(head, "\n#! ")
		r.term, r.output, _ = strings.Cut(rest, "\n")
		r.output = strings.TrimSuffix(r.output, "\n")
		all = append(all, r)
	}
	return all
}

// Both of these are declared in the recording script.
func structFields(module term.Atom) ([]string, bool) {
	switch module {
	case "Elixir.U":
		return []string{"name", "age"}, true
	case "Elixir.E":
		return nil, true
	}
	return nil, false
}

// parseOptions reads the options of inspect/2 as the recordings write them.
func parseOptions(t testing.TB, text string) inspect.Options {
	t.Helper()
	o := inspect.Options{Pretty: true, StructFields: structFields}
	for pair := range strings.SplitSeq(text, ", ") {
		key, value, _ := strings.Cut(pair, ": ")
		number, err := strconv.Atoi(value)
		switch {
		case err == nil && number == 0:
			number = inspect.None
		case value == ":infinity":
			number = -1
		}
		switch key {
		case "":
		case "width":
			o.Width = number
		case "limit":
			o.Limit = number
		case "printable_limit":
			o.PrintableLimit = number
		case "pretty":
			o.Pretty = value == "true"
		case "structs":
			o.PlainStructs = value == "false"
		case "syntax_colors":
			o.Colors = inspect.IEx()
		case "base":
			o.Base = map[string]inspect.Base{":hex": inspect.Hex, ":octal": inspect.Octal, ":binary": inspect.Binary}[value]
		case "binaries":
			o.Binaries = map[string]inspect.Binaries{":as_strings": inspect.AsStrings, ":as_binaries": inspect.AsBinaries}[value]
		case "charlists":
			o.Charlists = map[string]inspect.Charlists{":as_charlists": inspect.AsCharlists, ":as_lists": inspect.AsLists}[value]
		default:
			t.Fatalf("unknown option %q", key)
		}
	}
	return o
}

func TestRecorded(t *testing.T) {
	all := readRecorded(t, "testdata/terms.txt")
	if len(all) < 350 {
		t.Fatalf("got %d recorded terms", len(all))
	}
	for _, r := range all {
		value, err := termtest.Decode(r.term)
		if err != nil {
			t.Errorf("%s: %v", r.expr, err)
			continue
		}
		if got := inspect.Inspect(value, parseOptions(t, r.options)); got != r.output {
			t.Errorf("%s (%s)\ngot:\n%s\nwant:\n%s", r.expr, r.options, got, r.output)
		}
	}
}
