package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
)

// Exit codes.
const (
	exitOK       = 0
	exitFailed   = 1
	exitUsage    = 2
	exitInternal = 3
)

const version = "0.1.0"

// world is what a command may use of the world outside.
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
}

// exitError ends a command that has said what is wrong itself.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// exited returns the error for an exit code.
func exited(code int) error {
	if code == exitOK {
		return nil
	}
	return exitError(code)
}

// usageError is a command line that means nothing.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// Run executes a command line and returns the exit code. A bug in gex ends in
// a short message: a learner has no use for a stack of Go frames.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	defer func() {
		if fault := recover(); fault != nil {
			code = exitInternal
			fmt.Fprintf(stderr, "gex: internal error: %v\n", fault)
			if os.Getenv("GOTRACEBACK") != "" {
				fmt.Fprintf(stderr, "%s", debug.Stack())
			}
		}
	}()
	w := &world{stdin: stdin, stdout: stdout, stderr: stderr, getenv: os.Getenv}
	return exitCode(stderr, w.dispatch(args))
}

// exitCode reports an error and returns the exit code for it.
func exitCode(stderr io.Writer, err error) int {
	var usage usageError
	var exit exitError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return exitOK
	case errors.As(err, &exit):
		return int(exit)
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "gex: %s\nrun \"gex help\" for what there is\n", usage.text)
		return exitUsage
	}
	fmt.Fprintf(stderr, "gex: %v\n", err)
	return exitInternal
}

// dispatch finds the command of a command line; without one, or with a file in
// its place, it is the shell's.
func (w *world) dispatch(args []string) error {
	name, rest := "shell", args
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		name, rest = args[0], args[1:]
	}
	if slices.Contains([]string{"-h", "-help", "--help"}, first(args)) {
		name, rest = "help", nil
	}
	for _, c := range commands() {
		if c.name == name {
			return w.execute(c, rest)
		}
	}
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		return w.dispatch(append([]string{"shell"}, args...))
	}
	return usageError{fmt.Sprintf("unknown command %q", name)}
}

func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// A command is one verb of the command line.
type command struct {
	name, arguments, summary string
	// define declares the flags and returns what runs the command with the
	// arguments that are left.
	define func(w *world, flags *flag.FlagSet) func(args []string) error
}

// execute parses the flags of c, which may also stand behind its arguments,
// and runs it.
func (w *world) execute(c command, args []string) error {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	action := c.define(w, flags)
	operands, err := parseFlags(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		c.usage(w.stdout, flags)
		return err
	}
	if err != nil {
		return usageError{err.Error()}
	}
	return action(operands)
}

// parseFlags parses args, allowing flags behind operands. After "--" all are
// operands.
func parseFlags(flags *flag.FlagSet, args []string) (operands []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		rest := flags.Args()
		parsed := len(args) - len(rest)
		if len(rest) == 0 || parsed > 0 && args[parsed-1] == "--" {
			return append(operands, rest...), nil
		}
		operands, args = append(operands, rest[0]), rest[1:]
	}
}

// usage explains the command.
func (c command) usage(out io.Writer, flags *flag.FlagSet) {
	fmt.Fprintf(out, "usage: %s\n\n%s\n", c.line(), c.summary)
	first := true
	flags.VisitAll(func(f *flag.Flag) {
		if first {
			fmt.Fprintln(out)
			first = false
		}
		operand, text := flag.UnquoteUsage(f)
		fmt.Fprintf(out, "  %-22s %s\n", strings.TrimSpace("-"+f.Name+" "+operand), text)
	})
	fmt.Fprint(out, notes[c.name])
}

func (c command) line() string {
	return strings.TrimSpace("gex " + c.name + " " + c.arguments)
}
