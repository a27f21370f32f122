//go:build unix

package repl

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// input is the terminal as the keyboard reads it. It can be lent to another
// program: from pause to resume nothing is read from it.
type input struct {
	file         *os.File
	asked, asker *os.File // a pipe, since select waits for files only
	fds          [2]int   // of file and asked: one may not ask a file that may be closed
	parked       chan struct{}
	resumed      chan struct{}
}

func newInput(file *os.File) (*input, error) {
	asked, asker, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	return &input{
		file: file, asked: asked, asker: asker, fds: [2]int{int(file.Fd()), int(asked.Fd())},
		parked: make(chan struct{}), resumed: make(chan struct{}),
	}, nil
}

// Read implements io.Reader. It ends with io.EOF when the input is closed.
func (in *input) Read(p []byte) (int, error) {
	for {
		asked, err := in.wait()
		if err != nil {
			return 0, err
		}
		if !asked {
			return in.file.Read(p)
		}
		if n, _ := in.asked.Read(make([]byte, 1)); n == 0 {
			in.asked.Close()
			return 0, io.EOF
		}
		in.parked <- struct{}{}
		<-in.resumed
	}
}

// wait waits for a key, and reports whether something else was asked for first.
func (in *input) wait() (asked bool, err error) {
	terminal, pipe := in.fds[0], in.fds[1]
	for {
		var set unix.FdSet
		set.Set(terminal)
		set.Set(pipe)
		_, err := unix.Select(max(terminal, pipe)+1, &set, nil, nil, nil)
		switch {
		case err == nil:
			return set.IsSet(pipe), nil
		case !errors.Is(err, unix.EINTR):
			return false, err
		}
	}
}

// pause returns when the reader has stopped reading.
func (in *input) pause() {
	in.asker.Write([]byte{0})
	<-in.parked
}

func (in *input) resume() { in.resumed <- struct{}{} }

// Close ends Read.
func (in *input) Close() error { return in.asker.Close() }
