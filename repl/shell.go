package repl

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// Options say what a shell reads, where it writes and how.
type Options struct {
	In      io.Reader
	Out     io.Writer
	Getenv  func(string) string // TERM; os.Getenv
	Banner  string              // shown first on a terminal; "" for none
	Color   bool
	Strict  bool   // lines are not freed of pasted prompts, empty lines are inputs
	History string // file of the history; "" keeps none
}

// A Shell reads statements, has a session evaluate them and shows what it
// prints. Make the session with Output as its sink, then call Run.
type Shell struct {
	options   Options
	device    Device
	reader    LineReader
	palette   *palette
	session   Session
	attention attention

	prompts     chan string // to the goroutine that reads
	lines       chan lineRead
	completions chan completion
	quitting    chan struct{}
	quit        sync.Once

	interrupts int // Ctrl-C at an empty prompt, in a row

	mu       sync.Mutex
	settling bool
	held     strings.Builder // output while settling
}

type lineRead struct {
	Line
	err error
}

// completion is a request of the line editor for candidates.
type completion struct {
	text   string
	cursor int
	answer chan<- candidates
}

type candidates struct {
	start int
	words []string
}

// New opens a shell: a terminal is in raw mode from here until Close.
func New(o Options) (*Shell, error) {
	s := &Shell{
		options:     o,
		device:      DeviceOf(o.In, o.Out, o.Getenv),
		palette:     newPalette(o.Color),
		prompts:     make(chan string),
		lines:       make(chan lineRead),
		completions: make(chan completion),
		quitting:    make(chan struct{}),
	}
	if s.device != Full {
		s.reader = newPlain(s.device, o.In, o.Out)
		return s, nil
	}
	t, err := openTerminal(terminalOptions{
		in: o.In.(*os.File), out: o.Out.(*os.File),
		history:     loadHistory(o.History),
		interrupted: s.attention.interrupt,
		quit:        func() { go s.Quit() },
		complete:    s.complete,
	})
	if err != nil {
		return nil, fmt.Errorf("open terminal: %w", err)
	}
	s.reader = t
	return s, nil
}

// Output shows what the session prints. It may be called from any goroutine.
func (s *Shell) Output(o Output) {
	text := s.palette.paint(o)
	s.mu.Lock()
	if s.settling {
		s.held.WriteString(text)
		s.mu.Unlock()
		return
	}
	s.mu.Unlock()
	io.WriteString(s.reader, text)
}

// Quit makes Run return soon, whatever it is doing. It may be called from any
// goroutine.
func (s *Shell) Quit() {
	s.quit.Do(func() {
		close(s.quitting)
		s.reader.Close()
		s.attention.interrupt()
	})
}

// Close gives the terminal back as it was.
func (s *Shell) Close() error { return s.reader.Close() }

// Run reads and evaluates until the learner leaves or the input ends.
func (s *Shell) Run(session Session) {
	s.session = session
	stop := s.attend()
	defer stop()
	go s.read()
	defer close(s.prompts)
	if s.device != Piped && s.options.Banner != "" {
		io.WriteString(s.reader, s.options.Banner+"\n")
	}
	for {
		statement, err := s.statement()
		if err != nil || s.evaluate(statement).Exit {
			return
		}
	}
}

// read is the goroutine that waits for lines.
func (s *Shell) read() {
	for prompt := range s.prompts {
		line, err := s.reader.ReadLine(prompt)
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
		line, err := s.line(text != "")
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
		io.WriteString(s.reader, s.palette.hint.Sprint("press Ctrl+C again to exit")+"\n")
	}
	return s.interrupts > 1
}

// add appends a line to the text of a statement and reports whether that is
// to be evaluated now.
func (s *Shell) add(text string, line Line) (string, bool) {
	if !s.options.Strict {
		line.Text, _, _ = StripPrompt(line.Text)
	}
	if strings.TrimSpace(line.Text) == breakCommand {
		if text != "" {
			s.Output(Output{Kind: Failure, Text: fmt.Sprintf(
				"** (TokenMissingError) iex:%d: incomplete expression\n\n", s.session.Number())})
		}
		return "", false
	}
	if text != "" {
		text += "\n"
	}
	text += line.Text
	switch s.session.Status(text) {
	case Incomplete:
		s.remember("")
		return text, false
	case Blank:
		if !s.options.Strict {
			return "", false
		}
	case Complete:
		if belongsTo(text, line.Next) {
			return text, false
		}
	}
	s.remember(text)
	return text, true
}

// breakCommand alone in a line gives up a statement, as in IEx.
const breakCommand = "#iex:break"

// remember keeps a statement in the history. A history that cannot be written
// is no reason to disturb the learner.
func (s *Shell) remember(statement string) {
	if r, ok := s.reader.(interface{ Remember(string) error }); ok {
		_ = r.Remember(strings.TrimSpace(statement))
	}
}

// evaluate has the session evaluate a statement; Ctrl-C interrupts it.
func (s *Shell) evaluate(statement string) Outcome {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s.attention.begin(s.session.Interrupt)
	defer s.attention.end()
	if s.reader.TakeInterrupt() || s.quits() {
		cancel()
	}
	return s.session.Eval(ctx, statement)
}

func (s *Shell) quits() bool {
	select {
	case <-s.quitting:
		return true
	default:
		return false
	}
}
