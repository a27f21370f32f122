package repl

import (
	"context"
	"strings"
	"testing"

	"gex/interp"
	"gex/runtime/term"
)

// TestPipedGets has IO.gets read the line behind it.
func TestPipedGets(t *testing.T) {
	var out strings.Builder
	console, err := Open(Options{In: strings.NewReader("x = IO.gets(\"yes or no? \")\nyes\nx\nIO.gets(\"\")\n"), Out: &out, Getenv: noEnvironment})
	if err != nil {
		t.Fatal(err)
	}
	defer console.Close()
	shell := &Shell{Console: console}
	session := interp.New(interp.Options{Virtual: true, Output: console.Output, Input: shell.Input})
	defer session.Close()
	shell.Run(session)
	want := "iex(1)> x = IO.gets(\"yes or no? \")\nyes or no? yes\n\"yes\\n\"\niex(2)> x\n\"yes\\n\"\niex(3)> IO.gets(\"\")\n:eof\n"
	if out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
}

// TestTerminalGets reads a line while the session evaluates on a real clock.
func TestTerminalGets(t *testing.T) {
	shell := &Shell{Console: &Console{device: Dumb}, prompts: make(chan string), lines: make(chan lineRead)}
	go func() {
		for prompt := range shell.prompts {
			shell.lines <- lineRead{Line{Text: strings.TrimSpace(prompt) + "!"}, nil}
		}
	}()
	defer close(shell.prompts)
	session := interp.New(interp.Options{Input: shell.Input})
	defer session.Close()
	shell.session = session
	for _, name := range []string{"first", "second"} {
		outcome := session.Eval(context.Background(), `IO.gets("`+name+` ")`)
		if !outcome.OK || outcome.Value != term.Term(term.Binary(name+"!\n")) {
			t.Errorf("IO.gets = %v, want the line", outcome.Value)
		}
	}
}
