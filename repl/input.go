package repl

import "errors"

// Input reads a line for the session while it evaluates: it shows the prompt
// and calls answer with the line and its newline, on a terminal later and from
// another goroutine. Ctrl-C interrupts the evaluation.
func (s *Shell) Input(prompt string, answer func(line string, ok bool)) {
	if s.device == Piped {
		line, err := s.ReadLine(prompt, "")
		answer(line.Text+"\n", err == nil)
		return
	}
	go func() {
		select {
		case s.prompts <- prompt:
		case <-s.quitting:
			return
		}
		select {
		case l := <-s.lines:
			if errors.Is(l.err, ErrInterrupted) {
				s.session.Interrupt()
			}
			answer(l.Text+"\n", l.err == nil)
		case <-s.quitting:
		}
	}()
}
