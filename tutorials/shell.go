package tutorials

import (
	"errors"
	"io"
	"time"

	"gex/tutorials/transcript"
)

// Live is a shell in real time, where things happen while nobody types.
type Live interface {
	transcript.Shell
	// Settle lets work that is due run and print.
	Settle()
	// Woken gives a value when Settle has something to do.
	Woken() <-chan struct{}
	// NextTimer is the time until work will be due.
	NextTimer() (time.Duration, bool)
}

// LineReader reads what the learner types, with editing where there is a
// terminal.
type LineReader interface {
	// ReadLine shows prompt and the text typed, which can be edited, and
	// returns the line without its end. The error is io.EOF at the end and
	// ErrInterrupted after Ctrl-C.
	ReadLine(prompt, typed string) (string, error)
}

// KeyReader reads what the learner presses, key by key.
type KeyReader interface {
	// ReadKey waits for a key; Enter is \r or \n. The error is io.EOF at the end.
	ReadKey() (rune, error)
}

// Aside is something to be done between two keys with the shell that is typed into,
// nil if there is none, and the lines before the one that is being typed: to
// complete a word, say. It runs where the shell may be used.
type Aside func(shell transcript.Shell, before string)

// ErrInterrupted is the error of a LineReader after Ctrl-C.
var ErrInterrupted = errors.New("interrupted")

// Terminal is where a lesson or replay happens.
type Terminal struct {
	In    LineReader
	Keys  KeyReader // nil if there are no keys
	Out   io.Writer
	Err   io.Writer
	Color bool
	Full  bool // escape sequences move its cursor
	Width int  // of prose; 0 is 80
	// Asides are done while a line is awaited. It may be nil.
	Asides <-chan Aside
}

// Exit codes of Learn, Replay and Test.
const (
	ExitOK       = 0
	ExitFailed   = 1
	ExitUsage    = 2
	ExitInternal = 3
)
