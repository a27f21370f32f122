package cli

import (
	"io/fs"
	"slices"
	"strings"

	"gex/interp"
	"gex/tutorials"
	"gex/tutorials/live"
	"gex/tutorials/transcript"
)

// lessonCompleter completes words in a lesson: the player has it done by the shell
// that is typed into, until done is closed.
func lessonCompleter(asides chan<- tutorials.Aside, done <-chan struct{}) func(string, int) interp.Completion {
	return func(text string, cursor int) interp.Completion {
		answer := make(chan interp.Completion, 1)
		aside := func(shell transcript.Shell, before string) { answer <- completeInLesson(shell, before, text, cursor) }
		select {
		case asides <- aside:
			return <-answer
		case <-done:
			return interp.Completion{}
		}
	}
}

func completeInLesson(shell transcript.Shell, before, text string, cursor int) interp.Completion {
	s, ok := shell.(live.Shell)
	switch typed := text[:cursor]; {
	case before == "" && strings.HasPrefix(typed, "/") && !strings.Contains(typed, " "):
		return interp.Completion{Found: lessonCommands(typed)}
	case !ok:
		return interp.Completion{Start: cursor}
	case before != "":
		before += "\n"
	}
	c := s.Session.Complete(before+text, len(before)+cursor)
	c.Start -= len(before)
	return c
}

// lessonCommands are the commands of a lesson that begin as typed.
func lessonCommands(typed string) []interp.Candidate {
	var found []interp.Candidate
	for _, c := range tutorials.Commands() {
		if word := "/" + c.Name; strings.HasPrefix(word, typed) {
			found = append(found, interp.Candidate{Word: word, Label: word, Note: c.Help})
		}
	}
	slices.SortFunc(found, func(a, b interp.Candidate) int { return strings.Compare(a.Word, b.Word) })
	return found
}

// lessonNames lists the lessons in their order.
func lessonNames() []string {
	order, err := fs.ReadFile(tutorials.Lessons(), "order.txt")
	if err != nil {
		return nil
	}
	return strings.Fields(string(order))
}
