package repl

import (
	"strings"

	"gex/interp"
	"gex/runtime/late"

	"github.com/fatih/color"
)

// ColorMode says when to colour.
type ColorMode string

// The modes of colouring.
const (
	ColorAuto   ColorMode = "auto" // on a terminal, as the environment wants it
	ColorAlways ColorMode = "always"
	ColorNever  ColorMode = "never"
)

// UseColor decides whether to colour what goes to out. NO_COLOR, TERM=dumb and
// CLICOLOR_FORCE count in mode auto.
func UseColor(mode ColorMode, out any, getenv func(string) string) bool {
	switch {
	case mode != ColorAuto:
		return mode == ColorAlways
	case getenv("NO_COLOR") != "", getenv("TERM") == "dumb":
		return false
	}
	if force := getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	return IsTerminal(out)
}

// A Palette holds the colours by role. They are those of IEx; none of them is
// used for anything else than text, so they read on dark and light.
type Palette struct {
	failure, warning, notice, hint *color.Color
	levels                         map[string]*color.Color
}

// NewPalette returns the colours, or none if it is off.
func NewPalette(on bool) *Palette {
	role := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	return &Palette{
		failure: role(color.FgRed),
		warning: role(color.FgYellow),
		notice:  role(color.Reset),
		hint:    role(color.Faint),
		levels: map[string]*color.Color{
			"error": role(color.FgRed), "warning": role(color.FgYellow),
			"info": role(color.ResetBold), "debug": role(color.FgCyan),
		},
	}
}

// Paint returns the text of an output in its colour, with its tag in front of
// each line. Values come coloured.
func (p *Palette) Paint(o interp.Output) string {
	text := p.paint(o)
	if o.Tag == "" {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			lines[i] = p.hint.Sprint(o.Tag+tagMark) + line
		}
	}
	return strings.Join(lines, "")
}

// tagMark stands between the name of a process and what it prints.
const tagMark = " | "

func (p *Palette) paint(o interp.Output) string {
	if strings.Contains(o.Text, "\x1b[") {
		return o.Text
	}
	switch o.Kind {
	case interp.Failure:
		return paintLines(p.failure, o.Text)
	case interp.Hint:
		return paintLines(p.hint, o.Text)
	case interp.Log:
		return paintLines(p.level(o.Text), o.Text)
	case interp.Warning:
		if rest, ok := strings.CutPrefix(o.Text, warningWord); ok {
			return p.warning.Sprint(warningWord) + rest
		}
	}
	return o.Text
}

var colours = late.Regexp("\x1b\\[[0-9;]*m")

// Uncoloured is a text without the colours in it.
func Uncoloured(text string) string { return colours().ReplaceAllLiteralString(text, "") }

const warningWord = "warning:"

// level returns the colour for a report of the logger, which names its level
// in brackets.
func (p *Palette) level(text string) *color.Color {
	_, rest, _ := strings.Cut(text, "[")
	name, _, _ := strings.Cut(rest, "]")
	switch name {
	case "warn", "notice":
		name = "warning"
	case "critical", "alert", "emergency":
		name = "error"
	}
	if c, ok := p.levels[name]; ok {
		return c
	}
	return p.notice
}

// paintLines colours a text line by line, so that no colour reaches beyond a
// line end.
func paintLines(c *color.Color, text string) string {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if body := strings.TrimSuffix(line, "\n"); body != "" {
			lines[i] = c.Sprint(body) + line[len(body):]
		}
	}
	return strings.Join(lines, "")
}
