package interp_test

import (
	"strings"
	"testing"

	"gex/interp"
)

// What t prints of the modules of Elixir is compared with testdata/elixir/types.txt.
func TestTypesOfLearnersModules(t *testing.T) {
	const typed = "defmodule Typed do\n  @type a :: integer\n  @opaque b(x) :: [x]\n  def f(x), do: x\nend; nil"
	for _, test := range []struct{ input, want string }{
		{"t Typed", "@type a :: integer\n\n@opaque b(x) :: [x]\n\n"},
		{"t Typed.b/1", "@opaque b(x) :: [x]\n\n"},
		{"t Typed.b/2", "No type information for Typed.b was found or Typed.b is private\n"},
	} {
		if got := play(t, interp.Options{}, typed, test.input); !strings.HasSuffix(got, "nil\n"+test.want) {
			t.Errorf("%s printed\n%s\nwant at its end\n%s", test.input, got, test.want)
		}
	}
}
