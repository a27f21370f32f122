package repl

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync"
	"sync/atomic"

	"gex/interp"
)

// Options say what a console reads, where it writes and how.
type Options struct {
	In      io.Reader
	Out     io.Writer
	Getenv  func(string) string // TERM; os.Getenv
	Color   bool
	History string // file of the history; "" keeps none
}

// A Console is the place where a learner and a program talk: lines come in,
// output goes out, and Ctrl-C reaches the one it is meant for. Its methods may
// be called from any goroutine, ReadLine from one at a time.
type Console struct {
	device    Device
	reader    LineReader
	palette   *Palette
	editor    []string    // the command
	lent      atomic.Bool // the terminal belongs to the editor
	attention attention

	quitting chan struct{}
	quit     sync.Once
	closing  sync.Once
	signals  chan os.Signal

	mu        sync.Mutex
	holding   bool
	held      strings.Builder // output while holding
	watched   []interp.Output // what a session has printed while watching
	watching  bool
	completer func(text string, cursor int) interp.Completion
}

// Open opens a console: a terminal is in raw mode from here until Close.
func Open(o Options) (*Console, error) {
	c := &Console{
		device:   DeviceOf(o.In, o.Out, o.Getenv),
		palette:  NewPalette(o.Color),
		editor:   editorOf(o.Getenv),
		quitting: make(chan struct{}),
		signals:  make(chan os.Signal, 1),
	}
	if c.device != Full {
		c.reader = newPlain(c.device, o.In, o.Out)
	} else if err := c.openTerminal(o); err != nil {
		return nil, fmt.Errorf("open terminal: %w", err)
	}
	signal.Notify(c.signals, signals...)
	go func() {
		for s := range c.signals {
			c.signal(s)
		}
	}()
	return c, nil
}

func (c *Console) openTerminal(o Options) error {
	t, err := openTerminal(terminalOptions{
		in: o.In.(*os.File), out: o.Out.(*os.File),
		history:     loadHistory(o.History),
		interrupted: c.attention.interrupt,
		quit:        func() { go c.Quit() },
		complete:    c.complete,
	})
	c.reader = t
	return err
}

// Device tells what the console is.
func (c *Console) Device() Device { return c.device }

// ReadLine shows the prompt and the text typed, which can be edited, and
// returns the next line. The error is ErrInterrupted, io.EOF or that of the
// device.
func (c *Console) ReadLine(prompt, typed string) (Line, error) {
	return c.reader.ReadLine(prompt, typed)
}

// ReadKey waits for one key and shows nothing of it. Enter is \r or \n; the error
// is io.EOF or that of the device. It is not for use during ReadLine.
func (c *Console) ReadKey() (rune, error) { return c.reader.ReadKey() }

// Write shows output, above the line that is being typed if there is one.
func (c *Console) Write(p []byte) (int, error) {
	c.mu.Lock()
	if c.holding {
		defer c.mu.Unlock()
		return c.held.Write(p)
	}
	c.mu.Unlock()
	return c.reader.Write(p)
}

// Output shows in its colour what a session prints.
func (c *Console) Output(o interp.Output) {
	c.mu.Lock()
	if c.watching {
		c.watched = append(c.watched, o)
	}
	c.mu.Unlock()
	if t, ok := c.reader.(*terminal); ok && (o.Kind == interp.Notice || o.Kind == interp.Hint) {
		o.Text = folded(o.Text, t.columns())
	}
	io.WriteString(c, c.palette.Paint(o))
}

// watch runs work and returns what Output has shown meanwhile.
func (c *Console) watch(work func()) []interp.Output {
	c.setWatching(true)
	defer c.setWatching(false)
	work()
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.watched
}

func (c *Console) setWatching(on bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.watching, c.watched = on, nil
}

// Hold runs work and shows at one stroke what it prints.
func (c *Console) Hold(work func()) {
	c.mu.Lock()
	c.holding = true
	c.mu.Unlock()
	defer c.release()
	work()
}

func (c *Console) release() {
	c.mu.Lock()
	c.holding = false
	text := c.held.String()
	c.held.Reset()
	c.mu.Unlock()
	if text != "" {
		io.WriteString(c.reader, text)
	}
}

// Interruptible runs work, for which Ctrl-C is meant then: it calls interrupt,
// which must not block, and no longer when work is done. The context of work
// is cancelled at once if Ctrl-C has been typed before.
func (c *Console) Interruptible(ctx context.Context, interrupt func(), work func(context.Context)) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	c.attention.begin(func() {
		if c.device == Dumb {
			io.WriteString(c.reader, "\n") // behind the echo of the key
		}
		interrupt()
	})
	defer c.attention.end()
	if c.reader.TakeInterrupt() || c.quits() {
		cancel()
	}
	work(ctx)
}

// Remember puts a statement into the history. A history that cannot be written
// is no reason to disturb the learner.
func (c *Console) Remember(statement string) {
	if r, ok := c.reader.(interface{ Remember(string) error }); ok {
		_ = r.Remember(strings.TrimSpace(statement))
	}
}

// Quit ends the console soon: ReadLine gives io.EOF, what is running is
// interrupted.
func (c *Console) Quit() {
	c.quit.Do(func() {
		close(c.quitting)
		c.reader.Close()
		c.attention.interrupt()
	})
}

func (c *Console) quits() bool {
	select {
	case <-c.quitting:
		return true
	default:
		return false
	}
}

// Close gives the terminal back as it was.
func (c *Console) Close() error {
	c.closing.Do(func() {
		signal.Stop(c.signals)
		close(c.signals)
	})
	return c.reader.Close()
}

// complete asks the completer of the console for candidates.
func (c *Console) complete(text string, cursor int) interp.Completion {
	c.mu.Lock()
	completer := c.completer
	c.mu.Unlock()
	if completer == nil {
		return interp.Completion{}
	}
	return completer(text, cursor)
}

// SetCompleter sets what completes the line that is being typed: f gets it and the
// place of the cursor, in bytes, on a goroutine of the line editor, which waits.
func (c *Console) SetCompleter(f func(text string, cursor int) interp.Completion) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.completer = f
}

// signal handles a signal of the system.
func (c *Console) signal(s os.Signal) {
	switch {
	case s == os.Interrupt && c.lent.Load(): // for the editor
	case isResize(s):
		if r, ok := c.reader.(interface{ Resize() }); ok {
			r.Resize()
		}
	case s != os.Interrupt && c.quits():
		endSelf() // the first one has not been enough
	case s != os.Interrupt:
		c.Quit()
	case !c.attention.interrupt():
		c.reader.Interrupt()
	}
}
