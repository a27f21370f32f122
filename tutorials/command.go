package tutorials

import (
	"context"
	"fmt"
	"slices"
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

// ShellCommands are the commands of the shell that one may use in a lesson: they
// look, and change nothing.
func ShellCommands() []string {
	return []string{"ps", "top", "tree", "seq", "why", "trace", "watch", "go", "ex", "limits"}
}

// Command is what a learner can say in a lesson with a slash before it.
type Command struct{ Name, Help string }

// Commands lists all commands, those of the shell among them.
func Commands() []Command {
	var all []Command
	for _, c := range commands() {
		all = append(all, Command{c.name, c.help})
	}
	for _, name := range ShellCommands() {
		all = append(all, Command{name, ""})
	}
	return all
}

// command runs a line that begins with a slash.
func (a *attempt) command(ctx context.Context, line string) (moved bool, err error) {
	name := strings.Fields(line)[0]
	if a.again && name != "quit" {
		fmt.Fprintln(a.o.Out, "Only /quit is of use here; an empty line gives this one up.")
		return false, nil
	}
	for _, c := range commands() {
		if c.name == name {
			return c.run(a, ctx)
		}
	}
	if slices.Contains(ShellCommands(), name) && a.block != nil {
		return a.look(ctx, "/"+line)
	}
	fmt.Fprintf(a.o.Out, "there is no /%s; /help lists the commands\n", name)
	return false, nil
}

// look has the shell run a command of its own, which may be what the step shows.
func (a *attempt) look(ctx context.Context, text string) (moved bool, err error) {
	if a.step != nil && !a.free && looks(a.step.Text()) {
		return a.eval(ctx, text)
	}
	_, _, err = a.stage.Eval(ctx, a.block, text)
	return false, err
}

func (a *attempt) hint(context.Context) (bool, error) {
	hints := a.directives().Hints
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
	goal := a.directives().Goal
	switch {
	case goal != "":
	case a.quiz != nil:
		goal = "the letters of all answers that are right, and of no other"
	default:
		goal = "see what the shell answers to the line above, or to your own way to the same result"
	}
	fmt.Fprintln(a.o.Out, a.paint.wrap(goal, goalLead(a.directives())))
	if a.quiz != nil {
		a.question()
	} else if out := a.step.Output(); out != "" {
		fmt.Fprint(a.o.Out, "It prints:\n", a.paint.block(out))
	}
	return false, nil
}

func (a *attempt) show(context.Context) (bool, error) {
	fmt.Fprint(a.o.Out, a.paint.block(a.solution()))
	return false, nil
}

// solution is what to type.
func (a *attempt) solution() string {
	if a.quiz != nil {
		return a.rightLetters()
	}
	return strings.TrimRight(a.step.Text(), "\n")
}

func (a *attempt) typeOut(context.Context) (bool, error) {
	a.pending = nil
	a.prefill = a.solution()
	return false, nil
}

// skip runs the step as it is written, so that later ones find what they need.
func (a *attempt) skip(ctx context.Context) (bool, error) {
	if a.quiz != nil {
		fmt.Fprintf(a.o.Out, "It would have been: %s\n", a.solution())
		return true, a.finish()
	}
	if err := a.perform(ctx); err != nil {
		return false, err
	}
	return true, a.finish()
}

// perform shows and runs the step as it is written.
func (a *attempt) perform(ctx context.Context) error {
	number := a.shell.Number()
	for i, line := range strings.Split(a.step.Text(), "\n") {
		prompt := "iex"
		if i > 0 {
			prompt = "..."
		}
		fmt.Fprintf(a.o.Out, "%s(%d)> %s\n", prompt, number, line)
	}
	outputs, _, err := a.stage.Run(ctx, a.step)
	if err != nil {
		return err
	}
	a.ran(a.step, outputs)
	return nil
}

// back goes to the step before, in a shell that has not seen it yet.
func (a *attempt) back(ctx context.Context) (bool, error) {
	for i := a.at - 1; i >= 0; i-- {
		if a.beats[i].task() {
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
	if a.shell == nil {
		fmt.Fprintln(a.o.Out, "there is no shell yet")
		return false, nil
	}
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
	fmt.Fprintf(a.o.Out, "And of the shell's own, which show what happens among processes:\n  /%s\n",
		strings.Join(ShellCommands(), " /"))
	return false, nil
}

func (a *attempt) quit(context.Context) (bool, error) { return false, errLeave }
