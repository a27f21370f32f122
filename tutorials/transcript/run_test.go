package transcript

import (
	"context"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// fake is a shell that knows its answers.
type fake struct {
	env     Environment
	answers map[string][]Output
	number  int
	log     *[]string
}

func (f *fake) Status(text string) Status {
	if strings.HasSuffix(text, "(") {
		return Incomplete
	}
	return Complete
}

func (f *fake) Eval(_ context.Context, text string) Outcome {
	if f.log != nil {
		*f.log = append(*f.log, f.env.Name+" "+text)
	}
	ok := true
	for _, o := range f.answers[text] {
		ok = ok && o.Kind != Failure
		f.env.Output(o)
	}
	if name, found := strings.CutPrefix(text, "read "); found {
		data, err := f.env.ReadFile(name)
		ok = err == nil
		f.env.Output(Output{Value, "", string(data) + "\n"})
	}
	if ok {
		f.number++
	}
	return Outcome{OK: ok}
}

func (f *fake) Number() int { return f.number + 1 }

func (f *fake) Close() {
	if f.log != nil {
		*f.log = append(*f.log, f.env.Name+" closed")
	}
}

func opener(answers map[string][]Output, log *[]string) Opener {
	return func(env Environment) (Shell, error) {
		return &fake{env: env, answers: answers, log: log}, nil
	}
}

func run(t *testing.T, text string, o Options) *Report {
	t.Helper()
	doc, err := Parse("t.md", text)
	if err != nil {
		t.Fatal(err)
	}
	report, err := doc.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func iexBlock(lines string) string { return "```iex\n" + lines + "```\n" }

func TestRunVerdicts(t *testing.T) {
	answers := map[string][]Output{
		"a": out("{:ok, #PID<0.9.0>}"), "b": out("x|hello\n:ok"), "c": out("** (E) bad"), "d": out("{:ok, #PID<0.8.0>}"),
	}
	tests := []struct {
		name, text string
		strict     bool
		want       []Verdict
	}{
		{"agrees", iexBlock("iex> a\n{:ok, #PID<0.1.0>}\niex> b\nhello\n:ok\n"), false, []Verdict{Passed, Passed}},
		{"differs", iexBlock("iex> a\n:error\niex> b\nhello\n:ok\n"), false, []Verdict{Failed, Passed}},
		{"silent", iexBlock("iex> a\niex> b\n"), false, []Verdict{Passed, Passed}},
		{"silent strict", iexBlock("iex> a\n"), true, []Verdict{Failed}},
		{"silent error", iexBlock("iex> c\n"), false, []Verdict{Failed}},
		{"error", iexBlock("iex> c\n** (E) ...\n"), false, []Verdict{Passed}},
		{"incomplete", iexBlock("iex> a(\n"), false, []Verdict{Failed}},
		{"number", iexBlock("iex(7)> a\n_\n"), true, []Verdict{Failed}},
		{"number not strict", iexBlock("iex(7)> a\n_\n"), false, []Verdict{Passed}},
		{"erratum", "<!-- gex: erratum=\"why\" -->\n" + iexBlock("iex> b\nhallo\n:ok\niex> b\nhello\n:ok\n"), false, []Verdict{Known, Passed}},
		{"stale", "<!-- gex: erratum=\"why\" -->\n" + iexBlock("iex> b\nhello\n:ok\n"), false, []Verdict{Stale}},
		{"racy", "<!-- gex: racy -->\n" + iexBlock("iex> b\nhallo\n:ok\n"), false, []Verdict{Racy}},
		{"skip", "<!-- gex: skip -->\n" + iexBlock("iex> c\n"), false, []Verdict{Skipped}},
		{"ids in one block", iexBlock("iex> a\n{:ok, #PID<0.1.0>}\niex> d\n{:ok, #PID<0.1.0>}\n"), false, []Verdict{Passed, Failed}},
		{"ids in two blocks", iexBlock("iex> a\n{:ok, #PID<0.1.0>}\n") + iexBlock("iex> d\n{:ok, #PID<0.1.0>}\n"), false, []Verdict{Passed, Passed}},
		{"ids in a session", "<!-- gex: ids=session -->\n.\n" + iexBlock("iex> a\n{:ok, #PID<0.1.0>}\n") + iexBlock("iex> d\n{:ok, #PID<0.1.0>}\n"),
			false, []Verdict{Passed, Failed}},
		{"go", "```go\nb\n```\n", false, []Verdict{Passed}},
		{"go error", "```go\nc\n```\n", false, []Verdict{Failed}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			report := run(t, test.text, Options{Open: opener(answers, nil), Strict: test.strict})
			var got []Verdict
			for _, r := range report.Results {
				got = append(got, r.Verdict)
			}
			if !equal(got, test.want) {
				t.Errorf("verdicts %v, want %v", got, test.want)
			}
		})
	}
}

func TestRunSessions(t *testing.T) {
	var log []string
	text := iexBlock("iex(1)> a\n") + "<!-- gex: session=two -->\n" + iexBlock("iex> b\n") + iexBlock("iex> c\n") +
		iexBlock("iex(1)> d\niex(2)> d2\n") + "<!-- gex: reset -->\n" + iexBlock("iex> e\n")
	run(t, text, Options{Open: opener(nil, &log)})
	want := "main a, two b, main c, main closed, main d, main d2, main closed, main e"
	if got := strings.Join(log[:8], ", "); got != want {
		t.Errorf("log %q, want %q", got, want)
	}
}

func TestRunFiles(t *testing.T) {
	text := "<!-- gex: file=a.txt -->\n```\nhello\n```\n" + iexBlock("iex> read a.txt\nhello\niex> read b.txt\nother\n")
	o := Options{Open: opener(nil, nil), ReadFile: func(name string) ([]byte, error) { return []byte("other"), nil }}
	if report := run(t, text, o); !report.OK() {
		t.Error(report.Results[0].Describe(), report.Results[1].Describe())
	}
}

func TestRunOnly(t *testing.T) {
	o := Options{Open: opener(nil, nil), Only: func(s *Step) bool { return s.Text() == "b" }}
	report := run(t, iexBlock("iex> a\n:x\niex> b\n:x\n"), o)
	if report.Results[0].Verdict != Skipped || report.Results[1].Verdict != Failed {
		t.Errorf("verdicts %v %v", report.Results[0].Verdict, report.Results[1].Verdict)
	}
}

func TestRunOpenError(t *testing.T) {
	doc, _ := Parse("t.md", iexBlock("iex> a\n"))
	_, err := doc.Run(context.Background(), Options{Open: func(Environment) (Shell, error) { return nil, errors.New("no shell") }})
	if err == nil || err.Error() != "t.md:1: open session main: no shell" {
		t.Errorf("error %v", err)
	}
}

func TestDescribe(t *testing.T) {
	answers := map[string][]Output{"a": out("#PID<0.9.0>"), "b": out("{:ok, #PID<0.9.0>, 42}")}
	report := run(t, "## Start\n"+iexBlock("iex> a\n#PID<0.1.0>\niex> b\n{:ok, #PID<0.1.0>, 41}\n"), Options{Open: opener(answers, nil)})
	want := `t.md:5: FAIL (Start/5)
    input | b
    want  | {:ok, #PID<0.9.0>, 41}
          |                    ^^
    got   | {:ok, #PID<0.9.0>, 42}
          |                    ^^
`
	if got := report.Results[1].Describe(); got != want {
		t.Errorf("Describe() =\n%s\nwant\n%s", got, want)
	}
}

func TestUpdate(t *testing.T) {
	answers := map[string][]Output{
		"a": out("x|printed\n{:ok, #PID<0.9.0>}"), "b": out("#PID<0.9.0>"), "m": out("{:module, KV, <<70, 1>>, {:init, 1}}"),
		"p": out("{#PID<0.8.0>, 1, #PID<0.9.0>}"), "l": out("x|one\nx|two\nx|three\n:ok"), "e": out("** (E) bad"),
		"d": {{Failure, "", "** (E) bad:\n\n  * one\n\n    at\n\n"}},
		"s": {{Value, "", "%{a: 1,\n  b: 2}\n"}},
	}
	tests := []struct{ name, old, want string }{
		{"keeps ids and dialect",
			"iex(1)> a\n{:error, #PID<0.83.0>}\niex(2)> b\n#PID<0.83.0>\n",
			"iex(1)> a\nprinted\n{:ok, #PID<0.83.0>}\niex(2)> b\n#PID<0.83.0>\n"},
		{"later ids decide",
			"iex> p\n{#PID<0.83.0>, 2, #PID<0.84.0>}\niex> b\n#PID<0.85.0>\n",
			"iex> p\n{#PID<0.83.0>, 1, #PID<0.85.0>}\niex> b\n#PID<0.85.0>\n"},
		{"keeps wildcards",
			"iex> m\n{ :module, KV, <<70, 79, ...>>, {:init, 2} }\n",
			"iex> m\n{:module, KV, <<70, 79, ...>>, {:init, 1}}\n"},
		{"keeps any term", "iex> p\n{_, 2, #PID<0.5.0>}\n", "iex> p\n{_, 1, #PID<0.5.0>}\n"},
		{"keeps any lines", "iex> l\n...\ntree\n:ok\n", "iex> l\n...\nthree\n:ok\n"},
		{"keeps lines", "iex> l\none\ntwo\nfour\n:ok\n", "iex> l\none\ntwo\nthree\n:ok\n"},
		{"keeps blank lines", "iex> d\n?\n", "iex> d\n** (E) bad:\n\n  * one\n\n    at\n"},
		{"unexpected error", "iex> e\niex> b\n", "iex> e\n** (E) bad\niex> b\n"},
		{"nothing came", "iex> nothing\n:ok\n", "iex> nothing\n"},
		{"numbering", "1. iex(1)> s\n2. %{a: 1}\n\n3. iex(2)> b\n4. #PID<0.1.0>\n",
			"1. iex(1)> s\n2. %{a: 1,\n3.   b: 2}\n\n4. iex(2)> b\n5. #PID<0.1.0>\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			report := run(t, iexBlock(test.old), Options{Open: opener(answers, nil)})
			report.Update()
			if got := report.Document.String(); got != iexBlock(test.want) {
				t.Errorf("update of\n%s\ngives\n%s\nwant\n%s", iexBlock(test.old), got, iexBlock(test.want))
			}
		})
	}
}

