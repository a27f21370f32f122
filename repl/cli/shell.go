package cli

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gex/interp"
	"gex/interp/lib"
	"gex/repl"
	"gex/runtime/ioserver"
)

// banner is the first line of the shell.
const banner = "Interactive gex (" + version + ") - Ctrl+C twice or Ctrl+D exits (h for help, gex learn)"

// shellFlags are the flags of the shell.
type shellFlags struct {
	strict, noHistory, virtual bool
	dot                        string // the file of -dot-iex
	dotGiven                   bool
	memory                     uint64
	allow                      []string
	noHints, noTags            bool
	color                      repl.ColorMode
	expressions                []string
}

// defineShell is the command shell.
func defineShell(w *world, flags *flag.FlagSet) func([]string) error {
	f := &shellFlags{color: repl.ColorAuto}
	flags.BoolVar(&f.strict, "strict", false, "IEx 1.14 to the letter")
	flags.BoolVar(&f.noHistory, "no-history", false, "keep no history")
	flags.BoolVar(&f.noHints, "no-hints", false, "say nothing beside the errors of IEx")
	flags.BoolVar(&f.noTags, "no-tags", false, "do not mark what other processes print with their pid")
	flags.Func("clock", "`real|virtual`: virtual time jumps when everybody waits", f.setClock)
	flags.Func("memory", "`SIZE` that may be in use before what runs fails, as 256M or 2G; 1G", f.setMemory)
	flags.Func("allow", "let Go import `PACKAGES` that reach beyond the shell, as os,reflect", f.setAllow)
	flags.Func("e", "evaluate `EXPR` first; repeatable", func(text string) error {
		f.expressions = append(f.expressions, text)
		return nil
	})
	flags.Func("dot-iex", "`FILE` to evaluate first, instead of .gex.exs here or in the home directory; \"\" for none", func(name string) error {
		f.dot, f.dotGiven = name, true
		return nil
	})
	colorFlag(flags, &f.color)
	return func(files []string) error { return w.shell(f, files) }
}

func (f *shellFlags) setClock(text string) error {
	if text != "real" && text != "virtual" {
		return fmt.Errorf("want real or virtual")
	}
	f.virtual = text == "virtual"
	return nil
}

// The least and the most that -memory takes, in MiB.
const minMemory, maxMemory = 16, 1 << 20

func (f *shellFlags) setMemory(text string) error {
	number, unit := strings.TrimRight(text, "MGmg"), uint64(1)
	if strings.HasSuffix(strings.ToUpper(text), "G") {
		unit = 1 << 10
	}
	n, err := strconv.ParseUint(number, 10, 32)
	if err != nil || len(text) != len(number)+1 || n*unit < minMemory || n*unit > maxMemory {
		return fmt.Errorf("want a size from %dM on, as 256M or 2G", minMemory)
	}
	f.memory = n * unit << 20
	return nil
}

func (f *shellFlags) setAllow(text string) error {
	paths := strings.Split(text, ",")
	f.allow = append(f.allow, paths...)
	return interp.CheckAllow(paths...)
}

// colorFlag declares the flag -color.
func colorFlag(flags *flag.FlagSet, mode *repl.ColorMode) {
	flags.Func("color", "`auto|always|never`", func(text string) error {
		switch m := repl.ColorMode(text); m {
		case repl.ColorAuto, repl.ColorAlways, repl.ColorNever:
			*mode = m
			return nil
		}
		return fmt.Errorf("want auto, always or never")
	})
}

// shell opens the shell. Files and expressions are evaluated first; as in IEx
// their values are not shown, but unlike there their variables are kept. If one
// of them fails and there is nobody to see to it, the command fails.
func (w *world) shell(f *shellFlags, files []string) error {
	options := repl.Options{
		In: w.stdin, Out: w.stdout, Getenv: w.getenv, Color: repl.UseColor(f.color, w.stdout, w.getenv),
	}
	if !f.noHistory {
		options.History = repl.HistoryFile(w.getenv)
	}
	console, err := repl.Open(options)
	if err != nil {
		return err
	}
	defer console.Close()
	terminal := console.Device() != repl.Piped
	preparing, show := true, w.printer(console, f.strict)
	var reading ioserver.Input // once the shell runs
	session := interp.New(interp.Options{
		Virtual: f.virtual, Strict: f.strict, Color: options.Color,
		Columns:  func() int { return repl.Columns(w.stdout) },
		ReadFile: os.ReadFile, Files: shellFiles(f.virtual),
		Chdir:     os.Chdir,
		WriteFile: func(name string, data []byte) error { return os.WriteFile(name, data, 0o644) },
		Input: func(prompt string, answer func(string, bool)) {
			if reading == nil {
				answer("", false)
				return
			}
			reading(prompt, answer)
		},
		Output: func(o interp.Output) {
			if !preparing || o.Kind != interp.Value {
				show(o)
			}
		},
		Lessons: lessonNames(),
		Memory:  f.memory,
		Allow:   f.allow,
		NoHints: f.noHints || !terminal,
		Tags:    console.Device() == repl.Full && !f.strict && !f.noTags,
		ASCII:   console.Device() == repl.Dumb,
	})
	defer session.Close()
	if dot := f.dotFile(w.getenv); dot != "" && !prepare(console, session, nil, []string{dot}) {
		fmt.Fprintf(console, "Error while evaluating: %s\n", dot)
	}
	if !prepare(console, session, f.expressions, files) && console.Device() == repl.Piped {
		return exited(exitFailed)
	}
	preparing = false
	shell := &repl.Shell{Console: console, Banner: banner, Strict: f.strict, Compare: agree}
	reading = shell.Input
	return exited(shell.Run(session))
}

// shellFiles are those of the machine, but for a shell on a virtual clock, which is
// to be the same at each run.
func shellFiles(virtual bool) lib.FileSystem {
	if virtual {
		return nil
	}
	return lib.SystemFiles{}
}

// dotFile is the file with what is to be there in every session: the first of
// .gex.exs here and in the home directory, unless a flag names another.
func (f *shellFlags) dotFile(getenv func(string) string) string {
	if f.dotGiven || f.strict {
		return f.dot
	}
	for _, dir := range []string{".", getenv("HOME")} {
		name := filepath.Join(dir, ".gex.exs")
		if info, err := os.Stat(name); dir != "" && err == nil && !info.IsDir() {
			return name
		}
	}
	return ""
}

// prepare evaluates files and expressions and reports whether all gave a value.
func prepare(console *repl.Console, session *interp.Session, expressions, files []string) bool {
	var inputs []string
	for _, name := range files {
		inputs = append(inputs, "import_file "+strconv.Quote(name))
	}
	for _, input := range append(inputs, expressions...) {
		ok := false
		console.Interruptible(context.Background(), session.Interrupt, func(ctx context.Context) {
			ok = session.Eval(ctx, input).OK
		})
		if !ok {
			return false
		}
	}
	return true
}
