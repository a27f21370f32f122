package interp_test

import (
	"testing"

	"gex/interp"
)

// TestFunctionClauseOfTypedModule compares the blame of functions of modules
// that were typed with what IEx prints. It lists no attempted clauses, since
// it reads them from the file of a module, and there is none.
func TestFunctionClauseOfTypedModule(t *testing.T) {
	module := `defmodule M do
  def f(1), do: 1
  def f(x) when x == 2 and is_list(x) or x == 3, do: x
  def h(x), do: g(x, [])
  defp g(:a, _), do: 1
end; :ok`
	for _, c := range []struct{ in, want string }{
		{"M.f(5)", "** (FunctionClauseError) no function clause matching in M.f/1    \n" +
			"    \n    The following arguments were given to M.f/1:\n" +
			"    \n        # 1\n        5\n" +
			"    \n    iex:2: M.f/1\n"},
		{"M.h([1, 2])", "** (FunctionClauseError) no function clause matching in M.g/2    \n" +
			"    \n    The following arguments were given to M.g/2:\n" +
			"    \n        # 1\n        [1, 2]\n    \n        # 2\n        []\n" +
			"    \n    iex:5: M.g/2\n"},
		{"try do M.f(7) rescue e -> e end", "%FunctionClauseError{\n  module: M,\n  function: :f,\n  arity: 1,\n" +
			"  kind: nil,\n  args: nil,\n  clauses: nil\n}\n"},
	} {
		if got := play(t, interp.Options{}, module, c.in); got != ":ok\n"+c.want {
			t.Errorf("%s printed\n%s\nwant\n:ok\n%s", c.in, got, c.want)
		}
	}
}
