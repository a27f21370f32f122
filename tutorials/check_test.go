package tutorials

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gex/tutorials/transcript"
)

func check(t *testing.T, change func(*TestOptions)) (int, *studio) {
	t.Helper()
	s := newStudio()
	o := TestOptions{Terminal: s.terminal(""), Open: s.open, Lessons: tiny(), Paths: []string{"tiny"}}
	if change != nil {
		change(&o)
	}
	return Test(context.Background(), o), s
}

func TestTest(t *testing.T) {
	code, s := check(t, nil)
	if want := "ok    tiny  (5 ok)\n"; code != ExitOK || s.out.String() != want {
		t.Errorf("exit code %d, output %q, want %q", code, &s.out, want)
	}
}

func TestTestUpdate(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	text := "## S\n```iex\niex> 1 + 2\n4\niex> 2 + 1\n5\n```\n"
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "prose.md"), []byte("# Only prose\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "b.markdown"), []byte("{% highlight iex %}\niex> 1 + 2\n3\n{% endhighlight %}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, s := check(t, func(o *TestOptions) { o.Paths = []string{dir} })
	for _, want := range []string{"b.markdown  (1 ok)", name + ":3: FAIL (S/3)", "want  | 4\n", "got   | 3\n", "-run '^S/3$' " + name, "-update " + name,
		`1 more in section "S"`, "FAIL  " + name + "  (2 FAIL)\n"} {
		if !strings.Contains(s.out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, &s.out)
		}
	}
	if code != ExitFailed {
		t.Errorf("exit code %d", code)
	}
	if code, s := check(t, func(o *TestOptions) { o.Paths = []string{dir}; o.Update = true }); code != ExitOK {
		t.Errorf("update: exit code %d: %s", code, &s.out)
	}
	if got, _ := os.ReadFile(name); string(got) != strings.NewReplacer("4", "3", "5", "3").Replace(text) {
		t.Errorf("updated to\n%s", got)
	}
	if code, s := check(t, func(o *TestOptions) { o.Paths = []string{dir}; o.Verbose = true }); code != ExitOK ||
		!strings.Contains(s.out.String(), name+":3: ok (S/3)\n") {
		t.Errorf("after update: exit code %d: %s", code, &s.out)
	}
}

func TestTestRun(t *testing.T) {
	if code, s := check(t, func(o *TestOptions) { o.Run = "^First/" }); code != ExitOK || !strings.Contains(s.out.String(), "2 ok, 3 skipped") {
		t.Errorf("exit code %d: %s", code, &s.out)
	}
}

func TestTestUsage(t *testing.T) {
	for name, change := range map[string]func(*TestOptions){
		"no paths":    func(o *TestOptions) { o.Paths = nil },
		"bad pattern": func(o *TestOptions) { o.Run = "(" },
		"no file":     func(o *TestOptions) { o.Paths = []string{"nothing.md"} },
		"nothing":     func(o *TestOptions) { o.Paths = []string{t.TempDir()} },
	} {
		if code, s := check(t, change); code != ExitUsage || s.err.Len() == 0 {
			t.Errorf("%s: exit code %d, %q", name, code, &s.err)
		}
	}
}

