package tutorials

import (
	"context"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/fatih/color"

	"gex/tutorials/transcript"
)

// TestOptions says what is checked. Open, Terminal and Paths are needed.
type TestOptions struct {
	Terminal
	Open    transcript.Opener
	Paths   []string // files, directories, names of lessons
	Lessons fs.FS    // nil: the embedded ones
	// Errata is a file of errata, or a directory with NAME.errata.md for
	// NAME.md. Without it the file NAME.errata.md beside a transcript is taken,
	// if there is one.
	Errata  string
	Update  bool   // rewrite failing outputs
	Accept  bool   // ask for each output whether to rewrite it; needs Terminal.In
	Run     string // a pattern; only steps with such a section/step count
	Verbose bool
	Strict  bool
	Timeout time.Duration // of an input; 0 is ten seconds
	Count   int           // how often each file is run; 0 is once
	// Seed is the seed of an order drawn by lot in which processes run and
	// messages arrive; 0 is the usual order.
	Seed int64
	// Explore is under how many such orders each file is run, from Seed on, or
	// from 1. All of them are to come to the same.
	Explore int
	JSON    bool   // write events, one a line, see TestEvent
	JUnit   string // a file for the results in JUnit's format
	// Oracle opens shells that are right by definition for a document, to
	// compare with.
	Oracle func(*transcript.Document) transcript.Opener
	// Watch says when to look whether files have changed, which are then checked
	// again; nil is never.
	Watch <-chan time.Time
}

// Test checks transcripts and returns the exit code. With Watch it goes on
// until ctx ends.
func Test(ctx context.Context, o TestOptions) int {
	c, problem := newChecker(o)
	if problem != "" {
		fmt.Fprintln(o.Err, problem)
		return ExitUsage
	}
	names, err := expand(c.o.Lessons, o.Paths)
	if err != nil {
		fmt.Fprintln(o.Err, err)
		return ExitUsage
	}
	if len(names) == 0 {
		fmt.Fprintf(o.Err, "no transcripts in %s\n", strings.Join(o.Paths, " "))
		return ExitUsage
	}
	code := c.files(ctx, names)
	if o.Watch != nil {
		return c.watch(ctx, names, code)
	}
	return code
}

type checker struct {
	o      TestOptions
	only   *regexp.Regexp
	paint  *painter
	style  transcript.Style
	sinks  []sink
	all    bool // accept every output from now on
	enough bool // accept none any more
}

// newChecker checks the options; problem says what is wrong with them.
func newChecker(o TestOptions) (c *checker, problem string) {
	if o.Lessons == nil {
		o.Lessons = Lessons()
	}
	o.Count = max(o.Count, 1)
	only, err := regexp.Compile(o.Run)
	switch {
	case err != nil:
		return nil, fmt.Sprintf("-run: %v", err)
	case len(o.Paths) == 0:
		return nil, "gex test: name a file, a directory or a lesson"
	case o.Explore > 0 && (o.Update || o.Accept || o.Oracle != nil):
		return nil, "gex test: -explore goes with neither -update, -i nor -oracle"
	case o.Errata != "" && !exists(o.Errata):
		return nil, fmt.Sprintf("gex test: -errata %s: no such file or directory", o.Errata)
	case o.Accept && (o.JSON || o.In == nil):
		return nil, "gex test: -i needs somebody to ask"
	}
	c = &checker{o: o, only: only, paint: newPainter(o.Terminal)}
	if o.Color {
		with := func(paint *color.Color) func(string) string {
			return func(text string) string { return paint.Sprint(text) }
		}
		c.style = transcript.Style{Want: with(c.paint.good), Got: with(c.paint.bad), Faint: with(c.paint.faint)}
	}
	if o.JSON {
		c.sinks = append(c.sinks, &eventSink{out: o.Out})
	} else {
		c.sinks = append(c.sinks, &textSink{c})
	}
	if o.JUnit != "" {
		c.sinks = append(c.sinks, &junitSink{name: o.JUnit})
	}
	return c, ""
}

