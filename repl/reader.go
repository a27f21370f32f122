package repl

import (
	"errors"
	"io"
	"os"

	"github.com/chzyer/readline"
)

// ErrInterrupted is returned by ReadLine when Ctrl-C cancelled the line.
var ErrInterrupted = errors.New("interrupted")

// A LineReader reads lines from somewhere and shows output there. ReadLine
// blocks and is called from one goroutine at a time; the other methods may be
// called from any goroutine, also during ReadLine.
type LineReader interface {
	// ReadLine shows the prompt and the text typed, which can be edited, and
	// returns the next line. The error is ErrInterrupted, io.EOF or that of the
	// device.
	ReadLine(prompt, typed string) (Line, error)
	// ReadKey waits for one key and shows nothing of it. Enter is \r or \n; the
	// error is io.EOF or that of the device. It is not for use during ReadLine.
	ReadKey() (rune, error)
	// Write shows output, above the line that is being typed if there is one.
	Write(p []byte) (int, error)
	// SetPrompt changes the prompt of the line that is being read.
	SetPrompt(prompt string)
	// Interrupt acts as if Ctrl-C had been pressed while a line is read.
	Interrupt()
	// TakeInterrupt reports whether Ctrl-C has been typed ahead, and forgets it
	// and all that was typed before.
	TakeInterrupt() bool
	// Close gives the device back as it was; a ReadLine under way returns
	// io.EOF.
	Close() error
}

// A Line is one line of input, or several that were recalled as one.
type Line struct {
	Text string
	// Next is the next line of code, if it is known already because both were
	// pasted in one go.
	Next string
	// Pasted is the output that was pasted behind the line.
	Pasted string
}

// Device tells the ways of talking to the learner apart.
type Device uint8

// The kinds of devices.
const (
	Piped Device = iota // standard input is no terminal
	Dumb                // a terminal without escape sequences: an editor's inferior shell
	Full                // a terminal
)

// DeviceOf tells what in and out are, by what they are and by the environment
// variable TERM.
func DeviceOf(in io.Reader, out io.Writer, getenv func(string) string) Device {
	switch {
	case !IsTerminal(in):
		return Piped
	case !IsTerminal(out) || getenv("TERM") == "dumb":
		return Dumb
	}
	return Full
}

// IsTerminal reports whether v is a file that is a terminal.
func IsTerminal(v any) bool {
	file, ok := v.(*os.File)
	return ok && readline.IsTerminal(int(file.Fd()))
}

// Columns returns the width of the terminal out, or 80 if it has none.
func Columns(out io.Writer) int {
	if file, ok := out.(*os.File); ok {
		return columns(int(file.Fd()))
	}
	return defaultColumns
}

func columns(fd int) int {
	columns, _, err := readline.GetSize(fd)
	if err != nil || columns <= 0 {
		return defaultColumns
	}
	return columns
}

const defaultColumns = 80
