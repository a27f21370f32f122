package bridge

import (
	"flag"
	"os"
	"strings"
	"testing"

	"gex/interp/syntax"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func parse(t *testing.T, name string) []syntax.Node {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := syntax.Parse(string(text), syntax.Options{File: name})
	if err != nil {
		t.Fatal(err)
	}
	return statements(file.Body)
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and look. Got\n%s", name, got)
	}
}

// TestGo compares the Go of the modules of the guides, and of others that use
// what these do not.
func TestGo(t *testing.T) {
	for _, name := range []string{"guides", "more"} {
		var b strings.Builder
		for _, n := range parse(t, "testdata/"+name+".ex") {
			text, err := Go(n)
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(text + "\n")
		}
		compare(t, "testdata/"+name+".golden", b.String())
	}
}
