package tutorials

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"gex/tutorials/transcript"
)

// ReplayOptions says how a transcript is played.
type ReplayOptions struct {
	Work           // with Cast, Result is the file of the cast
	Section string // only this section is shown; the ones before run unseen

	Speed  float64       // 2 is twice as fast; 0 is 1
	Max    bool          // no pauses at all
	Type   time.Duration // between two keys; 0 is 40ms
	Jitter float64       // how much that varies, 0 to 1
	Idle   time.Duration // the longest pause; 0 is 2s
	Step   bool          // wait for Enter before each input
	Mash   bool          // each key, whichever it is, types the next one of the script
	Seed   uint64        // of the jitter

	ShowOnly bool // show what is written, and run nothing
	RealTime bool // who sleeps, sleeps

	Cast          bool // write a cast instead of playing
	CastVersion   int  // 2 or 3; 0 is 2
	Columns, Rows int  // of the cast; 0 is 80 and 24

	// Sleep waits; nil is real time.
	Sleep func(ctx context.Context, d time.Duration) error

	ticker func(time.Duration) (<-chan time.Time, func()) // of progress; nil is real time
}

// Replay plays a transcript as if somebody typed it. What the shell answers
// is real. The exit code is ExitFailed if it is not what is written. Replay
// blocks until the end, or until ctx ends.
func Replay(ctx context.Context, o ReplayOptions) int {
	doc, files, err := o.document()
	if err != nil {
		return o.trouble(err, ExitUsage)
	}
	if o.Section != "" && !hasSection(doc, o.Section) {
		return o.trouble(fmt.Errorf("%s has no section %q", o.File, o.Section), ExitUsage)
	}
	r := newReplay(o.filled(), doc, files)
	defer r.stage.Close()
	switch err := r.run(ctx); {
	case errors.Is(err, context.Canceled):
		return ExitFailed // whoever did that knows
	case err != nil && !errors.Is(err, errLeave):
		return o.trouble(err, ExitInternal)
	}
	if code := r.screen.finish(); code != ExitOK {
		return code
	}
	if len(r.differ) > 0 {
		return o.trouble(fmt.Errorf("not as written: %s; gex test %s shows how", strings.Join(r.differ, ", "), o.File), ExitFailed)
	}
	return ExitOK
}

func (o ReplayOptions) filled() ReplayOptions {
	if o.Speed <= 0 {
		o.Speed = 1
	}
	if o.Type == 0 {
		o.Type = 40 * time.Millisecond
	}
	if o.Idle == 0 {
		o.Idle = 2 * time.Second
	}
	if o.Columns == 0 {
		o.Columns = 80
	}
	if o.Rows == 0 {
		o.Rows = 24
	}
	if o.Sleep == nil {
		o.Sleep = wait
	}
	if o.Cast {
		o.Width = o.Columns
	}
	return o
}

// wait waits in real time.
func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

type replay struct {
	o      ReplayOptions
	doc    *transcript.Document
	stage  *transcript.Stage
	paint  *painter
	screen *screen
	muted  bool
	number int      // of the prompt, where nothing runs
	differ []string // places
}

func newReplay(o ReplayOptions, doc *transcript.Document, files func(string) ([]byte, error)) *replay {
	r := &replay{o: o, doc: doc, paint: newPainter(o.Terminal), screen: newScreen(o, doc.Title), number: 1}
	r.stage = transcript.NewStage(doc, o.Open, transcript.Environment{
		Virtual: !o.RealTime, Color: o.Color, Width: o.Width, ReadFile: files,
		Output: func(out transcript.Output) {
			if !r.muted {
				r.screen.print(out.Text)
			}
		},
	})
	return r
}

func hasSection(doc *transcript.Document, title string) bool {
	for _, s := range doc.Sections {
		if s.Title == title {
			return true
		}
	}
	return false
}

func (r *replay) run(ctx context.Context) error {
	for _, s := range r.doc.Sections {
		chosen := r.o.Section == "" || s.Title == r.o.Section
		if chosen && s.Title != "" {
			r.screen.mark(s.Title)
		}
		for _, part := range s.Parts {
			if err := r.part(ctx, part, chosen); err != nil {
				return err
			}
		}
		if chosen && r.o.Section != "" {
			return nil
		}
	}
	return nil
}

