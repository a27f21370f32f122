package eval_test

import (
	"strings"
	"testing"

	"gex/interp/eval"
)

// The text of a closure has numbers that differ from run to run in Elixir, so
// the corpus cannot hold this error.
func TestStructDefaultIsNoClosure(t *testing.T) {
	for _, c := range []struct{ fields, want string }{
		{"a: fn x -> x end", "invalid value for struct field a, cannot escape #Function<"},
		{"a: 1, b: &(&1 + 1)", "invalid value for struct field b, cannot escape #Function<"},
	} {
		got := newSession(eval.Options{}).show("defmodule S do defstruct " + c.fields + " end")
		if !strings.Contains(got, c.want) {
			t.Errorf("defstruct %s shows %q, want %q in it", c.fields, got, c.want)
		}
	}
	const named = "defmodule S do defstruct a: &String.length/1 end"
	if got := newSession(eval.Options{}).show(named); strings.Contains(got, "cannot escape") {
		t.Errorf("%s shows %q, want a struct", named, got)
	}
}
