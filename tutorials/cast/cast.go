package cast

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
)

// Options say what the recording is of. All fields are needed.
type Options struct {
	Version       int // 2 or 3
	Columns, Rows int
	Title         string
}

// Recording is a recording being written. One goroutine uses it. Its errors are
// those of the writer, and stay: End returns the first.
type Recording struct {
	w       io.Writer
	version int
	now     time.Duration // since the start
	written time.Duration // the time of the last event
	err     error
}

// New writes the header and returns the recording, at time 0.
func New(w io.Writer, o Options) *Recording {
	r := &Recording{w: w, version: o.Version}
	if o.Version == 3 {
		r.line(map[string]any{"version": 3, "term": map[string]any{"cols": o.Columns, "rows": o.Rows, "type": terminalType}, "title": o.Title})
	} else {
		r.line(map[string]any{"version": 2, "width": o.Columns, "height": o.Rows, "title": o.Title, "env": map[string]any{"TERM": terminalType}})
	}
	return r
}

const terminalType = "xterm-256color"

// Wait lets time pass.
func (r *Recording) Wait(d time.Duration) { r.now += d.Round(time.Millisecond) }

// Now is the time since the start.
func (r *Recording) Now() time.Duration { return r.now }

// Print puts text on the terminal; line ends return to the first column.
func (r *Recording) Print(text string) {
	if text != "" {
		r.event("o", strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n"))
	}
}

// Mark begins a chapter.
func (r *Recording) Mark(label string) { r.event("m", label) }

// End ends the recording and returns the first error of the writer.
func (r *Recording) End() error {
	if r.version == 3 {
		r.event("x", "0")
	}
	if r.err != nil {
		return fmt.Errorf("write cast: %w", r.err)
	}
	return nil
}

// event writes a line: version 2 has the time since the start, version 3 that
// since the event before.
func (r *Recording) event(kind, data string) {
	at := r.now
	if r.version == 3 {
		at -= r.written
	}
	r.written = r.now
	r.line([]any{json.Number(fmt.Sprintf("%d.%03d", at/time.Second, at%time.Second/time.Millisecond)), kind, data})
}

func (r *Recording) line(v any) {
	if r.err != nil {
		return
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if r.err = encoder.Encode(v); r.err == nil {
		_, r.err = r.w.Write(b.Bytes())
	}
}
