package transcript

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// lineGen makes lines that the parser looks at twice.
func lineGen() *rapid.Generator[string] {
	pieces := []string{
		"", "# Title", "## Section", "text", "```", "```iex", "```elixir", "```go", "{% highlight iex %}", "{% endhighlight %}", "~~~", "   ```", "````",
		"iex> a = 1", "iex(3)> f(a)", "...> b", "...(4)> c", "... (4)> d", "1. iex(1)> x", "2. ... (1)> y", "3. :ok",
		"4. iex(2)> z", "iex>", "iex(foo@bar)1> node", ":ok", "  wrapped", "<!-- gex: step=a hint=\"b c\" -->",
		"<!-- gex: reset -->", "<!-- gex: file=kv.exs", "-->", "<!-- other -->", "<!-- gex: quiz -->", "- [ ] no", "- [x] yes", "  more", "\ttabs ", "...", "_", "é ☃", "\xff",
	}
	return rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringMatching(`[ -~]{0,20}`))
}

func fileGen() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 30).Draw(t, "lines") {
			b.WriteString(lineGen().Draw(t, "line") + rapid.SampledFrom([]string{"\n", "\n", "\n", "\r\n"}).Draw(t, "end"))
		}
		return strings.TrimSuffix(b.String(), rapid.SampledFrom([]string{"", "\n"}).Draw(t, "cut"))
	})
}

func TestParseRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := fileGen().Draw(t, "text")
		doc, err := Parse("x.md", text)
		if err == nil && doc.String() != text {
			t.Fatalf("Parse(%q) writes %q", text, doc.String())
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add("# T\n<!-- gex: step=a -->\n```iex\niex> 1\n1\n```\n")
	f.Add("```\n\n1. iex(1)> a\n2. {:ok,\n   b}\n```")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := Parse("x.md", text)
		if err == nil && doc.String() != text {
			t.Errorf("Parse(%q) writes %q", text, doc.String())
		}
	})
}

func TestTranscriptsRoundTrip(t *testing.T) {
	for _, glob := range []string{"../lessons/*.md", "../../testdata/transcripts/*.md", "../../testdata/transcripts/*/*.md"} {
		names, _ := filepath.Glob(glob)
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := Parse(name, string(text))
			if err != nil || doc.String() != string(text) {
				t.Errorf("%s is not written as it was read (%v)", name, err)
			}
		}
	}
}

const sample = `# A title

<!-- gex: session=one timeout=2s -->
Words.

## First

<!-- gex: step=start hint="no arguments" hint="match {:ok, \"m\"}"
     goal="a manager" -->
` + "```iex" + `
iex> {:ok, m} = GenEvent.start_link
{:ok, #PID<0.83.0>}
iex> spawn_link fn ->
...>   1
...> end

iex> flush
:a

:ok
` + "```" + `

` + "```go" + `
type F struct{}
` + "```" + `

## Second
<!-- gex: file=kv.exs -->
` + "```elixir" + `
1. defmodule KV do
2. end
` + "```" + `
` + "```elixir" + `
defmodule KV do
end
` + "```" + `
` + "```" + `

1. iex(4)> defmodule F do
2. ... (4)> end
3. {:module, F,
    <<70, ...>>,
4.  {:f, 2}}
5. iex(5)> x
6. :ok
` + "```" + `
`

func TestParse(t *testing.T) {
	doc, err := Parse("s.md", sample)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Title != "A title" || len(doc.Sections) != 3 || doc.Sections[2].Title != "Second" {
		t.Errorf("title %q, %d sections", doc.Title, len(doc.Sections))
	}
	var uses []Use
	for _, b := range doc.Blocks() {
		uses = append(uses, b.Use)
		if b.Directives.Session != "one" {
			t.Errorf("block at line %d is in session %q", b.Line, b.Directives.Session)
		}
	}
	if want := []Use{Session, Program, File, Listing, Session}; !equal(uses, want) {
		t.Errorf("uses %v, want %v", uses, want)
	}
	if got := doc.Files()["kv.exs"]; got != "defmodule KV do\nend\n" {
		t.Errorf("file %q", got)
	}
	d := doc.Blocks()[0].Directives
	if d.Step != "start" || d.Goal != "a manager" || !equal(d.Hints, []string{"no arguments", `match {:ok, "m"}`}) {
		t.Errorf("directives %+v", d)
	}
}

