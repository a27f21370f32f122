package interp

import (
	"errors"
	"fmt"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// shellProcess is the evaluator: the process that self() is at the prompt.
type shellProcess struct {
	session *Session
	process *process.Process
	input   *string  // what it is to evaluate
	text    string   // what it evaluates
	answer  *answer  // what came of it
	leader  term.PID // its group leader at the beginning
	respawn bool     // whether it ends because the learner said so
}

// answer is what came of an input.
type answer struct {
	value   term.Term
	env     *eval.Env
	text    string // the value as it is printed
	failure string // the error as it is printed, "" if there was none
	hint    string // what gex has to say beside the error, "" for nothing
	matched bool
	silent  bool
	printed bool // whether it has been printed already
}

// start starts an evaluator.
func (s *Session) start() {
	shell := &shellProcess{session: s}
	shell.process = s.node.Spawn(shell.run, process.SpawnOptions{
		Initial: process.MFA{Module: "proc_lib", Function: "init_p", Arity: 5},
	})
	shell.leader = shell.process.GroupLeader()
	shell.process.SetLabel("shell")
	shell.process.Put(proclib.AncestorsKey, term.List(s.server))
	shell.process.Put(proclib.InitialCallKey, process.MFA{Module: "Elixir.IEx.Evaluator", Function: "init", Arity: 4}.Term())
	s.shell = shell
	s.target.Store(&target{node: s.node, process: shell.process})
	s.node.Settle()
}

// serverNumber is the number of the pid of IEx.Server in a fresh IEx.
const serverNumber = 80

// startServer starts the process that stands for the reading side of the
// shell, which is an ancestor of what is started at the prompt.
func (s *Session) startServer() {
	s.server = s.node.Spawn(func(self *process.Process) error {
		self.Sleep(process.Forever)
		return nil
	}, process.SpawnOptions{
		Number: serverNumber, Initial: process.MFA{Module: "Elixir.IEx.Server", Function: "run_from_shell", Arity: 2},
	}).PID()
}

// idleBase is where an evaluator waits for input.
var idleBase = []exception.Frame{
	{Module: "Elixir.IEx.Evaluator", Function: "loop", Arity: 1, File: "lib/iex/evaluator.ex", Line: 184},
	{Module: "Elixir.IEx.Evaluator", Function: "init", Arity: 4, File: "lib/iex/evaluator.ex", Line: 32},
	proclib.Frame(false),
}

// run evaluates input after input.
func (sh *shellProcess) run(self *process.Process) error {
	for {
		self.SetBase(&idleBase)
		self.Await(func() bool { return sh.input != nil })
		self.SetBase(nil)
		text := *sh.input
		sh.text = text
		sh.input = nil
		answer := sh.evaluate(self, text)
		if err := sh.toLeader(self, answer); err != nil {
			return err
		}
		sh.answer = answer
	}
}

// request hands an input to the evaluator.
func (sh *shellProcess) request(text string) {
	sh.input = &text
	sh.process.Wake()
}

// settled reports whether the evaluator has answered or died,
// or the session is halted.
func (sh *shellProcess) settled() bool {
	return sh.answer != nil || !sh.process.Alive() || sh.session.halted()
}

// take returns the answer, nil if there is none because the evaluator died.
func (sh *shellProcess) take() *answer {
	a := sh.answer
	sh.answer = nil
	return a
}

// kill ends the evaluator from outside.
func (sh *shellProcess) kill() { sh.process.Kill() }

// evaluate reads and runs an input. It never fails: errors are answers.
func (sh *shellProcess) evaluate(self *process.Process, text string) *answer {
	s := sh.session
	a := &answer{env: s.env}
	err := contain(self, func() (err error) {
		if lastLine(text) == syntax.BreakLine {
			return s.broken()
		}
		if Classify(text) == Go {
			a.value, err = s.evalGo(self, text)
			return err
		}
		return s.evalIEx(self, text, a)
	})
	if err != nil {
		a.failure = s.failure(self, err)
		a.hint = s.hint(text, err, a.failure)
	} else {
		a.hint = s.valueHint(text, a.value)
	}
	a.silent = a.value == term.Term(doNotShow)
	if a.failure == "" && !a.silent {
		a.text, err = s.shown(self, a.value)
	}
	if err != nil && a.failure == "" {
		a.failure = s.failure(self, err)
	}
	return a
}

// contain calls f guarded against interrupts. A panic in f, which is a fault
// of gex, is an error of the input and not the end of the shell.
func contain(self *process.Process, f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			if process.IsKernelPanic(r) {
				panic(r)
			}
			err = exception.New("RuntimeError", fmt.Sprintf("gex itself failed: %v", r))
		}
	}()
	return self.Guard(f)
}

