package tutorials

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"gex/tutorials/transcript"
)

// TestOptions says what is checked. Open, Terminal and Paths are needed.
type TestOptions struct {
	Terminal
	Open    transcript.Opener
	Paths   []string // files, directories, names of lessons
	Lessons fs.FS    // nil: the embedded ones
	Update  bool     // rewrite failing outputs
	Run     string   // a pattern; only steps with such a section/step count
	Verbose bool
	Strict  bool
}

// Test checks transcripts and returns the exit code.
func Test(ctx context.Context, o TestOptions) int {
	if o.Lessons == nil {
		o.Lessons = Lessons()
	}
	only, err := regexp.Compile(o.Run)
	if err != nil {
		fmt.Fprintf(o.Err, "-run: %v\n", err)
		return ExitUsage
	}
	if len(o.Paths) == 0 {
		fmt.Fprintln(o.Err, "gex test: name a file, a directory or a lesson")
		return ExitUsage
	}
	names, err := expand(o.Lessons, o.Paths)
	if err != nil {
		fmt.Fprintln(o.Err, err)
		return ExitUsage
	}
	if len(names) == 0 {
		fmt.Fprintf(o.Err, "no transcripts in %s\n", strings.Join(o.Paths, " "))
		return ExitUsage
	}
	c := &checker{o: o, only: only, paint: newPainter(o.Terminal)}
	worst := ExitOK
	for _, name := range names {
		worst = max(worst, c.file(ctx, name))
	}
	return worst
}

type checker struct {
	o     TestOptions
	only  *regexp.Regexp
	paint *painter
}

// file checks one file and returns its exit code.
func (c *checker) file(ctx context.Context, name string) int {
	doc, files, err := openDocument(c.o.Lessons, name)
	if err != nil {
		fmt.Fprintln(c.o.Err, err)
		return ExitFailed
	}
	report, err := doc.Run(ctx, transcript.Options{
		Open: c.o.Open, Strict: c.o.Strict, ReadFile: files,
		Only: func(s *transcript.Step) bool { return c.only.MatchString(s.Path()) },
	})
	if err != nil {
		fmt.Fprintln(c.o.Err, err)
		return ExitInternal
	}
	if c.o.Update && !report.OK() {
		return c.update(name, report)
	}
	c.results(name, report)
	verdict, code := "ok  ", ExitOK
	if !report.OK() {
		verdict, code = "FAIL", ExitFailed
	}
	fmt.Fprintf(c.o.Out, "%s  %s  (%s)\n", verdict, name, report.Summary())
	return code
}

// update rewrites the file.
func (c *checker) update(name string, report *transcript.Report) int {
	changed := report.Update()
	if changed > 0 {
		if err := replaceFile(name, report.Document.String()); err != nil {
			fmt.Fprintln(c.o.Err, err)
			return ExitInternal
		}
	}
	fmt.Fprintf(c.o.Out, "updated  %s  (%d outputs)\n", name, changed)
	code := ExitOK
	for _, r := range report.Results {
		if r.Verdict == transcript.Stale || r.Verdict == transcript.Failed && !r.Updatable() {
			fmt.Fprint(c.o.Out, r.Describe())
			code = ExitFailed
		}
	}
	return code
}

// replaceFile writes a file that exists, in one piece.
func replaceFile(name, text string) error {
	info, err := os.Stat(name)
	if err != nil {
		return fmt.Errorf("update: %w", err)
	}
	if err := os.WriteFile(name+".new", []byte(text), info.Mode().Perm()); err != nil {
		return fmt.Errorf("update: %w", err)
	}
	if err := os.Rename(name+".new", name); err != nil {
		return fmt.Errorf("update: %w", err)
	}
	return nil
}

// results prints what failed: of each section the first, as the others mostly
// follow from it, or with Verbose every step.
func (c *checker) results(name string, report *transcript.Report) {
	failed := map[*transcript.Section]int{}
	for _, r := range report.Results {
		section := r.Step.Block.Section
		switch {
		case r.Verdict.Bad():
			failed[section]++
			if c.o.Verbose || failed[section] == 1 {
				c.failure(name, r)
			}
		case c.o.Verbose:
			fmt.Fprintf(c.o.Out, "%s: %s (%s)\n", r.Step.Place(), r.Verdict, r.Step.Path())
		}
	}
	for _, s := range report.Document.Sections {
		if n := failed[s] - 1; n > 0 && !c.o.Verbose {
			where := fmt.Sprintf("section %q", s.Title)
			if s.Title == "" {
				where = "the part before the first section"
			}
			fmt.Fprintf(c.o.Out, "%s: %d more in %s, which may follow from it (-v shows them)\n", name, n, where)
		}
	}
}

// failure prints a failed step and how to go on.
func (c *checker) failure(name string, r transcript.Result) {
	fmt.Fprint(c.o.Out, r.Describe())
	pattern := "'^" + strings.ReplaceAll(regexp.QuoteMeta(r.Step.Path()), "'", ".") + "$'"
	fmt.Fprintln(c.o.Out, c.paint.faint.Sprintf("    gex test -run %s %s", pattern, name))
	if r.Updatable() {
		fmt.Fprintln(c.o.Out, c.paint.faint.Sprintf("    gex test -update %s   # if that is right now", name))
	}
	fmt.Fprintln(c.o.Out)
}
