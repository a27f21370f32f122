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

// foretold is how the learner did in saying what steps would print.
type foretold struct {
	wrong          []string // ids of the steps that come back at the end
	right, guessed int
}

// foretells reports whether a beat is one to foretell: a step whose input is
// shown and whose output is the same each time.
func (p *player) foretells(b beat) bool {
	if !p.o.Predict || b.step == nil || b.step.Block.Use != transcript.Session || len(b.step.Expected) == 0 {
		return false
	}
	d := b.directives()
	return !d.Exercise && !d.Racy && d.Erratum == ""
}

// foretell asks what the step will print, runs it and says how it was. It
// reports whether the player has moved to another beat.
func (a *attempt) foretell(ctx context.Context) (moved bool, err error) {
	guess, moved, err := a.guess(ctx)
	if moved || err != nil || a.free {
		return moved, err
	}
	if err := a.perform(ctx); err != nil {
		return false, err
	}
	a.guessed++
	if a.grade(guess, a.step.ID) {
		a.right++
	} else if !slices.Contains(a.wrong, a.step.ID) {
		a.wrong = append(a.wrong, a.step.ID)
	}
	return true, a.finish()
}

// guess reads what the learner thinks will be printed: lines up to an empty
// one. Commands work in the place of the first one; after /play the guess is
// off.
func (a *attempt) guess(ctx context.Context) (guess string, moved bool, err error) {
	var lines []string
	a.before = ""
	for {
		prompt := "it prints> "
		if len(lines) > 0 {
			prompt = "      and> "
		}
		line, err := a.read(ctx, a.shell, prompt, "")
		switch {
		case errors.Is(err, ErrInterrupted):
			lines = nil
			continue
		case errors.Is(err, io.EOF):
			return "", false, errLeave
		case err != nil:
			return "", false, err
		}
		if command, ok := slash(line); ok && len(lines) == 0 {
			if moved, err := a.command(ctx, command); moved || err != nil || a.free {
				return "", moved, err
			}
			continue
		}
		if strings.TrimSpace(line) == "" {
			return strings.Join(lines, "\n"), false, nil
		}
		lines = append(lines, line)
	}
}

// grade compares a guess with what the step of that id has printed, and says
// how it was.
func (p *player) grade(guess, id string) bool {
	switch {
	case guess == "":
		p.remark("You will see this one again.")
		return false
	case transcript.Foretells(guess, p.outputs[id]):
		fmt.Fprintln(p.o.Out, p.paint.good.Sprint("As you said."))
		return true
	}
	p.remark("That is not what you said.")
	return false
}

// secondGuesses asks once more for what was foretold wrongly, until it is right
// or the learner gives it up.
func (p *player) secondGuesses(ctx context.Context) error {
	if !p.o.Predict {
		return nil
	}
	if p.guessed > 0 {
		p.remark("You foretold %d of %d.", p.right, p.guessed)
	}
	for len(p.wrong) > 0 {
		id := p.wrong[0]
		p.wrong = p.wrong[1:]
		at := slices.IndexFunc(p.beats, func(b beat) bool { return b.step != nil && b.step.ID == id })
		if at < 0 {
			continue
		}
		if err := p.secondGuess(ctx, p.beats[at]); err != nil {
			p.wrong = append([]string{id}, p.wrong...)
			return err
		}
	}
	return nil
}

func (p *player) secondGuess(ctx context.Context, b beat) error {
	a := &attempt{player: p, beat: b, again: true}
	p.remark("Once more, %s:%s. An empty line gives it up.", p.o.Lesson, b.id())
	for {
		fmt.Fprint(p.o.Out, p.paint.block(b.step.Text()))
		guess, _, err := a.guess(ctx)
		if err != nil {
			return err
		}
		if guess == "" {
			fmt.Fprint(p.o.Out, p.paint.block(b.step.Output()))
			return nil
		}
		if p.grade(guess, b.id()) {
			return nil
		}
	}
}
