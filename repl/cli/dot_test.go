package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDotFile has a file evaluated before the first prompt.
func TestDotFile(t *testing.T) {
	t.Setenv("GEX_HOME", "none")
	home, dir := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Chdir(dir)
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	shows := func(want string, args ...string) {
		t.Helper()
		if out, _, _ := runCommand("x\n", args...); !strings.Contains(out, want) {
			t.Errorf("gex %v shows %q, want %q in it", args, out, want)
		}
	}
	shows("undefined function x/0")
	write(filepath.Join(home, ".gex.exs"), "x = :home")
	shows("iex(2)> x\n:home\n")
	write(".gex.exs", "x = :here")
	shows("iex(2)> x\n:here\n")
	write("other.exs", "x = :other")
	shows("x\n:other\n", "-dot-iex", "other.exs")
	shows("undefined function x/0", "-dot-iex", "")
	write("bad.exs", "x = 1 / 0")
	shows("Error while evaluating: bad.exs\n", "-dot-iex", "bad.exs")
}
