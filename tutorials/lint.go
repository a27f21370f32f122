package tutorials

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"gex/tutorials/transcript"
)

// LintOptions says what is looked at. Open, Terminal and Paths are needed.
type LintOptions struct {
	Work
	Paths []string // files, directories, names of lessons
	Fix   bool     // put right what is a matter of form
}

// finding is something an author should see to.
type finding struct {
	line int
	text string
}

// Lint looks whether transcripts are fit to learn from, and returns the exit
// code: ExitFailed if something is to be done.
func Lint(ctx context.Context, o LintOptions) int {
	if o.Lessons == nil {
		o.Lessons = Lessons()
	}
	if len(o.Paths) == 0 {
		return o.trouble(fmt.Errorf("gex lint: name a file, a directory or a lesson"), ExitUsage)
	}
	names, err := expand(o.Lessons, o.Paths)
	if err != nil {
		return o.trouble(err, ExitUsage)
	}
	worst := ExitOK
	for _, name := range names {
		l := &linter{o: o, name: name}
		worst = max(worst, l.file(ctx))
	}
	return worst
}

// linter looks at one file.
type linter struct {
	o        LintOptions
	name     string
	doc      *transcript.Document
	files    func(string) ([]byte, error)
	numbers  map[*transcript.Step]int // of the prompts
	findings []finding
}

func (l *linter) note(line int, format string, args ...any) {
	l.findings = append(l.findings, finding{line, fmt.Sprintf(format, args...)})
}

// file looks at the file and prints what is to be done.
func (l *linter) file(ctx context.Context) int {
	doc, files, err := openDocument(l.o.Lessons, l.name)
	if err != nil {
		return l.o.trouble(err, ExitFailed)
	}
	l.doc, l.files = doc, files
	if err := l.runs(ctx); err != nil {
		return l.o.trouble(err, ExitInternal)
	}
	if err := l.leads(ctx); err != nil {
		return l.o.trouble(err, ExitInternal)
	}
	l.guides()
	l.links()
	l.unused()
	if code := l.form(); code != ExitOK {
		return code
	}
	slices.SortStableFunc(l.findings, func(a, b finding) int { return cmp.Compare(a.line, b.line) })
	for _, f := range l.findings {
		fmt.Fprintf(l.o.Out, "%s:%d: %s\n", l.name, f.line, f.text)
	}
	if len(l.findings) > 0 {
		return ExitFailed
	}
	return ExitOK
}

// runs looks whether every step gives what is written, from a fresh start.
func (l *linter) runs(ctx context.Context) error {
	l.numbers = map[*transcript.Step]int{}
	w := l.o.Work
	err := w.perform(ctx, l.doc, l.files, func(p performed) { l.numbers[p.step] = p.number })
	if err != nil {
		return err
	}
	report, err := l.doc.Run(ctx, transcript.Options{Open: l.o.Open, ReadFile: l.files})
	if err != nil {
		return err
	}
	for _, r := range report.Results {
		switch r.Verdict {
		case transcript.Failed:
			l.note(r.Step.Line, "step %s does not give what is written; gex test shows how", r.Step.ID)
		case transcript.Stale:
			l.note(r.Step.Line, "the erratum of step %s is stale: what is written is what comes", r.Step.ID)
		}
	}
	return nil
}

// leads looks whether a learner who types what is written gets to the end. The
// transcript of a session, in which no step has a goal or a hint, is no lesson.
func (l *linter) leads(ctx context.Context) error {
	if !l.lesson() || len(l.findings) > 0 {
		return nil
	}
	o := LearnOptions{Terminal: Terminal{Out: io.Discard, Err: io.Discard}, Lessons: l.o.Lessons, Lesson: l.doc.Name}
	o.Open = func(env transcript.Environment) (transcript.Shell, error) {
		shell, err := l.o.Open(env)
		return timeless{shell}, err
	}
	p := newPlayer(o, l.doc, &progress{Lessons: map[string]lessonProgress{}})
	p.files = l.files
	p.stage = p.newStage()
	defer p.close()
	p.o.In = Lines(strings.NewReader(solutions(p.beats)), io.Discard)
	if err := p.play(ctx); err != nil {
		return err
	}
	if p.at < len(p.beats) {
		l.note(p.beats[p.at].line(), "step %s is not solved by typing what is written", p.beats[p.at].id())
	}
	return nil
}

// timeless is a shell that stays on its virtual clock: it is no Lively.
type timeless struct{ transcript.Shell }

// lesson reports whether the document is there to be learned from.
func (l *linter) lesson() bool {
	for _, b := range beats(l.doc) {
		if b.task() && (b.quiz != nil || b.directives().Goal != "" || len(b.directives().Hints) > 0) {
			return true
		}
	}
	return false
}

// solutions are the lines that solve all tasks.
func solutions(all []beat) string {
	var b strings.Builder
	for _, beat := range all {
		if beat.task() {
			b.WriteString((&attempt{beat: beat}).solution() + "\n")
		}
	}
	return b.String()
}

// guides looks whether learners are told what is wanted, and helped.
func (l *linter) guides() {
	seen := map[string]bool{}
	for _, b := range beats(l.doc) {
		if !b.task() {
			continue
		}
		d := b.directives()
		if seen[b.id()] {
			l.note(b.line(), "a second step has the id %s", b.id())
		}
		seen[b.id()] = true
		switch {
		case b.quiz != nil && len(d.Hints) == 0:
			l.note(b.line(), "the quiz %s has no hint", b.id())
		case b.quiz != nil || !d.Exercise || b.step != b.step.Block.Steps[0]:
		case d.Goal == "":
			l.note(b.line(), "the exercise %s has no goal", b.id())
		case len(d.Hints) < 2:
			l.note(b.line(), "the exercise %s wants two hints at least, each more telling", b.id())
		}
	}
}

// form puts the form right, or says what is wrong with it.
func (l *linter) form() int {
	before := l.doc.String()
	for _, u := range l.doc.Tidy(func(s *transcript.Step) int { return l.numbers[s] }) {
		if !l.o.Fix {
			l.note(u.Line, "%s; -fix mends that", u.Why)
		}
	}
	after := l.doc.String()
	if !l.o.Fix || after == before {
		return ExitOK
	}
	if err := replaceFile(l.name, after); err != nil {
		return l.o.trouble(err, ExitInternal)
	}
	fmt.Fprintf(l.o.Out, "fixed %s\n", l.name)
	return ExitOK
}
