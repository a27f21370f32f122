package interp_test

import (
	"strings"
	"testing"
)

// TestTooLarge types what no machine could hold; the shell must refuse it and
// go on.
func TestTooLarge(t *testing.T) {
	for _, input := range []string{
		`String.duplicate("ab", 10_000_000_000)`,
		`String.duplicate("abc", 1_000_000_000_000_000)`,
		`:binary.copy("abc", 1_000_000_000_000)`,
		`String.pad_leading("a", 100_000_000_000)`,
		`List.duplicate(:a, 100_000_000_000)`,
		`Tuple.duplicate(:a, 100_000_000_000)`,
		`:lists.seq(1, 100_000_000_000)`,
		`n = 2 ** 16_000_000; Enum.reduce(1..10, n, fn _, n -> n * n end)`,
	} {
		out := corpusSession{{text: input, key: input}, {text: "1 + 1", key: input}}.run(t)
		if !strings.Contains(out[0], "SystemLimitError") || out[1] != "2\n" {
			t.Errorf("%s: got %q", input, out)
		}
	}
}