// part plays prose, a quiz or a block; what is not chosen runs unseen.
func (r *replay) part(ctx context.Context, part transcript.Part, chosen bool) error {
	switch part := part.(type) {
	case *transcript.Prose:
		return r.prose(ctx, part.Text(), chosen)
	case *transcript.Quiz:
		return r.prose(ctx, ticked(part), chosen && !part.Directives.Hidden)
	case *transcript.Block:
		return r.block(ctx, part, chosen && !part.Directives.Hidden)
	}
	return nil
}

// prose shows text, and leaves time to read it.
func (r *replay) prose(ctx context.Context, markdown string, shown bool) error {
	text := r.paint.prose(markdown)
	if !shown || text == "" {
		return nil
	}
	r.screen.print(text)
	return r.screen.pause(ctx, time.Duration(len(text))*10*time.Millisecond)
}

// ticked is a quiz with its answers.
func ticked(q *transcript.Quiz) string {
	var b strings.Builder
	b.WriteString(q.Question + "\n\n")
	for _, o := range q.Options {
		mark := "[ ]"
		if o.Right {
			mark = "[x]"
		}
		b.WriteString("- " + mark + " " + o.Text + "\n")
	}
	return b.String() + "\n" + q.Directives.After
}

func (r *replay) block(ctx context.Context, b *transcript.Block, shown bool) error {
	if len(b.Steps) == 0 || b.Directives.Skip {
		if shown {
			r.screen.print(r.paint.block(b.Text()))
		}
		return nil
	}
	for _, step := range b.Steps {
		if step.Directives().Skip {
			continue
		}
		if err := r.step(ctx, step, shown); err != nil {
			return err
		}
	}
	if shown {
		r.note(b.Directives.Erratum)
	}
	return nil
}

// note ends a block, with what is to be said about an erratum.
func (r *replay) note(erratum string) {
	if erratum != "" {
		r.screen.print(r.paint.faint.Sprint(r.paint.wrap(erratum, "")) + "\n")
	}
	r.screen.print("\n")
}

func (r *replay) step(ctx context.Context, s *transcript.Step, shown bool) error {
	if shown {
		if err := r.typing(ctx, s); err != nil {
			return err
		}
	}
	r.muted = !shown
	if err := r.perform(ctx, s); err != nil {
		return err
	}
	if !shown {
		return ctx.Err()
	}
	return r.screen.pause(ctx, 600*time.Millisecond)
}

// perform runs a step, or shows what is written of it.
func (r *replay) perform(ctx context.Context, s *transcript.Step) error {
	if r.o.ShowOnly {
		if out := s.Output(); out != "" && !r.muted {
			r.screen.print(out + "\n")
		}
		r.number++
		return nil
	}
	defer r.screen.busy(s.Block.Directives.Timeout)()
	outputs, outcome, err := r.stage.Run(ctx, s)
	if err != nil {
		return err
	}
	r.compare(s, outputs, outcome)
	return nil
}

// compare notes the place of a step that differs.
func (r *replay) compare(s *transcript.Step, outputs []transcript.Output, outcome transcript.Outcome) {
	d := s.Directives()
	ok := outcome.OK || outcome.Exit
	if len(s.Expected) > 0 {
		ok = r.stage.Agrees(s, outputs, false)
	}
	if !ok && d.Erratum == "" && !d.Racy {
		r.differ = append(r.differ, s.Place())
	}
}

// typing shows the prompt and types the input, key by key.
func (r *replay) typing(ctx context.Context, s *transcript.Step) error {
	number := r.number
	if !r.o.ShowOnly {
		shell, err := r.stage.Enter(s.Block)
		if err != nil {
			return err
		}
		number = shell.Number()
	}
	for i, line := range strings.Split(strings.TrimRight(s.Text(), "\n"), "\n") {
		prompt := fmt.Sprintf("iex(%d)> ", number)
		if i > 0 {
			prompt = fmt.Sprintf("...(%d)> ", number)
		}
		if err := r.screen.typeLine(ctx, prompt, line, i == 0); err != nil {
			return err
		}
	}
	return nil
}
