package interp

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"gex/interp/eval"
	"gex/interp/exunit"
	"gex/interp/gosrc"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/backend"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/otp"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Options configure a session. The zero value is a session in real time whose
// output is lost.
type Options struct {
	// Node is the node to work on; nil means one of its own.
	Node *process.Node
	// Virtual runs a node of its own on a virtual clock.
	Virtual bool
	// Strict is IEx 1.14 to the letter, without what gex does better.
	Strict bool
	// Color has values, errors and logs in colour.
	Color bool
	// NoHints leaves out what gex has to say beside the errors of IEx.
	NoHints bool
	// Lessons are the names of the lessons there are, for h.
	Lessons []string
	// Width is the width of the screen; 0 means 80, which is also the most for
	// values.
	Width int
	// Columns tells the width of a screen that may change; nil means Width.
	Columns func() int
	// Output gets everything that is printed, in order.
	Output func(Output)
	// ReadFile finds the files of import_file and c.
	ReadFile func(name string) ([]byte, error)
	// Files are what the module File works on; nil means files in memory, over
	// those that ReadFile finds.
	Files lib.FileSystem
	// Input reads the lines that IO.gets and its kin ask for; nil means that
	// there are none.
	Input ioserver.Input
	// Chdir goes to another directory for cd; nil means that there is none.
	Chdir func(name string) error
	// WriteFile writes the files of /save.
	WriteFile func(name string, data []byte) error
	// FirstPID is the number of the first evaluator; 0 means 108.
	FirstPID uint32
	// Seed is the seed of random numbers; 0 means a seed of its own each time,
	// on a virtual clock always the same.
	Seed int64
	// Schedule is the seed of an order drawn by lot in which processes run and
	// messages arrive, within what Erlang leaves open; 0 is the usual order. It
	// is for a node of its own.
	Schedule int64
	// ASCII draws with the characters that every terminal has.
	ASCII bool
	// Tags marks what other processes than the shell print, see Output.
	Tags bool
	// Memory is how many bytes may be in use before what runs fails; 0 means 1 GiB.
	Memory uint64
	// Modules are compiled Go modules, by a value of each, that are there from the
	// start. What runs them must be called within otp.For(node).AsDefault.
	Modules []any
	// Allow are packages that Go may import beyond those that everybody may; see
	// CheckAllow.
	Allow []string
}

// Session is a shell without a terminal: a node with an evaluator process. It
// belongs to one goroutine; only Interrupt may be called from others.
type Session struct {
	given   Options // as New got them; options may change at the prompt
	journal journal
	target  *atomic.Pointer[target] // of Interrupt

	options   Options
	node      *process.Node
	table     *code.Table
	evaluator *eval.Evaluator
	server    term.PID // the ancestor of evaluators
	shell     *shellProcess
	env       *eval.Env
	goDecls   *gosrc.Unit
	tests     *exunit.Unit
	compiled  []compiledFile
	required  []string    // what Code.require_file has loaded
	projects  []term.Atom // the modules that use Mix.Project
	trees     moduleTrees
	history   history
	number    int
	// matched reports whether the last input was a match, after which IEx
	// takes no operator at the start of a line.
	matched bool
	// matchers try the patterns of clauses that did not match; see blameClause.
	matchers map[string]term.Term
	sight    sight
	edit     *Edit // what the input wants to have opened
}

// New starts a session.
func New(o Options) *Session {
	s := &Session{given: o, target: new(atomic.Pointer[target])}
	s.given.Output = s.print
	s.journal.sink, s.journal.read = o.Output, o.ReadFile
	if o.ReadFile != nil {
		s.given.ReadFile = s.journal.readFile
	}
	node := o.Node
	if node == nil {
		node = process.NewNode(process.Options{Virtual: o.Virtual, FirstPID: o.FirstPID, MemoryBudget: o.Memory, Schedule: o.Schedule})
	}
	s.journal.began = node.SystemTime()
	s.boot(node)
	return s
}

