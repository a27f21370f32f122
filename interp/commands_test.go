package interp_test

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"gex/interp"
	"gex/runtime/term"
)

// TestLeaving is about inputs that end the session. Those that halt it print
// nothing more; those that stop it give their value first.
func TestLeaving(t *testing.T) {
	for _, c := range []struct {
		input, want string
		status      term.Int
		stays       bool
	}{
		{"System.halt", "", 0, false},
		{"System.halt(3)", "", 3, false},
		{"System.halt(256)", "", 0, false},
		{`System.halt("slogan")`, "slogan\n", 1, false},
		{"System.halt(:abort)", "", 134, false},
		{":erlang.halt(4)", "", 4, false},
		{":init.stop", ":ok\n", 0, false},
		{":init.stop(4)", ":ok\n", 4, false},
		{"System.stop(2)", ":ok\n", 2, false},
		{"exit", "", 0, false},
		{"quit()", "", 0, false},
		{"spawn(fn -> System.halt(2) end)", "#PID<0.109.0>\n", 2, false},
		{"spawn_link(fn -> IO.puts 1; System.halt(2) end); receive do :never -> 1 end", "1\n", 2, false},
		{"System.halt(-1)", "** (ArgumentError) errors were found at the given arguments:\n\n  * 1st argument: invalid status\n\n    :erlang.halt(-1)\n", 0, true},
		{":init.stop(:x)", "** (ArgumentError) argument error\n    :init.stop/1\n", 0, true},
	} {
		var b strings.Builder
		s := interp.New(interp.Options{Virtual: true, Output: func(o interp.Output) { b.WriteString(o.Text) }})
		outcome := s.Eval(context.Background(), c.input)
		if b.String() != c.want || outcome.Exit == c.stays {
			t.Errorf("%s printed\n%s\nand left: %t; want\n%s", c.input, b.String(), outcome.Exit, c.want)
		}
		status, left := s.Left()
		if left == c.stays || left && (term.Int(status) != c.status || outcome.Value != term.Term(c.status)) {
			t.Errorf("%s: left %t with %d, %v; want %d", c.input, left, status, outcome.Value, c.status)
		}
		s.Settle()
		s.Close()
	}
}

func TestStrictKeepsPrompts(t *testing.T) {
	const input = "iex(1)> 1 + 1"
	if got := play(t, interp.Options{}, input); got != "2\n" {
		t.Errorf("%s printed %q", input, got)
	}
	if got := play(t, interp.Options{Strict: true}, input); !strings.Contains(got, "undefined function iex/1") {
		t.Errorf("%s printed, strictly, %q", input, got)
	}
	if got := play(t, interp.Options{Strict: true}, "exit"); !strings.Contains(got, "undefined function exit/0") {
		t.Errorf("exit printed, strictly, %q", got)
	}
}

// TestLogsAreNotPainted: their colour depends on their level and is the
// business of those who show them.
func TestLogsAreNotPainted(t *testing.T) {
	got := play(t, interp.Options{Color: true}, `spawn(fn -> raise "x" end); nil`)
	if !strings.HasPrefix(got, "\n00:00:00.000 [error] Process") {
		t.Errorf("printed %q", got)
	}
}

func TestReload(t *testing.T) {
	version := 0
	read := func(name string) ([]byte, error) {
		version++
		if name != "m.exs" {
			return nil, fs.ErrNotExist
		}
		return fmt.Appendf(nil, "defmodule M do\n  def version, do: %d\nend\n", version), nil
	}
	got := play(t, interp.Options{ReadFile: read}, `c "m.exs"`, "M.version < 3", "x = r(M); nil", "M.version > 2", "x", `c "n.exs"`, "r Nope")
	const want = "[M]\ntrue\nwarning: redefining module M (current version defined in memory)\n  m.exs:1\n\nnil\ntrue\n{:reloaded, [M]}\n" +
		"** (ArgumentError) could not find files n.exs\n    (iex 1.14.0) lib/iex/helpers.ex:184: IEx.Helpers.c/2\n" +
		"** (ArgumentError) could not load nor find module: Nope\n    (iex 1.14.0) lib/iex/helpers.ex:435: anonymous fn/1 in IEx.Helpers.r/1\n"
	if !strings.HasPrefix(got, want) {
		t.Errorf("printed\n%s\nwant\n%s", got, want)
	}
}

func TestProcessInfo(t *testing.T) {
	got := play(t, interp.Options{}, "{:ok, _} = GenEvent.start_link(name: :mgr); nil", "process_info :mgr", "process_info pid(0, 9, 0)", "process_info 1")
	for _, want := range []string{
		"\n# Process #PID<0.109.0>\n\n## Overview\n\nInitial call         {:proc_lib, :init_p, 5}\n",
		"\nRegistered name      :mgr\n", "\n## Links\n\n#PID<0.108.0>        {IEx.Evaluator, :init, 4}\n", "\n## Handlers\n\n[]\n",
		"process #PID<0.9.0> is not alive\n", "** (ArgumentError) process_info expects",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("printed\n%s\nwant in it\n%s", got, want)
		}
	}
}
