package transcript

import (
	"context"
	"fmt"
	"io/fs"
)

// Tester is what [Run] needs of *testing.T.
type Tester[T any] interface {
	Helper()
	Run(name string, test func(T)) bool
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Logf(format string, args ...any)
	Attr(key, value string)
}

// Run runs every file of fsys that matches glob as a golden test: a subtest a
// file, a section and a step. Steps that differ fail with the difference, as
// far as Options.Only lets them be compared.
//
// If update is not nil, failing outputs are rewritten and update is called
// with the name and the new text of each file that changed.
func Run[T Tester[T]](t T, fsys fs.FS, glob string, o Options, update func(name, text string) error) {
	t.Helper()
	names, err := fs.Glob(fsys, glob)
	if err != nil || len(names) == 0 {
		t.Fatalf("no transcripts match %s (%v)", glob, err)
	}
	for _, name := range names {
		t.Run(name, func(t T) {
			if err := runFile(t, fsys, name, o, update); err != nil {
				t.Errorf("%v", err)
			}
		})
	}
}

// runFile runs one file and reports every step as a subtest.
func runFile[T Tester[T]](t T, fsys fs.FS, name string, o Options, update func(name, text string) error) error {
	doc, err := ParseFile(fsys, name)
	if err != nil {
		return err
	}
	report, err := doc.Run(context.Background(), o)
	if err != nil {
		return err
	}
	rewritten := map[*Step]bool{}
	if update != nil {
		changed := report.UpdateIf(func(r Result, _ string) bool { rewritten[r.Step] = true; return true })
		if changed > 0 {
			if err := update(name, doc.String()); err != nil {
				return fmt.Errorf("update %s: %w", name, err)
			}
		}
	}
	for _, result := range report.Results {
		if rewritten[result.Step] {
			continue
		}
		t.Run(result.Step.Path(), func(t T) {
			t.Attr("transcript", result.Step.Place())
			if result.Verdict.Bad() {
				t.Errorf("%s", result.Describe())
			} else if result.Verdict != Passed {
				t.Logf("%s", result.Verdict)
			}
		})
	}
	return nil
}

// RunSchedules runs every file of fsys that matches glob in n orders drawn by
// lot, as Document.Explore does, with a subtest for each step that comes to
// several things.
func RunSchedules[T Tester[T]](t T, fsys fs.FS, glob string, o Options, n int) {
	t.Helper()
	names, _ := fs.Glob(fsys, glob)
	for _, name := range names {
		t.Run(name+"/schedules", func(t T) {
			doc, err := ParseFile(fsys, name)
			if err != nil {
				t.Fatalf("%v", err)
			}
			found, err := doc.Explore(context.Background(), o, 1, n)
			if err != nil {
				t.Fatalf("%v", err)
			}
			for _, step := range found.Steps {
				if step.Bad() {
					t.Run(step.Step.Path(), func(t T) { t.Errorf("%s", step.Describe()) })
				}
			}
		})
	}
}
