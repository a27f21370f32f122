package export

import (
	"fmt"
	"strings"

	"gex/tutorials/transcript"
)

// Markdown writes the lesson as a page without directives, with the outputs that
// running it gave. What directives say to a learner is text in it.
func (l Lesson) Markdown() string {
	w := &plain{lesson: l}
	l.visit(visitor{prose: w.prose, block: w.block, quiz: func(q *transcript.Quiz) { w.WriteString(quizMarkdown(q)) }})
	return strings.TrimRight(w.String(), "\n") + "\n"
}

type plain struct {
	strings.Builder
	lesson Lesson
}

func (w *plain) prose(text string) {
	if text = strings.TrimSpace(withoutDirectives(text)); text != "" {
		w.WriteString(text + "\n\n")
	}
}

func (w *plain) block(b *transcript.Block) {
	d := b.Directives
	switch {
	case d.Hidden:
		return
	case d.File != "":
		w.WriteString("`" + d.File + "`:\n\n")
		fallthrough
	case !ran(b):
		w.fenced(b.Info, strings.TrimRight(b.Text(), "\n"))
		return
	}
	if d.Goal != "" {
		w.WriteString("**Goal:** " + d.Goal + "\n\n")
	}
	if len(d.Hints) > 0 {
		w.WriteString(folded("Hints", "1. "+strings.Join(d.Hints, "\n1. ")))
	}
	w.fenced(language(b), w.session(b))
	for _, note := range []string{d.After, d.Erratum} {
		if note != "" {
			w.WriteString("*" + note + "*\n\n")
		}
	}
}

func (w *plain) fenced(info, text string) {
	fence := fenceFor(text)
	fmt.Fprintf(w, "%s%s\n%s\n%s\n\n", fence, info, text, fence)
}

// session is what a block was on the screen; a block of Go is its source.
func (w *plain) session(b *transcript.Block) string {
	var lines []string
	for _, s := range b.Steps {
		if b.Use == transcript.Program {
			return s.Text()
		}
		shown := w.lesson.Shown[s]
		for i, line := range strings.Split(s.Text(), "\n") {
			prompt := "iex"
			if i > 0 {
				prompt = "..."
			}
			lines = append(lines, fmt.Sprintf("%s(%d)> %s", prompt, shown.Number, line))
		}
		if out := strings.Trim(shown.Output, "\n"); out != "" {
			lines = append(lines, out)
		}
	}
	return strings.Join(lines, "\n")
}
