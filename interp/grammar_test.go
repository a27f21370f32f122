package interp_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"gex/interp/syntax"
)

// grammarExample is one example of grammar.txt.
type grammarExample struct {
	kind, text, want string
}

// grammarExamples reads the examples of the grammar, which are indented.
func grammarExamples(text string) []*grammarExample {
	var examples []*grammarExample
	var open *grammarExample
	for line := range strings.SplitSeq(text, "\n") {
		line, indented := strings.CutPrefix(line, "    ")
		kind, rest, prompt := strings.Cut(line, "> ")
		switch {
		case !indented:
			if line != "" || open == nil {
				open = nil
				continue
			}
			open.want += "\n"
		case prompt && kind == "..." && open != nil:
			open.text += "\n" + rest
		case prompt && (kind == "iex" || kind == "ok" || kind == "no" || kind == "more"):
			open = &grammarExample{kind: kind, text: rest}
			examples = append(examples, open)
		case open != nil:
			open.want += line + "\n"
		}
	}
	for _, e := range examples {
		e.want = strings.TrimRight(e.want, "\n")
	}
	return examples
}

// TestGrammarExamples keeps the grammar true: what it shows is read, refused
// and evaluated as it says.
func TestGrammarExamples(t *testing.T) {
	text, err := os.ReadFile("syntax/grammar.txt")
	if err != nil {
		t.Fatal(err)
	}
	examples := grammarExamples(string(text))
	if len(examples) < 190 {
		t.Errorf("%d examples, want more", len(examples))
	}
	for _, e := range examples {
		if got := e.run(t); got != e.want {
			t.Errorf("%s> %s\ngot:\n%s\nwant:\n%s", e.kind, e.text, got, e.want)
		}
	}
}

// run returns what is printed below an example.
func (e *grammarExample) run(t *testing.T) string {
	switch e.kind {
	case "iex":
		return strings.TrimRight(corpusSession{&corpusInput{key: e.text, text: e.text}}.run(t)[0], "\n")
	case "no":
		printed := corpusSession{&corpusInput{key: e.text, text: e.text}}.run(t)[0]
		from := strings.Index(printed, "** (")
		if from < 0 {
			return "no error: " + printed
		}
		line, _, _ := strings.Cut(printed[from:], "\n")
		return line
	}
	_, err := syntax.Parse(e.text, syntax.Options{})
	var wrong *syntax.Error
	errors.As(err, &wrong)
	switch {
	case e.kind == "ok" && err != nil:
		return err.Error()
	case e.kind == "more" && (wrong == nil || !wrong.Incomplete):
		return "complete"
	}
	return ""
}
