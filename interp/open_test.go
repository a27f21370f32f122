package interp_test

import (
	"context"
	"testing"

	"gex/interp"
)

const elixirBox = "# A box.\ndefmodule Box do\n  def open, do: 1 # nothing in it\n\n  def put(x), do: x\nend"

const goCrate = "// A crate.\ntype Crate struct{}\n\nfunc (Crate) Open() int { return 1 }\n\nfunc (Crate) PutIn(x int) int { return x }"

func TestOpen(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	s.files["box.ex"] = "# The lid.\ndefmodule Lid do\n  def lift, do: 1\nend\n"
	s.files["notes.md"] = "some notes\n"
	eval := func(text string) interp.Outcome { return s.Eval(context.Background(), text) }
	for _, input := range []string{elixirBox, goCrate, `c "box.ex"`} {
		if !eval(input).OK {
			t.Fatalf("%s fails", input)
		}
	}
	for _, tt := range []struct {
		input string
		want  interp.Edit
	}{
		{"open Box", interp.Edit{Text: elixirBox, Name: "Box.ex", Line: 2}},
		{"open Box.put", interp.Edit{Text: elixirBox, Name: "Box.ex", Line: 5}},
		{"open Box.put/1", interp.Edit{Text: elixirBox, Name: "Box.ex", Line: 5}},
		{"open Crate", interp.Edit{Text: goCrate, Name: "Crate.go", Line: 2}},
		{"open Crate.put_in", interp.Edit{Text: goCrate, Name: "Crate.go", Line: 6}},
		{"open Lid", interp.Edit{File: "box.ex", Reload: "r Lid", Line: 2}},
		{"open Lid.lift", interp.Edit{File: "box.ex", Reload: "r Lid", Line: 3}},
		{`open {"notes.md", 1}`, interp.Edit{File: "notes.md", Line: 1}},
		{"open", interp.Edit{Text: `c "box.ex"`, Name: "input.exs", Line: 1}},
	} {
		if got := eval(tt.input); got.Edit == nil || *got.Edit != tt.want {
			t.Errorf("%s opens %+v, want %+v", tt.input, got.Edit, tt.want)
		}
	}
	eval("1 + 1")
	if got := eval("open"); got.Edit == nil || got.Edit.Text != "1 + 1" {
		t.Errorf("open opens %+v, want what was typed last", got.Edit)
	}
	if got := eval("2"); got.Edit != nil {
		t.Errorf("an input opens %+v", got.Edit)
	}
}

func TestOpenNothing(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	for _, tt := range []struct{ input, want string }{
		{"open", "Nothing has been typed yet.\n"},
		{"open Nope", "Could not open: Nope. Module is not available.\n"},
		{"open Enum", "Enum is part of gex: h Enum explains it.\n"},
		{"open Enum.mop", "Could not open: Enum.mop. Function/macro is not available.\n"},
		{"open Enum.map/7", "Could not open: Enum.map/7. Function/macro is not available.\n"},
		{`open {"a.ex", 3}`, "Could not open: \"a.ex\". File is not available.\n"},
		{"open 5", "Invalid arguments for open helper: 5\n"},
	} {
		if got := s.typed(tt.input); got != tt.want {
			t.Errorf("%s prints %q, want %q", tt.input, got, tt.want)
		}
	}
}

func TestIfAvailable(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	for _, tt := range []struct{ input, want string }{
		{"import_if_available Nope", "nil\n"},
		{"import_if_available Integer, only: [is_odd: 1]", "Integer\n"},
		{"is_odd(3)", "true\n"},
		{"use_if_available Nope, a: 1", "nil\n"},
		{"use_if_available Bitwise", "Bitwise\n"},
		{"nl Enum", "{:ok, []}\n"},
		{"nl Nope", "{:error, :nofile}\n"},
	} {
		if got := s.typed(tt.input); got != tt.want {
			t.Errorf("%s prints %q, want %q", tt.input, got, tt.want)
		}
	}
}
