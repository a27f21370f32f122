package live

import (
	"context"
	"os"

	"gex/interp"
	"gex/runtime/otp"
	"gex/tutorials/transcript"
)

// Options say how sessions are opened. The zero value will do.
type Options struct {
	// Modules are compiled Go modules that inputs can use by their names, a value
	// of each. Sessions with modules run one at a time.
	Modules []any
	// Hints has sessions say what they know beside an error.
	Hints bool
	// Paint returns an output as it is to be shown; nil leaves it as it is.
	Paint func(interp.Output) string
	// Interruptible calls eval with a context and sees to it that the session is
	// interrupted when the learner wants that; nil just calls it.
	Interruptible func(ctx context.Context, s *interp.Session, eval func(context.Context))
}

// Opener opens sessions for transcripts.
func (o Options) Opener() transcript.Opener {
	return func(env transcript.Environment) (transcript.Shell, error) { return o.open(env), nil }
}

func (o Options) open(env transcript.Environment) Shell {
	options := interp.Options{
		Virtual: env.Virtual, Strict: env.Strict, Color: env.Color, NoHints: !o.Hints, Modules: o.Modules,
		Width: env.Width, FirstPID: env.FirstPID, ReadFile: env.ReadFile, Schedule: env.Schedule,
	}
	if options.ReadFile == nil {
		options.ReadFile = os.ReadFile
	}
	if env.Output != nil {
		options.Output = func(printed interp.Output) { env.Output(o.output(printed)) }
	}
	return Shell{interp.New(options), o}
}

func (o Options) output(printed interp.Output) transcript.Output {
	out := Output(printed)
	if o.Paint != nil {
		out.Text = o.Paint(printed)
	}
	return out
}

// Output is what a session printed as transcripts know it.
func Output(o interp.Output) transcript.Output {
	return transcript.Output{Kind: kinds[o.Kind], From: o.From.String(), Text: o.Text}
}

// Shell is a session as transcripts know it.
type Shell struct {
	*interp.Session
	options Options
}

var (
	_ transcript.Shell  = Shell{}
	_ transcript.Loader = Shell{}
	_ transcript.Drawer = Shell{}
)

var kinds = map[interp.Kind]transcript.Kind{
	interp.User: transcript.User, interp.Log: transcript.Log, interp.Warning: transcript.Warning,
	interp.Value: transcript.Value, interp.Failure: transcript.Failure, interp.Notice: transcript.Notice, interp.Hint: transcript.Hint,
}

var statuses = map[interp.Status]transcript.Status{
	interp.Complete: transcript.Complete, interp.Incomplete: transcript.Incomplete,
	interp.Blank: transcript.Blank, interp.Wrong: transcript.Wrong,
}

// Status implements transcript.Shell.
func (s Shell) Status(text string) transcript.Status { return statuses[s.Session.Status(text)] }

// Eval implements transcript.Shell.
func (s Shell) Eval(ctx context.Context, text string) (outcome transcript.Outcome) {
	eval := func(ctx context.Context) {
		o := s.Session.Eval(ctx, text)
		outcome = transcript.Outcome{OK: o.OK, Exit: o.Exit}
	}
	s.asDefault(func() {
		if s.options.Interruptible != nil {
			s.options.Interruptible(ctx, s.Session, eval)
		} else {
			eval(ctx)
		}
	})
	return outcome
}

// Settle implements tutorials.Live.
func (s Shell) Settle() { s.asDefault(s.Session.Settle) }

// Close implements transcript.Shell.
func (s Shell) Close() { s.asDefault(s.Session.Close) }

// asDefault runs f with the functions that compiled modules call acting on the
// node of the session.
func (s Shell) asDefault(f func()) {
	if len(s.options.Modules) == 0 {
		f()
		return
	}
	otp.For(s.Node()).AsDefault(f)
}

// Draw implements transcript.Drawer.
func (s Shell) Draw(d transcript.Drawing) (string, bool) {
	return s.Session.Picture(interp.Format(d.Format), interp.PictureOptions{Title: d.Title, Inline: d.Inline, Only: d.Only})
}
