package repl

import (
	"bufio"
	"io"
	"strings"
	"sync"
)

// lineSource reads lines in a goroutine of its own, one when asked, so that
// waiting for one can be given up.
type lineSource struct {
	in     *bufio.Reader
	lines  chan sourceLine
	asked  chan struct{}
	open   bool // a line has been asked for and not been taken
	closed chan struct{}
	once   sync.Once
}

type sourceLine struct {
	text string
	err  error
}

func newLineSource(in io.Reader) *lineSource {
	s := &lineSource{
		in:     bufio.NewReader(in),
		lines:  make(chan sourceLine),
		asked:  make(chan struct{}),
		closed: make(chan struct{}),
	}
	go s.serve()
	return s
}

func (s *lineSource) serve() {
	for {
		select {
		case <-s.asked:
		case <-s.closed:
			return
		}
		text, err := s.in.ReadString('\n')
		if err == io.EOF && text != "" {
			err = nil
		}
		select {
		case s.lines <- sourceLine{strings.TrimRight(text, "\r\n"), err}:
		case <-s.closed:
			return
		}
	}
}

// read returns the next line, or ErrInterrupted if something comes through
// stop before it.
func (s *lineSource) read(stop <-chan struct{}) (string, error) {
	if !s.open {
		select {
		case s.asked <- struct{}{}:
			s.open = true
		case <-s.closed:
			return "", io.EOF
		}
	}
	select {
	case l := <-s.lines:
		s.open = false
		return l.text, l.err
	case <-stop:
		return "", ErrInterrupted
	case <-s.closed:
		return "", io.EOF
	}
}

func (s *lineSource) close() { s.once.Do(func() { close(s.closed) }) }

// plain is the LineReader for terminals without escape sequences and for
// pipes. A terminal echoes what is typed; the lines of a pipe are echoed here,
// so that the output reads as a transcript.
type plain struct {
	device Device
	source *lineSource
	screen *screen
	stop   chan struct{} // Ctrl-C for the line under way

	mu     sync.Mutex
	prompt string // of the line under way, "" if there is none
}

func newPlain(device Device, in io.Reader, out io.Writer) *plain {
	return &plain{
		device: device,
		source: newLineSource(in),
		screen: &screen{out: out},
		stop:   make(chan struct{}, 1),
	}
}

// ReadLine implements LineReader. A text typed already cannot be edited here:
// it is shown in brackets, and an empty line accepts it.
func (p *plain) ReadLine(prompt, typed string) (Line, error) {
	if p.device == Piped {
		return p.readPiped(prompt)
	}
	if typed != "" {
		prompt += "[" + typed + "] "
	}
	p.begin(prompt)
	text, err := p.source.read(p.stop)
	p.end(err)
	if text == "" && err == nil {
		text = typed
	}
	return Line{Text: text}, err
}

// ReadKey implements LineReader. A terminal hands out keys when a line is done.
func (p *plain) ReadKey() (rune, error) {
	r, _, err := p.source.in.ReadRune()
	return r, err
}

func (p *plain) readPiped(prompt string) (Line, error) {
	text, err := p.source.read(p.stop)
	if err != nil {
		return Line{}, err
	}
	p.screen.freshLine()
	_, err = io.WriteString(p.screen, prompt+text+"\n")
	return Line{Text: text}, err
}

func (p *plain) begin(prompt string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.prompt = prompt
	p.screen.freshLine()
	io.WriteString(p.screen, prompt)
}

func (p *plain) end(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.prompt = ""
	if err == nil {
		p.screen.atStart() // by the echo of the terminal
		return
	}
	p.screen.freshLine()
}

// Write implements LineReader. A prompt that is shown already is left alone
// and shown again below the output.
func (p *plain) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.prompt == "" {
		return p.screen.Write(b)
	}
	p.screen.freshLine()
	n, err := p.screen.Write(b)
	p.screen.freshLine()
	io.WriteString(p.screen, p.prompt)
	return n, err
}

// SetPrompt implements LineReader. It shows with the next output.
func (p *plain) SetPrompt(prompt string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.prompt != "" {
		p.prompt = prompt
	}
}

// Interrupt implements LineReader.
func (p *plain) Interrupt() {
	select {
	case p.stop <- struct{}{}:
	default:
	}
}

// TakeInterrupt implements LineReader: the terminal itself sees to Ctrl-C.
func (p *plain) TakeInterrupt() bool { return false }

// Close implements LineReader.
func (p *plain) Close() error {
	p.source.close()
	return nil
}