// evalIEx evaluates an input in IEx notation.
func (s *Session) evalIEx(self *process.Process, text string, a *answer) error {
	s.wrote(text)
	file, err := syntax.Parse(line(text), s.syntaxOptions())
	if err != nil {
		var failed *syntax.Error
		if errors.As(err, &failed) {
			s.syntaxWarnings(self, failed.File, failed.Warnings)
		}
		return syntaxError(err)
	}
	s.syntaxWarnings(self, file.Name, file.Warnings)
	a.matched = isMatch(file.Body)
	s.trees.note(s.table, file.Body, line(text))
	value, env, err := s.evaluator.EvalInput(self, file.Body, s.env)
	if err != nil {
		return err
	}
	a.value, a.env = value, env
	return nil
}

func (s *Session) syntaxWarnings(self *process.Process, file string, warnings []syntax.Warning) {
	for _, w := range warnings {
		remark := eval.Warning{Message: w.Message, Line: w.Line, Column: w.Column}
		if w.Line > 0 {
			remark.File = file
		}
		s.compilerWarning(self, remark)
	}
}

// isMatch reports whether an input is a match, pattern = value.
func isMatch(body syntax.Node) bool {
	if block, ok := body.(*syntax.Block); ok && len(block.Exprs) == 1 {
		body = block.Exprs[0]
	}
	binary, ok := body.(*syntax.Binary)
	return ok && binary.Op == "="
}

// syntaxError is the exception that Elixir raises for a source it cannot read.
func syntaxError(err error) error {
	failed, ok := err.(*syntax.Error)
	if !ok {
		return err
	}
	fields := []term.Pair{
		{Key: term.Atom("file"), Value: term.Binary(failed.File)},
		{Key: term.Atom("line"), Value: term.Int(failed.Line)},
		{Key: term.Atom("column"), Value: term.Int(failed.Column)},
		{Key: term.Atom("description"), Value: term.Binary(failed.Message)},
	}
	if failed.Snippet != nil && failed.Column > 0 {
		fields = append(fields, term.Pair{Key: term.Atom("snippet"), Value: term.NewMap(
			term.Pair{Key: term.Atom("content"), Value: term.Binary(failed.Snippet.Content)},
			term.Pair{Key: term.Atom("offset"), Value: term.Int(failed.Snippet.Offset)})})
	}
	return exception.Raise(exception.Struct(failed.Kind.String(), fields...))
}

// broken is the error of an input that #iex:break gave up.
func (s *Session) broken() error { return syntaxError(syntax.Interrupted(s.syntaxOptions())) }

// restart says why the evaluator died, unless it ended as it should, and starts
// another.
func (s *Session) restart() {
	dead := s.shell.process
	if reason := dead.ExitReason(); s.shell.respawn || reason == term.Term(term.Atom("normal")) {
		s.print(Output{Kind: Notice, From: dead.PID(), Text: "\n"})
	} else {
		text := exception.FormatExitFrom(dead.PID(), reason, s.exceptionOptions(true)) + "\n\n"
		s.print(Output{Kind: Failure, From: dead.PID(), Text: text})
	}
	if s.options.Strict {
		s.env, s.history, s.number = newEnv(), history{}, 1
	}
	s.matched = false
	s.print(Output{Kind: Notice, From: dead.PID(), Text: s.restartNotice()})
	s.start()
}

// restartNotice is the banner of IEx or, where variables are kept, a line that
// says so.
func (s *Session) restartNotice() string {
	if s.options.Strict {
		return Banner + "\n"
	}
	if len(s.env.Bindings()) == 0 {
		return "(a new shell process was started)\n"
	}
	return "(a new shell process was started; your variables were kept)\n"
}

// Banner is the line with which IEx 1.14 greets.
const Banner = "Interactive Elixir (1.14.0) - press Ctrl+C to exit (type h() ENTER for help)"