// boot begins the session on a fresh node.
func (s *Session) boot(node *process.Node) {
	*s = Session{
		given: s.given, journal: s.journal, target: s.target,
		options: s.given, node: node, table: code.Of(node), number: 1, env: newEnv(),
		sight: sight{noTags: s.sight.noTags},
	}
	ioserver.Start(s.node, func(out ioserver.Output) {
		s.print(Output{Kind: kindOf(out.Kind), From: out.From, Text: out.Text, Tag: s.tag(out)})
	})
	logger.Configure(s.node, logger.Options{Exception: s.exceptionOptions(false)})
	lib.Define(s.node, !s.given.Strict)
	backend.Start(s.node)
	otp.For(s.node).Register(s.given.Modules...)
	s.tests = exunit.New(s.node, exunit.Config{
		Exception: func() exception.Options { return s.exceptionOptions(false) },
		ReadFile:  s.readFile,
	})
	for module, advice := range deprecatedFunctions {
		s.table.Amend(module, func(m *code.Module) { m.Deprecated = advice })
	}
	for module := range uses() {
		s.table.Amend(module, func(m *code.Module) { m.AddMacros(code.Key{Name: "__using__", Arity: 1}) })
	}
	s.table.Amend(term.Alias("Kernel"), func(m *code.Module) { m.AddMacros(eval.KernelMacros()...) })
	lib.SetBlamer(s.node, s.blameClause)
	lib.SetChooser(s.node, s.choose)
	s.openWorld()
	s.evaluator = eval.New(s.table, s.evalOptions())
	s.findApplications()
	s.bindShell()
	s.openSight()
	s.node.OnStuck(s.breakDeadlock)
	s.startServer()
	s.start()
}

// newEnv returns the environment of the first input: the functions with bare
// names are those of Elixir's Kernel, of the shell and those declared in Go,
// and what tests claim, which IEx has to import.
func newEnv() *eval.Env {
	return eval.NewEnv("iex", term.Alias("ExUnit.Assertions"), term.Alias("ExUnit.Callbacks"),
		term.Alias("Kernel"), helpersModule, gosrc.FunctionsModule).AtPrompt()
}

func kindOf(kind ioserver.Kind) Kind {
	switch kind {
	case ioserver.Log:
		return Log
	case ioserver.Warning:
		return Warning
	}
	return User
}

// Close ends the session and all its processes.
func (s *Session) Close() { s.node.Close() }

// Node returns the node, for those who observe it.
func (s *Session) Node() *process.Node { return s.node }

// Number returns the number of the prompt.
func (s *Session) Number() int { return s.number }

// Woken gives a value when Settle has something to do.
func (s *Session) Woken() <-chan struct{} { return s.node.Woken() }

// NextTimer returns how long it is until Settle has something to do by itself.
func (s *Session) NextTimer() (time.Duration, bool) { return s.node.UntilNext() }

// Interrupt interrupts what is being evaluated, or the next input if nothing is,
// as Ctrl-C does. It may be called from any goroutine.
func (s *Session) Interrupt() {
	t := s.target.Load()
	t.interrupted.Store(true)
	t.node.Interrupt(t.process)
}

// target is whom an interrupt is meant for.
type target struct {
	node        *process.Node
	process     *process.Process
	interrupted atomic.Bool
}

// Settle lets the processes do what there is to do, and restarts the evaluator
// if it died of it.
func (s *Session) Settle() {
	s.node.Settle()
	if _, left := s.Left(); !left && !s.shell.process.Alive() {
		s.restart()
	}
}

