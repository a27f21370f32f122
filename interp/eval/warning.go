package eval

import (
	"fmt"

	"gex/interp/syntax"
)

// Warning is a remark of the compiler about code that is run all the same.
type Warning struct {
	Message string
	File    string // "" if it is not shown
	Line    int    // 0 if it is not known
	Column  int    // 0 if it is not shown, as in all but the remarks of the parser
	// Place is the function or module the code is in, "G.f/1", or "" at the
	// prompt.
	Place string
	// More are the other places of a remark that is about several.
	More []Warning
}

// String returns the warning as Elixir prints it, with its newlines.
func (w Warning) String() string {
	if w.File == "" {
		return "warning: " + w.Message + "\n"
	}
	text := "warning: " + w.Message + "\n" + w.location()
	for _, more := range w.More {
		text += more.location()
	}
	return text + "\n"
}

func (w Warning) location() string {
	text := "  " + w.File
	if w.Line > 0 {
		text += fmt.Sprintf(":%d", w.Line)
	}
	if w.Column > 0 {
		text += fmt.Sprintf(":%d", w.Column)
	}
	if w.Place != "" {
		text += ": " + w.Place
	}
	return text + "\n"
}

// warnPlain reports a remark that says nothing of its place.
func (c *compiler) warnPlain(message string) {
	if c.ev.options.Warn != nil {
		c.ev.options.Warn(c.self, Warning{Message: message})
	}
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