func TestUpdateKeepsErrata(t *testing.T) {
	text := "<!-- gex: erratum=\"x\" -->\n" + iexBlock("iex> a\n:no\n") + "<!-- gex: racy -->\n" + iexBlock("iex> a\n:no\n")
	report := run(t, text, Options{Open: opener(map[string][]Output{"a": out(":ok")}, nil)})
	if n := report.Update(); n != 0 || report.Document.String() != text {
		t.Errorf("%d updates:\n%s", n, report.Document)
	}
}

// termGen makes printed values with ids, strings and brackets.
func termGen(depth int) *rapid.Generator[string] {
	leaf := rapid.SampledFrom([]string{":ok", "1", "-2", `"a b"`, "#PID<0.81.0>", "#PID<0.82.0>", "#PID<0.83.0>",
		"#Reference<0.1.2.3>", "KV.Registry", "<<70, 79, ...>>", "_", "'hi'", "%{}", "[1, ...]"})
	if depth == 0 {
		return leaf
	}
	list := rapid.SliceOfN(termGen(depth-1), 0, 3)
	return rapid.OneOf(leaf, rapid.Map(list, func(l []string) string { return "[" + strings.Join(l, ", ") + "]" }),
		rapid.Map(list, func(l []string) string { return "{" + strings.Join(l, ",\n ") + "}" }),
		rapid.Map(termGen(depth-1), func(v string) string { return "%{a: " + v + ", b: 1}" }))
}

