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
	eachOfCorpus(t, func(t *testing.T, s *session, file string) {
		recorded := strings.TrimSuffix(file, ".go") + ".out"
		if *update {
			record(t, file, recorded)
		}
		runCorpus(t, s, file)
	})
}

// They do the same when declarations have been typed again one by one: what is
// compiled together holds all that has to change together. Each program has a
// quarter of its declarations typed again, GEX_PARTS=1 takes all.
func TestCorpusInParts(t *testing.T) {
	every := setting("GEX_PARTS", 4)
	eachOfCorpus(t, func(t *testing.T, s *session, file string) {
		for i, d := range s.unit.store.sorted() {
			if d.kind == kindImport || d.isInit() || (i+len(file))%every != 0 {
				continue
			}
			if _, err := s.define(d.text); err != nil {
				t.Fatalf("Define(%s): %v", d.text, err)
			}
		}
		runCorpus(t, s, file)
	})
}

// eachOfCorpus does something in a session with each program.
func eachOfCorpus(t *testing.T, do func(t *testing.T, s *session, file string)) {
	t.Helper()
	files, err := filepath.Glob("testdata/corpus/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".go"), func(t *testing.T) {
			s := newSession(t)
			program := strings.Replace(read(t, file), "func main() { Main() }", "", 1)
			if _, err := s.define(program); err != nil {
				t.Fatalf("Define: %v", err)
			}
			do(t, s, file)
		})
	}
}

// runCorpus runs a program and compares what it prints.
func runCorpus(t *testing.T, s *session, file string) {
	t.Helper()
	_, err := s.apply("Go", "main")
	if want := read(t, strings.TrimSuffix(file, ".go")+".out"); s.out.String() != want {
		t.Error(diff(s.out.String(), want))
	}
	if err != nil {
		t.Error(failure(err))
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
