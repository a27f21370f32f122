package repl

import (
	"io"
	"time"

	"gex/interp"
)

// line waits for the next line and meanwhile lets the session work, which may
// end it.
func (s *Shell) line(continued bool) (Line, error) {
	select {
	case s.prompts <- s.prompt(continued):
	case <-s.quitting:
		return Line{}, io.EOF
	}
	for {
		if _, left := s.session.Left(); left {
			return Line{}, io.EOF
		}
		timer := s.timer()
		select {
		case l := <-s.lines:
			return l.Line, l.err
		case <-s.session.Woken():
			s.settle(continued)
		case <-timer:
			s.settle(continued)
		case c := <-s.completions:
			c.answer <- s.completion(c.text[:c.cursor])
		case <-s.quitting:
			return Line{}, io.EOF
		}
	}
}

// prompt returns the prompt for the next line.
func (s *Shell) prompt(continued bool) string {
	return s.session.Prompt(continued)
}

// timer returns a channel that delivers when the session has a timer due.
func (s *Shell) timer() <-chan time.Time {
	d, ok := s.session.NextTimer()
	if !ok {
		return nil
	}
	return time.After(d)
}

// settle lets background processes run. They may take the evaluator down, and
// then the numbers of the prompt may start anew.
func (s *Shell) settle(continued bool) {
	before := s.prompt(continued)
	s.Hold(func() {
		s.session.Settle()
		if now := s.prompt(continued); now != before {
			s.reader.SetPrompt(now)
		}
	})
}

// completion completes the end of a line of the statement that is being typed.
func (s *Shell) completion(line string) interp.Completion {
	before := s.collected
	if before != "" {
		before += "\n"
	}
	c := s.session.Complete(before+line, len(before)+len(line))
	c.Start -= len(before)
	return c
}

// complete answers the line editor, which waits on its own goroutine.
func (s *Shell) complete(text string, cursor int) interp.Completion {
	answer := make(chan interp.Completion, 1)
	select {
	case s.completions <- completion{text, cursor, answer}:
		return <-answer
	case <-s.quitting:
		return interp.Completion{}
	}
}
