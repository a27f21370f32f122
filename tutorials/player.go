package tutorials

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"gex/tutorials/transcript"
)

// player leads through one lesson.
type player struct {
	o     LearnOptions
	doc   *transcript.Document
	kept  *progress
	paint *painter
	beats []beat
	at    int // the beat to come or under way
	total int // steps to do

	stage *transcript.Stage
	muted bool // nothing of the shell is shown
	lines chan answer
	asked bool // a line has been asked for and has not come
}

// answer is what a LineReader gave.
type answer struct {
	text string
	err  error
}

// errLeave ends the lesson at the learner's wish.
var errLeave = errors.New("leave")

func newPlayer(o LearnOptions, doc *transcript.Document, kept *progress) *player {
	p := &player{
		o: o, doc: doc, kept: kept, paint: newPainter(o.Terminal),
		beats: beats(doc), total: countSteps(doc), lines: make(chan answer, 1),
	}
	p.stage = p.newStage()
	return p
}

func (p *player) newStage() *transcript.Stage {
	return transcript.NewStage(p.doc, p.o.Open, transcript.Environment{
		Color: p.o.Color, Width: p.o.Width, ReadFile: lessonFile(p.o.Lessons),
		Output: func(out transcript.Output) {
			if !p.muted {
				_, _ = io.WriteString(p.o.Out, out.Text)
			}
		},
	})
}

func (p *player) close() { p.stage.Close() }

// begin finds the place to start at. It reports false if the section asked
// for does not exist.
func (p *player) begin() bool {
	if p.o.From != "" {
		for i, b := range p.beats {
			if strings.Contains(b.text, "## "+p.o.From) {
				p.at = i
				return true
			}
		}
		return false
	}
	place := p.kept.Lessons[p.o.Lesson]
	if p.o.Reset || place.Finished {
		return true
	}
	for i, b := range p.beats {
		if b.step != nil && b.step.ID == place.Step {
			p.at = p.leadIn(i)
		}
	}
	return true
}

// leadIn goes back from a step to the text right before it.
func (p *player) leadIn(at int) int {
	for at > 0 && p.beats[at-1].step == nil {
		at--
	}
	return at
}

// play goes through the beats from the place where the lesson begins.
func (p *player) play(ctx context.Context) error {
	if err := p.rebuild(ctx); err != nil {
		return err
	}
	if p.at == 0 {
		p.footer()
	} else {
		p.remark("going on at step %d of %d (gex learn -reset %s begins anew)", p.done()+1, p.total, p.o.Lesson)
	}
	for p.at < len(p.beats) {
		err := p.beat(ctx)
		if errors.Is(err, errLeave) {
			return p.leave()
		}
		if err != nil {
			return err
		}
	}
	p.kept.Lessons[p.o.Lesson] = lessonProgress{Done: p.total, Finished: true}
	p.remark("That was lesson %s.", p.o.Lesson)
	return p.kept.save()
}

// leave says how to come back.
func (p *player) leave() error {
	fmt.Fprintln(p.o.Out)
	p.remark("gex learn %s goes on from here", p.o.Lesson)
	return p.save()
}

// rebuild runs all steps before the current one in fresh shells, unseen.
func (p *player) rebuild(ctx context.Context) error {
	p.stage.Close()
	p.stage = p.newStage()
	p.muted = true
	defer func() { p.muted = false }()
	for _, b := range p.beats[:p.at] {
		if b.step == nil {
			continue
		}
		outputs, _, err := p.stage.Eval(ctx, b.step.Block, b.step.Text())
		if err != nil {
			return err
		}
		p.stage.Agrees(b.step, outputs, false)
	}
	return nil
}

// beat presents one beat and goes on to the next.
func (p *player) beat(ctx context.Context) error {
	switch b := p.beats[p.at]; {
	case b.step == nil:
		p.show(b)
	case b.step.Block.Directives.Hidden:
		p.muted = true
		_, _, err := p.stage.Eval(ctx, b.step.Block, b.step.Text())
		p.muted = false
		if err != nil {
			return err
		}
	default:
		return p.step(ctx, b.step)
	}
	p.at++
	return ctx.Err()
}

func (p *player) show(b beat) {
	if b.code == nil {
		fmt.Fprint(p.o.Out, p.paint.prose(b.text))
	} else if !b.code.Directives.Hidden {
		fmt.Fprint(p.o.Out, p.paint.block(b.code.Text()))
	}
}

// done counts the steps before the current place.
func (p *player) done() int {
	n := 0
	for _, b := range p.beats[:p.at] {
		if b.step != nil && !b.step.Block.Directives.Hidden {
			n++
		}
	}
	return n
}

// save keeps the place.
func (p *player) save() error {
	place := lessonProgress{Done: p.done()}
	for _, b := range p.beats[p.at:] {
		if b.step != nil {
			place.Step = b.step.ID
			break
		}
	}
	p.kept.Lessons[p.o.Lesson] = place
	return p.kept.save()
}

// remark says something that is not the lesson's.
func (p *player) remark(format string, args ...any) {
	if !p.o.Quiet {
		fmt.Fprintln(p.o.Out, p.paint.faint.Sprintf(format, args...))
	}
}

func (p *player) footer() {
	p.remark("At any prompt: /hint /show /type /skip /back /reset /goal /play /quit, and /help for what they do.\n")
}

// read asks for a line and lets the shell work until it comes.
func (p *player) read(ctx context.Context, shell transcript.Shell, prompt, typed string) (string, error) {
	if !p.asked {
		p.asked = true
		go func() {
			text, err := p.o.In.ReadLine(prompt, typed)
			p.lines <- answer{text, err}
		}()
	}
	live, _ := shell.(Live)
	for {
		line, ok, err := p.wait(ctx, live)
		if ok || err != nil {
			p.asked = false
			return line, err
		}
		live.Settle()
	}
}

// wait waits for a line (ok) or for work of the shell.
func (p *player) wait(ctx context.Context, live Live) (line string, ok bool, err error) {
	var woken <-chan struct{}
	var due <-chan time.Time
	if live != nil {
		woken = live.Woken()
		if d, pending := live.NextTimer(); pending {
			timer := time.NewTimer(d)
			defer timer.Stop()
			due = timer.C
		}
	}
	select {
	case a := <-p.lines:
		return a.text, true, a.err
	case <-woken:
	case <-due:
	case <-ctx.Done():
		return "", false, ctx.Err()
	}
	return "", false, nil
}