// files checks files, some side by side, and returns the worst exit code. What
// they came to is told in their order.
func (c *checker) files(ctx context.Context, names []string) int {
	results := make([]chan *checked, len(names))
	for i := range results {
		results[i] = make(chan *checked, 1)
	}
	go func() {
		_ = transcript.SideBySide(len(names), func(i int) error {
			results[i] <- c.check(ctx, names[i])
			return nil
		})
	}()
	worst := ExitOK
	for _, result := range results {
		worst = max(worst, c.conclude(<-result))
	}
	for _, s := range c.sinks {
		if err := s.end(); err != nil {
			fmt.Fprintln(c.o.Err, err)
			worst = max(worst, ExitInternal)
		}
	}
	return worst
}

// conclude rewrites a file that has been run, if that is wanted, and tells what
// it came to.
func (c *checker) conclude(f *checked) int {
	if f.err == nil && f.report != nil && !f.report.OK() && (c.o.Update || c.o.Accept) {
		f.err = c.update(f)
	}
	if f.err != nil {
		fmt.Fprintln(c.o.Err, f.err)
	}
	for _, s := range c.sinks {
		s.file(f)
	}
	return f.code()
}

// checked is what checking a file came to.
type checked struct {
	name    string
	doc     *transcript.Document
	errata  *transcript.Errata // nil if there are none
	err     error              // of the file, or of a shell
	broken  bool               // err is of a shell
	elapsed time.Duration

	report      *transcript.Report // of the first run that failed, or the last one
	runs        int
	bad         int // of the runs
	exploration *transcript.Exploration
	witnesses   []witness // of an oracle
	updated     bool
	changed     int                 // outputs that were rewritten
	left        []transcript.Result // that failed and were not rewritten
}

// ok reports whether there is nothing to complain of.
func (f *checked) ok() bool { return f.code() == ExitOK }

// code is the exit code for the file.
func (f *checked) code() int {
	switch {
	case f.err != nil && f.broken:
		return ExitInternal
	case f.err != nil:
		return ExitFailed
	case f.exploration != nil:
		if !f.exploration.OK() {
			return ExitFailed
		}
		return ExitOK
	case f.updated:
		return worstOf(f.left)
	case slices.ContainsFunc(f.witnesses, witness.bad):
		return ExitFailed
	case f.witnesses != nil:
		return ExitOK
	}
	return worstOf(f.report.Results)
}

func worstOf(results []transcript.Result) int {
	worst := ExitOK
	for _, r := range results {
		switch {
		case r.Verdict.Bad() && r.TimedOut:
			worst = ExitInternal
		case r.Verdict.Bad():
			worst = max(worst, ExitFailed)
		}
	}
	return worst
}

// check runs a file as often and in as many orders as is wanted.
func (c *checker) check(ctx context.Context, name string) *checked {
	f := &checked{name: name}
	began := time.Now()
	defer func() { f.elapsed = time.Since(began) }()
	options, err := c.open(f)
	if err != nil {
		f.err = err
		return f
	}
	switch {
	case c.o.Explore > 0:
		f.exploration, f.err = f.doc.Explore(ctx, options, max(c.o.Seed, 1), c.o.Explore)
	case c.o.Oracle != nil:
		f.err = c.consult(ctx, f, options)
	default:
		f.err = c.repeat(ctx, f, options)
	}
	f.broken = f.err != nil
	return f
}

// open parses a file with its errata and says how it is run.
func (c *checker) open(f *checked) (transcript.Options, error) {
	doc, errata, files, err := openAmended(c.o.Lessons, f.name, c.o.Errata)
	f.doc, f.errata = doc, errata
	return transcript.Options{
		Open: c.o.Open, Strict: c.o.Strict, ReadFile: files, Timeout: c.o.Timeout, Schedule: c.o.Seed,
		Only: func(s *transcript.Step) bool { return c.only.MatchString(s.Path()) },
	}, err
}

// repeat runs a file as often as is wanted.
func (c *checker) repeat(ctx context.Context, f *checked, options transcript.Options) error {
	f.runs = c.o.Count
	reports := make([]*transcript.Report, f.runs)
	err := transcript.SideBySide(f.runs, func(i int) error {
		report, err := f.doc.Run(ctx, options)
		if err == nil && (!report.OK() || i == f.runs-1) {
			reports[i] = report
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, r := range reports {
		if r != nil && !r.OK() {
			f.bad++
		}
		if r != nil && (f.report == nil || f.report.OK()) {
			f.report = r
		}
	}
	return nil
}
