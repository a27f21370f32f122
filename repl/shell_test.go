package repl

import (
	"io"
	"strings"
	"testing"

	"gex/interp"
)

func noEnvironment(string) string { return "" }

// piped runs a shell on input from a pipe and returns the transcript.
func piped(t *testing.T, shell Shell, o Options, input string) string {
	t.Helper()
	var out strings.Builder
	o.In, o.Out, o.Getenv = strings.NewReader(input), &out, noEnvironment
	console, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	shell.Console = console
	session := newFake()
	session.output = console.Output
	shell.Run(session)
	if err := console.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestPipedInputReadsAsTranscript(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
		shell          Shell
		options        Options
	}{
		{name: "nothing", in: "", want: ""},
		{name: "no line end", in: "echo 1", want: "iex(1)> echo 1\n1\n"},
		{
			name: "statements",
			in:   "echo 1\n\n# no code\nfail 2\n{3,\n4}\n",
			want: "iex(1)> echo 1\n1\niex(2)> \niex(2)> # no code\n# no code\n" +
				"iex(3)> fail 2\n** (RuntimeError) 2\niex(3)> {3,\n...(3)> 4}\n{3,\n4}\n",
		},
		{
			name: "output without line end",
			in:   "write a\nwrite b\n",
			want: "iex(1)> write a\na\niex(1)> write b\nb",
		},
		{
			name: "prompts of a transcript",
			in:   "iex(1)> {1,\n...(1)> 2}\n",
			want: "iex(1)> iex(1)> {1,\n...(1)> ...(1)> 2}\n{1,\n2}\n",
		},
		{name: "leaving", in: "exit\necho 2\n", want: "iex(1)> exit\n"},
		{name: "end in a statement", in: "{1,\n2\n", want: "iex(1)> {1,\n...(1)> 2\n{1,\n2\n"},
		{
			name: "strict", shell: Shell{Strict: true},
			in:   "\niex> 1\n",
			want: "iex(1)> \n\niex(2)> iex> 1\niex> 1\n",
		},
		{name: "no banner", shell: Shell{Banner: "hello"}, in: "echo 1\n", want: "iex(1)> echo 1\n1\n"},
		{
			name: "colour", options: Options{Color: true}, in: "fail 1\n",
			want: "iex(1)> fail 1\n\x1b[31m** (RuntimeError) 1\x1b[0m\n",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := piped(t, tt.shell, tt.options, tt.in); got != tt.want {
				t.Errorf("%q prints\n%q, want\n%q", tt.in, got, tt.want)
			}
		})
	}
}

func TestStatusOfLeaving(t *testing.T) {
	for input, want := range map[string]int{"": 0, "exit": 0, "exit 123": 3, "echo 1\nexit 1\nexit 123\n": 1} {
		console, err := Open(Options{In: strings.NewReader(input), Out: &strings.Builder{}, Getenv: noEnvironment})
		if err != nil {
			t.Fatal(err)
		}
		session := newFake()
		session.output = console.Output
		if got := (&Shell{Console: console}).Run(session); got != want {
			t.Errorf("after %q Run = %d, want %d", input, got, want)
		}
		console.Close()
	}
}

func TestLeavingInTheBackground(t *testing.T) {
	in, typing := io.Pipe()
	defer typing.Close()
	console, err := Open(Options{In: in, Out: &strings.Builder{}, Getenv: noEnvironment})
	if err != nil {
		t.Fatal(err)
	}
	defer console.Close()
	session := newFake()
	session.output = console.Output
	session.print("leave\n")
	if got := (&Shell{Console: console}).Run(session); got != 3 {
		t.Errorf("Run = %d, want 3", got)
	}
}

func TestUseColor(t *testing.T) {
	for _, tt := range []struct {
		mode ColorMode
		env  map[string]string
		want bool
	}{
		{ColorAuto, nil, false},
		{ColorAlways, map[string]string{"NO_COLOR": "1"}, true},
		{ColorNever, map[string]string{"CLICOLOR_FORCE": "1"}, false},
		{ColorAuto, map[string]string{"CLICOLOR_FORCE": "1"}, true},
		{ColorAuto, map[string]string{"CLICOLOR_FORCE": "0"}, false},
		{ColorAuto, map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, false},
		{ColorAuto, map[string]string{"CLICOLOR_FORCE": "1", "TERM": "dumb"}, false},
	} {
		getenv := func(name string) string { return tt.env[name] }
		if got := UseColor(tt.mode, &strings.Builder{}, getenv); got != tt.want {
			t.Errorf("UseColor(%s, %v) = %t, want %t", tt.mode, tt.env, got, tt.want)
		}
	}
}

func TestPalette(t *testing.T) {
	p := NewPalette(true)
	for _, tt := range []struct {
		in   interp.Output
		want string
	}{
		{interp.Output{Kind: interp.User, Text: "a\n"}, "a\n"},
		{interp.Output{Kind: interp.Value, Text: "\x1b[33m1\x1b[0m\n"}, "\x1b[33m1\x1b[0m\n"},
		{interp.Output{Kind: interp.Failure, Text: "a\n  b\n\n"}, "\x1b[31ma\x1b[0m\n\x1b[31m  b\x1b[0m\n\n"},
		{interp.Output{Kind: interp.Log, Text: "\n01:02:03.004 [error] a\n"}, "\n\x1b[31m01:02:03.004 [error] a\x1b[0m\n"},
		{interp.Output{Kind: interp.Log, Text: "[warn] a\n"}, "\x1b[33m[warn] a\x1b[0m\n"},
		{interp.Output{Kind: interp.Warning, Text: "warning: a\n  iex:1\n"}, "\x1b[33mwarning:\x1b[0m a\n  iex:1\n"},
	} {
		if got := p.Paint(tt.in); got != tt.want {
			t.Errorf("paint(%q) = %q, want %q", tt.in.Text, got, tt.want)
		}
		if got := NewPalette(false).Paint(tt.in); tt.in.Kind != interp.Value && got != tt.in.Text {
			t.Errorf("without colour paint(%q) = %q", tt.in.Text, got)
		}
	}
}

func TestHistoryFile(t *testing.T) {
	for _, tt := range []struct {
		env  map[string]string
		want string
	}{
		{nil, ""},
		{map[string]string{"HOME": "/home/a"}, "/home/a/.local/state/gex/history"},
		{map[string]string{"HOME": "/home/a", "XDG_STATE_HOME": "/s"}, "/s/gex/history"},
		{map[string]string{"HOME": "/home/a", "GEX_HOME": "/g"}, "/g/history"},
		{map[string]string{"HOME": "/home/a", "GEX_HOME": "none"}, ""},
	} {
		if got := HistoryFile(func(name string) string { return tt.env[name] }); got != tt.want {
			t.Errorf("HistoryFile with %v = %q, want %q", tt.env, got, tt.want)
		}
	}
}
