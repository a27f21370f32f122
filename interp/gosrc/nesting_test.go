package gosrc

import (
	"strings"
	"testing"

	"gex/runtime/term"
)

// What is nested too deep to be compared or hashed by the run-time system, which
// does it recursively, fails; what is not is compared.
func TestDeepNesting(t *testing.T) {
	s := newSession(t)
	s.mustDefine(`
type node struct{ next any }
type pair struct { name string; value any }
func deep(n int) (x any) { for range n { x = node{x} }; return x }
func arrays(n int) (x any) { for range n { x = [1]any{x} }; return x }
func tuples(n int) (x Term) { for range n { x = T("a", x) }; return x }
func Equal(n int) bool { return deep(n) == deep(n) }
func Arrays(n int) bool { return arrays(n) == arrays(n) }
func Tuples(n int) bool { return tuples(n) == tuples(n) }
func Structs(n int) bool { return node{deep(n)} == node{deep(n)} }
func Pairs(n int) bool { x, y := pair{"a", deep(n)}, pair{"b", deep(n)}; return x != y }
func Key(n int) bool { m := map[any]int{}; m[deep(n)] = 1; return m[deep(n)] == 1 }
func Typed(n int) bool { m := map[pair]int{}; m[pair{"a", deep(n)}]++; return m[pair{"a", deep(n)}] == 1 }
func Literal(n int) bool { _, ok := map[any]int{deep(n): 1}[deep(n)]; return ok }
func Delete(n int) bool { m := map[any]int{1: 2}; delete(m, deep(n)); return len(m) == 1 }
func Contains(n int) bool { return slices.Contains([]any{1, deep(n)}, deep(n)) }`)
	const tooDeep = `%RuntimeError{message: "stack overflow: more than 100000 values are nested in each other"} at iex:`
	for _, function := range []string{"equal", "arrays", "structs", "pairs", "key", "typed", "literal", "delete", "contains", "tuples"} {
		if got, err := s.apply("Go", function, term.Int(50)); err != nil || show(got) != "true" {
			t.Errorf("%s(50) = %s, %v", function, show(got), err)
		}
		_, err := s.apply("Go", function, term.Int(120_000))
		if got := failure(err); !strings.HasPrefix(got, tooDeep) {
			t.Errorf("%s(120000): %s", function, got)
		}
	}
}
