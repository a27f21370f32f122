package gosrc

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "record the outputs of go run, and golden files")

// The programs of testdata/corpus print what go run has printed, which is
// recorded beside them. They are ordinary programs whose main calls Main.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/corpus/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".go"), func(t *testing.T) {
			recorded := strings.TrimSuffix(file, ".go") + ".out"
			if *update {
				record(t, file, recorded)
			}
			s := newSession(t)
			program := strings.Replace(read(t, file), "func main() { Main() }", "", 1)
			if _, err := s.define(program); err != nil {
				t.Fatalf("Define: %v", err)
			}
			_, err := s.apply("Go", "main")
			if want := read(t, recorded); s.out.String() != want {
				t.Error(diff(s.out.String(), want))
			}
			if err != nil {
				t.Error(failure(err))
			}
		})
	}
}

// diff shows the first line that differs.
func diff(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d differs:\ngot  %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

func record(t *testing.T, file, recorded string) {
	t.Helper()
	out, err := exec.Command("go", "run", file).CombinedOutput()
	if err != nil {
		t.Fatalf("go run %s: %v\n%s", file, err, out)
	}
	if err := os.WriteFile(recorded, out, 0o644); err != nil {
		t.Fatal(err)
	}
}
