package tutorials

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"gex/tutorials/transcript"
)

// LearnOptions says how a lesson is led. Open and Terminal are needed.
type LearnOptions struct {
	Terminal
	Open    transcript.Opener
	Lesson  string // a lesson, or a step of it as in genevent:add; empty: list them
	Lessons fs.FS  // nil: the embedded ones
	Home    string // where progress is kept; empty: nowhere
	From    string // the section to begin with
	Step    string // the step to begin with
	Reset   bool   // begin anew; without a lesson, forget all progress
	Quiet   bool   // no footer, no remarks
	Predict bool   // ask what a step will print before it runs
}

// Learn lists the lessons or leads through one, and returns the exit code.
// It blocks until the lesson is done, the learner leaves or ctx ends.
func Learn(ctx context.Context, o LearnOptions) int {
	if o.Lessons == nil {
		o.Lessons = Lessons()
	}
	kept, _ := loadProgress(o.Home) // if it cannot be read it cannot be kept, and that is told then
	if o.Lesson == "" && o.Reset {
		return o.forget(kept)
	}
	if o.Lesson == "" {
		return o.list(kept)
	}
	if name, step, found := strings.Cut(o.Lesson, ":"); found {
		o.Lesson, o.Step = name, step
	}
	if !isLesson(o.Lessons, o.Lesson) {
		fmt.Fprintf(o.Err, "there is no lesson %s; gex learn lists them\n", o.Lesson)
		return ExitUsage
	}
	doc, err := openLesson(o.Lessons, o.Lesson)
	if err != nil {
		return o.trouble(err)
	}
	p := newPlayer(o, doc, kept)
	defer p.close()
	if err := p.begin(); err != nil {
		fmt.Fprintln(o.Err, err)
		return ExitUsage
	}
	if err := p.play(ctx); err != nil {
		return o.trouble(err)
	}
	return ExitOK
}

func (o LearnOptions) trouble(err error) int {
	fmt.Fprintln(o.Err, err)
	return ExitInternal
}

// list prints the lessons with progress.
func (o LearnOptions) list(kept *progress) int {
	names, err := lessonNames(o.Lessons)
	if err != nil {
		return o.trouble(err)
	}
	paint := newPainter(o.Terminal)
	fmt.Fprintln(o.Out, paint.head.Sprint("Lessons"))
	for _, name := range names {
		doc, err := openLesson(o.Lessons, name)
		if err != nil {
			return o.trouble(err)
		}
		total, done := countTasks(beats(doc)), kept.Lessons[name]
		state := fmt.Sprintf("%d of %d steps", done.Done, total)
		switch {
		case done.Finished:
			state = "done"
		case done.Done == 0:
			state = fmt.Sprintf("%d steps", total)
		}
		fmt.Fprintf(o.Out, "  %-12s %-50s %s\n", name, doc.Title, paint.faint.Sprint(state))
	}
	fmt.Fprintf(o.Out, "\nStart one with: gex learn %s\n", names[0])
	return ExitOK
}

// countTasks counts what a learner has to do.
func countTasks(all []beat) int {
	n := 0
	for _, b := range all {
		if b.task() {
			n++
		}
	}
	return n
}

// forget drops the progress in all lessons.
func (o LearnOptions) forget(kept *progress) int {
	if err := kept.forget(); err != nil {
		return o.trouble(err)
	}
	fmt.Fprintln(o.Out, "All lessons are as if you had never begun them.")
	return ExitOK
}
