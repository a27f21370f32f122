package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// command runs a command line and returns what it prints and its exit code.
func runCommand(input string, args ...string) (out, errors string, code int) {
	var stdout, stderr bytes.Buffer
	code = Run(args, strings.NewReader(input), &stdout, &stderr)
	return stdout.String(), stderr.String(), code
}

func TestCommandLine(t *testing.T) {
	t.Setenv("GEX_HOME", "none")
	for _, tt := range []struct {
		args  string
		input string
		code  int
		out   string // is part of the output
		errs  string // is part of the complaint
	}{
		{args: "version", code: exitOK, out: "gex " + version},
		{args: "help", code: exitOK, out: "gex shell"},
		{args: "-h", code: exitOK, out: "gex shell"},
		{args: "help shell", code: exitOK, out: "usage: gex shell"},
		{args: "shell -h", code: exitOK, out: "-strict"},
		{args: "help keys", code: exitOK, out: "Ctrl-C"},
		{args: "help nothing", code: exitUsage, errs: `no help on "nothing"`},
		{args: "nothing", code: exitUsage, errs: `unknown command "nothing"`},
		{args: "-nothing", code: exitUsage, errs: "-nothing"},
		{args: "shell -color blue", code: exitUsage, errs: "auto, always or never"},
		{args: "-clock sun", code: exitUsage, errs: "real or virtual"},
		{args: "", code: exitOK},
		{args: "", input: "1 + 1\n", code: exitOK, out: "iex(1)> 1 + 1\n2\n"},
		{args: "-color always", input: "1\n", code: exitOK, out: "iex(1)> 1\n\x1b[33m"},
		{args: "-e IO.puts(1+2)", code: exitOK, out: "3\n"},
		{args: "-e x=1 -e x+1", input: "x\n", code: exitOK, out: "iex(3)> x\n1\n"},
		{args: "-e 1/0", code: exitFailed, out: "ArithmeticError"},
		{args: "learn", code: exitOK, out: "Lessons"},
		{args: "learn a b", code: exitUsage, errs: "one lesson"},
		{args: "learn no-such-lesson", code: exitUsage, errs: "no-such-lesson"},
		{args: "replay", code: exitUsage, errs: "one file"},
		{args: "replay -speed 0 x", code: exitUsage, errs: "above 0"},
		{args: "test", code: exitUsage, errs: "name a file"},
		{args: "test no-such-file.md", code: exitUsage, errs: "no-such-file.md"},
		{args: "shell no-such-file.exs", code: exitFailed, out: "no-such-file.exs"},
	} {
		out, errs, code := runCommand(tt.input, strings.Fields(tt.args)...)
		if code != tt.code || !strings.Contains(out, tt.out) || !strings.Contains(errs, tt.errs) {
			t.Errorf("gex %s\nexits with %d, want %d\nprints %q, want %q in it\ncomplains %q, want %q in it",
				tt.args, code, tt.code, out, tt.out, errs, tt.errs)
		}
	}
}

