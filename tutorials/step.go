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

// attempt is a step under way.
type attempt struct {
	*player
	step    *transcript.Step
	shell   transcript.Shell
	typed   []string            // the inputs so far
	printed []transcript.Output // by inputs that were not the step yet, without values
	pending []string            // the lines of an unfinished input
	prefill []string            // lines to put into the next prompts
	hints   int                 // how many were given
	missed  bool                // a remark on a miss was made
	free    bool                // the learner plays
}

// step has the learner do one step. It moves on, or back, by itself.
func (p *player) step(ctx context.Context, s *transcript.Step) error {
	shell, err := p.stage.Enter(s.Block)
	if err != nil {
		return err
	}
	a := &attempt{player: p, step: s, shell: shell}
	a.announce()
	for {
		line, err := a.line(ctx)
		switch {
		case errors.Is(err, ErrInterrupted):
			a.pending, a.prefill = nil, nil
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

// announce says which step this is and what is to be typed.
func (a *attempt) announce() {
	d := a.step.Block.Directives
	first := a.step == a.step.Block.Steps[0]
	a.remark("[%d/%d %s:%s]", a.done()+1, a.total, a.o.Lesson, a.step.ID)
	if d.Goal != "" && first {
		fmt.Fprintln(a.o.Out, a.paint.wrap(d.Goal, "Goal: "))
	}
	if !d.Exercise {
		fmt.Fprint(a.o.Out, a.paint.block(a.step.Text()))
	}
}

// line reads one line at the prompt that fits.
func (a *attempt) line(ctx context.Context) (string, error) {
	prompt := fmt.Sprintf("iex(%d)> ", a.shell.Number())
	if len(a.pending) > 0 {
		prompt = fmt.Sprintf("...(%d)> ", a.shell.Number())
	}
	typed := ""
	if len(a.prefill) > 0 {
		typed, a.prefill = a.prefill[0], a.prefill[1:]
	}
	return a.read(ctx, a.shell, prompt, typed)
}

// take handles a line. It reports whether the player has moved to another
// beat.
func (a *attempt) take(ctx context.Context, line string) (moved bool, err error) {
	if command, ok := strings.CutPrefix(strings.TrimSpace(line), "/"); ok && len(a.pending) == 0 && command != "" {
		return a.command(ctx, command)
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

// eval runs an input and looks whether it was the step.
func (a *attempt) eval(ctx context.Context, text string) (moved bool, err error) {
	outputs, outcome, err := a.stage.Eval(ctx, a.step.Block, text)
	if err != nil {
		return false, err
	}
	if outcome.Exit {
		return false, errLeave
	}
	a.typed = append(a.typed, text)
	if a.free || len(a.prefill) > 0 && outcome.OK {
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
		a.remark("That is not what this step shows. /hint helps, /play is for trying things out.")
	}
	return false, nil
}

// finish says the last word on a step and goes on.
func (a *attempt) finish() error {
	d := a.step.Block.Directives
	if steps := a.step.Block.Steps; a.step == steps[len(steps)-1] {
		for _, note := range []string{d.After, d.Erratum} {
			if note != "" {
				fmt.Fprintln(a.o.Out, a.paint.good.Sprint(a.paint.wrap(note, "")))
			}
		}
		fmt.Fprintln(a.o.Out)
	}
	a.at++
	return a.save()
}
