package gosrc

import (
	"go/printer"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Each pass has a file testdata/lower/NAME.txt: what goes in, a line of dashes,
// and what the pass makes of it, after those that it needs.
func TestPasses(t *testing.T) {
	for _, pass := range passes {
		t.Run(pass.name, func(t *testing.T) {
			file := filepath.Join("testdata", "lower", pass.name+".txt")
			before, after, found := strings.Cut(read(t, file), "\n----\n")
			if !found && !*update {
				t.Fatalf("%s has no line of dashes", file)
			}
			got := lowered(t, strings.TrimSpace(before), pass)
			if *update {
				if err := os.WriteFile(file, []byte(strings.TrimSpace(before)+"\n\n----\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != after {
				t.Errorf("%s makes\n%s\nwant\n%s", pass.name, got, after)
			}
		})
	}
}

// needed are the passes without which another has nothing to do.
var needed = map[string][]string{"label": {"fallthrough", "switch"}, "checkpoint": {"line", "method"}}

// lowered runs one pass over a program.
func lowered(t *testing.T, src string, pass pass) string {
	t.Helper()
	imp := newImporter()
	p := generated(t, imp, src)
	if err := p.check(imp); err != nil {
		t.Fatal(err)
	}
	p.describe()
	for _, earlier := range passes {
		if slices.Contains(needed[pass.name], earlier.name) {
			p.run(earlier)
		}
	}
	p.run(pass)
	p.importAll()
	source, err := p.print(printer.Config{Mode: printer.UseSpaces | printer.TabIndent, Tabwidth: 8})
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(source, "\n\n")
	return body
}

// generated is the program of a source, not checked yet.
func generated(t *testing.T, imp *importer, src string) *program {
	t.Helper()
	added, err := split(src, "iex", 1)
	if err != nil {
		t.Fatal(err)
	}
	p, err := generate(newStore().with(added), imp)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
