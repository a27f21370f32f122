package tutorials

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"gex/tutorials/transcript"
)

// attempt is a step or a quiz under way.
type attempt struct {
	*player
	beat
	block   *transcript.Block   // whose session is typed into; nil if there is none
	shell   transcript.Shell    // of the block
	typed   []string            // the inputs so far
	printed []transcript.Output // by inputs that were not the step yet, without values
	pending []string            // the lines of an unfinished input
	prefill string              // text to put into the next prompt
	hints   int                 // how many were given
	missed  bool                // a remark on a miss was made
	free    bool                // the learner plays
	again   bool                // a second guess, of a step that was done before
}

// attempt has the learner do a step or a quiz. It moves on, or back, by itself.
func (p *player) attempt(ctx context.Context, b beat) error {
	a := &attempt{player: p, beat: b, block: p.blockAt(p.at)}
	if a.block != nil {
		shell, err := p.stage.Enter(a.block)
		if err != nil {
			return err
		}
		a.shell = shell
	}
	a.announce()
	if p.foretells(b) {
		if moved, err := a.foretell(ctx); moved || err != nil {
			return err
		}
	}
	for {
		line, err := a.line(ctx)
		switch {
		case errors.Is(err, ErrInterrupted):
			a.pending, a.prefill = nil, ""
			continue
		case errors.Is(err, io.EOF):
			return errLeave
		case err != nil:
			return err
		}
		moved, err := a.take(ctx, line)
		if moved || err != nil {
			return err
		}
	}
}

// blockAt is the block of a beat, or for a quiz that of the last step before
// it: the session that one may play in.
func (p *player) blockAt(at int) *transcript.Block {
	for ; at >= 0; at-- {
		if s := p.beats[at].step; s != nil {
			return s.Block
		}
	}
	return nil
}

// announce says which task this is and what is to be typed.
func (a *attempt) announce() {
	d := a.directives()
	a.remark("%s", strings.TrimSpace(fmt.Sprintf("[%d/%d %s:%s]  %s", a.done()+1, a.total, a.o.Lesson, a.id(), a.offers())))
	if a.quiz != nil {
		a.question()
		return
	}
	if d.Goal != "" && a.first() {
		fmt.Fprintln(a.o.Out, a.paint.wrap(d.Goal, goalLead(d))+"\n")
	}
	if !d.Exercise {
		fmt.Fprint(a.o.Out, a.paint.block(a.step.Text()))
	}
}

// first reports whether the step is the first one of its block.
func (a *attempt) first() bool { return a.step == a.step.Block.Steps[0] }

// goalLead is what stands before a goal.
func goalLead(d transcript.Directives) string {
	if d.Exercise {
		return "Exercise: "
	}
	return "Goal: "
}

// offers names the commands that help most with a task; the steps of a block are
// offered them once.
func (a *attempt) offers() string {
	d := a.directives()
	if a.quiz == nil && !a.first() {
		return ""
	}
	offers := "/type /skip /help"
	if d.Exercise || a.quiz != nil {
		offers = "/show /skip /help"
	}
	if len(d.Hints) > 0 {
		offers = "/hint " + offers
	}
	return offers
}

// line reads one line at the prompt that fits.
func (a *attempt) line(ctx context.Context) (string, error) {
	prompt := "your answer> "
	switch {
	case a.quiz != nil && !a.free:
	case len(a.pending) > 0:
		prompt = fmt.Sprintf("...(%d)> ", a.shell.Number())
	default:
		prompt = fmt.Sprintf("iex(%d)> ", a.shell.Number())
	}
	typed, shell := a.prefill, a.shell
	a.prefill, a.before = "", strings.Join(a.pending, "\n")
	if a.quiz != nil && !a.free {
		shell = nil
	}
	return a.read(ctx, shell, prompt, typed)
}

// take handles a line. It reports whether the player has moved to another
// beat.
func (a *attempt) take(ctx context.Context, line string) (moved bool, err error) {
	if command, ok := slash(line); ok && len(a.pending) == 0 {
		return a.command(ctx, command)
	}
	if a.quiz != nil && !a.free {
		return a.choose(line)
	}
	a.pending = append(a.pending, transcript.StripPrompt(line))
	text := strings.Join(a.pending, "\n")
	switch a.shell.Status(text + "\n") {
	case transcript.Incomplete:
		return false, nil
	case transcript.Blank:
		a.pending = nil
		return false, nil
	}
	a.pending = nil
	return a.eval(ctx, text)
}

// slash takes the slash off a line that is for the player.
func slash(line string) (command string, ok bool) {
	command, ok = strings.CutPrefix(strings.TrimSpace(line), "/")
	return command, ok && command != ""
}

// eval runs an input and looks whether it was the step.
func (a *attempt) eval(ctx context.Context, text string) (moved bool, err error) {
	outputs, outcome, err := a.stage.Eval(ctx, a.block, text)
	if err != nil {
		return false, err
	}
	if outcome.Exit {
		return false, errLeave
	}
	a.typed = append(a.typed, text)
	if a.free {
		return false, nil
	}
	done, advice := a.solved(text, outputs, outcome)
	if done {
		return true, a.finish()
	}
	a.printed = append(a.printed, slices.DeleteFunc(outputs, func(o transcript.Output) bool { return o.Kind > transcript.Log })...)
	switch {
	case advice != "":
		a.remark("%s", advice)
	case !a.missed:
		a.missed = true
		a.remark("%s", a.consolation())
	}
	return false, nil
}

// consolation is said at the first miss.
func (a *attempt) consolation() string {
	if a.directives().Exercise {
		return "Not yet. Several lines may lead there; /hint helps, /play is for trying things out."
	}
	return "That is not what this step shows. /hint helps, /play is for trying things out."
}

// finish says the last word on a task and goes on.
func (a *attempt) finish() error {
	d := a.directives()
	if a.quiz != nil || a.step == a.step.Block.Steps[len(a.step.Block.Steps)-1] {
		for _, note := range []string{d.After, d.Erratum} {
			if note != "" {
				fmt.Fprintln(a.o.Out, "\n"+a.paint.good.Sprint(a.paint.wrap(note, "")))
			}
		}
	}
	fmt.Fprintln(a.o.Out)
	a.at++
	a.save()
	return nil
}
