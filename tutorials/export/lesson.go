package export

import (
	"slices"
	"strings"

	"gex/tutorials/transcript"
)

// Lesson is a document that has been run.
type Lesson struct {
	Doc   *transcript.Document
	Name  string                     // of the lesson, or of the file without its end
	Shown map[*transcript.Step]Shown // what running the steps gave; those that were not run are absent
	// Needed are the blocks of Elixir modules that inputs have needed.
	Needed []*transcript.Block
	// ChartStyle is the style sheet of the charts, for a page.
	ChartStyle string
	// Elixir turns Go declarations into modules of Elixir.
	Elixir func(source string) (string, error)
}

// Shown is what running a step gave.
type Shown struct {
	Number int    // of the prompt
	Output string // all that was printed, as on a terminal without colours
	Chart  string // an SVG without style; empty if nothing was sent
	Failed bool   // it ended in an error
}

// visitor takes the parts of a document in turn.
type visitor struct {
	section func(*transcript.Section)
	prose   func(text string)
	block   func(*transcript.Block)
	quiz    func(*transcript.Quiz)
}

// fromBook are the needed modules that stand in other texts of the book.
func (l Lesson) fromBook() []*transcript.Block {
	own := l.Doc.Blocks()
	return slices.DeleteFunc(slices.Clone(l.Needed), func(b *transcript.Block) bool { return slices.Contains(own, b) })
}

func (l Lesson) visit(v visitor) {
	for i, s := range l.Doc.Sections {
		if i > 0 && v.section != nil {
			v.section(s)
		}
		for _, part := range s.Parts {
			switch part := part.(type) {
			case *transcript.Prose:
				v.prose(part.Text())
			case *transcript.Block:
				v.block(part)
			case *transcript.Quiz:
				v.quiz(part)
			}
		}
	}
}

// language is the first word of a block's info string.
func language(b *transcript.Block) string {
	word, _, _ := strings.Cut(b.Info, " ")
	return word
}

// ran reports whether a block is one of inputs that were run.
func ran(b *transcript.Block) bool { return len(b.Steps) > 0 && !b.Directives.Skip }

// steps lists what a reader sees being typed, in order.
func (l Lesson) steps() []*transcript.Step {
	var all []*transcript.Step
	for _, s := range l.Doc.Steps() {
		if ran(s.Block) && !s.Block.Directives.Hidden {
			all = append(all, s)
		}
	}
	return all
}

// letter is that of an answer to a quiz.
func letter(i int) string { return string(rune('a' + i)) }

// rightAnswers are the letters of the right answers.
func rightAnswers(q *transcript.Quiz) string {
	var right []string
	for i, o := range q.Options {
		if o.Right {
			right = append(right, letter(i))
		}
	}
	return strings.Join(right, ", ")
}
