package eval

import (
	"testing"

	"gex/interp/syntax"
)

// TestIsState tells {:ok, value} from other tuples.
func TestIsState(t *testing.T) {
	for text, want := range map[string]bool{"{:ok, n}": true, "{:ok, n, 1}": false, "{:error, n}": false, "{n, :ok}": false} {
		file, err := syntax.Parse(text, syntax.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if tuple, ok := file.Body.(*syntax.Tuple); !ok || isState(tuple) != want {
			t.Errorf("isState(%s) is not %t", text, want)
		}
	}
}
