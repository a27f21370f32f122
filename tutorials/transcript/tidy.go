package transcript

import (
	"fmt"
	"go/format"
	"strings"
)

// Untidy is something that [Document.Tidy] has put right.
type Untidy struct {
	Line int
	Why  string
}

// Tidy puts the form of the document right and returns what it has changed, in
// order: blanks at the ends of lines, runs of blank lines in prose, how prompts
// are written, listing numbers, the layout of Go, and the end of the file. What
// inputs and outputs say stays. number gives the N of a step's prompt, 0 if it is
// unknown; prompts that have a number get that one.
func (d *Document) Tidy(number func(*Step) int) []Untidy {
	t := &tidier{number: number}
	for _, s := range d.Sections {
		for _, part := range s.Parts {
			switch part := part.(type) {
			case *Prose:
				t.at = part.Line
				part.Lines = t.prose(part.Lines)
			case *Quiz:
				t.at = part.Line
				part.lines = t.prose(part.lines)
			case *Block:
				t.block(part)
			}
		}
	}
	t.end(d)
	return t.found
}

type tidier struct {
	number func(*Step) int
	found  []Untidy
	at     int  // number of the line
	empty  bool // the line before is blank
}

func (t *tidier) note(why string, args ...any) {
	t.found = append(t.found, Untidy{t.at, fmt.Sprintf(why, args...)})
}

// prose trims lines, but for the two blanks that break a line of Markdown, and
// leaves one blank line where there are several.
func (t *tidier) prose(lines []string) []string {
	var kept []string
	for _, line := range lines {
		text, end := splitEnd(line)
		trimmed := strings.TrimRight(text, " \t")
		if trimmed != "" && text == trimmed+"  " {
			trimmed = text
		}
		switch {
		case trimmed == "" && t.empty:
			t.note("more than one blank line")
			t.at++
			continue
		case trimmed != text:
			t.note("blanks at the end of the line")
		}
		kept, t.empty = append(kept, trimmed+end), trimmed == ""
		t.at++
	}
	return kept
}

func (t *tidier) block(b *Block) {
	t.empty = false
	if b.Use == Program {
		t.at = b.Line + 1
		t.program(b.Steps[0])
		return
	}
	for _, s := range b.Steps {
		t.at = s.Line
		for i := range s.Input {
			t.prompt(b, s, &s.Input[i], i == 0)
			t.at++
		}
		for _, lines := range [][]Line{s.lead, s.Expected, s.rest} {
			for i := range lines {
				t.output(b, &lines[i])
				t.at++
			}
		}
	}
	b.numbered = false
}

// prompt writes a prompt as IEx does.
func (t *tidier) prompt(b *Block, s *Step, l *Line, first bool) {
	word, want := "...", ""
	if first {
		word = "iex"
	}
	n := l.number()
	if known := t.number(s); n > 0 && known > 0 && n != known && !(first && n == 1) {
		t.note("the prompt has the number %d, and the shell is at %d", n, known)
		n = known
	}
	if n > 0 {
		want = fmt.Sprintf("%s(%d)> ", word, n)
	} else {
		want = word + "> "
	}
	if text := strings.TrimRight(l.Text, " \t"); text != l.Text {
		t.note("blanks at the end of the line")
		l.Text = text
	}
	if l.Text == "" {
		want = strings.TrimRight(want, " ")
	}
	if l.listed() {
		t.note("a listing number")
		l.Margin = b.indent
	}
	if l.Prompt != want && !strings.Contains(l.Prompt, "@") {
		if l.number() == n {
			t.note("the prompt is written %q", strings.TrimSpace(l.Prompt))
		}
		l.Prompt = want
	}
}

// output trims a line of an output.
func (t *tidier) output(b *Block, l *Line) {
	if l.listed() {
		t.note("a listing number")
		l.Margin = b.indent
	}
	if text := strings.TrimRight(l.Text, " \t"); text != l.Text || text == "" && l.Margin != "" {
		t.note("blanks at the end of the line")
		l.Text = text
		if text == "" {
			l.Margin = ""
		}
	}
}

// program lays Go out as gofmt does. What does not parse stays as it is.
func (t *tidier) program(s *Step) {
	text, err := format.Source([]byte(s.Text() + "\n"))
	laid := strings.TrimRight(string(text), "\n")
	if err != nil || laid == strings.TrimRight(s.Text(), "\n") {
		return
	}
	t.note("the Go is not laid out as gofmt does")
	end := s.Input[0].End
	s.Input = nil
	for line := range strings.SplitSeq(laid, "\n") {
		s.Input = append(s.Input, Line{Text: line, End: end})
	}
}

// end has the file end with its last line.
func (t *tidier) end(d *Document) {
	text := d.String()
	if trimmed := strings.TrimRight(text, "\n") + "\n"; text == "" || text == trimmed {
		return
	}
	last := d.Sections[len(d.Sections)-1]
	if len(last.Parts) == 0 {
		return
	}
	if b, ok := last.Parts[len(last.Parts)-1].(*Block); ok && b.close == "" {
		return // it is not closed: what is at its end belongs to it
	}
	t.at = strings.Count(text, "\n") + 1
	t.note("the file does not end with one line end")
	switch part := last.Parts[len(last.Parts)-1].(type) {
	case *Prose:
		part.Lines = endLines(part.Lines)
		if n := len(last.Parts) - 1; n > 0 && part.Lines[0] == "\n" {
			last.Parts = last.Parts[:n]
		}
	case *Quiz:
		part.lines = endLines(part.lines)
	case *Block:
		part.close = strings.TrimRight(part.close, "\n") + "\n"
	}
}

// endLines drops blank lines at the end, and ends the last line.
func endLines(lines []string) []string {
	for len(lines) > 1 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	last := len(lines) - 1
	return append(lines[:last:last], strings.TrimRight(lines[last], "\n")+"\n")
}
