package tutorials

import (
	"context"
	"fmt"
	"strings"
)

// command is what a learner can say to the player.
type command struct {
	name, help string
	run        func(a *attempt, ctx context.Context) (moved bool, err error)
}

// commands lists the commands in the order of the help.
func commands() []command {
	return []command{
		{"hint", "the next hint", (*attempt).hint},
		{"goal", "what this step is for", (*attempt).goal},
		{"show", "what to type", (*attempt).show},
		{"type", "puts it into the line, so that only Enter is left", (*attempt).typeOut},
		{"skip", "runs it for you and goes on", (*attempt).skip},
		{"back", "one step back", (*attempt).back},
		{"reset", "a fresh shell, at the beginning of this step", (*attempt).reset},
		{"play", "try things out; nothing counts until /next", (*attempt).playFreely},
		{"next", "back to the lesson, or on to the next step", (*attempt).next},
		{"help", "this list", (*attempt).help},
		{"quit", "leave; the lesson goes on from here next time", (*attempt).quit},
	}
}

// command runs a line that begins with a slash.
func (a *attempt) command(ctx context.Context, line string) (moved bool, err error) {
	name := strings.Fields(line)[0]
	for _, c := range commands() {
		if c.name == name {
			return c.run(a, ctx)
		}
	}
	fmt.Fprintf(a.o.Out, "there is no /%s; /help lists the commands\n", name)
	return false, nil
}

func (a *attempt) hint(context.Context) (bool, error) {
	hints := a.step.Block.Directives.Hints
	if a.hints >= len(hints) {
		fmt.Fprintln(a.o.Out, "No more hints: /show shows what to type, /skip does it for you.")
		return false, nil
	}
	a.hints++
	lead := fmt.Sprintf("Hint %d of %d: ", a.hints, len(hints))
	fmt.Fprintln(a.o.Out, a.paint.wrap(hints[a.hints-1], lead))
	return false, nil
}

func (a *attempt) goal(context.Context) (bool, error) {
	goal := a.step.Block.Directives.Goal
	if goal == "" {
		goal = "see what the shell answers to the line above, or to your own way to the same result"
	}
	fmt.Fprintln(a.o.Out, a.paint.wrap(goal, "Goal: "))
	if out := a.step.Output(); out != "" {
		fmt.Fprint(a.o.Out, "It prints:\n", a.paint.block(out))
	}
	return false, nil
}

func (a *attempt) show(context.Context) (bool, error) {
	fmt.Fprint(a.o.Out, a.paint.block(a.step.Text()))
	return false, nil
}

func (a *attempt) typeOut(context.Context) (bool, error) {
	a.pending = nil
	a.prefill = strings.Split(strings.TrimRight(a.step.Text(), "\n"), "\n")
	return false, nil
}

// skip runs the step as it is written, so that later ones find what they need.
func (a *attempt) skip(ctx context.Context) (bool, error) {
	number := a.shell.Number()
	for i, line := range strings.Split(a.step.Text(), "\n") {
		prompt := "iex"
		if i > 0 {
			prompt = "..."
		}
		fmt.Fprintf(a.o.Out, "%s(%d)> %s\n", prompt, number, line)
	}
	outputs, _, err := a.stage.Eval(ctx, a.step.Block, a.step.Text())
	if err != nil {
		return false, err
	}
	a.stage.Agrees(a.step, outputs, false)
	return true, a.finish()
}

// back goes to the step before, in a shell that has not seen it yet.
func (a *attempt) back(ctx context.Context) (bool, error) {
	for i := a.at - 1; i >= 0; i-- {
		if b := a.beats[i]; b.step != nil && !b.step.Block.Directives.Hidden {
			a.at = i
			return true, a.rebuild(ctx)
		}
	}
	fmt.Fprintln(a.o.Out, "this is the first step")
	return false, nil
}

func (a *attempt) reset(ctx context.Context) (bool, error) {
	return true, a.rebuild(ctx)
}

func (a *attempt) playFreely(context.Context) (bool, error) {
	a.free = true
	a.remark("The shell is yours. /next goes back to the lesson, /reset undoes what you did.")
	return false, nil
}

func (a *attempt) next(ctx context.Context) (bool, error) {
	if !a.free {
		return a.skip(ctx)
	}
	a.free, a.missed = false, false
	a.announce()
	return false, nil
}

func (a *attempt) help(context.Context) (bool, error) {
	for _, c := range commands() {
		fmt.Fprintf(a.o.Out, "  /%-6s %s\n", c.name, c.help)
	}
	return false, nil
}

func (a *attempt) quit(context.Context) (bool, error) { return false, errLeave }
