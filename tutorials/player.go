package tutorials

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
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
	total int // tasks to do

	unkept bool // the learner knows that the progress cannot be kept

	files  func(name string) ([]byte, error) // what inputs load
	stage  *transcript.Stage
	muted  bool // nothing of the shell is shown
	lines  chan answer
	asked  bool   // a line has been asked for and has not come
	before string // lines of the statement that is being typed

	outputs map[string][]transcript.Output // of the steps that were run as they are written, by id
	foretold
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
		beats: beats(doc), lines: make(chan answer, 1), outputs: map[string][]transcript.Output{},
	}
	p.total, p.files = countTasks(p.beats), lessonFile(o.Lessons)
	p.stage = p.newStage()
	return p
}

func (p *player) newStage() *transcript.Stage {
	return transcript.NewStage(p.doc, p.o.Open, transcript.Environment{
		Virtual: true, Color: p.o.Color, Width: p.o.Width, ReadFile: p.files,
		Output: func(out transcript.Output) {
			if !p.muted {
				_, _ = io.WriteString(p.o.Out, out.Text)
			}
		},
	})
}

func (p *player) close() { p.stage.Close() }

// begin finds the place to start at. The error says what does not exist.
func (p *player) begin() error {
	place := p.kept.Lessons[p.o.Lesson]
	p.wrong = place.Wrong
	switch {
	case p.o.From != "":
		return p.find("section", p.o.From, func(b beat) bool { return under(b.text, p.o.From) })
	case p.o.Step != "":
		return p.find("step", p.o.Step, func(b beat) bool { return b.id() == p.o.Step })
	case p.o.Reset || place.Finished:
		p.wrong = nil
	case place.Step != "":
		// A step that the lesson has no more is no reason not to learn.
		_ = p.find("step", place.Step, func(b beat) bool { return b.id() == place.Step })
	}
	return nil
}

// find goes to the first beat that is the one, with the text that leads to it.
func (p *player) find(kind, name string, is func(beat) bool) error {
	for i, b := range p.beats {
		if is(b) {
			p.at = i
			if b.task() {
				p.at = p.leadIn(i)
			}
			return nil
		}
	}
	return fmt.Errorf("lesson %s has no %s %q", p.o.Lesson, kind, name)
}

// under reports whether Markdown has a heading that begins with title.
func under(markdown, title string) bool {
	for line := range strings.SplitSeq(markdown, "\n") {
		heading, found := strings.CutPrefix(line, "## ")
		if found && strings.HasPrefix(strings.ToLower(heading), strings.ToLower(title)) {
			return true
		}
	}
	return false
}

// leadIn goes back from a step to the text right before it.
func (p *player) leadIn(at int) int {
	for at > 0 && p.beats[at-1].id() == "" {
		at--
	}
	return at
}

// play goes through the beats from the place where the lesson begins.
func (p *player) play(ctx context.Context) error {
	if err := p.rebuild(ctx); err != nil {
		return err
	}
	p.footer()
	if p.at > 0 {
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
	if err := p.secondGuesses(ctx); errors.Is(err, errLeave) {
		return p.leave()
	} else if err != nil {
		return err
	}
	p.remark("That was lesson %s.%s", p.o.Lesson, p.nextLesson())
	p.keep(lessonProgress{Done: p.total, Finished: true})
	return nil
}

// nextLesson names the lesson that comes after this one.
func (p *player) nextLesson() string {
	names, err := lessonNames(p.o.Lessons)
	if err != nil {
		return ""
	}
	at := slices.Index(names, p.o.Lesson)
	if at < 0 || at+1 == len(names) {
		return ""
	}
	return " The next one: gex learn " + names[at+1]
}

// leave says how to come back.
func (p *player) leave() error {
	fmt.Fprintln(p.o.Out)
	p.remark("gex learn %s goes on from here", p.o.Lesson)
	p.save()
	return nil
}

// rebuild runs all steps before the current one in fresh shells, unseen, and in
// no time: their clocks are virtual until then.
func (p *player) rebuild(ctx context.Context) error {
	p.stage.Close()
	p.stage = p.newStage()
	p.muted = true
	defer func() { p.muted = false }()
	for _, b := range p.beats[:p.at] {
		if b.step == nil {
			continue
		}
		outputs, _, err := p.stage.Run(ctx, b.step)
		if err != nil {
			return err
		}
		p.ran(b.step, outputs)
	}
	p.stage.GoLive()
	return nil
}

// ran takes down what a step has printed that was run as it is written.
func (p *player) ran(s *transcript.Step, outputs []transcript.Output) {
	p.stage.Agrees(s, outputs, false)
	p.outputs[s.ID] = outputs
}

// beat presents one beat and goes on to the next.
func (p *player) beat(ctx context.Context) error {
	switch b := p.beats[p.at]; {
	case b.task():
		return p.attempt(ctx, b)
	case b.step != nil:
		p.muted = true
		_, _, err := p.stage.Run(ctx, b.step)
		p.muted = false
		if err != nil {
			return err
		}
	default:
		p.show(b)
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

// done counts the tasks before the current place.
func (p *player) done() int { return countTasks(p.beats[:p.at]) }

// save keeps the place.
func (p *player) save() {
	place := lessonProgress{Done: p.done(), Wrong: p.wrong}
	for _, b := range p.beats[p.at:] {
		if b.task() {
			place.Step = b.id()
			break
		}
	}
	p.keep(place)
}

// keep keeps a place in the lesson. That it cannot is told once and spoils
// nothing else.
func (p *player) keep(place lessonProgress) {
	if err := p.kept.keep(p.o.Lesson, place); err != nil && !p.unkept {
		p.unkept = true
		p.remark("your progress is not kept: %v", err)
	}
}

// remark says something that is not the lesson's.
func (p *player) remark(format string, args ...any) {
	if !p.o.Quiet {
		fmt.Fprintln(p.o.Out, p.paint.faint.Sprint(p.paint.lines(fmt.Sprintf(format, args...))))
	}
}

func (p *player) footer() {
	p.remark("Lines that begin with a slash are for the teacher: /hint /show /type /skip /back /reset /goal /play /quit, and /help says what they do.")
	if p.o.Predict {
		p.remark("You said -predict: before a step runs, say what it will print. An empty line ends your guess.")
	}
	p.remark("")
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
		line, ok, err := p.wait(ctx, shell, live)
		if ok || err != nil {
			p.asked = false
			return line, err
		}
		if live != nil {
			live.Settle()
		}
	}
}

// wait waits for a line (ok) or for work of the shell.
func (p *player) wait(ctx context.Context, shell transcript.Shell, live Live) (line string, ok bool, err error) {
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
	case aside := <-p.o.Asides:
		aside(shell, p.before)
	case <-woken:
	case <-due:
	case <-ctx.Done():
		return "", false, ctx.Err()
	}
	return "", false, nil
}
