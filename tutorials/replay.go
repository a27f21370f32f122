package tutorials

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"strings"
	"time"

	"gex/tutorials/transcript"
)

// ReplayOptions says how a transcript is played. Open and Terminal are needed.
type ReplayOptions struct {
	Terminal
	Open    transcript.Opener
	File    string // a file, or the name of a lesson
	Lessons fs.FS  // nil: the embedded ones
	Section string // only this section is shown; the ones before run unseen

	Speed  float64       // 2 is twice as fast; 0 is 1
	Max    bool          // no pauses at all
	Type   time.Duration // between two keys; 0 is 40ms
	Jitter float64       // how much that varies, 0 to 1
	Idle   time.Duration // the longest pause; 0 is 2s
	Step   bool          // wait for Enter before each input
	Seed   uint64        // of the jitter

	// Sleep waits; nil is real time.
	Sleep func(ctx context.Context, d time.Duration) error
}

// Replay plays a transcript as if somebody typed it. What the shell answers
// is real. The exit code is ExitFailed if it is not what is written.
func Replay(ctx context.Context, o ReplayOptions) int {
	if o.Lessons == nil {
		o.Lessons = Lessons()
	}
	doc, files, err := openDocument(o.Lessons, o.File)
	if err != nil {
		fmt.Fprintln(o.Err, err)
		return ExitUsage
	}
	r := newReplay(o.filled(), doc, files)
	defer r.stage.Close()
	if o.Section != "" && !r.has(o.Section) {
		fmt.Fprintf(o.Err, "%s has no section %q\n", o.File, o.Section)
		return ExitUsage
	}
	if err := r.run(ctx); err != nil {
		fmt.Fprintln(o.Err, err)
		return ExitInternal
	}
	if len(r.differ) > 0 {
		fmt.Fprintf(o.Err, "not as written: %s; gex test %s shows how\n", strings.Join(r.differ, ", "), o.File)
		return ExitFailed
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
	if o.Sleep == nil {
		o.Sleep = wait
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
	random *rand.Rand
	muted  bool
	differ []string // places
}

func newReplay(o ReplayOptions, doc *transcript.Document, files func(string) ([]byte, error)) *replay {
	r := &replay{o: o, doc: doc, paint: newPainter(o.Terminal), random: rand.New(rand.NewPCG(o.Seed, 1))}
	r.stage = transcript.NewStage(doc, o.Open, transcript.Environment{
		Virtual: true, Color: o.Color, Width: o.Width, ReadFile: files,
		Output: func(out transcript.Output) {
			if !r.muted {
				_, _ = io.WriteString(o.Out, out.Text)
			}
		},
	})
	return r
}

func (r *replay) has(section string) bool {
	for _, s := range r.doc.Sections {
		if s.Title == section {
			return true
		}
	}
	return false
}

func (r *replay) run(ctx context.Context) error {
	for _, s := range r.doc.Sections {
		chosen := r.o.Section == "" || s.Title == r.o.Section
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

// part plays prose or a block; what is not chosen runs unseen.
func (r *replay) part(ctx context.Context, part transcript.Part, chosen bool) error {
	if prose, ok := part.(*transcript.Prose); ok && chosen {
		return r.prose(ctx, prose.Text())
	}
	b, ok := part.(*transcript.Block)
	switch {
	case !ok: // a quiz is for learners
		return nil
	case len(b.Steps) == 0 || b.Directives.Skip:
		if chosen && !b.Directives.Hidden {
			fmt.Fprint(r.o.Out, r.paint.block(b.Text()))
		}
		return nil
	}
	for _, step := range b.Steps {
		if err := r.step(ctx, step, chosen && !b.Directives.Hidden); err != nil {
			return err
		}
	}
	if chosen && !b.Directives.Hidden {
		r.note(b.Directives.Erratum)
	}
	return nil
}

// prose shows text, and leaves time to read it.
func (r *replay) prose(ctx context.Context, markdown string) error {
	text := r.paint.prose(markdown)
	fmt.Fprint(r.o.Out, text)
	return r.pause(ctx, time.Duration(len(text))*10*time.Millisecond)
}

// note ends a block, with what is to be said about an erratum.
func (r *replay) note(erratum string) {
	if erratum != "" {
		fmt.Fprintln(r.o.Out, r.paint.faint.Sprint(r.paint.wrap(erratum, "")))
	}
	fmt.Fprintln(r.o.Out)
}

func (r *replay) step(ctx context.Context, s *transcript.Step, shown bool) error {
	if shown {
		if err := r.typing(ctx, s); err != nil {
			return err
		}
	}
	r.muted = !shown
	outputs, outcome, err := r.stage.Eval(ctx, s.Block, s.Text())
	if err != nil {
		return err
	}
	r.compare(s, outputs, outcome)
	if !shown {
		return ctx.Err()
	}
	return r.pause(ctx, 600*time.Millisecond)
}

// compare notes the place of a step that differs.
func (r *replay) compare(s *transcript.Step, outputs []transcript.Output, outcome transcript.Outcome) {
	d := s.Block.Directives
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
	shell, err := r.stage.Enter(s.Block)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(strings.TrimRight(s.Text(), "\n"), "\n") {
		prompt := fmt.Sprintf("iex(%d)> ", shell.Number())
		if i > 0 {
			prompt = fmt.Sprintf("...(%d)> ", shell.Number())
		}
		if err := r.prompt(prompt, i == 0); err != nil {
			return err
		}
		for _, key := range line {
			if err := r.pause(ctx, r.keyPause()); err != nil {
				return err
			}
			fmt.Fprint(r.o.Out, string(key))
		}
		fmt.Fprintln(r.o.Out)
	}
	return nil
}

// prompt shows the prompt; with Step it waits for Enter first.
func (r *replay) prompt(prompt string, first bool) error {
	if r.o.Step && first && r.o.In != nil {
		_, err := r.o.In.ReadLine("", "")
		if err != nil && err != io.EOF {
			return fmt.Errorf("wait for Enter: %w", err)
		}
	}
	fmt.Fprint(r.o.Out, prompt)
	return nil
}

func (r *replay) keyPause() time.Duration {
	vary := 1 + r.o.Jitter*(2*r.random.Float64()-1)
	return time.Duration(float64(r.o.Type) * vary)
}

func (r *replay) pause(ctx context.Context, d time.Duration) error {
	if r.o.Max || d <= 0 {
		return ctx.Err()
	}
	return r.o.Sleep(ctx, min(time.Duration(float64(d)/r.o.Speed), r.o.Idle))
}
