package transcript

import (
	"cmp"
	"context"
	"fmt"
	"time"
)

// Options says how documents are run. Open is needed.
type Options struct {
	Open   Opener
	Strict bool // outputs that are not written and prompt numbers count too
	Width  int  // of values; 0 is 80
	// Schedule is that of the Environment.
	Schedule int64
	// Timeout is how long an input may take that has no timeout of its own; 0
	// is ten seconds.
	Timeout time.Duration
	// Only chooses the steps that are compared; nil is all. The others run, as
	// later ones need what they do.
	Only func(*Step) bool
	// ReadFile finds the files that the document does not hold.
	ReadFile func(name string) ([]byte, error)
	// Observe is called with each result, block by block.
	Observe func(Result)
}

// Verdict is how a step ended.
type Verdict uint8

// The verdicts.
const (
	Passed  Verdict = iota
	Failed          // what came is not what is written
	Stale           // an erratum that is none any more
	Known           // differs, as its erratum says
	Racy            // differs, as it may
	Skipped         // not run or not compared
)

func (v Verdict) String() string {
	return [...]string{"ok", "FAIL", "stale erratum", "erratum", "racy", "skipped"}[v]
}

// Bad reports whether the verdict makes a run fail.
func (v Verdict) Bad() bool { return v == Failed || v == Stale }

// Result is what running a step gave.
type Result struct {
	Step    *Step
	Verdict Verdict
	Outputs []Output
	Why     string // for Failed, if it is no difference in the output
	Chart   string // for Failed, what the input sent, if the shell can draw that
	// TimedOut says that the input did not end in the time it had.
	TimedOut bool
	Elapsed  time.Duration // of real time

	conflict string   // of ids
	unloaded []string // which listings could not be loaded for the input
	ids      *bindings
}

// Report is what running a document gave.
type Report struct {
	Document *Document
	Results  []Result
}

// OK reports whether no step failed.
func (r *Report) OK() bool {
	for _, result := range r.Results {
		if result.Verdict.Bad() {
			return false
		}
	}
	return true
}

// Run runs all steps of the document in fresh shells and compares. The error
// is one of the shell, not of a step.
func (d *Document) Run(ctx context.Context, o Options) (*Report, error) {
	stage := NewStage(d, o.Open, Environment{
		Strict: o.Strict, Virtual: true, Width: o.Width, ReadFile: o.ReadFile, Schedule: o.Schedule,
	})
	stage.limit = cmp.Or(o.Timeout, defaultTimeout)
	defer stage.Close()
	r := &runner{stage: stage, options: o, report: &Report{Document: d}}
	for _, b := range d.Blocks() {
		if err := r.block(ctx, b); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", d.Name, b.Line, err)
		}
	}
	return r.report, nil
}

type runner struct {
	stage   *Stage
	options Options
	report  *Report
}

// block runs a block and gives verdicts on its steps, which an erratum of the
// block binds together.
func (r *runner) block(ctx context.Context, b *Block) error {
	from := len(r.report.Results)
	for _, s := range b.Steps {
		result, err := r.step(ctx, s)
		if err != nil {
			return err
		}
		r.report.Results = append(r.report.Results, result)
	}
	results := r.report.Results[from:]
	if b.Directives.Erratum != "" {
		settleErratum(results)
	}
	for i, result := range results {
		if result.Step.own.Erratum != "" {
			settleErratum(results[i : i+1])
		}
	}
	for _, result := range results {
		if r.options.Observe != nil {
			r.options.Observe(result)
		}
	}
	return nil
}

// settleErratum turns failures into known ones. If there is none, the erratum
// is stale, unless it is racy whether there are any.
func settleErratum(results []Result) {
	compared, known := -1, false
	for i := range results {
		switch results[i].Verdict {
		case Failed:
			results[i].Verdict, known = Known, true
		case Passed:
			compared = i
		}
	}
	if compared >= 0 && !known && !results[compared].Step.Directives().Racy {
		results[compared].Verdict = Stale
		results[compared].Why = "the erratum is stale: the output now agrees"
	}
}

// step runs one step and compares.
func (r *runner) step(ctx context.Context, s *Step) (Result, error) {
	result := Result{Step: s, Verdict: Skipped}
	if s.Directives().Skip {
		return result, nil
	}
	in, err := r.stage.enter(s.Block)
	if err != nil {
		return result, err
	}
	result.ids = in.scope(s.Block)
	number := in.shell.Number()
	if in.shell.Status(s.Text()) == Incomplete {
		result.Verdict, result.Why = Failed, "the input is incomplete"
		return result, nil
	}
	began := time.Now()
	outputs, outcome, err := r.stage.Run(ctx, s)
	result.Elapsed = time.Since(began)
	if err != nil {
		return result, err
	}
	result.Outputs, result.TimedOut, result.unloaded = outputs, outcome.TimedOut, in.provided.broken
	in.provided.broken = nil
	if r.options.Only == nil || r.options.Only(s) {
		r.judge(&result, outcome, number)
	}
	if result.Verdict == Failed {
		result.Chart, _ = r.stage.Draw(s.Block, Drawing{Format: "term"})
	}
	return result, ctx.Err()
}

// judge compares what came with what is written.
func (r *runner) judge(result *Result, outcome Outcome, number int) {
	s := result.Step
	result.Verdict = Passed
	if outcome.TimedOut {
		result.fail("the input did not end in the time it had")
		return
	}
	if n := s.Input[0].number(); r.options.Strict && n != 0 && n != number {
		result.fail(fmt.Sprintf("the prompt is iex(%d)>, the shell is at iex(%d)>", n, number))
		return
	}
	if len(s.Expected) == 0 {
		r.judgeSilent(result, outcome)
		return
	}
	undo := result.ids.mark()
	conflict, ok := compare(s.Output(), result.Outputs, s.Directives().Order, result.ids, s.Place())
	if s.Directives().Racy {
		result.ids.undo(undo)
	}
	if !ok {
		result.conflict = conflict
		result.fail("")
	}
}

// judgeSilent judges a step without an expected output: it must succeed.
func (r *runner) judgeSilent(result *Result, outcome Outcome) {
	for _, o := range result.Outputs {
		if o.Kind == Failure {
			result.fail("no error is expected")
			return
		}
	}
	switch {
	case !outcome.OK && !outcome.Exit:
		result.fail("the input gave no value")
	case r.options.Strict && result.Step.Block.Use == Session && len(withoutWarnings(result.Outputs)) > 0:
		result.fail("no output is expected")
	}
}

func (r *Result) fail(why string) {
	r.Verdict, r.Why = Failed, why
	if d := r.Step.Directives(); d.Racy && d.Erratum == "" {
		r.Verdict = Racy
	}
}

// Place is where the step stands: file:line.
func (s *Step) Place() string {
	return fmt.Sprintf("%s:%d", s.Block.document.Name, s.Line)
}

// In reports whether the step stands in the document itself, and not in errata
// that it was amended with.
func (s *Step) In(d *Document) bool { return s.Block.document == d }

// Path names the step within its file: section/step.
func (s *Step) Path() string {
	if title := s.Block.Section.Title; title != "" {
		return title + "/" + s.ID
	}
	return s.ID
}
