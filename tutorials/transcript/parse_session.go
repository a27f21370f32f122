package transcript

import (
	"strconv"
	"strings"
)

// session reads inputs and outputs.
func (b *Block) session(body []string) {
	b.numbered, b.indent = layout(body)
	next := 1
	for i, line := range body {
		l, prompt := b.sessionLine(line, &next)
		switch {
		case prompt && (l.first() || len(b.Steps) == 0):
			b.Steps = append(b.Steps, &Step{Block: b, Line: b.Line + 1 + i, Input: []Line{l}})
		case prompt && b.last().open():
			b.last().Input = append(b.last().Input, l)
		case len(b.Steps) == 0:
			b.head = append(b.head, l)
		default:
			b.last().output(l.plain())
		}
	}
	for _, s := range b.Steps {
		s.trim()
	}
	b.name()
}

// sessionLine takes one line apart. In a numbered listing next is the number
// that the next logical line has; a wrapped line has none.
func (b *Block) sessionLine(line string, next *int) (l Line, prompt bool) {
	text, end := splitEnd(line)
	l, prompt = splitPrompt(text)
	switch {
	case prompt && b.numbered:
		if n, ok := marginNumber(l.Margin); ok {
			*next = n + 1
		}
	case !prompt && b.numbered:
		margin, rest, ok := splitNumber(text, *next)
		l = Line{Margin: margin, Text: rest}
		if ok {
			*next++
		}
	case !prompt && strings.HasPrefix(text, b.indent):
		l = Line{Margin: b.indent, Text: text[len(b.indent):]}
	case !prompt:
		l = Line{Text: text}
	}
	l.End = end
	return l, prompt
}

// layout reports whether every prompt has a listing number, and how far the
// first one is indented.
func layout(body []string) (numbered bool, indent string) {
	found := false
	for _, line := range body {
		text, _ := splitEnd(line)
		l, ok := splitPrompt(text)
		if !ok {
			continue
		}
		if !found {
			found, numbered, indent = true, true, indentation(l.Margin)
		}
		numbered = numbered && l.listed()
	}
	return numbered, indent
}

func (b *Block) last() *Step { return b.Steps[len(b.Steps)-1] }

// open reports whether a continuation line still belongs to the input.
func (s *Step) open() bool { return len(s.Expected) == 0 }

// plain takes a prompt in the middle of an output for the text it is there.
func (l Line) plain() Line {
	if l.Prompt != "" {
		l = Line{Text: l.Margin + l.Prompt + l.Text, End: l.End}
	}
	return l
}

func (s *Step) output(l Line) { s.Expected = append(s.Expected, l) }

// trim moves blank lines at the ends of the output out of it.
func (s *Step) trim() {
	from, to := 0, len(s.Expected)
	for to > from && blank(s.Expected[to-1].Text) {
		to--
	}
	for from < to && blank(s.Expected[from].Text) {
		from++
	}
	s.lead, s.Expected, s.rest = s.Expected[:from:from], s.Expected[from:to:to], s.Expected[to:]
}

// name gives the steps of the block their ids.
func (b *Block) name() {
	for i, s := range b.Steps {
		s.ID = strconv.Itoa(s.Line)
		if i == 0 && b.Directives.Step != "" {
			s.ID = b.Directives.Step
		}
	}
}