func TestParseSteps(t *testing.T) {
	doc, err := Parse("s.md", sample)
	if err != nil {
		t.Fatal(err)
	}
	want := []struct{ id, input, output string }{
		{"start", "{:ok, m} = GenEvent.start_link", "{:ok, #PID<0.83.0>}"},
		{"13", "spawn_link fn ->\n  1\nend", ""},
		{"17", "flush", ":a\n\n:ok"},
		{"24", "type F struct{}", ""},
		{"39", "defmodule F do\nend", "{:module, F,\n    <<70, ...>>,\n {:f, 2}}"},
		{"44", "x", ":ok"},
	}
	steps := doc.Steps()
	if len(steps) != len(want) {
		t.Fatalf("%d steps, want %d", len(steps), len(want))
	}
	for i, w := range want {
		s := steps[i]
		if s.ID != w.id || s.Text() != w.input || s.Output() != w.output {
			t.Errorf("step %d is %q %q %q, want %+v", i, s.ID, s.Text(), s.Output(), w)
		}
	}
}

// TestParseOpenInputs: what an input needs to be whole belongs to it, with or
// without a prompt.
func TestParseOpenInputs(t *testing.T) {
	tests := []struct{ name, block, want string }{
		{"bare lines", "iex> users = [\n  a: 1,\n  b: 2\n]\n[a: 1, b: 2]\niex> 1", "users = [\n  a: 1,\n  b: 2\n]|[a: 1, b: 2]\n1|"},
		{"each with iex>", "iex> defmodule M do\niex>   def f, do: 1\niex> end\n:x\niex> M.f\n1", "defmodule M do\n  def f, do: 1\nend|:x\nM.f|1"},
		{"after ...>", "iex> f(\n...> 1,\n2)\n3", "f(\n1,\n2)|3"},
		{"blank lines", "iex> f(\n\n2)\n\n3\n", "f(\n\n2)|3"},
		{"never whole", "iex> [1,\n2\niex> 3\n3", "[1,|2\n3|3"},
		{"given up", "iex> [1,\n...> #iex:break\n]\niex> 2", "[1,\n#iex:break|]\n2|"},
		{"whole already", "iex> [1]\n[1,\n2]", "[1]|[1,\n2]"},
		{"wrong", "iex> [1)\n]", "[1)|]"},
		{"remarks", "iex> f\ntrue\n# and now\n\n# with two\niex> g\n# printed\n:ok\n\n# the end", "f|true\ng|# printed\n:ok"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := "```iex\n" + test.block + "\n```\n"
			doc, err := Parse("s.md", text)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range doc.Steps() {
				got = append(got, s.Text()+"|"+s.Output())
			}
			if got := strings.Join(got, "\n"); got != test.want {
				t.Errorf("steps\n%s\nwant\n%s", got, test.want)
			}
			if doc.String() != text {
				t.Errorf("written as\n%s\nwant\n%s", doc.String(), text)
			}
		})
	}
}

// TestParseTags: the tags of Jekyll fence a block.
func TestParseTags(t *testing.T) {
	text := "# T\n\n{% highlight iex %}\niex> 1\n1\n{% endhighlight %}\n\n{% highlight elixir linenos %}\ndefmodule M do\nend\n{% endhighlight %}\ntext\n"
	doc, err := Parse("s.md", text)
	if err != nil {
		t.Fatal(err)
	}
	var uses []Use
	for _, b := range doc.Blocks() {
		uses = append(uses, b.Use)
	}
	if want := []Use{Session, Listing}; !equal(uses, want) {
		t.Errorf("uses %v, want %v", uses, want)
	}
	if doc.String() != text {
		t.Errorf("written as %q", doc.String())
	}
}

func equal[T comparable](a, b []T) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ text, err string }{
		{"\n<!-- gex: wrong -->\n", `x.md:2: directive: unknown key "wrong"`},
		{"<!-- gex: order=odd -->", `x.md:1: directive: order: unknown value "odd"`},
		{"<!-- gex: hint=\"a -->", `x.md:1: directive: cannot read "hint=\"a"`},
		{"<!-- gex: skip", "x.md:1: directive: comment does not end"},
		{"<!-- gex: step=a -->\nprose\n", "x.md:2: directive: speaks of one block and does not stand right before it"},
	}
	for _, test := range tests {
		if _, err := Parse("x.md", test.text); err == nil || err.Error() != test.err {
			t.Errorf("Parse(%q) = %v, want %s", test.text, err, test.err)
		}
	}
}

func TestStripPrompt(t *testing.T) {
	for line, want := range map[string]string{
		"iex> x": "x", "iex(12)> x": "x", "...> x": "x", "...(3)> x": "x", "12. ... (3)>   x": "  x", "3. iex(3)> x": "x",
		"x": "x", "iex(a@b)1> x": "x", "iex>x": "iex>x", "iex": "iex", "1. x": "1. x", "iex>": "",
	} {
		if got := StripPrompt(line); got != want {
			t.Errorf("StripPrompt(%q) = %q, want %q", line, got, want)
		}
	}
}