func outputGen() *rapid.Generator[[]Output] {
	printed := rapid.Custom(func(t *rapid.T) Output {
		text := rapid.OneOf(termGen(1), rapid.StringMatching(`[ -~]{0,12}`),
			rapid.SampledFrom([]string{"iex> no", "```", "...", "it's", "3. x", "two\nlines", "a)", ""})).Draw(t, "text")
		end := rapid.SampledFrom([]string{"\n", "\n", "\n", ""}).Draw(t, "end")
		return Output{User, rapid.SampledFrom([]string{"p", "q"}).Draw(t, "from"), text + end}
	})
	return rapid.Custom(func(t *rapid.T) []Output {
		outputs := rapid.SliceOfN(printed, 0, 3).Draw(t, "printed")
		return append(outputs, Output{Value, "", termGen(2).Draw(t, "value") + "\n"})
	})
}

// docGen makes a session whose outputs are right, wrong or missing.
func docGen(answers map[string][]Output) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		dialect := rapid.SampledFrom([]string{"iex> ", "iex(4)> ", "12. iex(2)> ", "  iex> "}).Draw(t, "dialect")
		b.WriteString("text\n\n```iex\n")
		for i := range rapid.IntRange(1, 5).Draw(t, "steps") {
			input := string(rune('a' + i))
			answers[input] = outputGen().Draw(t, "outputs")
			b.WriteString(dialect + input + "\n")
			switch rapid.IntRange(0, 2).Draw(t, "expected") {
			case 0:
				b.WriteString(termGen(2).Draw(t, "wrong") + "\n")
			case 1:
				b.WriteString(printed(answers[input]))
			}
		}
		b.WriteString("```\nmore\n")
		return b.String()
	})
}

func TestUpdateLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answers := map[string][]Output{}
		text := docGen(answers).Draw(t, "text")
		first, err := Parse("t.md", text)
		if err != nil {
			t.Fatal(err)
		}
		o := Options{Open: opener(answers, nil)}
		report, err := first.Run(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		if ok, n := report.OK(), report.Update(); ok != (n == 0) || ok && first.String() != text {
			t.Fatalf("ok %v, %d updates of\n%s\ngive\n%s", ok, n, text, first)
		}
		second, err := Parse("t.md", first.String())
		if err != nil {
			t.Fatal(err)
		}
		again, err := second.Run(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range again.Results {
			if r.Verdict.Bad() {
				t.Fatalf("after the update of\n%s\nto\n%s\n%s", text, first, r.Describe())
			}
		}
	})
}
