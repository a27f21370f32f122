package tutorials_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"gex/tutorials/transcript"
)

// TestLessonsAreComplete looks whether each lesson has all that a lesson has:
// goals, Go with the Elixir original beside it, exercises with hints that tell
// more and more, a quiz, and at its end a part in which things break and one
// that says what was seen.
func TestLessonsAreComplete(t *testing.T) {
	for _, lesson := range lessonList(t) {
		doc := openLesson(t, lesson)
		sections := titles(doc)
		if n := len(sections); n < 4 || sections[n-2] != "Break it" || sections[n-1] != "What you have seen" {
			t.Errorf("%s: the last sections are %q", lesson, sections)
		}
		if len(doc.Quizzes()) == 0 {
			t.Errorf("%s: no quiz", lesson)
		}
		exercises := 0
		for _, b := range doc.Blocks() {
			d := b.Directives
			if len(b.Steps) > 0 && !d.Hidden && (d.Goal == "" || d.Step == "") && d.Erratum == "" {
				t.Errorf("%s:%d: no goal, or no name", lesson, b.Line)
			}
			if d.Exercise {
				exercises++
			}
		}
		if exercises < 2 {
			t.Errorf("%s: %d exercises", lesson, exercises)
		}
		originals(t, lesson, doc)
	}
}

func titles(doc *transcript.Document) []string {
	var all []string
	for _, s := range doc.Sections[1:] {
		all = append(all, s.Title)
	}
	return all
}

var (
	goModule     = regexp.MustCompile(`(?m)^type ([A-Z]\w*) struct`)
	elixirModule = regexp.MustCompile(`(?m)^defmodule ([\w.]+) do`)
)

// originals looks whether each module of Go stands beside the same module in
// Elixir.
func originals(t *testing.T, lesson string, doc *transcript.Document) {
	t.Helper()
	var elixir, shown []string
	for _, b := range doc.Blocks() {
		text := b.Text()
		if strings.HasPrefix(b.Info, "elixir") {
			for _, m := range elixirModule.FindAllStringSubmatch(text, -1) {
				elixir = append(elixir, m[1])
			}
		}
		if b.Info != "go" {
			continue
		}
		for _, m := range goModule.FindAllStringSubmatch(text, -1) {
			shown = append(shown, m[1])
			if !slices.Contains(elixir, strings.ReplaceAll(m[1], "_", ".")) {
				t.Errorf("%s:%d: %s has no original in Elixir", lesson, b.Line, m[1])
			}
		}
	}
	if len(shown) == 0 {
		t.Errorf("%s: no module of Go", lesson)
	}
}
