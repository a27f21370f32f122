package eval

import (
	"testing"

	"gex/interp/syntax"
)

// TestIsResult tells the tuples that results are of from others.
func TestIsResult(t *testing.T) {
	for text, want := range map[string]bool{"{:ok, n}": true, "{:reply, n, 1}": true, "{:ok, n, 1, 2}": false, "{n, :ok}": false, "{}": false} {
		file, err := syntax.Parse(text, syntax.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if tuple, ok := file.Body.(*syntax.Tuple); !ok || isResult(tuple) != want {
			t.Errorf("isResult(%s) is not %t", text, want)
		}
	}
}
