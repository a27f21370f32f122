package transcript

import (
	"slices"
	"strconv"
	"strings"

	"gex/interp/syntax"
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
	b.complete()
	for _, s := range b.Steps {
		s.trim()
	}
	b.name()
}

// complete gives an input that its prompts leave open the lines below that end
// it: what is open has printed nothing yet, so these are no output.
func (b *Block) complete() {
	for i := 0; i < len(b.Steps); i++ {
		s := b.Steps[i]
		if !syntax.Open(s.Text()) {
			continue
		}
		below := slices.Clone(s.Expected)
		ends := []int{len(below)} // of what each further step adds
		for _, next := range b.Steps[i+1:] {
			below = append(append(below, next.Input...), next.Expected...)
			ends = append(ends, len(below))
		}
		n := syntax.Completing(s.Text(), texts(below))
		if n == 0 {
			continue
		}
		s.Input = append(s.Input, below[:n]...)
		taken, _ := slices.BinarySearch(ends, n)
		s.Expected = below[n:ends[taken]:ends[taken]]
		b.Steps = slices.Delete(b.Steps, i+1, i+1+taken)
	}
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

// trim moves blank lines at the ends of the output out of it, and remarks of the
// author behind it: what an input prints comes before its value, so a "# text" at
// the end is no output.
func (s *Step) trim() {
	from, to := 0, len(s.Expected)
	for to > from && (blank(s.Expected[to-1].Text) || strings.HasPrefix(s.Expected[to-1].Text, "# ")) {
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
