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
	if update != nil && report.Update() > 0 {
		if err := update(name, doc.String()); err != nil {
			return fmt.Errorf("update %s: %w", name, err)
		}
		return nil
	}
	for _, result := range report.Results {
		t.Run(result.Step.Path(), func(t T) {
			if result.Verdict.Bad() {
				t.Errorf("%s", result.Describe())
			} else if result.Verdict != Passed {
				t.Logf("%s", result.Verdict)
			}
		})
	}
	return nil
}
