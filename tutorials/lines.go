package tutorials

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Lines returns a LineReader without editing, over a pipe or a plain terminal.
func Lines(in io.Reader, out io.Writer) LineReader {
	return &lines{in: bufio.NewReader(in), out: out}
}

type lines struct {
	in  *bufio.Reader
	out io.Writer
}

func (l *lines) ReadLine(prompt, typed string) (string, error) {
	if _, err := io.WriteString(l.out, prompt+typed); err != nil {
		return "", fmt.Errorf("write prompt: %w", err)
	}
	line, err := l.in.ReadString('\n')
	if errors.Is(err, io.EOF) && line != "" {
		err = nil
	}
	return typed + strings.TrimRight(line, "\r\n"), err
}
