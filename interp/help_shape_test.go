package interp_test

import (
	"strings"
	"testing"

	"gex/interp"
)

// TestHelpShape compares with what IEx 1.14 prints where the words are its own.
func TestHelpShape(t *testing.T) {
	const title = "\n                                  def flush()\n\n"
	for _, c := range []struct {
		input, want string
		options     interp.Options
	}{
		{"h flush", title, interp.Options{}},
		{"h v", "\n                                 def v(n \\\\ -1)\n\nReturns the value of input", interp.Options{}},
		{"h Agent.get/2", "\n                      def get(agent, fun, timeout \\\\ 5000)\n\n", interp.Options{}},
		{"h if", "\n                        defmacro if(condition, clauses)\n\n", interp.Options{}},
		{"h Nope", "Could not load module Nope, got: nofile\n", interp.Options{}},
		{"h Reply", "\n                      func Reply(value, state Term) Result\n\nReply answers a call", interp.Options{}},
		{"h GenServer.Call", "\n    func GenServer.Call(server, request Term, timeout ...time.Duration) Term\n\nCall makes", interp.Options{}},
		{"h Reply", "Could not load module Reply, got: nofile\n", interp.Options{Strict: true}},
		{"h API", "Could not load module API, got: nofile\n", interp.Options{}},
		{"h Nope.x", "Could not load module Nope, got: nofile\n", interp.Options{}},
		{"h nosuch", "No documentation for Kernel.nosuch was found\n", interp.Options{}},
		{"h Enum.nosuch", "No documentation for Enum.nosuch was found\n", interp.Options{}},
		{"h Enum.map/7", "No documentation for Enum.map/7 was found\n", interp.Options{}},
		{"h Nope", "\x1b[31mCould not load module Nope, got: nofile\x1b[0m\n", interp.Options{Color: true}},
		{"h 5", "The \"h\" helper expects a Module, Module.fun or Module.fun/arity, got: 5\nIf instead of accessing documentation you would like " +
			"more information about a value or about the result of an expression, use the \"i\" helper instead\n", interp.Options{}},
		{"b Enum", "No callbacks for Enum were found\n", interp.Options{}},
		{"b Nope", "Could not load module Nope, got: nofile\n", interp.Options{}},
		{"b GenServer.nope", "No documentation for GenServer.nope was found\n", interp.Options{}},
		{"b GenEvent.init", "@callback init(args :: term()) ::\n            {:ok, state} | {:ok, state, :hibernate} | {:error, reason :: any()}\n" +
			"          when state: any()\n\n", interp.Options{Strict: true}},
		{"b GenEvent.init", "\x1b[36m@callback\x1b[0m init(args :: term()) ::\n", interp.Options{Color: true}},
	} {
		if got := play(t, c.options, c.input); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s printed\n%q\nwant it to begin with\n%q", c.input, got, c.want)
		}
	}
}

func TestHelpOfLearnersModules(t *testing.T) {
	const elixir = "defmodule Foo do\n  @moduledoc \"Foo is *it*.\"\n  @doc \"Does `x`.\"\n  @spec bar(integer, integer) :: integer\n" +
		"  def bar(x, y \\\\ 3), do: x + y\nend; nil"
	const golang = "// Fwd passes events on.\ntype Fwd struct{ UseGenEvent }\n\n// HandleEvent sends them.\nfunc (Fwd) HandleEvent(event, parent Term) Result {\n\treturn OK(parent)\n}"
	for _, c := range []struct{ define, ask, want string }{
		{elixir, "h Foo", "\n                                      Foo\n\nFoo is *it*.\n\n"},
		{elixir, "h Foo.bar/1", "\n                               def bar(x, y \\\\ 3)\n\n  @spec bar(integer, integer) :: integer\n\nDoes `x`.\n\n"},
		{golang, "h Fwd", "\n                                      Fwd\n\nFwd passes events on.\n\n"},
		{golang, "h Fwd.handle_event", "HandleEvent sends them.\n\n"},
	} {
		if got := play(t, interp.Options{}, c.define, c.ask); !strings.Contains(got, c.want) {
			t.Errorf("%s printed\n%s\nwant in it\n%s", c.ask, got, c.want)
		}
	}
	if got := play(t, interp.Options{Strict: true}, elixir, "h Foo.bar"); !strings.HasSuffix(got, "Foo was not compiled with docs\n") {
		t.Errorf("strictly printed\n%s", got)
	}
}

func TestHelpListsCommands(t *testing.T) {
	got := play(t, interp.Options{Lessons: []string{"genevent"}}, "h")
	for _, name := range []string{
		"start_link", "add_handler", "notify", "sync_notify", "call", "which_handlers", "remove_handler", "stream", "stop", "flush", "h", "i", "b", "v",
	} {
		if !strings.Contains(got, "\n  "+name+" ") {
			t.Errorf("h does not list %s:\n%s", name, got)
		}
	}
	if !strings.Contains(got, "genevent") {
		t.Errorf("h does not name the lessons:\n%s", got)
	}
	for line := range strings.Lines(got) {
		if len([]rune(line)) > 81 {
			t.Errorf("h prints a line that is too long: %q", line)
		}
	}
}
