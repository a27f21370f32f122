package repl

import (
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"gex/interp/observe"

	"gex/interp"

	"github.com/chzyer/readline"
)

// terminal reads lines from a terminal with chzyer/readline.
type terminal struct {
	input    *input
	inFD     int
	outFD    int
	editor   *readline.Instance
	keys     *keyboard
	screen   *screen
	history  *history
	cooked   *readline.State
	complete func(text string, cursor int) interp.Completion

	resized func()       // of readline, for the editor's goroutine
	length  atomic.Int64 // runes in the line
	line    []rune       // as it is drawn, by painter
	pos     int          // of the cursor in it
	top     int          // first row of the line that is shown
	row     int          // of the cursor on the screen, from the first that is shown
	move    motion       // what a moveRune means that is on its way
	leafing bool         // the last key was a step in the history

	prompt       atomic.Int64 // its width
	continuation string       // the prompt of the lines of a statement after the first
	continued    atomic.Bool  // the prompt is that of a continued statement

	closing sync.Once

	mu      sync.Mutex
	reading bool
	pending strings.Builder // output that waits until it can be shown
	asked   bool            // an action that shows it is under way
	room    *sync.Cond      // pending has been shown
	partial int             // column in which the output above the line ends
	helping atomic.Bool     // the editor's goroutine waits for candidates
}

// maxPending bounds the output that may wait: who writes more, waits too.
const maxPending = 1 << 16

// terminalOptions are what a terminal needs from the shell.
type terminalOptions struct {
	in          *os.File
	out         *os.File
	history     *history
	interrupted func() bool
	quit        func()
	complete    func(text string, cursor int) interp.Completion
}

// openTerminal puts the terminal into raw mode and starts to listen.
func openTerminal(o terminalOptions) (*terminal, error) {
	t := &terminal{
		inFD:     int(o.in.Fd()),
		outFD:    int(o.out.Fd()),
		keys:     newKeyboard(),
		screen:   &screen{out: o.out},
		history:  o.history,
		complete: o.complete,
	}
	t.room = sync.NewCond(&t.mu)
	t.keys.interrupted, t.keys.quit, t.keys.control = o.interrupted, o.quit, t.control
	var err error
	if t.input, err = newInput(o.in); err != nil {
		return nil, err
	}
	if t.cooked, err = readline.MakeRaw(t.inFD); err != nil {
		return nil, err
	}
	if t.editor, err = readline.NewEx(t.config()); err != nil {
		readline.Restore(t.inFD, t.cooked)
		return nil, err
	}
	for _, statement := range o.history.statements {
		t.editor.SaveHistory(encodeLine(statement))
	}
	t.screen.raw(pasteOn)
	go t.keys.listen(t.input)
	return t, nil
}

const (
	pasteOn  = "\x1b[?2004h"
	pasteOff = "\x1b[?2004l"
)

func (t *terminal) config() *readline.Config {
	return &readline.Config{
		Stdin:                  t.keys,
		Stdout:                 canvas{t},
		Stderr:                 canvas{t},
		HistoryLimit:           historyLimit,
		DisableAutoSaveHistory: true,
		HistorySearchFold:      true,
		EOFPrompt:              "\n",
		AutoComplete:           completer{t},
		Painter:                painter{t},
		Listener:               readline.FuncListener(t.typed),
		FuncFilterInputRune:    t.filter,
		ForceUseInteractive:    true,
		FuncIsTerminal:         func() bool { return true },
		FuncMakeRaw:            func() error { return nil },
		FuncExitRaw:            func() error { return nil },
		FuncGetWidth:           t.columns,
		FuncOnWidthChanged:     func(f func()) { t.resized = f },
	}
}

// ReadLine implements LineReader.
func (t *terminal) ReadLine(prompt, typed string) (Line, error) {
	t.begin()
	t.keys.prefill(typed)
	t.setPrompt(prompt)
	text, err := t.editor.Readline()
	t.end()
	if errors.Is(err, readline.ErrInterrupt) {
		return Line{Text: decodeLine(text)}, ErrInterrupted
	}
	if err != nil {
		return Line{}, err
	}
	return Line{Text: decodeLine(text), Next: t.keys.next(), Pasted: t.keys.takePasted()}, nil
}

// ReadKey implements LineReader.
func (t *terminal) ReadKey() (rune, error) { return t.keys.key() }

func (t *terminal) begin() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.screen.freshLine()
	t.partial = 0
	t.reading = true
}

// end writes what has not been shown above the line.
func (t *terminal) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.reading = false
	t.screen.atStart()
	t.flushLocked()
}

// Write implements LineReader.
func (t *terminal) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.reading && t.pending.Len() > maxPending && !t.helping.Load() {
		t.room.Wait()
	}
	if !t.reading {
		return t.screen.Write(p)
	}
	t.pending.Write(p)
	t.askLocked()
	return len(p), nil
}

