package main

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
	code = run(args, strings.NewReader(input), &stdout, &stderr)
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
	code := run([]string{"version"}, nil, panicking{}, &errs)
	if want := "gex: internal error: no space\n"; code != exitInternal || errs.String() != want {
		t.Errorf("run = %d, prints %q, %q, want %d, %q", code, out.String(), errs.String(), exitInternal, want)
	}
}

type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("no space") }
