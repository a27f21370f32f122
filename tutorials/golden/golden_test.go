package golden_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gex/tutorials/golden"
)

var update = flag.Bool("update", false, "rewrite the outputs of transcripts that differ")

// TestTranscripts is all that a project needs.
func TestTranscripts(t *testing.T) {
	golden.Options{Modules: []any{Ledger{}}, Schedules: 10, Update: *update, Dir: "testdata"}.Run(t, os.DirFS("testdata"), "*.md")
}

// runs runs tests as the go command does and reports whether they pass.
func runs(test func(t *testing.T)) bool {
	all := func(pattern, name string) (bool, error) { return true, nil }
	return testing.RunTests(all, []testing.InternalTest{{Name: "Test", F: test}})
}

// Example runs the transcripts of a file system that is not on a disk.
func Example() {
	files := fstest.MapFS{"sum.md": {Data: []byte("```iex\niex> 1 + 1\n2\n```\n")}}
	fmt.Println(runs(func(t *testing.T) { golden.Run(t, files, "*.md") }))
	// Output: true
}

// Test other modules in other sessions at once.
func TestParallel(t *testing.T) {
	for i := range 4 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			golden.Options{Modules: []any{Ledger{}}}.Run(t, os.DirFS("testdata"), "*.md")
		})
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestUpdate(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	text := "```iex\niex> self()\n#PID<0.7.0>\niex> [self(), %{a: 1}]\n[#PID<0.7.0>, %{a: _}]\niex> 1 + 1\n3\n```\n"
	write(t, name, text)
	o := golden.Options{Update: true, Dir: dir}
	o.Run(t, os.DirFS(dir), "*.md")
	want := strings.Replace(text, "3\n", "2\n", 1)
	if got, _ := os.ReadFile(name); string(got) != want {
		t.Errorf("updated to\n%s\nwant\n%s", got, want)
	}
	golden.Run(t, os.DirFS(dir), "*.md")
}

// wrongFiles are transcripts that fail in every way.
var wrongFiles = fstest.MapFS{
	"wrong.md": {Data: []byte("## A sum\n```iex\niex> {:ok, a} = Agent.start_link(fn -> 1 end)\niex> {1, Agent.get(a, & &1)}\n{1, 2}\n```\n")},
	"race.md":  {Data: []byte("```iex\niex> me = self()\niex> for n <- 1..2, do: spawn(fn -> send(me, n) end); Process.sleep(1); flush\n1\n2\n:ok\n```\n")},
}

// TestWrong fails when TestFailures has it run.
func TestWrong(t *testing.T) {
	glob := os.Getenv("GEX_WRONG")
	if glob == "" {
		t.Skip("is run by TestFailures")
	}
	golden.Options{Schedules: 20}.Run(t, wrongFiles, glob)
}

// TestFailures looks at what the tests of wrong transcripts say.
func TestFailures(t *testing.T) {
	for glob, wants := range map[string][]string{
		"wrong.md": {
			"--- FAIL: TestWrong/wrong.md/A_sum/4", "wrong.md:4: FAIL (A sum/4)",
			"want  | {1, 2}\n", "got   | {1, 1}\n", "  |     ^\n", "Agent", "=== ATTR  TestWrong/wrong.md/A_sum/4 transcript wrong.md:4",
		},
		"race.md": {"--- FAIL: TestWrong/race.md/schedules/3", "race.md:3: 2 outcomes", "times, schedule"},
		"none.md": {"no transcripts match none.md"},
	} {
		command := exec.Command(os.Args[0], "-test.run", "^TestWrong$", "-test.v")
		command.Env = append(os.Environ(), "GEX_WRONG="+glob)
		out, err := command.CombinedOutput()
		if err == nil {
			t.Errorf("%s passes:\n%s", glob, out)
		}
		for _, want := range wants {
			if !strings.Contains(string(out), want) {
				t.Errorf("%s: %q is missing in\n%s", glob, want, out)
			}
		}
	}
}
