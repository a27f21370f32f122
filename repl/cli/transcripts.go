package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"time"

	"gex/interp"
	"gex/repl"
	"gex/tutorials"
	"gex/tutorials/live"
	"gex/tutorials/oracle"
	"gex/tutorials/transcript"
)

// defineTest is the command test.
func defineTest(w *world, flags *flag.FlagSet) func([]string) error {
	o := &tutorials.TestOptions{Open: opener(nil)}
	color := repl.ColorAuto
	var watch bool
	var iex oracle.Options
	flags.BoolVar(&o.Update, "update", false, "rewrite failing outputs")
	flags.BoolVar(&o.Accept, "i", false, "ask about each failing output whether to rewrite it")
	flags.StringVar(&o.Run, "run", "", "only steps whose section/step matches `PATTERN`")
	flags.BoolVar(&o.Verbose, "v", false, "list all steps")
	flags.BoolVar(&o.Strict, "strict", false, "IEx 1.14 to the letter")
	flags.DurationVar(&o.Timeout, "timeout", 10*time.Second, "`TIME` that an input may take")
	flags.IntVar(&o.Count, "count", 1, "run each file `N` times")
	flags.Int64Var(&o.Seed, "seed", 0, "draw the order of processes and messages by lot, with the seed `N`")
	flags.IntVar(&o.Explore, "explore", 0, "run each file in `N` such orders and show what outcomes there are")
	flags.StringVar(&o.Errata, "errata", "", "`FILE` of errata, or directory with NAME.errata.md for NAME.md")
	flags.BoolVar(&o.JSON, "json", false, "print events, one a line; see gex help events")
	flags.StringVar(&o.JUnit, "junit", "", "write the results to `FILE` in JUnit's format")
	flags.BoolVar(&watch, "watch", false, "check files again when they change, until Ctrl-C")
	flags.StringVar(&iex.Command, "oracle", "", "compare with what an installed `iex` prints")
	colorFlag(flags, &color)
	return func(paths []string) error {
		o.Paths = paths
		if o.Timeout <= 0 || o.Count < 1 || o.Explore < 0 {
			return usageError{"-timeout and -count want more than 0, -explore not less"}
		}
		if iex.Command != "" {
			if err := iex.Find(); err != nil {
				return usageError{err.Error()}
			}
			o.Oracle = iex.Opener
		}
		if watch {
			ticker := time.NewTicker(watchInterval)
			defer ticker.Stop()
			o.Watch = ticker.C
		}
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		if o.Accept {
			return w.onConsole(color, func(console *repl.Console) int {
				o.Terminal = w.terminal(console, color)
				return tutorials.Test(ctx, *o)
			})
		}
		o.Terminal = w.terminal(nil, color)
		return exited(tutorials.Test(ctx, *o))
	}
}

// watchInterval is how often gex test -watch looks for changes.
const watchInterval = 300 * time.Millisecond

// defineLearn is the command learn.
func defineLearn(w *world, flags *flag.FlagSet) func([]string) error {
	o := &tutorials.LearnOptions{Home: repl.StateDir(w.getenv)}
	color := repl.ColorAuto
	list := flags.Bool("list", false, "list the lessons")
	forget := flags.Bool("no-save", false, "do not keep how far you got")
	flags.StringVar(&o.From, "from", "", "begin with `SECTION`")
	flags.BoolVar(&o.Reset, "reset", false, "begin anew; without a lesson: forget all progress")
	flags.BoolVar(&o.Quiet, "quiet", false, "no remarks")
	flags.BoolVar(&o.Predict, "predict", false, "say what each step will print before it runs")
	colorFlag(flags, &color)
	return func(lessons []string) error {
		if len(lessons) > 1 {
			return usageError{"learn wants one lesson"}
		}
		if *forget {
			o.Home = ""
		}
		if !*list {
			o.Lesson = first(lessons)
		}
		if o.Lesson == "" {
			o.Terminal = w.terminal(nil, color)
			return exited(tutorials.Learn(context.Background(), *o))
		}
		return w.onConsole(color, func(console *repl.Console) int {
			o.Terminal, o.Open = w.terminal(console, color), opener(console)
			asides, done := make(chan tutorials.Aside), make(chan struct{})
			defer close(done)
			o.Asides = asides
			console.SetCompleter(lessonCompleter(asides, done))
			return tutorials.Learn(context.Background(), *o)
		})
	}
}

