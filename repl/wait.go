package repl

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"
)

// line waits for the next line and meanwhile lets the session work.
func (s *Shell) line(continued bool) (Line, error) {
	select {
	case s.prompts <- s.prompt(continued):
	case <-s.quitting:
		return Line{}, io.EOF
	}
	for {
		timer := s.timer()
		select {
		case l := <-s.lines:
			return l.Line, l.err
		case <-s.session.Woken():
			s.settle()
		case <-timer:
			s.settle()
		case c := <-s.completions:
			start, words := s.session.Complete(c.text, c.cursor)
			c.answer <- candidates{start, words}
		case <-s.quitting:
			return Line{}, io.EOF
		}
	}
}

// prompt returns the prompt of IEx for the next line.
func (s *Shell) prompt(continued bool) string {
	name := "iex"
	if continued {
		name = "..."
	}
	return fmt.Sprintf("%s(%d)> ", name, s.session.Number())
}

// timer returns a channel that delivers when the session has a timer due.
func (s *Shell) timer() <-chan time.Time {
	d, ok := s.session.NextTimer()
	if !ok {
		return nil
	}
	return time.After(d)
}

// settle lets background processes run and shows at one stroke what they
// print.
func (s *Shell) settle() {
	s.hold(true)
	s.session.Settle()
	s.hold(false)
}

func (s *Shell) hold(on bool) {
	s.mu.Lock()
	s.settling = on
	text := s.held.String()
	s.held.Reset()
	s.mu.Unlock()
	if text != "" {
		io.WriteString(s.reader, text)
	}
}

// complete answers the line editor, which waits on its own goroutine.
func (s *Shell) complete(text string, cursor int) (int, []string) {
	answer := make(chan candidates, 1)
	select {
	case s.completions <- completion{text, cursor, answer}:
		c := <-answer
		return c.start, c.words
	case <-s.quitting:
		return 0, nil
	}
}

// attend handles the signals of the system until stop is called.
func (s *Shell) attend() (stop func()) {
	received := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(received, signals...)
	go func() {
		for {
			select {
			case sig := <-received:
				s.signal(sig)
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(received)
		close(done)
	}
}

func (s *Shell) signal(sig os.Signal) {
	switch {
	case isResize(sig):
		if r, ok := s.reader.(interface{ Resize() }); ok {
			r.Resize()
		}
	case sig != os.Interrupt && s.quits():
		endSelf() // the first one has not been enough
	case sig != os.Interrupt:
		s.Quit()
	case !s.attention.interrupt():
		s.reader.Interrupt()
	}
}
