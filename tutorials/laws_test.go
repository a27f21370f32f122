package tutorials_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gex/tutorials/transcript"
)

// lawFiles are real transcripts in several dialects that are quick to run.
var lawFiles = []string{
	filepath.Join("..", "testdata", "transcripts", "seed000.md"),
	filepath.Join("..", "testdata", "transcripts", "seed001.md"),
	filepath.Join("..", "testdata", "transcripts", "seed003.md"),
	filepath.Join("..", "testdata", "transcripts", "wrong_receive.md"),
	filepath.Join("..", "README.md"),
}

// amendedFile parses a text as the file of that name, with the errata beside it.
func amendedFile(t interface{ Fatal(...any) }, name, text string) *transcript.Document {
	doc, err := transcript.Parse(name, text)
	if err != nil {
		t.Fatal(err)
	}
	beside := strings.TrimSuffix(name, ".md") + ".errata.md"
	if amendments, err := os.ReadFile(beside); err == nil {
		errata, err := transcript.ParseErrata(beside, string(amendments))
		if err == nil {
			err = doc.Amend(errata)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return doc
}

func runFile(t interface{ Fatal(...any) }, doc *transcript.Document) *transcript.Report {
	report, err := doc.Run(context.Background(), transcript.Options{Open: openGolden})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// TestUpdateHeals spoils outputs of real transcripts and has an update put them
// right: then they pass, what was not spoiled is as it was byte by byte, and
// another update changes nothing.
func TestUpdateHeals(t *testing.T) {
	t.Parallel()
	texts := map[string]string{}
	for _, name := range lawFiles {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(text)
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(lawFiles).Draw(t, "file")
		text := texts[name]
		spoilt, touched := spoil(t, name, text)
		report := runFile(t, amendedFile(t, name, spoilt))
		if changed := report.Update(); changed == 0 && spoilt == text && report.Document.String() != text {
			t.Fatalf("an update without changes changes %s", name)
		}
		healed := report.Document.String()
		for _, line := range untouched(text, touched) {
			if !strings.Contains(unnumbered(healed), unnumbered(line)) {
				t.Fatalf("%s has lost the line %q:\n%s", name, line, healed)
			}
		}
		again := runFile(t, amendedFile(t, name, healed))
		if !again.OK() {
			t.Fatalf("%s, spoilt and updated, fails: %s\n%s", name, again.Summary(), healed)
		}
		if again.Update() != 0 || again.Document.String() != healed {
			t.Fatalf("a second update changes %s", name)
		}
	})
}

// spoil changes some lines of outputs, and returns the new text and the numbers of
// the lines.
func spoil(t *rapid.T, name, text string) (spoilt string, touched map[int]bool) {
	lines := strings.SplitAfter(text, "\n")
	touched = map[int]bool{}
	for _, s := range amendedFile(t, name, text).Steps() {
		if !strings.HasPrefix(s.Place(), name) || len(s.Expected) == 0 || s.Directives().Erratum != "" || s.Block.Use != transcript.Session {
			continue
		}
		if rapid.IntRange(0, 4).Draw(t, "spoil") > 0 {
			continue
		}
		for i := range s.Expected {
			touched[s.Line+len(s.Input)-1+i] = true
		}
		at := s.Line + len(s.Input) - 1
		l := s.Expected[0]
		lines[at] = l.Margin + rapid.SampledFrom([]string{":spoilt", "{1, 2}", "words of a book", "#PID<0.1.0>", "[...", "_ _"}).Draw(t, "text") + "\n"
	}
	return strings.Join(lines, ""), touched
}

var listingNumber = regexp.MustCompile(`(?m)^\d+\. `)

// unnumbered is a text without the numbers of listings, which an update counts anew.
func unnumbered(text string) string { return listingNumber.ReplaceAllString(text, "") }

// untouched are the lines of a text that were not spoilt.
func untouched(text string, touched map[int]bool) []string {
	var kept []string
	for i, line := range strings.SplitAfter(text, "\n") {
		if !touched[i] {
			kept = append(kept, line)
		}
	}
	return kept
}

// TestUpdateChangesNothing: an update of files that pass changes no byte.
func TestUpdateChangesNothing(t *testing.T) {
	t.Parallel()
	for _, pattern := range []string{"lessons/*.md", "testdata/book/book.md", "../testdata/transcripts/*.md", "../testdata/guides/*.md", "../README.md"} {
		names, err := filepath.Glob(filepath.FromSlash(pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			doc := amendedFile(t, name, string(text))
			report, err := doc.Run(t.Context(), transcript.Options{
				Open:     openGolden,
				ReadFile: func(file string) ([]byte, error) { return os.ReadFile(filepath.Join(filepath.Dir(name), file)) },
			})
			if err != nil {
				t.Fatal(err)
			}
			if n := report.Update(); !report.OK() || n != 0 || doc.String() != string(text) {
				t.Errorf("%s: %s, %d updates", name, report.Summary(), n)
			}
		}
	}
}