// Eval evaluates an input and prints what comes of it. It blocks until the
// value is there and the node has settled, or ctx ends. Incomplete input
// fails with the error that it is incomplete.
func (s *Session) Eval(ctx context.Context, text string) Outcome {
	if outcome, left := s.leftOutcome(); left {
		return outcome
	}
	defer func() { s.target.Load().interrupted.Store(false) }()
	text = s.unprompted(text)
	if s.Status(text) == Blank {
		if !s.options.Strict {
			return Outcome{OK: true, Silent: true}
		}
		text = "nil"
	}
	if command, ok := s.slash(text); ok {
		s.print(Output{Kind: Notice, Text: command()})
		return Outcome{OK: true, Silent: true}
	}
	s.beginSight(text)
	s.journal.begin(text, s.number, s.node.Now())
	outcome := s.evaluate(ctx, text)
	s.journal.end(outcome, s.node.Now(), s.target.Load().interrupted.Load() || ctx.Err() != nil)
	return outcome
}

// evaluate has the evaluator evaluate an input and prints what comes of it.
func (s *Session) evaluate(ctx context.Context, text string) Outcome {
	s.node.Uninterrupt() // one that came too late for the input before
	if s.target.Load().interrupted.Load() {
		s.node.Post(s.Interrupt) // this one came since Eval was called
	}
	s.shell.request(text)
	err := s.node.Run(ctx, s.shell.settled)
	if errors.Is(err, process.ErrIdle) {
		s.interruptForever(ctx)
	} else if err != nil {
		s.abandon(ctx)
	}
	s.node.Settle()
	outcome := s.finish()
	s.showWatched()
	return outcome
}

// interruptForever ends an input that waits for what can never happen, as it
// may on a virtual clock.
func (s *Session) interruptForever(ctx context.Context) {
	s.node.Post(func() { s.node.Interrupt(s.shell.process) })
	_ = s.node.Run(ctx, s.shell.settled)
}

// abandon ends an input whose context is over.
func (s *Session) abandon(ctx context.Context) {
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	s.node.Post(s.Interrupt)
	if s.node.Run(grace, s.shell.settled) != nil {
		s.shell.kill()
	}
}

// finish prints what came of the input and moves the counter on.
func (s *Session) finish() Outcome {
	answer := s.shell.take()
	alive := s.shell.process.Alive()
	outcome, left := s.leftOutcome()
	if left && answer == nil {
		return outcome
	}
	if answer == nil || !alive && !startFailed(answer.value, s.shell.process.ExitReason()) {
		s.restart()
		return Outcome{}
	}
	if answer.failure != "" {
		s.matched = answer.matched
		if !answer.printed {
			s.print(Output{Kind: Failure, From: s.shell.process.PID(), Text: answer.failure})
		}
	} else {
		s.accept(answer)
	}
	if answer.hint != "" {
		s.print(Output{Kind: Hint, Text: "hint: " + answer.hint + "\n"})
	}
	if left {
		return outcome
	}
	if !alive {
		s.restart()
	}
	edit := s.edit
	s.edit = nil
	return Outcome{OK: answer.failure == "" && alive, Value: answer.value, Silent: answer.silent, Edit: edit}
}

// startFailed reports whether the value tells of the very exit that took the
// shell down: {:error, reason} of a start_link. In IEx that value is seen
// before the exit arrives, because the process that failed reports it first.
func startFailed(value, reason term.Term) bool {
	return term.Tag(value, 2) == term.ErrorAtom && term.Same(value.(term.Tuple)[1], reason)
}

// accept keeps and prints the value of an input that succeeded.
func (s *Session) accept(a *answer) {
	s.history.add(s.number, a.value, s.settings().historySize())
	s.env, s.matched = a.env, a.matched
	s.number++
	if !a.silent && !a.printed {
		s.print(Output{Kind: Value, From: s.shell.process.PID(), Text: a.text + "\n"})
	}
}

// syntaxOptions say how the next input is read.
func (s *Session) syntaxOptions() syntax.Options {
	o := syntax.Options{File: "iex", Line: s.number, Handles: true}
	switch {
	case s.matched:
		o.Previous = syntax.PreviousMatch
	default:
		o.Previous = syntax.PreviousValue
	}
	return o
}
