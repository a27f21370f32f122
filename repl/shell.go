package repl

import (
	"context"
	"errors"
	"io"
	"strings"

	"gex/interp"
	"gex/interp/syntax"
	"gex/runtime/term"
)

// A Shell reads statements from a console, has a session evaluate them and
// shows what it prints.
type Shell struct {
	*Console
	Banner string // shown first on a terminal; "" for none
	Strict bool   // lines are not freed of pasted prompts, empty lines are inputs
	// Compare reports whether an output that was pasted agrees with what was
	// printed. Without it pasted outputs are dropped.
	Compare func(pasted string, printed []interp.Output) bool

	session     Session
	prompts     chan string // to the goroutine that reads
	lines       chan lineRead
	completions chan completion
	pasted      string // the output pasted behind the statement
	collected   string // lines of the statement that is being typed
	interrupts  int    // Ctrl-C at an empty prompt, in a row
}

type lineRead struct {
	Line
	err error
}

// completion is a request of the line editor for candidates.
type completion struct {
	text   string
	cursor int
	answer chan<- interp.Completion
}

// Run reads and evaluates until the learner leaves or the input ends, and
// returns the status with which the learner left, as System.halt(3), or 0. The
// session prints through Output; Run is its owner.
func (s *Shell) Run(session Session) (status int) {
	s.session = session
	s.prompts, s.lines = make(chan string), make(chan lineRead)
	s.completions = make(chan completion)
	s.SetCompleter(s.complete)
	defer s.SetCompleter(nil)
	go s.read()
	defer close(s.prompts)
	if s.device != Piped && s.Banner != "" {
		io.WriteString(s, s.Banner+"\n")
	}
	for {
		statement, err := s.statement()
		if err != nil {
			status, _ := session.Left()
			return status
		}
		outcome := s.judge(statement)
		for outcome.Edit != nil {
			outcome = s.edit(*outcome.Edit)
		}
		if outcome.Exit {
			n, _ := outcome.Value.(term.Int)
			return int(n)
		}
	}
}

// read is the goroutine that waits for lines.
func (s *Shell) read() {
	for prompt := range s.prompts {
		line, err := s.ReadLine(prompt, "")
		select {
		case s.lines <- lineRead{line, err}:
		case <-s.quitting:
		}
	}
}

// statement collects the lines of a statement. An error means that there are
// no more.
func (s *Shell) statement() (text string, err error) {
	for {
		s.collected = text
		line, err := s.line(text != "")
		s.pasted = line.Pasted
		switch {
		case err == nil:
			s.interrupts = 0
			var whole bool
			if text, whole = s.add(text, line); whole {
				return text, nil
			}
		case s.quits():
			return "", err
		case errors.Is(err, ErrInterrupted) && s.device != Piped:
			if s.leaves(text == "" && line.Text == "") {
				return "", err
			}
			text = ""
		case text == "":
			return "", err
		case s.device == Piped:
			return text, nil // for the session to complain about
		default:
			text = "" // Ctrl-D gives up a statement
		}
	}
}

// leaves counts the Ctrl-C at an empty prompt: the second one leaves.
func (s *Shell) leaves(empty bool) bool {
	if !empty {
		s.interrupts = 0
		return false
	}
	s.interrupts++
	if s.interrupts == 1 {
		io.WriteString(s, s.palette.hint.Sprint("press Ctrl+C again to exit")+"\n")
	}
	return s.interrupts > 1
}

// add appends a line to the text of a statement and reports whether that is
// to be evaluated now.
func (s *Shell) add(text string, line Line) (string, bool) {
	if !s.Strict {
		line.Text, _, _ = StripPrompt(line.Text)
	}
	if text == "" && strings.TrimSpace(line.Text) == syntax.BreakLine {
		return "", false // nothing to give up
	}
	if text != "" {
		text += "\n"
	}
	text += line.Text
	switch s.session.Status(text + "\n") {
	case interp.Incomplete:
		s.Remember("")
		return text, false
	case interp.Blank:
		if !s.Strict {
			return "", false
		}
	case interp.Complete:
		if s.goesOn(text, line.Next) {
			return text, false
		}
	}
	s.Remember(text)
	return text, true
}

// goesOn reports whether next, pasted behind the whole statement text, belongs
// to it.
func (s *Shell) goesOn(text, next string) bool {
	return next != "" && (pipeLine().MatchString(next) || s.session.Continues(text, next))
}

// judge evaluates a statement and, if an output was pasted with it, says
// whether it came.
func (s *Shell) judge(statement string) (outcome interp.Outcome) {
	if s.pasted == "" || s.Compare == nil || s.Strict {
		return s.evaluate(statement)
	}
	printed := s.watch(func() { outcome = s.evaluate(statement) })
	mark := "# agrees with what was pasted\n"
	if !agrees(s.pasted, func(pasted string) bool { return s.Compare(pasted, printed) }) {
		if s.pasted[0] == '\n' {
			return outcome // prose of the page
		}
		mark = "# differs from what was pasted:\n#   " + strings.ReplaceAll(s.pasted, "\n", "\n#   ") + "\n"
	}
	io.WriteString(s, paintLines(s.palette.hint, mark))
	return outcome
}

// evaluate has the session evaluate a statement; Ctrl-C interrupts it.
func (s *Shell) evaluate(statement string) (outcome interp.Outcome) {
	s.Interruptible(context.Background(), s.session.Interrupt, func(ctx context.Context) {
		outcome = s.session.Eval(ctx, statement)
	})
	return outcome
}