// A transcript is true, false, brought up to date, true again, and played.
func TestTranscriptCommands(t *testing.T) {
	t.Setenv("GEX_HOME", "none")
	file := filepath.Join(t.TempDir(), "a.md")
	text := "# A\n\nSome prose.\n\n```iex\niex> 1 + 1\n%s\n```\n"
	write := func(result string) {
		t.Helper()
		if err := os.WriteFile(file, fmt.Appendf(nil, text, result), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(code int, part string, args ...string) {
		t.Helper()
		out, errs, got := runCommand("", args...)
		if got != code || !strings.Contains(out+errs, part) {
			t.Errorf("gex %s exits with %d, want %d; prints %q %q, want %q in it", args, got, code, out, errs, part)
		}
	}
	write("2")
	expect(exitOK, "ok", "test", file)
	expect(exitOK, "iex(1)> 1 + 1\n2\n", "replay", "-speed", "max", file)
	write("3")
	expect(exitFailed, "FAIL", "test", file)
	expect(exitFailed, "not as written", "replay", "-speed", "max", file)
	expect(exitOK, "updated", "test", file, "-update")
	expect(exitOK, "ok", "test", filepath.Dir(file))
}

// What a transcript may import no transcript can say: not by a directive, not by
// what it evaluates, and the commands that run them take no such flag.
func TestTranscriptCannotAllow(t *testing.T) {
	t.Setenv("GEX_HOME", "none")
	file := filepath.Join(t.TempDir(), "a.md")
	imports := "```go\nimport \"os/exec\"\n\nvar Command exec.Cmd\n```\n"
	evaluates := func(text string) string { return "```iex\niex> " + text + "\n:ok\n```\n" + imports }
	for text, want := range map[string]string{
		"<!-- gex: allow=os/exec -->\n" + imports:                   `unknown key "allow"`,
		"<!-- gex: session=a allow=\"os/exec\" -->\n" + imports:     `unknown key "allow"`,
		"---\nallow: os/exec\n---\n" + imports:                      "FAIL",
		"#!gex -allow os/exec\n\n" + imports:                        "FAIL",
		evaluates(`System.put_env("GEX_FLAGS", "-allow os/exec")`):  "FAIL",
		evaluates(`Application.put_env(:gex, :allow, ["os/exec"])`): "FAIL",
		evaluates(`IEx.configure(allow: ["os/exec"])`):              "FAIL",
		evaluates(`System.argv(["-allow", "os/exec"])`):             "FAIL",
		evaluates(`Code.eval_string("import \"os/exec\"")`):         "FAIL",
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		out, errs, code := runCommand("", "test", "-v", file)
		if code != exitFailed || !strings.Contains(out+errs, want) {
			t.Errorf("gex test of %q exits with %d and prints %s%s", text, code, out, errs)
		}
		if want == "FAIL" && !strings.Contains(out, "is not available in this shell") {
			t.Errorf("gex test of %q does not say that the package is not there: %s", text, out)
		}
	}
	for _, command := range []string{"test", "replay", "learn"} {
		if _, errs, code := runCommand("", command, "-allow", "os/exec", file); code != exitUsage {
			t.Errorf("gex %s -allow exits with %d: %s", command, code, errs)
		}
	}
}

func TestFlagsBehindOperands(t *testing.T) {
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	update := flags.Bool("update", false, "")
	operands, err := parseFlags(flags, []string{"a", "-update", "b", "--", "-c"})
	if err != nil || !*update || strings.Join(operands, " ") != "a b -c" {
		t.Errorf("parseFlags = %q, %v with update %t, want [a b -c] and true", operands, err, *update)
	}
}

func TestInternalErrorIsShort(t *testing.T) {
	t.Setenv("GOTRACEBACK", "")
	var out, errs bytes.Buffer
	code := Run([]string{"version"}, nil, panicking{}, &errs)
	if want := "gex: internal error: no space\n"; code != exitInternal || errs.String() != want {
		t.Errorf("run = %d, prints %q, %q, want %d, %q", code, out.String(), errs.String(), exitInternal, want)
	}
}

type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("no space") }

// TestTestCommand runs gex test with every flag and looks at its exit code.
func TestTestCommand(t *testing.T) {
	t.Setenv("GEX_HOME", "none")
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{
		"right.md":        "```iex\niex> 1 + 1\n2\n```\n",
		"wrong.md":        "```iex\niex> 1 + 1\n3\n```\n",
		"slip.md":         "```iex\niex> 1 + 1\n3\n```\n",
		"slip.errata.md":  "<!-- gex: at=2 erratum=\"a slip\" -->\n",
		"stale.md":        "<!-- gex: erratum=\"a slip\" -->\n```iex\niex> 1 + 1\n2\n```\n",
		"forever.md":      "```iex\niex> Stream.cycle([1]) |> Enum.each(fn _ -> 1 end)\n:ok\n```\n",
		"nonsense.md":     "<!-- gex: nonsense -->\n",
		"other/errata.md": "<!-- gex: at=2 erratum=\"a slip\" -->\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		args, input string
		code        int
		want        string // in what is printed
	}{
		{args: "right.md", code: exitOK, want: "ok    right.md  (1 ok)"},
		{args: "right.md wrong.md", code: exitFailed, want: "FAIL  wrong.md  (1 FAIL)"},
		{args: "wrong.md", code: exitFailed, want: "want  | 3\n          | ^\n"},
		{args: "wrong.md -color always", code: exitFailed, want: "got   | \x1b[31m2\x1b[0m\n"},
		{args: "wrong.md -run nothing", code: exitOK, want: "1 skipped"},
		{args: "slip.md", code: exitOK, want: "1 erratum"},
		{args: "slip.md -v", code: exitOK, want: "erratum (2): a slip"},
		{args: "wrong.md -errata other/errata.md", code: exitOK, want: "1 erratum"},
		{args: "right.md -errata missing", code: exitUsage, want: "no such file"},
		{args: "stale.md", code: exitFailed, want: "the erratum is stale"},
		{args: "nonsense.md", code: exitFailed, want: "unknown key"},
		{args: "right.md -count 3", code: exitOK, want: "3 runs"},
		{args: "right.md -count 0", code: exitUsage, want: "more than 0"},
		{args: "right.md -seed 7", code: exitOK, want: "1 ok"},
		{args: "right.md -explore 5", code: exitOK, want: "1 steps in 5 schedules, 0 with several outcomes"},
		{args: "right.md -explore 5 -update", code: exitUsage, want: "-explore goes with neither"},
		{args: "right.md -strict", code: exitOK, want: "1 ok"},
		{args: "right.md -json", code: exitOK, want: `"Action":"pass","File":"right.md","Step":"2"`},
		{args: "right.md -junit junit.xml", code: exitOK, want: "1 ok"},
		{args: "forever.md -timeout 50ms", code: exitInternal, want: "did not end in the time it had"},
		{args: "right.md -timeout 0", code: exitUsage, want: "more than 0"},
		{args: "right.md -oracle no-such-iex", code: exitUsage, want: "no no-such-iex to compare with"},
		{args: "right.md -i -json", code: exitUsage, want: "-i needs somebody to ask"},
		{args: "wrong.md -i", input: "n\n", code: exitFailed, want: "  - 3\n  + 2\n"},
		{args: "wrong.md -i", input: "y\n", code: exitOK, want: "updated  wrong.md  (1 outputs)"},
		{args: "wrong.md", code: exitOK, want: "1 ok"},
	} {
		out, errs, code := runCommand(tt.input, append([]string{"test"}, strings.Fields(tt.args)...)...)
		if code != tt.code || !strings.Contains(out+errs, tt.want) {
			t.Errorf("gex test %s exits with %d, want %d; prints\n%s%s\nwant %q in it", tt.args, code, tt.code, out, errs, tt.want)
		}
	}
	if text, err := os.ReadFile("junit.xml"); err != nil || !strings.Contains(string(text), `<testsuite name="right.md" tests="1" failures="0"`) {
		t.Errorf("junit.xml: %v\n%s", err, text)
	}
	if out, _, code := runCommand("", "help", "test"); code != exitOK || !strings.Contains(out, "-explore runs each file") {
		t.Errorf("gex help test exits with %d and prints\n%s", code, out)
	}
}
