package interp_test

import (
	"testing"

	"gex/interp"
)

func TestStatus(t *testing.T) {
	s := interp.New(interp.Options{Virtual: true})
	defer s.Close()
	for _, c := range []struct {
		in   string
		want interp.Status
	}{
		{"1 + 1\n", interp.Complete},
		{"1 +\n", interp.Incomplete},
		{"{:ok\n", interp.Incomplete},
		{")\n", interp.Wrong},
		{"\n", interp.Blank},
		{"# nothing\n", interp.Blank},
		{"// nothing\n", interp.Blank},
		{"{:ok\n#iex:break\n", interp.Wrong},
		{"iex(3)> 1 + 1\n", interp.Complete},
		{"func Double(x int) int { return 2 * x }\n", interp.Complete},
		{"func Double(x int) int {\n", interp.Incomplete},
		{"type Point struct{ X, Y int }\n", interp.Complete},
		{"type F struct{ UseGenEvent }\n", interp.Incomplete},
		{"type F struct{ UseGenEvent }\n\n", interp.Incomplete},
		{"type F struct{ UseGenEvent }\n\n\n", interp.Complete},
		{"type F struct{ UseGenEvent }\nfunc (F) Terminate(r, s Term) Term { return r }\n", interp.Complete},
		{"type F struct{ UseGenEvent }\nfunc (F) Terminate(r, s Term) Term {\n", interp.Incomplete},
		{"type F struct{ UseGenEvent ]\n", interp.Wrong},
	} {
		if got := s.Status(c.in); got != c.want {
			t.Errorf("Status(%q) = %v, want %v", c.in, got, c.want)
		}
	}
}

func TestStripPrompts(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1 + 1", "1 + 1"},
		{"iex> 1 + 1", "1 + 1"},
		{"  iex(3)> 1 +\n  ...(3)>   1\n", "1 +\n  1\n"},
		{"\niex> x = 1", "\nx = 1"},
		{"2. iex(1)> self", "self"},
		{"@doc \"\"\"\n    iex> f(1)\n    2\n\"\"\"", "@doc \"\"\"\n    iex> f(1)\n    2\n\"\"\""},
		{"iex> @doc \"\"\"\n...>     iex> f(1)\n    iex> g(1)\n", "@doc \"\"\"\n    iex> f(1)\n    iex> g(1)\n"},
	} {
		if got := interp.StripPrompts(c.in); got != c.want {
			t.Errorf("StripPrompts(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
