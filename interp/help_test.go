package interp_test

import (
	"strings"
	"testing"

	"gex/interp"
)

func TestHelp(t *testing.T) {
	for _, c := range []struct{ input, want string }{
		{"h Enum.map", "def map(enumerable, fun)"},
		{"h Enum.map/2", "def map(enumerable, fun)"},
		{"h Enum.nope", "No documentation for Enum.nope was found"},
		{"h Nope", "Could not load module Nope, got: nofile"},
		{"h Port", "Port is a module of Elixir 1.14 that gex does not have"},
		{"h GenServer.format_report", "GenServer.format_report is a function of Elixir 1.14 that gex does not have"},
		{"h GenEvent", "Event managers."},
		{"h :gen_event", "Erlang's event managers"},
		{"h :gen_event.notify/2", "def notify(manager, event)"},
		{"h flush", "def flush()"},
		{"h stream", "spawn_link fn ->"},
		{"h self", "def self()"},
		{"h import_file", "import_file(path)"},
		{"h", "## Event managers"},
		{"b GenServer", "@callback handle_call(request :: term(), from(), state :: term()) ::"},
		{"b GenEvent.init", "@callback init(args :: term()) ::"},
		{"b Enum", "No callbacks for Enum were found"},
	} {
		if got := play(t, interp.Options{}, c.input); !strings.Contains(got, c.want) {
			t.Errorf("%s printed\n%s\nwant %q in it", c.input, got, c.want)
		}
	}
}

// TestMissing tells what gex leaves out from what nobody has.
func TestMissing(t *testing.T) {
	for _, c := range []struct {
		input, want string
		strict      bool
	}{
		{`Logger.info("x")`, "However there is a macro with the same name and arity. Be sure to require Logger if you intend to invoke this macro", false},
		{"Integer.is_odd(3)", "Be sure to require Integer if you intend to invoke this macro", false},
		{"Port.close(1)", "(module Port is part of Elixir 1.14, but gex does not have it)", false},
		{"GenServer.format_report(%{label: {GenServer, :no_handle_info}, report: %{module: A, message: 1, name: 1}})", "(it is part of Elixir 1.14, but gex does not have it)", false},
		{"GenServer.format_report(1)", "(FunctionClauseError) no function clause matching in GenServer.format_report/1", false},
		{"Enum.nope(1)", "function Enum.nope/1 is undefined or private", false},
		{"Nope.nope(1)", "(module Nope is not available)", false},
		{"Port.close(1)", "(module Port is not available)", true},
	} {
		if got := play(t, interp.Options{Strict: c.strict}, c.input); !strings.Contains(got, c.want) {
			t.Errorf("%s printed\n%s\nwant %q in it", c.input, got, c.want)
		}
	}
}

func TestManagerCommands(t *testing.T) {
	got := play(t, interp.Options{},
		"start_link",
		"defmodule Echo do\n  use GenEvent\n  def handle_event(e, s) do\n    IO.inspect e\n    {:ok, s}\n  end\n  def handle_call(:s, s), do: {:ok, s, s}\nend; nil",
		"add_handler Echo, 1", "notify :a", "sync_notify {:b, 2}", "which_handlers", "call Echo, :s",
		"stream", "notify :c", "remove_handler Echo, []", "stop")
	want := "{:ok, #PID<0.109.0>}\nnil\n:ok\n:a\n:ok\n{:b, 2}\n:ok\n[Echo]\n1\n#PID<0.110.0>\n"
	if !strings.HasPrefix(got, want) {
		t.Errorf("printed\n%s\nwant it to begin with\n%s", got, want)
	}
}
