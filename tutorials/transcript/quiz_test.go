package transcript

import (
	"fmt"
	"strings"
	"testing"
)

func TestParseQuiz(t *testing.T) {
	tests := []struct{ text, want string }{
		{"- [ ] a\n- [x] b\n", "|-a +b|"},
		{"Which?\nReally?\n\n- [X] a `x`\n  and more\n- [ ] b\n\nBehind.\n", "Which?\nReally?|+a `x` and more -b|Behind.\n"},
		{"* [x] a\n\n* [ ] b\n\n## Next\n", "|+a -b|## Next\n"},
		{"- [x] a\nno item\n", "|+a|no item\n"},
		{"- [x] a\n```iex\niex> 1\n1\n```\n", "|+a|1"},
		{"\n\nWhich?\n- [x] a", "Which?|+a|"},
	}
	for _, test := range tests {
		text := "# T\n<!-- gex: quiz step=q hint=\"think\" after=\"so\" -->\n" + test.text
		doc, err := Parse("t.md", text)
		if err != nil {
			t.Errorf("Parse(%q): %v", test.text, err)
			continue
		}
		q := doc.Quizzes()[0]
		var options []string
		for _, o := range q.Options {
			options = append(options, map[bool]string{true: "+", false: "-"}[o.Right]+o.Text)
		}
		if got := fmt.Sprintf("%s|%s|%s", q.Question, strings.Join(options, " "), behind(doc)); got != test.want {
			t.Errorf("Parse(%q) = %q, want %q", test.text, got, test.want)
		}
		if q.ID != "q" || q.Directives.Hints[0] != "think" || q.Directives.After != "so" || doc.String() != text {
			t.Errorf("Parse(%q) = %+v, writes %q", test.text, q, doc.String())
		}
	}
}

// behind is what follows the first quiz: prose, or the input of a block.
func behind(doc *Document) string {
	found, text := false, ""
	for _, s := range doc.Sections {
		for _, part := range s.Parts {
			switch part := part.(type) {
			case *Quiz:
				found = true
			case *Prose:
				if found {
					text += strings.TrimLeft(part.Text(), "\n")
				}
			case *Block:
				text += part.Steps[0].Text()
			}
		}
	}
	return text
}

func TestQuizErrors(t *testing.T) {
	for text, want := range map[string]string{
		"text\n":                      "with one that is right",
		"- [ ] a\n- [ ] b\n":          "with one that is right",
		"```iex\niex> 1\n1\n```\n":    "wants a list and not a block",
		"":                            "does not stand right before it",
		"## Next\n\n- [x] too late\n": "with one that is right",
	} {
		if _, err := Parse("t.md", "<!-- gex: quiz -->\n"+text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%q): %v, want %q", text, err, want)
		}
	}
}

func TestQuizWithoutID(t *testing.T) {
	doc, err := Parse("t.md", "# T\n\n<!-- gex: quiz -->\n\n- [x] a\n")
	if err != nil {
		t.Fatal(err)
	}
	if q := doc.Quizzes()[0]; q.ID != "5" || q.Place() != "t.md:5" || len(doc.Steps()) != 0 {
		t.Errorf("quiz %s at %s, %d steps", q.ID, q.Place(), len(doc.Steps()))
	}
}
