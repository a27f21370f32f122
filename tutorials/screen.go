package tutorials

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"sync"
	"time"

	"gex/tutorials/cast"
)

// screen is where a replay is shown: a terminal, on which time passes, or a
// cast, in which it is written down.
type screen struct {
	o      ReplayOptions
	random *rand.Rand
	cast   *cast.Recording // nil on a terminal
	file   bytes.Buffer    // of the cast

	mu      sync.Mutex
	waiting bool // a line of progress is shown
	// ticker is for tests: it gives a value each time a wait has got longer.
	ticker func(time.Duration) (ticks <-chan time.Time, stop func())
}

func newScreen(o ReplayOptions, title string) *screen {
	s := &screen{o: o, random: rand.New(rand.NewPCG(o.Seed, 1)), ticker: o.ticker}
	if s.ticker == nil {
		s.ticker = func(d time.Duration) (<-chan time.Time, func()) {
			t := time.NewTicker(d)
			return t.C, t.Stop
		}
	}
	if o.Cast {
		s.cast = cast.New(&s.file, cast.Options{Version: o.CastVersion, Columns: o.Columns, Rows: o.Rows, Title: title})
	}
	return s
}

// print shows text.
func (s *screen) print(text string) {
	if s.cast != nil {
		s.cast.Print(text)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.eraseProgress()
	_, _ = io.WriteString(s.o.Out, text)
}

// mark begins a chapter.
func (s *screen) mark(title string) {
	if s.cast != nil {
		s.cast.Mark(title)
	}
}

// pause lets as much time pass as the options make of d.
func (s *screen) pause(ctx context.Context, d time.Duration) error {
	if s.o.Max || d <= 0 {
		return ctx.Err()
	}
	d = min(time.Duration(float64(d)/s.o.Speed), s.o.Idle)
	if s.cast != nil {
		s.cast.Wait(d)
		return ctx.Err()
	}
	return s.o.Sleep(ctx, d)
}

// awaitEnter waits for Enter. Nobody waits when there are no keys any more.
func (s *screen) awaitEnter(ctx context.Context) error {
	for ctx.Err() == nil {
		key, err := s.o.Keys.ReadKey()
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			return fmt.Errorf("wait for Enter: %w", err)
		case err != nil || key == '\r' || key == '\n':
			return nil
		}
	}
	return ctx.Err()
}

// typeLine types a line of an input. With Step it waits for Enter behind the
// first prompt.
func (s *screen) typeLine(ctx context.Context, prompt, line string, first bool) error {
	s.print(prompt)
	if s.o.Step && first && s.o.Keys != nil && s.cast == nil {
		if err := s.awaitEnter(ctx); err != nil {
			return err
		}
	}
	typeKeys := s.typeByItself
	if s.o.Mash && s.o.Keys != nil && s.cast == nil {
		typeKeys = s.typeByKeys
	}
	if err := typeKeys(ctx, line); err != nil {
		return err
	}
	s.print("\n")
	return ctx.Err()
}

func (s *screen) typeByItself(ctx context.Context, line string) error {
	if s.o.Max {
		s.print(line)
		return nil
	}
	for _, key := range line {
		if err := s.pause(ctx, s.keyPause()); err != nil {
			return err
		}
		s.print(string(key))
	}
	return nil
}

// typeByKeys types a character for each key that is pressed, whichever it is.
// Enter types the rest of the line, and is needed to end it.
func (s *screen) typeByKeys(ctx context.Context, line string) error {
	rest := []rune(line)
	for ctx.Err() == nil {
		key, err := s.o.Keys.ReadKey()
		switch {
		case errors.Is(err, io.EOF):
			return errLeave
		case err != nil:
			return fmt.Errorf("wait for a key: %w", err)
		case key == '\r' || key == '\n':
			s.print(string(rest))
			return nil
		case len(rest) > 0:
			s.print(string(rest[:1]))
			rest = rest[1:]
		}
	}
	return ctx.Err()
}

func (s *screen) keyPause() time.Duration {
	vary := 1 + s.o.Jitter*(2*s.random.Float64()-1)
	return time.Duration(float64(s.o.Type) * vary)
}

// Progress is shown for what takes longer than a moment, and then again and
// again.
const progressInterval = time.Second

// busy shows, where that is possible, that an input takes long. It returns what
// ends that. limit is the time that the input has at most; 0 is unknown.
func (s *screen) busy(limit time.Duration) (done func()) {
	if s.cast != nil || !s.o.Full {
		return func() {}
	}
	ticks, stop := s.ticker(progressInterval)
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for n := 1; ; n++ {
			select {
			case <-ticks:
				s.progress(time.Duration(n)*progressInterval, limit)
			case <-end:
				return
			}
		}
	}()
	return func() {
		close(end)
		<-ended
		stop()
		s.mu.Lock()
		defer s.mu.Unlock()
		s.eraseProgress()
	}
}

func (s *screen) progress(elapsed, limit time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	text := fmt.Sprintf("... waiting, %v", elapsed)
	if limit > 0 {
		text += fmt.Sprintf(" of at most %v", limit)
	}
	s.eraseProgress()
	s.waiting = true
	_, _ = io.WriteString(s.o.Out, text)
}

// eraseProgress takes the line of progress away.
func (s *screen) eraseProgress() {
	if s.waiting {
		s.waiting = false
		_, _ = io.WriteString(s.o.Out, "\r\x1b[2K")
	}
}

// finish writes the cast, if it is one.
func (s *screen) finish() int {
	if s.cast == nil {
		return ExitOK
	}
	if err := s.cast.End(); err != nil {
		return s.o.trouble(err, ExitInternal)
	}
	return s.o.write(s.file.String())
}
