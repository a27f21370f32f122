package transcript

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// counted numbers steps from 5 on.
func counted(doc *Document) func(*Step) int {
	numbers := map[*Step]int{}
	for i, s := range doc.Steps() {
		numbers[s] = 5 + i
	}
	return func(s *Step) int { return numbers[s] }
}

func TestTidy(t *testing.T) {
	tests := []struct{ name, text, want, says string }{
		{"tidy", "# T\n\ntext  \nmore\n\n```iex\niex> 1\n...> + 2\n3\n```\n", "", ""},
		{"blanks in prose", "text \nmore\t\n", "text\nmore\n", "1 blanks at the end of the line; 2 blanks at the end of the line"},
		{"blank lines", "a\n\n\n\nb\n", "a\n\nb\n", "3 more than one blank line; 4 more than one blank line"},
		{"numbers", "```iex\niex(2)> a\n...(2)> b\n1\niex(7)> c\n```\n", "```iex\niex(5)> a\n...(5)> b\n1\niex(6)> c\n```\n",
			"2 the prompt has the number 2, and the shell is at 5; 3 the prompt has the number 2, and the shell is at 5; 5 the prompt has the number 7, and the shell is at 6"},
		{"a new session", "```iex\niex(1)> a\n1\n```\n", "", ""},
		{"odd prompts", "```iex\niex (5)> a\n... (5)> b\n1\niex>\n```\n", "```iex\niex(5)> a\n...(5)> b\n1\niex>\n```\n",
			`2 the prompt is written "iex (5)>"; 3 the prompt is written "... (5)>"`},
		{"listing", "```\n1. iex> a\n2. ...> b\n3. :ok\n4.\n5. :c\n```\n", "```\niex> a\n...> b\n:ok\n\n:c\n```\n",
			"2 a listing number; 3 a listing number; 4 a listing number; 5 a listing number; 6 a listing number"},
		{"outputs", "```iex\niex> a  \n1 \n```\n", "```iex\niex> a\n1\n```\n", "2 blanks at the end of the line; 3 blanks at the end of the line"},
		{"go", "```go\ntype A struct { }\nfunc (A) B() {return}\n```\n", "```go\ntype A struct{}\n\nfunc (A) B() { return }\n```\n", "2 the Go is not laid out as gofmt does"},
		{"broken go", "```go\ntype A struct {\n```\n", "", ""},
		{"end", "a\n\n", "a\n", "3 the file does not end with one line end"},
		{"end behind a block", "```iex\niex> 1\n```\n\n", "```iex\niex> 1\n```\n", "5 the file does not end with one line end"},
		{"no end", "a", "a\n", "1 the file does not end with one line end"},
		{"end of a block", "```iex\niex> 1\n```", "```iex\niex> 1\n```\n", "3 the file does not end with one line end"},
		{"quiz", "<!-- gex: quiz -->\nq \n\n- [x] a \n", "<!-- gex: quiz -->\nq\n\n- [x] a\n", "2 blanks at the end of the line; 4 blanks at the end of the line"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, err := Parse("t.md", test.text)
			if err != nil {
				t.Fatal(err)
			}
			var says []string
			for _, u := range doc.Tidy(counted(doc)) {
				says = append(says, fmt.Sprintf("%d %s", u.Line, u.Why))
			}
			want := test.want
			if want == "" {
				want = test.text
			}
			if got := doc.String(); got != want {
				t.Errorf("tidied to\n%q\nwant\n%q", got, want)
			}
			if got := strings.Join(says, "; "); got != test.says {
				t.Errorf("found %s, want %s", got, test.says)
			}
		})
	}
}

// TestTidyKeepsInputs tidies any file: what is tidy stays, inputs are the same,
// and a second time there is nothing to do.
func TestTidyKeepsInputs(t *testing.T) {
	none := func(*Step) int { return 0 }
	rapid.Check(t, func(t *rapid.T) {
		doc, err := Parse("x.md", fileGen().Draw(t, "text"))
		if err != nil {
			return
		}
		before := doc.String()
		found := doc.Tidy(none)
		after := doc.String()
		if len(found) == 0 && before != after {
			t.Fatalf("Tidy changes %q to %q and says nothing", before, after)
		}
		again, err := Parse("x.md", after)
		if err != nil {
			t.Fatalf("%q is tidied to %q: %v", before, after, err)
		}
		if more := again.Tidy(none); again.String() != after {
			t.Fatalf("%q is tidied to %q, then to %q: %v", before, after, again.String(), more)
		}
	})
}