func (t *terminal) askLocked() {
	if !t.asked {
		t.asked = true
		t.keys.do(t.show)
	}
}

// show writes the pending output above the line. It runs on the editor's
// goroutine, which draws the line again afterwards.
func (t *terminal) show() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.asked = false
	if t.pending.Len() == 0 || t.editor.Operation.IsSearchMode() {
		return // typed asks again when the search is over
	}
	t.editor.Clean()
	t.screen.resume(t.partial)
	t.flushLocked()
	t.partial = t.screen.freshLine()
}

func (t *terminal) flushLocked() {
	if t.pending.Len() > 0 {
		io.WriteString(t.screen, t.pending.String())
		t.pending.Reset()
	}
	t.room.Broadcast()
}

// filter gives control bytes their meaning. It runs on the editor's goroutine
// before the editor acts on r. After false the editor draws the line again.
func (t *terminal) filter(r rune) (rune, bool) {
	if r != readline.CharInterrupt && r != readline.CharDelete {
		if t.move = t.moving(r); t.move != nil {
			return moveRune, true
		}
		return r, true
	}
	switch h := t.keys.meaning(); h.kind {
	case handedAction:
		h.action()
		return 0, false
	case handedDelete:
		return r, t.length.Load() > 0
	}
	return r, true
}

// typed runs on the editor's goroutine after it has acted on key r.
func (t *terminal) typed(line []rune, pos int, r rune) ([]rune, int, bool) {
	t.length.Store(int64(len(line)))
	t.mu.Lock()
	if t.reading && t.pending.Len() > 0 {
		t.askLocked()
	}
	t.mu.Unlock()
	if r == moveRune && pos > 0 && line[pos-1] == moveRune {
		line = slices.Delete(line, pos-1, pos)
		return line, t.move(line, pos-1), true
	}
	if r != insertRune {
		return nil, 0, false
	}
	text := []rune(encodeLine(t.keys.takeInsert()))
	if pos == 0 || line[pos-1] != insertRune {
		return nil, 0, false
	}
	t.length.Add(int64(len(text) - 1))
	return slices.Replace(line, pos-1, pos, text...), pos - 1 + len(text), true
}

// control returns what a control key does that readline leaves alone or does
// badly.
func (t *terminal) control(b byte) func() {
	switch b {
	case keyClear:
		return func() { t.screen.raw("\x1b[H\x1b[2J") }
	case keySuspend:
		return t.suspend
	}
	return nil
}

// suspend stops the program, as Ctrl-Z should, until the user continues it.
func (t *terminal) suspend() {
	t.editor.Clean()
	t.restore()
	stopSelf()
	readline.MakeRaw(t.inFD)
	t.screen.raw(pasteOn)
}

// lend gives the terminal to another program while work runs. It may be called
// only while no line is being read.
func (t *terminal) lend(work func() error) error {
	t.input.pause()
	defer t.input.resume()
	t.restore()
	err := work()
	readline.MakeRaw(t.inFD)
	t.screen.raw(pasteOn)
	return err
}

func (t *terminal) restore() {
	t.screen.raw(pasteOff)
	readline.Restore(t.inFD, t.cooked)
}

// Resize has the line drawn for the present width of the terminal, which has
// wrapped it anew by itself.
func (t *terminal) Resize() {
	t.keys.do(func() {
		t.resized()
		t.scroll(t.layout())
	})
}

// SetPrompt implements LineReader.
func (t *terminal) SetPrompt(prompt string) {
	t.keys.do(func() {
		t.editor.Clean()
		t.setPrompt(prompt)
	})
}

func (t *terminal) setPrompt(prompt string) {
	t.continued.Store(strings.HasPrefix(strings.TrimSpace(prompt), "..."))
	t.prompt.Store(int64(observe.Width(prompt)))
	t.continuation = continuation(prompt)
	t.editor.SetPrompt(prompt)
}

// Interrupt implements LineReader.
func (t *terminal) Interrupt() { t.keys.press(keyInterrupt) }

// TakeInterrupt implements LineReader.
func (t *terminal) TakeInterrupt() bool { return t.keys.TakeInterrupt() }

// Remember puts a statement into the history; of a statement that is being
// collected it forgets where the learner was in the history.
func (t *terminal) Remember(statement string) error {
	if len(t.history.statements) > 0 {
		t.editor.SaveHistory("") // readline: back to the end
	}
	if statement == "" {
		return nil
	}
	t.editor.SaveHistory(encodeLine(statement))
	return t.history.add(statement)
}

// Close implements LineReader.
func (t *terminal) Close() error {
	t.closing.Do(func() {
		t.keys.Close()
		t.input.Close()
		t.restore()
	})
	return nil
}