// defineReplay is the command replay.
func defineReplay(w *world, flags *flag.FlagSet) func([]string) error {
	o := &tutorials.ReplayOptions{Work: tutorials.Work{Open: opener(nil)}}
	color := repl.ColorAuto
	flags.Func("speed", "`FACTOR|max`: 2 is twice as fast", func(text string) error {
		return setSpeed(o, text)
	})
	flags.DurationVar(&o.Type, "type", 40*time.Millisecond, "`TIME` between two keys")
	flags.Float64Var(&o.Jitter, "jitter", 0.3, "`PART` of that by which it varies, 0 to 1")
	flags.DurationVar(&o.Idle, "idle", 2*time.Second, "`TIME` of the longest pause")
	flags.BoolVar(&o.Step, "step", false, "wait for Enter before each input")
	flags.BoolVar(&o.Mash, "mash", false, "any key types the next one of the script; Enter ends a line")
	flags.BoolVar(&o.ShowOnly, "show-only", false, "show what is written, and run nothing")
	flags.StringVar(&o.Section, "section", "", "show only `SECTION`")
	flags.Func("clock", "`virtual|real`: virtual time jumps when everybody waits", func(text string) error {
		o.RealTime = text == "real"
		return oneOf(text, "virtual", "real")
	})
	flags.StringVar(&o.Result, "cast", "", "write an asciicast to `FILE`, - for standard output, instead of playing")
	flags.IntVar(&o.CastVersion, "cast-version", 2, "of the asciicast, `2|3`")
	flags.IntVar(&o.Columns, "cols", 80, "`COLUMNS` of the asciicast")
	flags.IntVar(&o.Rows, "rows", 24, "`ROWS` of the asciicast")
	colorFlag(flags, &color)
	return func(files []string) error {
		if len(files) != 1 {
			return usageError{"replay wants one file"}
		}
		if err := checkReplay(o); err != nil {
			return err
		}
		o.File = files[0]
		if o.Result != "" {
			return w.cast(*o, color)
		}
		return w.onConsole(color, func(console *repl.Console) (code int) {
			o.Terminal = w.terminal(console, color)
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			stop := func() { cancel(); go console.Quit() }
			console.Interruptible(ctx, stop, func(ctx context.Context) {
				code = tutorials.Replay(ctx, *o)
			})
			if ctx.Err() != nil {
				return exitFailed
			}
			return code
		})
	}
}

// checkReplay looks whether the options fit together.
func checkReplay(o *tutorials.ReplayOptions) error {
	switch {
	case o.CastVersion != 2 && o.CastVersion != 3:
		return usageError{"-cast-version is 2 or 3"}
	case o.Columns < 20 || o.Rows < 5:
		return usageError{"-cols is at least 20, -rows at least 5"}
	case o.Step && o.Mash:
		return usageError{"-step and -mash exclude each other"}
	case o.Result != "" && (o.Step || o.Mash):
		return usageError{"nobody presses keys for a cast"}
	case o.Type < 0 || o.Idle < 0 || o.Jitter < 0 || o.Jitter > 1:
		return usageError{"times are not negative, and -jitter is from 0 to 1"}
	}
	return nil
}

// cast writes a recording, in colour unless that is unwanted: it is not for the
// terminal at hand.
func (w *world) cast(o tutorials.ReplayOptions, color repl.ColorMode) error {
	o.Cast = true
	if o.Result == "-" {
		o.Result = ""
	}
	o.Terminal = w.terminal(nil, color)
	o.Color = color != repl.ColorNever
	return exited(tutorials.Replay(context.Background(), o))
}

// oneOf reports an error if text is none of the choices.
func oneOf(text string, choices ...string) error {
	if !slices.Contains(choices, text) {
		return fmt.Errorf("want %s", strings.Join(choices, " or "))
	}
	return nil
}

func setSpeed(o *tutorials.ReplayOptions, text string) error {
	if text == "max" {
		o.Max = true
		return nil
	}
	speed, err := strconv.ParseFloat(text, 64)
	if err != nil || speed <= 0 {
		return fmt.Errorf("want a number above 0, or max")
	}
	o.Speed = speed
	return nil
}

// onConsole runs f with a console and ends with the exit code it returns.
func (w *world) onConsole(mode repl.ColorMode, f func(*repl.Console) int) error {
	console, err := repl.Open(repl.Options{
		In: w.stdin, Out: w.stdout, Getenv: w.getenv, Color: repl.UseColor(mode, w.stdout, w.getenv),
	})
	if err != nil {
		return err
	}
	defer console.Close()
	return exited(f(console))
}

// terminal is the world as package tutorials knows it, with what is typed
// maxWidth is the width of values in IEx on wide terminals.
const maxWidth = 80

// coming from console, if there is one.
func (w *world) terminal(console *repl.Console, mode repl.ColorMode) tutorials.Terminal {
	t := tutorials.Terminal{
		Out: w.stdout, Err: w.stderr, Color: repl.UseColor(mode, w.stdout, w.getenv),
		Width: min(maxWidth, repl.Columns(w.stdout)),
	}
	if console != nil {
		t.In, t.Out, t.Keys = lineReader{console}, console, console
		t.Full = console.Device() == repl.Full
	}
	return t
}

// lineReader is a console as package tutorials knows it.
type lineReader struct{ console *repl.Console }

// ReadLine implements tutorials.LineReader.
func (r lineReader) ReadLine(prompt, typed string) (string, error) {
	line, err := r.console.ReadLine(prompt, typed)
	if errors.Is(err, repl.ErrInterrupted) {
		return "", tutorials.ErrInterrupted
	}
	r.console.Remember(line.Text)
	return line.Text, err
}

// opener opens sessions for transcripts. With a console Ctrl-C interrupts
// their evaluations.
func opener(console *repl.Console) transcript.Opener {
	return func(env transcript.Environment) (transcript.Shell, error) {
		o := live.Options{Paint: repl.NewPalette(env.Color).Paint}
		if console != nil {
			o.Hints = console.Device() == repl.Full
			o.Interruptible = func(ctx context.Context, s *interp.Session, eval func(context.Context)) {
				console.Interruptible(ctx, s.Interrupt, eval)
			}
		}
		return o.Opener()(env)
	}
}

// agree compares an output that was pasted with what a session printed.
func agree(pasted string, printed []interp.Output) bool {
	var outputs []transcript.Output
	for _, o := range printed {
		if o.Kind != interp.Notice {
			o.Text = repl.Uncoloured(o.Text)
			outputs = append(outputs, live.Output(o))
		}
	}
	return transcript.Agree(pasted, outputs)
}