// checkFile writes a transcript into a directory of its own and checks it.
func checkFile(t *testing.T, text string, change func(*TestOptions)) (code int, s *studio, name string) {
	t.Helper()
	name = filepath.Join(t.TempDir(), "a.md")
	write(t, name, text)
	code, s = check(t, func(o *TestOptions) {
		o.Paths = []string{name}
		if change != nil {
			change(o)
		}
	})
	return code, s, name
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// threeWrong has three outputs that are to be 3, 3 and 1.
const threeWrong = "```iex\niex> 1 + 2\n4\niex> 2 + 1\n5\niex> a = 1\n2\n```\n"

// TestTestAccept answers the questions of -i in every way.
func TestTestAccept(t *testing.T) {
	for _, test := range []struct {
		typed string
		want  []string // the outputs afterwards
		code  int
		asked int
	}{
		{"y\ny\ny\n", []string{"3", "3", "1"}, ExitOK, 3},
		{"y\nn\ny\n", []string{"3", "5", "1"}, ExitFailed, 3},
		{"n\na\n", []string{"4", "3", "1"}, ExitFailed, 2},
		{"y\nq\n", []string{"3", "5", "2"}, ExitFailed, 2},
		{"?\ny\n", []string{"3", "5", "2"}, ExitFailed, 3}, // and then the input ends
	} {
		code, s, name := checkFile(t, threeWrong, func(o *TestOptions) {
			o.Accept = true
			o.In = Lines(strings.NewReader(test.typed), o.Out)
		})
		want := strings.NewReplacer("4", test.want[0], "5", test.want[1], "\n2\n", "\n"+test.want[2]+"\n").Replace(threeWrong)
		if got := read(t, name); got != want || code != test.code {
			t.Errorf("typing %q: exit code %d, want %d, the file is\n%s\nwant\n%s", test.typed, code, test.code, got, want)
		}
		if n := strings.Count(s.out.String(), "write this output?"); n < test.asked {
			t.Errorf("typing %q: asked %d times, want %d:\n%s", test.typed, n, test.asked, &s.out)
		}
		if out := s.out.String(); !strings.Contains(out, "  - 4\n  + 3\n") {
			t.Errorf("no difference is shown in\n%s", out)
		}
	}
}

// TestTestHunk: lines that stay are shown without a mark.
func TestTestHunk(t *testing.T) {
	c, _ := newChecker(TestOptions{Paths: []string{"x"}})
	got := c.hunk("one\ntwo\nthree\nfour", "zero\none\n2\nfour\nfive")
	if want := "  + zero\n    one\n  - two\n  - three\n  + 2\n    four\n  + five\n"; got != want {
		t.Errorf("hunk =\n%s\nwant\n%s", got, want)
	}
}

// events decodes what -json prints.
func events(t *testing.T, s *studio) []TestEvent {
	t.Helper()
	var all []TestEvent
	decoder := json.NewDecoder(&s.out)
	decoder.DisallowUnknownFields()
	for decoder.More() {
		var e TestEvent
		if err := decoder.Decode(&e); err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

func TestTestJSON(t *testing.T) {
	text := "## S\n" + threeWrong + "<!-- gex: erratum=\"a slip\" -->\n```iex\niex> 3\n4\n```\n<!-- gex: skip -->\n```iex\niex> 3\n```\n" +
		"```iex\niex> 3\n3\n```\n"
	code, s, name := checkFile(t, text, func(o *TestOptions) { o.JSON = true })
	var got []string
	for _, e := range events(t, s) {
		if e.File != name || e.Time.IsZero() {
			t.Errorf("event %+v has no file or no time", e)
		}
		got = append(got, strings.TrimSpace(fmt.Sprint(e.Action, " ", e.Step, " ", e.Line)))
	}
	want := []string{
		"start  0", "output S/3 3", "fail S/3 3", "output S/5 5", "fail S/5 5", "output S/7 7", "fail S/7 7",
		"erratum S/12 12", "skip S/17 17", "pass S/20 20", "fail  0",
	}
	if !slices.Equal(got, want) || code != ExitFailed {
		t.Errorf("exit code %d, events\n%s\nwant\n%s", code, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTestJSONOfBrokenFile(t *testing.T) {
	code, s, _ := checkFile(t, "<!-- gex: nonsense -->\n", func(o *TestOptions) { o.JSON = true })
	all := events(t, s)
	if len(all) != 2 || all[1].Action != "error" || !strings.Contains(all[1].Output, `unknown key "nonsense"`) || code != ExitFailed {
		t.Errorf("exit code %d, events %+v", code, all)
	}
}

func TestTestJUnit(t *testing.T) {
	report := filepath.Join(t.TempDir(), "report.xml")
	code, s, name := checkFile(t, threeWrong+"```iex\niex> 3\n```\n", func(o *TestOptions) { o.JUnit = report })
	var got junitSuites
	if err := xml.Unmarshal([]byte(read(t, report)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Suites) != 1 || got.Suites[0].Name != name || got.Suites[0].Tests != 4 || got.Suites[0].Failures != 3 {
		t.Errorf("report %+v", got)
	}
	if c := got.Suites[0].Cases[0]; c.Failure == nil || !strings.Contains(c.Failure.Text, "want  | 4") || c.Class != name {
		t.Errorf("first case %+v", c)
	}
	if code != ExitFailed || !strings.Contains(s.out.String(), "FAIL") {
		t.Errorf("exit code %d, printed %s", code, &s.out)
	}
	if code, s, _ := checkFile(t, "```iex\niex> 3\n```\n", func(o *TestOptions) { o.JUnit = t.TempDir() }); code != ExitInternal || s.err.Len() == 0 {
		t.Errorf("a report that cannot be written: exit code %d, %s", code, &s.err)
	}
}

// TestTestWatch changes a file, adds one and writes errata while gex watches.
func TestTestWatch(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	write(t, a, "```iex\niex> 3\n4\n```\n")
	ctx, cancel := context.WithCancel(t.Context())
	look, codes := make(chan time.Time), make(chan int)
	s := newStudio()
	go func() {
		codes <- Test(ctx, TestOptions{Terminal: s.terminal(""), Open: s.open, Lessons: tiny(), Paths: []string{dir}, Watch: look})
	}()
	looks := func() { look <- time.Time{}; look <- time.Time{} } // the second one is taken when the first is done with
	looks()
	write(t, a, "```iex\niex> 3\n3\n```\n\n")
	looks()
	write(t, b, "```iex\niex> 3\n 5\n```\n")
	looks()
	write(t, filepath.Join(dir, "b.errata.md"), "<!-- gex: at=2 erratum=slip -->\n")
	looks()
	cancel()
	if code := <-codes; code != ExitOK {
		t.Errorf("exit code %d", code)
	}
	var got []string
	for line := range strings.Lines(s.out.String()) {
		if name := strings.ReplaceAll(strings.TrimSpace(line), dir+string(filepath.Separator), ""); !strings.HasPrefix(line, " ") && name != "" {
			got = append(got, name)
		}
	}
	want := []string{
		"a.md:2: FAIL (2)", "FAIL  a.md  (1 FAIL)", "changed: a.md", "ok    a.md  (1 ok)", "changed: b.md",
		"b.md:2: FAIL (2)", "FAIL  b.md  (1 FAIL)", "changed: b.md", "ok    b.md  (1 erratum)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("printed\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// oracleOf is an oracle that knows other answers.
func oracleOf(answers map[string]string) func(*transcript.Document) transcript.Opener {
	return func(*transcript.Document) transcript.Opener { return (&studio{answers: answers}).open }
}

// TestTestOracle has book, oracle and gex differ in all ways.
func TestTestOracle(t *testing.T) {
	erratum := "<!-- gex: erratum=slip -->\n"
	block := func(output string) string { return "```iex\niex> 3\n" + output + "\n```\n" }
	for _, test := range []struct {
		name, text, otp string
		code            int
		want            string
	}{
		{"all agree", block("3"), "3", ExitOK, "(1 ok)"},
		{"the book is wrong", block("4"), "3", ExitFailed, "the book differs from OTP and has no erratum"},
		{"and says so", erratum + block("4"), "3", ExitOK, "(1 erratum)"},
		{"gex is wrong", block("4"), "4", ExitFailed, "gex differs from OTP"},
		{"gex is wrong and the erratum with it", erratum + block("4"), "4", ExitFailed, "gex differs from OTP"},
		{"the erratum is stale", erratum + block("3"), "3", ExitFailed, "the erratum is stale"},
		{"the book leaves it open", block("_"), "4", ExitOK, "(1 ok)"},
	} {
		code, s, _ := checkFile(t, test.text, func(o *TestOptions) { o.Oracle = oracleOf(map[string]string{"3": test.otp}) })
		if code != test.code || !strings.Contains(s.out.String(), test.want) {
			t.Errorf("%s: exit code %d, want %d, printed\n%s\nwant %q in it", test.name, code, test.code, &s.out, test.want)
		}
	}
	_, s, _ := checkFile(t, block("4"), func(o *TestOptions) {
		o.Width, o.Oracle = 40, oracleOf(map[string]string{"3": "a long\nanswer of OTP"})
	})
	columns := "" +
		"    book       | OTP        | gex\n" +
		"    ----       | ---        | ---\n" +
		"    4          | a long     | 3\n" +
		"               | answer of  |\n" +
		"               | OTP        |\n"
	if !strings.Contains(s.out.String(), columns) {
		t.Errorf("printed\n%s\nwant\n%s", &s.out, columns)
	}
}

func TestTestCount(t *testing.T) {
	code, s, _ := checkFile(t, "```iex\niex> 3\n3\n```\n", func(o *TestOptions) { o.Count = 20 })
	if code != ExitOK || !strings.Contains(s.out.String(), "(1 ok; 20 runs)") || len(s.ran) != 20 {
		t.Errorf("exit code %d, %d runs, printed %s", code, len(s.ran), &s.out)
	}
	code, s, _ = checkFile(t, "```iex\niex> 3\n4\n```\n", func(o *TestOptions) { o.Count = 20 })
	if code != ExitFailed || !strings.Contains(s.out.String(), "20 of 20 runs failed") {
		t.Errorf("exit code %d, printed %s", code, &s.out)
	}
}

// hanging is a shell whose inputs never end by themselves.
type hanging struct{ *fakeShell }

func (hanging) Eval(ctx context.Context, _ string) transcript.Outcome {
	<-ctx.Done()
	return transcript.Outcome{}
}

// TestTestTimeout: an input that does not end is another exit code than one
// that is wrong.
func TestTestTimeout(t *testing.T) {
	code, s, _ := checkFile(t, "```iex\niex> 3\n3\n```\n", func(o *TestOptions) {
		o.Timeout = time.Nanosecond
		open := o.Open
		o.Open = func(env transcript.Environment) (transcript.Shell, error) {
			shell, err := open(env)
			return hanging{shell.(*fakeShell)}, err
		}
	})
	if code != ExitInternal || !strings.Contains(s.out.String(), "did not end in the time it had") {
		t.Errorf("exit code %d, printed %s", code, &s.out)
	}
}

// TestTestCommands: what a failure says to type goes on with the same flags.
func TestTestCommands(t *testing.T) {
	text := "## It's here\n```iex\niex> 3\n4\n```\n"
	_, s, name := checkFile(t, text, func(o *TestOptions) { o.Strict, o.Seed = true, 7 })
	for _, want := range []string{
		`gex test -strict -seed 7 -run '^It'\''s here/3$' ` + name + "\n",
		`gex test -strict -seed 7 -run '^It'\''s here/3$' -update ` + name,
		`gex replay -step -section 'It'\''s here' ` + name,
	} {
		if !strings.Contains(s.out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, &s.out)
		}
	}
}

// TestTestErrata finds errata beside a file, in a directory and by their name.
func TestTestErrata(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	name := filepath.Join(dir, "a.md")
	write(t, name, "```iex\niex> 3\n4\n```\n")
	write(t, filepath.Join(elsewhere, "a.errata.md"), "<!-- gex: at=2 erratum=slip -->\n")
	run := func(errata string) (int, *studio) {
		return check(t, func(o *TestOptions) { o.Paths, o.Errata = []string{dir}, errata })
	}
	for errata, want := range map[string]int{
		"": ExitFailed, elsewhere: ExitOK, filepath.Join(elsewhere, "a.errata.md"): ExitOK, filepath.Join(dir, "none"): ExitUsage,
	} {
		if code, s := run(errata); code != want {
			t.Errorf("errata %q: exit code %d, want %d: %s%s", errata, code, want, &s.out, &s.err)
		}
	}
	write(t, filepath.Join(dir, "a.errata.md"), "<!-- gex: at=2 erratum=slip -->\n")
	if code, s := run(""); code != ExitOK {
		t.Errorf("errata beside the file: exit code %d: %s", code, &s.out)
	}
	// A file that errata are for is not updated: it says what to write there.
	text := "```iex\niex> 3\n4\niex> 1 + 2\n5\n```\n"
	write(t, name, text)
	code, s := check(t, func(o *TestOptions) { o.Paths, o.Update = []string{dir}, true })
	if code != ExitFailed || read(t, name) != text {
		t.Errorf("an update of a file with errata: exit code %d, %s", code, &s.out)
	}
	if _, s = run(""); !strings.Contains(s.out.String(), `<!-- gex: at=4 erratum="why" -->   # in `+filepath.Join(dir, "a.errata.md")) {
		t.Errorf("no hint in\n%s", &s.out)
	}
}

// TestTestColours: on a terminal the terms that differ are coloured.
func TestTestColours(t *testing.T) {
	_, s, _ := checkFile(t, "```iex\niex> 3\n4\n```\n", func(o *TestOptions) { o.Color = true })
	if out := s.out.String(); !strings.Contains(out, "want  | \x1b[32m4\x1b[0m\n") || !strings.Contains(out, "got   | \x1b[31m3\x1b[0m\n") || strings.Contains(out, " ^\n") {
		t.Errorf("printed %q", out)
	}
}
