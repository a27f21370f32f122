package tutorials_test

import (
	"context"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gex/tutorials"
	"gex/tutorials/live"
	"gex/tutorials/transcript"
)

var update = flag.Bool("update", false, "rewrite the failing outputs of transcripts")

// openGolden opens sessions as gex test does.
var openGolden = live.Options{}.Opener()

// TestLessons proves every lesson true.
func TestLessons(t *testing.T) {
	golden(t, tutorials.Lessons(), "lessons", transcript.Options{})
}

var recordings = filepath.Join("..", "testdata", "transcripts")

// TestTranscripts compares with what real IEx printed.
func TestTranscripts(t *testing.T) {
	golden(t, os.DirFS(recordings), recordings,
		transcript.Options{Strict: true})
}

var guides = filepath.Join("..", "testdata", "guides")

// TestGuides runs what the guides build, in modules of our own, as a learner
// does.
func TestGuides(t *testing.T) {
	golden(t, os.DirFS(guides), guides, transcript.Options{})
}

func golden(t *testing.T, files fs.FS, dir string, o transcript.Options) {
	o.Open = openGolden
	o.ReadFile = func(name string) ([]byte, error) { return fs.ReadFile(files, name) }
	var rewrite func(name, text string) error
	if *update {
		rewrite = func(name, text string) error { return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644) }
	}
	transcript.Run(t, files, "*.md", o, rewrite)
}

// TestLessonsAreStable runs every lesson again and again: what is printed is
// the same each time, ids and all.
func TestLessonsAreStable(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(tutorials.Lessons(), "*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		first := printedBy(t, name)
		for n := range 10 {
			if again := printedBy(t, name); again != first {
				t.Fatalf("run %d of %s prints\n%s\nand not\n%s", n+2, name, again, first)
			}
		}
	}
}

// printedBy runs a lesson and returns all that is printed.
func printedBy(t *testing.T, name string) string {
	t.Helper()
	doc, err := transcript.ParseFile(tutorials.Lessons(), name)
	if err != nil {
		t.Fatal(err)
	}
	report, err := doc.Run(context.Background(), transcript.Options{Open: openGolden})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range report.Results {
		for _, o := range r.Outputs {
			b.WriteString(o.From + " " + o.Text)
		}
	}
	return b.String()
}
