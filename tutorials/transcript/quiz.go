package transcript

import (
	"fmt"
	"strconv"
	"strings"

	"gex/runtime/late"
)

// Quiz is a question with answers to choose from: a task list of Markdown, in
// which the right ones are ticked. It is not run.
type Quiz struct {
	ID         string // the directive's step, or the number of the line
	Line       int    // number of the first line
	Section    *Section
	Directives Directives
	Question   string // Markdown; may be empty, if it stands before the directive
	Options    []Option

	document *Document
	lines    []string
}

// Option is an answer to a quiz.
type Option struct {
	Text  string // Markdown, on one line
	Right bool
}

var _ Part = (*Quiz)(nil)

func (q *Quiz) write(b *strings.Builder) {
	for _, l := range q.lines {
		b.WriteString(l)
	}
}

// Place is where the quiz stands: file:line.
func (q *Quiz) Place() string { return fmt.Sprintf("%s:%d", q.document.Name, q.Line) }

// Quizzes returns all quizzes in order.
func (d *Document) Quizzes() []*Quiz { return parts[*Quiz](d) }

var optionMark = late.Regexp(`^ {0,3}[-*+] \[([ xX])\] +(.*)$`)

// quiz reads the question and the list behind a directive, up to the end of
// the list.
func (p *parser) quiz() error {
	q := &Quiz{Line: p.at + 1, Section: p.current(), document: p.doc}
	if err := p.apply(&q.Directives); err != nil {
		return err
	}
	if q.ID = q.Directives.Step; q.ID == "" {
		q.ID = strconv.Itoa(q.Line)
	}
	p.flush()
	var question []string
	for ; p.at < len(p.lines) && !p.ends(q); p.at++ {
		q.lines = append(q.lines, p.lines[p.at])
		text, _ := splitEnd(p.lines[p.at])
		switch m := optionMark().FindStringSubmatch(text); {
		case m != nil:
			q.Options = append(q.Options, Option{Text: m[2], Right: m[1] != " "})
		case len(q.Options) == 0:
			question = append(question, text)
		case !blank(text):
			last := &q.Options[len(q.Options)-1]
			last.Text += " " + strings.TrimSpace(text)
		}
	}
	q.Question = strings.TrimSpace(strings.Join(question, "\n"))
	if !q.solvable() {
		return fmt.Errorf("quiz: wants a list of - [ ] and - [x], with one that is right")
	}
	p.current().Parts = append(p.current().Parts, q)
	return nil
}

// ends reports whether a quiz ends before the next line.
func (p *parser) ends(q *Quiz) bool {
	text, _ := splitEnd(p.lines[p.at])
	_, _, block := opening(text)
	switch {
	case block, heading().MatchString(text), directiveStart().MatchString(text):
		return true
	case len(q.Options) == 0 || optionMark().MatchString(text) || strings.HasPrefix(text, "  ") && !blank(text):
		return false
	}
	for _, line := range p.lines[p.at:] {
		if text, _ := splitEnd(line); !blank(text) {
			return !optionMark().MatchString(text)
		}
	}
	return true
}

func (q *Quiz) solvable() bool {
	for _, o := range q.Options {
		if o.Right {
			return true
		}
	}
	return false
}
