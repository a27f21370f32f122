package gosrc

import (
	"go/printer"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Passes that leave declarations out make of each program what they would make
// of it if they looked at all.
func TestPassesLeaveNothingOut(t *testing.T) {
	unsparing := slices.Clone(passes)
	for i := range unsparing {
		unsparing[i].on = everything
	}
	imp := newImporter()
	for file, program := range corpusPrograms(t) {
		if got, want := lowerAll(t, imp, program, passes), lowerAll(t, imp, program, unsparing); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
		}
	}
}

// lowerAll runs passes over a program, or returns "" if it is refused.
func lowerAll(t *testing.T, imp *importer, src string, passes []pass) string {
	t.Helper()
	p := generated(t, imp, src)
	if err := p.check(imp); err != nil {
		return ""
	}
	p.describe()
	if err := p.flatten(imp); err != nil {
		return ""
	}
	p.lower(passes)
	source, err := p.print(printer.Config{Mode: printer.RawFormat})
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// corpusPrograms are the programs of the corpus, by file, without what only the go
// tool needs; one in GEX_PARTS of them, or in four.
func corpusPrograms(t *testing.T) iter.Seq2[string, string] {
	t.Helper()
	files, err := filepath.Glob("testdata/corpus/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	every := setting("GEX_PARTS", 4)
	return func(yield func(file, program string) bool) {
		for i := 0; i < len(files); i += every {
			src, err := os.ReadFile(files[i])
			if err != nil {
				t.Fatal(err)
			}
			if !yield(files[i], strings.Replace(string(src), "func main() { Main() }", "", 1)) {
				return
			}
		}
	}
}
