package eval

import (
	"fmt"

	"gex/interp/syntax"
)

// Warning is a remark of the compiler about code that is run all the same.
type Warning struct {
	Message string
	File    string
	Line    int
	// Place is the function or module the code is in, "G.f/1", or "" at the
	// prompt.
	Place string
}

// String returns the warning as Elixir prints it, with its newlines.
func (w Warning) String() string {
	place := ""
	if w.Place != "" {
		place = ": " + w.Place
	}
	return fmt.Sprintf("warning: %s\n  %s:%d%s\n\n", w.Message, w.File, w.Line, place)
}

// warn reports a remark about the node at pos.
func (c *compiler) warn(pos syntax.Pos, format string, args ...any) {
	if c.ev.options.Warn == nil {
		return
	}
	c.ev.options.Warn(c.self, Warning{
		Message: fmt.Sprintf(format, args...), File: c.file, Line: pos.Line, Place: c.place(),
	})
}
