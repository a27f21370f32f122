package export

import (
	"fmt"
	"slices"
	"strings"

	"gex/runtime/late"
	"gex/tutorials/transcript"
)

// Livebook writes the lesson as a notebook for Livebook: inputs are cells with
// their outputs, modules of Go are cells of Elixir.
func (l Lesson) Livebook() (string, error) {
	w := &notebook{modules: l.modules(), lesson: l}
	w.WriteString("<!-- livebook:{\"persist_outputs\":true} -->\n\n# " + l.title() + "\n\n")
	w.cell("# The helpers that the shell has at hand\nimport IEx.Helpers", "")
	for _, b := range l.fromBook() {
		w.cell(b.Text(), "")
	}
	l.visit(visitor{section: func(*transcript.Section) {}, prose: w.prose, block: w.block, quiz: w.quiz})
	return strings.TrimRight(w.String(), "\n") + "\n", w.err
}

func (l Lesson) title() string {
	if l.Doc.Title != "" {
		return l.Doc.Title
	}
	return l.Name
}

type notebook struct {
	strings.Builder
	modules *modules
	lesson  Lesson
	titled  bool // the title of the document has come
	err     error
}

// cell writes code to be run, and what it printed.
func (w *notebook) cell(code, output string) {
	w.fenced("elixir", code)
	if output = strings.TrimRight(output, "\n"); output != "" {
		w.WriteString("<!-- livebook:{\"output\":true} -->\n\n")
		w.fenced("", output)
	}
}

// fenced writes a block with a fence that is longer than any in it.
func (w *notebook) fenced(info, text string) {
	fence := fenceFor(text)
	fmt.Fprintf(w, "%s%s\n%s\n%s\n\n", fence, info, strings.TrimRight(text, "\n"), fence)
}

func fenceFor(text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence
}

// headings of the first level are the notebook's title, of which it has one.
var firstHeading = late.Regexp(`(?m)^# .*\n?`)

func (w *notebook) prose(text string) {
	text = withoutDirectives(text)
	if !w.titled && firstHeading().MatchString(text) {
		w.titled = true
		text = strings.Replace(text, firstHeading().FindString(text), "", 1)
	}
	text = firstHeading().ReplaceAllStringFunc(text, func(h string) string { return "#" + h })
	if text = strings.TrimSpace(text); text != "" {
		w.WriteString(text + "\n\n")
	}
}

func (w *notebook) block(b *transcript.Block) {
	d := b.Directives
	if !ran(b) {
		w.fail(w.modules.display(b))
		switch {
		case d.Hidden:
		case b.Use == transcript.File:
			w.WriteString("`" + d.File + "`:\n\n")
			w.fenced(language(b), b.Text())
		case slices.Contains(w.lesson.Needed, b):
			w.cell(b.Text(), "")
		case language(b) == "elixir":
			w.WriteString("<!-- livebook:{\"force_markdown\":true} -->\n\n")
			w.fenced("elixir", b.Text())
		default:
			w.fenced(b.Info, b.Text())
		}
		return
	}
	if d.Goal != "" {
		w.WriteString("**Goal:** " + d.Goal + "\n\n")
	}
	for _, s := range b.Steps {
		w.step(s)
	}
	for _, note := range []string{d.After, d.Erratum} {
		if note != "" {
			w.WriteString("*" + note + "*\n\n")
		}
	}
}

func (w *notebook) step(s *transcript.Step) {
	if s.Block.Use == transcript.Program {
		if !s.Block.Directives.Hidden {
			w.fenced("go", s.Text())
		}
		text, err := w.modules.translate(s.Text())
		w.fail(err)
		w.cell(text, "")
		return
	}
	text, isModule := w.modules.input(s.Text())
	switch {
	case text == "":
		w.fenced("text", s.Text()+"\n"+w.lesson.Shown[s].Output)
	case isModule:
		w.cell(text, "")
	default:
		w.cell(text, w.lesson.Shown[s].Output)
	}
}

func (w *notebook) fail(err error) {
	if err != nil && w.err == nil {
		w.err = err
	}
}

func (w *notebook) quiz(q *transcript.Quiz) { w.WriteString(quizMarkdown(q)) }

// quizMarkdown is a quiz in plain Markdown, its answer folded away.
func quizMarkdown(q *transcript.Quiz) string {
	if q.Directives.Hidden {
		return ""
	}
	var b strings.Builder
	if q.Question != "" {
		b.WriteString(q.Question + "\n\n")
	}
	for i, o := range q.Options {
		fmt.Fprintf(&b, "- (%s) %s\n", letter(i), o.Text)
	}
	answer := rightAnswers(q) + "."
	if q.Directives.After != "" {
		answer += " " + q.Directives.After
	}
	b.WriteString("\n" + folded("The answer", answer))
	return b.String()
}

func folded(summary, text string) string {
	return "<details>\n<summary>" + summary + "</summary>\n\n" + text + "\n\n</details>\n\n"
}
