package tutorials_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gex/tutorials"
)

func lint(t *testing.T, fix bool, paths ...string) (out string, code int) {
	t.Helper()
	var b strings.Builder
	o := tutorials.LintOptions{Paths: paths, Fix: fix}
	o.Open, o.Out, o.Err = openGolden, &b, &b
	code = tutorials.Lint(context.Background(), o)
	return b.String(), code
}

func TestLessonsAreClean(t *testing.T) {
	t.Parallel()
	if out, code := lint(t, false, lessonList(t)...); code != tutorials.ExitOK || out != "" {
		t.Errorf("exit code %d:\n%s", code, out)
	}
}

// lintFile looks at a file with the text and returns what is said, without the
// name of the file.
func lintFile(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	out, _ := lint(t, false, name)
	return strings.ReplaceAll(out, name+":", "")
}

const fence = "```"

func TestLint(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"clean", "# T\n\n<!-- gex: goal=\"two\" hint=\"add\" -->\n" + fence + "iex\niex> 1 + 1\n2\n" + fence + "\n", ""},
		{"wrong output", fence + "iex\niex> 1 + 1\n3\n" + fence + "\n", "2: step 2 does not give what is written; gex test shows how\n"},
		{"stale erratum", "<!-- gex: erratum=\"why\" -->\n" + fence + "iex\niex> 1 + 1\n2\n" + fence + "\n",
			"3: the erratum of step 3 is stale: what is written is what comes\n"},
		{"not solved", "<!-- gex: goal=\"an error\" answer=text -->\n" + fence + "iex\niex> 1 + nil\n** (ArithmeticError) ...\n" + fence + "\n",
			"3: step 3 is not solved by typing what is written\n"},
		{"no goal", "<!-- gex: exercise hint=\"a\" hint=\"b\" -->\n" + fence + "iex\niex> 1 + 1\n2\n" + fence + "\n", "3: the exercise 3 has no goal\n"},
		{"one hint", "<!-- gex: exercise goal=\"g\" hint=\"a\" -->\n" + fence + "iex\niex> 1 + 1\n2\n" + fence + "\n",
			"3: the exercise 3 wants two hints at least, each more telling\n"},
		{"quiz without hint", "<!-- gex: quiz step=q -->\n- [x] a\n", "2: the quiz q has no hint\n"},
		{"same id", strings.Repeat("<!-- gex: step=a goal=\"g\" -->\n"+fence+"iex\niex> 1 + 1\n2\n"+fence+"\n", 2), "8: a second step has the id a\n"},
		{"links", "# One two\n\n[a](#one-two) [b](#three) [c](a.md) [d](b.md) [e](https://x.y/z) `[f](g.md)`\n\nLesson `genevent` and lesson `nothing`.\n\n" +
			fence + "iex\niex> 1\n1\n" + fence + "\n", "3: there is no heading #three\n3: there is no file b.md\n5: there is no lesson nothing\n"},
		{"session", "## A\n\n<!-- gex: session=other -->\n\ntext\n\n## B\n\n" + fence + "iex\niex> 1\n1\n" + fence + "\n", "1: nothing runs in session other\n"},
		{"file", "<!-- gex: file=a.exs -->\n" + fence + "elixir\n1\n" + fence + "\n\n<!-- gex: file=b.exs -->\n" + fence + "elixir\n1\n" + fence + "\n\n" +
			fence + "iex\niex> import_file \"b.exs\"\n1\n" + fence + "\n", "2: no input loads a.exs\n"},
		{"form", "text \n\n" + fence + "iex\niex(1)> 1\n1\niex(3)> 2\n2\n" + fence + "\n",
			"1: blanks at the end of the line; -fix mends that\n6: the prompt has the number 3, and the shell is at 2; -fix mends that\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := lintFile(t, test.text); got != test.want {
				t.Errorf("says\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestLintFix(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.md")
	text := "text \n\n\n" + fence + "iex\n1. iex(1)> 1 + 1\n2. 2\n3. iex(5)> 3\n4. 3\n" + fence + "\n\n"
	want := "text\n\n" + fence + "iex\niex(1)> 1 + 1\n2\niex(2)> 3\n3\n" + fence + "\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, code := lint(t, true, name); code != tutorials.ExitOK || out != "fixed "+name+"\n" {
		t.Errorf("exit code %d: %s", code, out)
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("fixed to\n%s\nwant\n%s", got, want)
	}
	if out, code := lint(t, true, name); code != tutorials.ExitOK || out != "" {
		t.Errorf("the second time: exit code %d: %s", code, out)
	}
}

func TestLintUsage(t *testing.T) {
	for _, paths := range [][]string{nil, {"nothing.md"}} {
		if out, code := lint(t, false, paths...); code != tutorials.ExitUsage || out == "" {
			t.Errorf("%q: exit code %d: %s", paths, code, out)
		}
	}
}
