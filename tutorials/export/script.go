package export

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"gex/runtime/late"
	"gex/tutorials/transcript"
)

// scriptHead is the part of a script that shows what IEx would.
//
//go:embed script_head.exs
var scriptHead string

// Script writes the lesson as a script that real Elixir runs: elixir NAME.exs. It
// prints the session as a transcript has it.
func (l Lesson) Script() (string, error) {
	w := &script{modules: l.modules(), lesson: l}
	fmt.Fprintf(w, "# %s\n#\n# Written by gex export. Run it with: elixir %s.exs\n\n%s", l.title(), l.Name, scriptHead)
	for _, b := range l.fromBook() {
		w.WriteString("\n" + b.Text())
	}
	l.visit(visitor{
		section: func(s *transcript.Section) { fmt.Fprintf(w, "\n# --- %s\n", s.Title) },
		prose:   w.prose,
		block:   w.block,
		quiz:    func(*transcript.Quiz) {},
	})
	return w.String(), w.err
}

type script struct {
	strings.Builder
	modules *modules
	lesson  Lesson
	begun   bool // an input has come
	err     error
}

var anyHeading = late.Regexp(`(?m)^#+ .*\n?`)

// prose becomes comments, without headings.
func (w *script) prose(text string) {
	text = strings.TrimSpace(anyHeading().ReplaceAllString(withoutDirectives(text), ""))
	if text == "" {
		return
	}
	w.WriteString("\n")
	for line := range strings.SplitSeq(text, "\n") {
		w.WriteString(strings.TrimRight("# "+line, " ") + "\n")
	}
}

func (w *script) block(b *transcript.Block) {
	if !ran(b) {
		w.fail(w.modules.display(b))
		if slices.Contains(w.lesson.Needed, b) {
			w.WriteString("\n" + b.Text())
		}
		return
	}
	for _, s := range b.Steps {
		w.step(s)
	}
}

func (w *script) fail(err error) {
	if err != nil && w.err == nil {
		w.err = err
	}
}

func (w *script) step(s *transcript.Step) {
	if s.Block.Use == transcript.Program {
		text, err := w.modules.translate(s.Text())
		w.fail(err)
		w.WriteString("\n" + strings.TrimRight(text, "\n") + "\n")
		return
	}
	text, isModule := w.modules.input(s.Text())
	switch {
	case text == "":
		fmt.Fprintf(w, "\n# %s is a command of gex.\n", s.Text())
	case isModule:
		fmt.Fprintf(w, "\n%s\n", strings.TrimRight(text, "\n"))
	default:
		if w.begun && w.lesson.Shown[s].Number == 1 && s == s.Block.Steps[0] {
			w.WriteString("\nShell.start()\n")
		}
		w.begun = true
		fmt.Fprintf(w, "\nShell.step(%s)\n", sigil(text))
	}
}

// sigil is a text of Elixir in which nothing has a meaning.
func sigil(text string) string {
	quotes := `"""`
	if strings.Contains(text, quotes) {
		quotes = "'''"
	}
	return "~S" + quotes + "\n" + strings.TrimRight(text, "\n") + "\n" + quotes
}
