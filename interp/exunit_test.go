package interp_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gex/interp"
)

// What differs from run to run in the report of ExUnit: times, pids, and the
// numbers of functions.
var volatile = regexp.MustCompile(`\d+\.\d+s?|#PID<[^>]*>|#Function<[\d.]+`)

// TestExUnitReports compares what a run of tests prints with what ExUnit of
// Elixir 1.14 printed for the same file.
func TestExUnitReports(t *testing.T) {
	dir := filepath.Join("exunit", "testdata")
	recorded, err := os.ReadFile(filepath.Join(dir, "failing.txt"))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) }
	got := play(t, interp.Options{ReadFile: read}, `c "failing.exs"`)
	got, _ = strings.CutSuffix(got, "[ATest, SetupTest, WrongSetupTest]\n")
	g, w := volatile.ReplaceAllString(got, "_"), volatile.ReplaceAllString(string(recorded), "_")
	if g == w {
		return
	}
	gl, wl := strings.Split(g, "\n"), strings.Split(w, "\n")
	for i := range max(len(gl), len(wl)) {
		if i >= len(gl) || i >= len(wl) || gl[i] != wl[i] {
			t.Fatalf("line %d differs, got\n%s\nwant\n%s", i+1, strings.Join(gl[min(i, len(gl)):], "\n"), strings.Join(wl[min(i, len(wl)):], "\n"))
		}
	}
}

// TestAssertionsAtThePrompt is what gex adds: no import is needed, and
// children of start_supervised live as long as the shell.
func TestAssertionsAtThePrompt(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"assert 1 + 1 == 2", "true\n"},
		{"assert {:ok, x} = {:ok, 3}", "{:ok, 3}\n"},
		{"refute nil", "nil\n"},
		{"Agent.get(start_supervised!({Agent, fn -> 5 end}), & &1)", "5\n"},
		{"catch_exit(exit(:bye))", ":bye\n"},
	} {
		if got := play(t, interp.Options{}, c.in); got != c.want {
			t.Errorf("%s printed\n%s\nwant\n%s", c.in, got, c.want)
		}
	}
}
