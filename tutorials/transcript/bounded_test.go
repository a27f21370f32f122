package transcript

import (
	"fmt"
	"strings"
	"testing"
)

// TestCompareIsBounded compares texts that differ and invite a search that
// would not end in a lifetime.
func TestCompareIsBounded(t *testing.T) {
	var many strings.Builder
	for i := range 20 {
		fmt.Fprintf(&many, "%c|x%d\n", 'a'+i, i)
	}
	for _, c := range []struct{ name, want, got string }{
		{"dots", strings.Repeat("...\n", 30) + "no", many.String() + ":ok"},
		{"under", "[" + strings.Repeat("_ ", 30) + "x]", "[" + strings.Repeat("a ", 60) + "]"},
		{"set", "%{" + strings.Repeat("_, ", 12) + "x}", "%{" + strings.Repeat("a, ", 12) + "b}"},
		{"lines", strings.Repeat("1\n", 400), strings.Repeat("1\n", 399) + "2"},
		{"open", strings.Repeat("[", 5000), strings.Repeat("[", 5001)},
		{"deep", strings.Repeat("[", 5000) + strings.Repeat("]", 5000), strings.Repeat("[", 5000) + "1" + strings.Repeat("]", 5000)},
		{"long", strings.Repeat("a ", 50000), strings.Repeat("a ", 50000) + "b"},
		{"mixed", strings.Repeat("x\n", 20), many.String() + ":ok"},
	} {
		for _, order := range []Order{ByProcess, AnyOrder} {
			if _, ok := compare(c.want, out(c.got), order, newBindings(), ""); ok {
				t.Errorf("%s: the texts agree", c.name)
			}
		}
	}
}
