package tutorials

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"gex/tutorials/transcript"
)

//go:embed lessons
var embedded embed.FS

// Lessons returns the embedded lessons: NAME.md, and the files they load.
func Lessons() fs.FS {
	sub, err := fs.Sub(embedded, "lessons")
	if err != nil {
		panic(err) // the directory is part of the binary
	}
	return sub
}

// lessonNames lists the lessons in the order in which they are to be learned:
// that of the list in lessons/order.txt.
func lessonNames(lessons fs.FS) ([]string, error) {
	text, err := fs.ReadFile(lessons, "order.txt")
	if err != nil {
		return nil, fmt.Errorf("read list of lessons: %w", err)
	}
	return strings.Fields(string(text)), nil
}

// openLesson parses a lesson.
func openLesson(lessons fs.FS, name string) (*transcript.Document, error) {
	return transcript.ParseFile(lessons, name+".md")
}

// isLesson reports whether there is a lesson of that name.
func isLesson(lessons fs.FS, name string) bool {
	if !fs.ValidPath(name) || path.Base(name) != name {
		return false
	}
	_, err := fs.Stat(lessons, name+".md")
	return err == nil
}

// beat is a piece of a document that is presented at once: text, or what the
// learner does.
type beat struct {
	text string            // Markdown
	code *transcript.Block // a block to be looked at
	step *transcript.Step
	quiz *transcript.Quiz
}

// task reports whether the learner has something to do.
func (b beat) task() bool {
	return b.quiz != nil || b.step != nil && !b.step.Block.Directives.Hidden
}

// directives are what the author says of a step or a quiz.
func (b beat) directives() transcript.Directives {
	if b.quiz != nil {
		return b.quiz.Directives
	}
	return b.step.Block.Directives
}

// id is that of a step or a quiz, empty for others.
func (b beat) id() string {
	switch {
	case b.step != nil:
		return b.step.ID
	case b.quiz != nil:
		return b.quiz.ID
	}
	return ""
}

// beats cuts a document up.
func beats(doc *transcript.Document) []beat {
	var all []beat
	for _, s := range doc.Sections {
		for _, part := range s.Parts {
			switch part := part.(type) {
			case *transcript.Prose:
				all = append(all, beat{text: part.Text()})
			case *transcript.Quiz:
				all = append(all, beat{quiz: part})
			case *transcript.Block:
				if len(part.Steps) == 0 || part.Directives.Skip {
					all = append(all, beat{code: part})
					continue
				}
				for _, step := range part.Steps {
					all = append(all, beat{step: step})
				}
			}
		}
	}
	return all
}

// lessonFile finds the files that come with the lessons, then those of the
// learner.
func lessonFile(lessons fs.FS) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if fs.ValidPath(name) {
			if data, err := fs.ReadFile(lessons, name); err == nil {
				return data, nil
			}
		}
		return os.ReadFile(name)
	}
}
