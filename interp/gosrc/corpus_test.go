package gosrc

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	update = flag.Bool("update", false, "record the outputs of compiled programs, and golden files")
	corpus = flag.String("corpus", "testdata/corpus", "the directory of the programs that are run")
)

// The programs of testdata/corpus print what they print compiled, and end as
// they end compiled: both are recorded beside them. They are ordinary programs,
// some of which have their statements in Main. Those of another directory can
// be run with -corpus; they are recorded where they have not been. With
// GEX_SHARE=N one in N is run, and all that have goroutines, as .ci/run does
// under the race detector.
func TestCorpus(t *testing.T) {
	share := setting("GEX_SHARE", 1)
	taken := func(i int, file string) bool { return i%share == 0 || goStatement.MatchString(read(t, file)) }
	eachOfCorpus(t, taken, func(t *testing.T, s *session, file string) { runCorpus(t, s, file) })
}

// They do the same when declarations have been typed again one by one: what is
// compiled together holds all that has to change together. One program in three,
// or in three times GEX_SHARE, has a quarter of its declarations typed again;
// GEX_PARTS=1 takes all of all.
func TestCorpusInParts(t *testing.T) {
	every, programs := setting("GEX_PARTS", 4), 3*setting("GEX_SHARE", 1)
	if every == 1 {
		programs = 1
	}
	taken := func(i int, _ string) bool { return i%programs == 0 }
	eachOfCorpus(t, taken, func(t *testing.T, s *session, file string) {
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

var goStatement = regexp.MustCompile(`(?m)^\s*go `)

// eachOfCorpus does something in a session with each program that is taken.
func eachOfCorpus(t *testing.T, taken func(i int, file string) bool, do func(t *testing.T, s *session, file string)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(*corpus, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for i, file := range files {
		if !taken(i, file) {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".go"), func(t *testing.T) {
			if _, err := os.Stat(recordOf(file)); *update || err != nil {
				record(t, file)
			}
			s := newSession(t)
			program := strings.Replace(read(t, file), "func main() { Main() }", "", 1)
			if _, err := s.define(program); err != nil {
				if refusal, ok := AsError(err); ok {
					t.Fatal("refused: ", refusal)
				}
				compareRun(t, s, file, err)
				return
			}
			do(t, s, file)
		})
	}
}

// recordOf is the file of what a program does.
func recordOf(file string) string { return strings.TrimSuffix(file, ".go") + ".out" }

// runCorpus runs a program and compares what it prints and how it ends.
func runCorpus(t *testing.T, s *session, file string) {
	t.Helper()
	s.out.Reset()
	_, err := s.apply("Go", "main")
	compareRun(t, s, file, err)
}

func compareRun(t *testing.T, s *session, file string, err error) {
	t.Helper()
	want, failure, fails := strings.Cut(read(t, recordOf(file)), endOfOutput)
	if s.out.String() != want {
		t.Error(diff(s.out.String(), want))
	}
	if ending(err) == "{:exit_status, 0}" {
		err = nil
	}
	if fails != (err != nil) || fails && !sameEnding(err, failure) {
		t.Errorf("ends with %q, want %q", ending(err), failure)
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
