package export

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"gex/tutorials/transcript"
)

func TestHTMLOf(t *testing.T) {
	for markdown, want := range map[string]string{
		"a *b* **c** `d < e`\nf":                  "<p>a <em>b</em> <strong>c</strong> <code>d &lt; e</code>\nf</p>\n",
		"## One `two`\nmore":                      "<h2 id=\"one-two\">One <code>two</code></h2>\n<p>more</p>\n",
		"- a\n  b\n- c":                           "<ul>\n<li>a\nb</li>\n<li>c</li>\n</ul>\n",
		"1. a\n2. b":                              "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n",
		"> a\n> b":                                "<blockquote>\n<p>a\nb</p>\n</blockquote>\n",
		"| a | b |\n| --- | --- |\n| 1 | `2` |":   "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td><code>2</code></td></tr>\n</table>\n",
		"[a](b.md) [c](https://d.e/f?g=h&i)":      "<p><a href=\"b.md\">a</a> <a href=\"https://d.e/f?g=h&amp;i\">c</a></p>\n",
		"[a](javascript:alert(1))":                "<p>a)</p>\n",
		"<script>alert(1)</script>":               "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
		"<!-- gex: step=a\n hint=\"b\" -->\ntext": "<p>text</p>\n",
	} {
		if got := htmlOf(markdown); got != want {
			t.Errorf("htmlOf(%q) = %q, want %q", markdown, got, want)
		}
	}
}

func TestHighlight(t *testing.T) {
	for _, test := range []struct{ language, code, want string }{
		{"elixir", `def f(:a), do: "b" # c`, `<i class="k">def</i> f(<i class="a">:a</i>), <i class="a">do: </i><i class="s">&#34;b&#34;</i> <i class="c"># c</i>`},
		{"iex", "#PID<0.1.0> KV.Registry", `<i class="n">#PID&lt;0.1.0&gt;</i> <i class="m">KV.Registry</i>`},
		{"go", "func f() { return 1 } // x", `<i class="k">func</i> f() { <i class="k">return</i> <i class="n">1</i> } <i class="c">// x</i>`},
		{"text", "a < b", "a &lt; b"},
	} {
		if got := highlight(test.language, test.code); got != test.want {
			t.Errorf("highlight(%s, %q) = %s, want %s", test.language, test.code, got, test.want)
		}
	}
}

// lesson makes one whose steps printed what is written; Go is turned into a
// comment.
func lesson(t *testing.T, text string) Lesson {
	t.Helper()
	doc, err := transcript.Parse("a.md", strings.ReplaceAll(text, "'''", "```"))
	if err != nil {
		t.Fatal(err)
	}
	l := Lesson{Doc: doc, Name: "a", Shown: map[*transcript.Step]Shown{}, Elixir: func(source string) (string, error) {
		if strings.Contains(source, "impossible") {
			return "", errors.New("impossible")
		}
		return "# Elixir of: " + strings.Join(strings.Fields(source), " ") + "\n", nil
	}}
	for i, s := range doc.Steps() {
		l.Shown[s] = Shown{Number: i + 1, Output: s.Output()}
	}
	return l
}

// scriptBody is what stands behind the head of a script.
func scriptBody(t *testing.T, text string) string {
	t.Helper()
	script, err := lesson(t, text).Script()
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(script, "\nShell.start()\n")
	return strings.TrimSpace(body)
}

func TestScript(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"an original", "'''elixir\ndefmodule KV.A do\nend\n'''\n'''go\ntype KV_A struct{}\n'''\n", "defmodule KV.A do\nend"},
		{"none", "'''go\ntype A struct{}\n'''\n", "# Elixir of: type A struct{}"},
		{"of another module", "'''elixir\ndefmodule B do\nend\n'''\n'''go\ntype A struct{}\n'''\n", "# Elixir of: type A struct{}"},
		{"a method more", "'''elixir\ndefmodule A do\nend\n'''\n'''go\ntype A struct{}\n'''\n'''elixir\ndef f, do: 1\n'''\n'''go\nfunc (A) F() int { return 1 }\n'''\n",
			"defmodule A do\nend\n\n# Elixir of: type A struct{} func (A) F() int { return 1 }"},
		{"a file", "<!-- gex: file=a.go -->\n'''go\npackage a\n\nimport \"time\"\n\ntype A struct{}\n'''\n'''iex\niex> import_file \"a.go\"\n'''\n", "# Elixir of: type A struct{}"},
		{"a command", "'''iex\niex> /seq\n'''\n", "# /seq is a command of gex."},
		{"prose", "# T\n\n## S\n\nText.\n", "# --- S\n\n# Text."},
		{"inputs", "'''iex\niex> \"\"\" <> a\n...> b\n:ok\n'''\n", "Shell.step(~S'''\n\"\"\" <> a\nb\n''')"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := scriptBody(t, test.text); got != test.want {
				t.Errorf("script\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestScriptOfAnotherSession(t *testing.T) {
	l := lesson(t, "'''iex\niex> 1\n1\n'''\n'''iex\niex(1)> 2\n2\n'''\n")
	l.Shown[l.Doc.Steps()[1]] = Shown{Number: 1}
	script, err := l.Script()
	if err != nil || strings.Count(script, "\nShell.start()\n") != 2 {
		t.Errorf("%v:\n%s", err, script)
	}
}

func TestWhatCannotBeSaid(t *testing.T) {
	l := lesson(t, "'''go\ntype A struct{} // impossible\n'''\n")
	if _, err := l.Script(); err == nil {
		t.Error("a script without its module")
	}
	if _, err := l.Livebook(); err == nil {
		t.Error("a notebook without its module")
	}
}

func ExampleLesson_Markdown() {
	doc, _ := transcript.Parse("a.md", "# T\n\n<!-- gex: goal=\"two\" after=\"Done.\" -->\n```iex\niex> 1 + 1\n2\n```\n")
	l := Lesson{Doc: doc, Shown: map[*transcript.Step]Shown{doc.Steps()[0]: {Number: 7, Output: "2\n"}}}
	fmt.Print(l.Markdown())
	// Output:
	// # T
	//
	// **Goal:** two
	//
	// ```iex
	// iex(7)> 1 + 1
	// 2
	// ```
	//
	// *Done.*
}
