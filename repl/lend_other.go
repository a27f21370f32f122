//go:build !unix

package repl

import "os"

// input is the terminal as the keyboard reads it. Here it cannot be lent: who
// runs beside the shell shares the keys with it.
type input struct{ file *os.File }

func newInput(file *os.File) (*input, error) { return &input{file}, nil }

// Read implements io.Reader.
func (in *input) Read(p []byte) (int, error) { return in.file.Read(p) }

func (in *input) pause()  {}
func (in *input) resume() {}

// Close leaves the file open, which is not the terminal's to close.
func (in *input) Close() error { return nil }
