package interp_test

import (
	"io/fs"
	"strings"
	"testing"

	"gex/interp"
)

// TestCodeFiles loads files with the functions of Code; what is printed was
// compared with IEx 1.14.
func TestCodeFiles(t *testing.T) {
	files := map[string]string{
		"one.exs": "defmodule One do\n  def f, do: 1\nend\nx = One.f + 1\n",
		"bad.exs": "defmodule Bad do\n  def f(, do: 1\nend\n",
		"two.ex":  "defmodule Two.A do\nend\ndefmodule Two.B do\nend\n",
	}
	read := func(name string) ([]byte, error) {
		if text, ok := files[name]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
	const loading = "    (elixir 1.14.0) lib/code.ex:1807: Code.find_file!/2\n"
	for _, c := range []struct{ in, want string }{
		{`Code.eval_file("one.exs")`, "{2, [x: 2]}\n"},
		{`for _ <- 1..2, do: Code.require_file("one.exs") |> is_list()`, "[true, false]\n"},
		{`Code.compile_file("two.ex") |> Enum.map(&elem(&1, 0))`, "[Two.A, Two.B]\n"},
		{`Code.eval_file("nope.ex")`, "** (Code.LoadError) could not load nope.ex. Reason: enoent\n" + loading +
			"    (elixir 1.14.0) lib/code.ex:1184: Code.eval_file/2\n"},
		{`Code.require_file("one.exs", "lib")`, "** (Code.LoadError) could not load lib/one.exs. Reason: enoent\n" + loading +
			"    (elixir 1.14.0) lib/code.ex:1237: Code.require_file/2\n"},
		{`Code.require_file("bad.exs")`, "** (SyntaxError) bad.exs:3:1: unexpected reserved word: end. The \"(\" at line 2 is missing terminator \")\"\n" +
			"    (elixir 1.14.0) lib/code.ex:1245: Code.require_file/2\n"},
		{`(Code.require_file("one.exs"); Code.unrequire_files(["one.exs"]); Code.required_files())`, "[]\n"},
		{`c "two.ex", "."`, "[Two.A, Two.B]\n"},
		{`recompile`, "Mix is not running. Please start IEx with: iex -S mix\n:error\n"},
	} {
		if got := play(t, interp.Options{ReadFile: read}, c.in); got != c.want {
			t.Errorf("%s printed\n%s\nwant\n%s", c.in, got, c.want)
		}
	}
}

// TestRecompile loads what has changed.
func TestRecompile(t *testing.T) {
	n := "1"
	read := func(name string) ([]byte, error) {
		if name == "mix.exs" {
			return []byte("defmodule P do\n  use Mix.Project\n  def project, do: [app: :p]\nend\n"), nil
		}
		return []byte("defmodule One do\n  def f, do: " + n + "\nend\n"), nil
	}
	var b strings.Builder
	s := interp.New(interp.Options{Virtual: true, ReadFile: read, Output: func(o interp.Output) { b.WriteString(o.Text) }})
	defer s.Close()
	s.Eval(t.Context(), `c ["mix.exs", "one.ex"]`)
	s.Eval(t.Context(), "recompile")
	n = "2"
	s.Eval(t.Context(), "recompile")
	s.Eval(t.Context(), "One.f")
	want := "[P, One]\n:noop\nwarning: redefining module One (current version defined in memory)\n  one.ex:1\n\n:ok\n2\n"
	if b.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", b.String(), want)
	}
}

// TestSafePath is get_in/1 of Elixir 1.17.
func TestSafePath(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"get_in(u.a.x[:y])", "nil\n"},
		{"get_in(u.b.c[:d])", "5\n"},
		{"get_in(u, [:b, :c])", "[d: 5]\n"},
		{"get_in(u.none)", "** (KeyError) key :none not found in: %{a: nil, b: %{c: [d: 5]}}\n\n"},
	} {
		got := play(t, interp.Options{}, "u = %{a: nil, b: %{c: [d: 5]}}", c.in)
		if _, got, _ = strings.Cut(got, "\n"); got != c.want {
			t.Errorf("%s printed %q, want %q", c.in, got, c.want)
		}
	}
}
