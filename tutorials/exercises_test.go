package tutorials_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gex/tutorials"
	"gex/tutorials/transcript"
)

// TestExercises types the answers in testdata/answers/LESSON.txt at their
// steps, and looks whether the player goes on. Every exercise has two right
// ones, different from what the lesson shows, and two wrong ones; a quiz has
// wrong ones only.
func TestExercises(t *testing.T) {
	for _, lesson := range lessonList(t) {
		t.Run(lesson, func(t *testing.T) {
			t.Parallel()
			answers := readAnswers(t, lesson)
			complete(t, lesson, answers)
			tryAnswers(t, lesson, answers)
		})
	}
}

// answer is something a learner may type at a step of a lesson.
type answer struct {
	step, text string
	right      bool
}

// readAnswers reads the answers of a lesson: below a line "== right STEP" or
// "== wrong STEP" stands what is typed.
func readAnswers(t *testing.T, lesson string) []answer {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "answers", lesson+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var answers []answer
	for part := range strings.SplitSeq("\n"+string(data), "\n== ") {
		head, text, _ := strings.Cut(part, "\n")
		if strings.TrimSpace(part) == "" {
			continue
		}
		verdict, step, found := strings.Cut(head, " ")
		if !found || verdict != "right" && verdict != "wrong" {
			t.Fatalf("answers of %s: cannot read %q", lesson, head)
		}
		answers = append(answers, answer{step, strings.TrimSpace(text), verdict == "right"})
	}
	return answers
}

// complete looks whether each exercise of a lesson has its answers.
func complete(t *testing.T, lesson string, answers []answer) {
	t.Helper()
	count := map[string]map[bool]int{}
	for _, a := range answers {
		if count[a.step] == nil {
			count[a.step] = map[bool]int{}
		}
		count[a.step][a.right]++
	}
	doc := openLesson(t, lesson)
	for _, s := range doc.Steps() {
		if n := count[s.ID]; s.Block.Directives.Exercise && (n[false] < 2 || n[true] < 2) {
			t.Errorf("%s: exercise %s has %d right and %d wrong answers", lesson, s.ID, n[true], n[false])
		}
	}
	for _, q := range doc.Quizzes() {
		if n := count[q.ID]; n[false] < 2 {
			t.Errorf("%s: quiz %s has %d wrong answers", lesson, q.ID, n[false])
		}
	}
}

// announced is what the player says when it comes to the step of a lesson. It
// says so again when an answer was wrong and there is something to say.
func announced(lesson, step string) string { return " " + lesson + ":" + step + "]" }

// tryAnswers types each answer at its step, which is reached by what the
// lesson shows for those before, and compares whether the player goes on.
func tryAnswers(t *testing.T, lesson string, answers []answer) {
	t.Helper()
	for _, a := range answers {
		out := typeLesson(t, lesson, shownBefore(t, lesson, a.step)+a.text+"\n")
		_, after, found := strings.Cut(out, announced(lesson, a.step))
		if !found {
			t.Fatalf("step %s is not reached:\n%s", a.step, out)
		}
		if right := strings.Contains(after, " "+lesson+":"); right != a.right {
			t.Errorf("%s: answer %q is right: %v, want %v:\n%s", a.step, a.text, right, a.right, after)
		}
	}
}

// typeLesson types input into a lesson and returns what is shown.
func typeLesson(t *testing.T, lesson, input string) string {
	t.Helper()
	var out, errs bytes.Buffer
	code := tutorials.Learn(context.Background(), tutorials.LearnOptions{
		Terminal: tutorials.Terminal{In: tutorials.Lines(strings.NewReader(input), &out), Out: &out, Err: &errs},
		Open:     openVirtual, Lesson: lesson,
	})
	if code != tutorials.ExitOK {
		t.Fatalf("exit code %d: %s\n%s", code, &errs, &out)
	}
	return out.String()
}

// openVirtual opens a shell in which nobody has to wait.
func openVirtual(env transcript.Environment) (transcript.Shell, error) {
	env.Virtual = true
	shell, err := openGolden(env)
	return virtualShell{shell}, err
}

// virtualShell stays on its virtual clock.
type virtualShell struct{ transcript.Shell }

func openLesson(t *testing.T, lesson string) *transcript.Document {
	t.Helper()
	doc, err := transcript.ParseFile(tutorials.Lessons(), lesson+".md")
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// shownBefore returns what solves the steps of a lesson before the one named,
// or all of them.
func shownBefore(t *testing.T, lesson, step string) string {
	t.Helper()
	var b strings.Builder
	for _, section := range openLesson(t, lesson).Sections {
		for _, part := range section.Parts {
			switch part := part.(type) {
			case *transcript.Quiz:
				if part.ID == step {
					return b.String()
				}
				b.WriteString(rightAnswer(part) + "\n")
			case *transcript.Block:
				for _, s := range part.Steps {
					if s.ID == step {
						return b.String()
					}
					b.WriteString(s.Text() + "\n")
				}
			}
		}
	}
	if step != "" {
		t.Fatalf("lesson %s has no step %s", lesson, step)
	}
	return b.String()
}

// rightAnswer is what to type at a quiz.
func rightAnswer(q *transcript.Quiz) string {
	answer := ""
	for i, o := range q.Options {
		if o.Right {
			answer += string(rune('a' + i))
		}
	}
	return answer
}

// TestLessonsLeadToTheirEnd goes through each lesson as a learner who types
// what is shown, and as one who skips everything.
func TestLessonsLeadToTheirEnd(t *testing.T) {
	for _, lesson := range lessonList(t) {
		for way, input := range map[string]string{
			"typed":   shownBefore(t, lesson, ""),
			"skipped": strings.Repeat("/skip\n", 100),
			"next":    strings.Repeat("/next\n", 100),
		} {
			t.Run(lesson+"/"+way, func(t *testing.T) {
				t.Parallel()
				if out := typeLesson(t, lesson, input); !strings.Contains(out, "That was lesson "+lesson+".") {
					t.Errorf("it ends before:\n%s", out)
				}
			})
		}
	}
}

// lessonList returns the names of the lessons, in the order of the list.
func lessonList(t *testing.T) []string {
	t.Helper()
	text, err := fs.ReadFile(tutorials.Lessons(), "order.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(text))
}

// TestShellCommands looks whether the commands that the player hands to the
// shell are there, and print something.
func TestShellCommands(t *testing.T) {
	for _, name := range tutorials.ShellCommands() {
		out := typeLesson(t, "processes", "/"+name+"\n")
		_, shown, _ := strings.Cut(out, "iex(1)> ")
		if strings.TrimSpace(shown) == "" || strings.Contains(shown, "There is no command") || strings.Contains(shown, "there is no /") {
			t.Errorf("/%s shows %q", name, shown)
		}
	}
}

// TestResumeTakesNoTime begins a lesson near its end: what comes before, with all
// its sleeps, runs on a virtual clock, and then time is real.
func TestResumeTakesNoTime(t *testing.T) {
	var out, errs strings.Builder
	var clocks []string
	code := tutorials.Learn(context.Background(), tutorials.LearnOptions{
		Terminal: tutorials.Terminal{In: tutorials.Lines(strings.NewReader(""), &out), Out: &out, Err: &errs},
		Lesson:   "faults:shutdown",
		Open: func(env transcript.Environment) (transcript.Shell, error) {
			if env.Virtual {
				clocks = append(clocks, "virtual")
			}
			shell, err := openGolden(env)
			return lively{shell, func() { clocks = append(clocks, "real") }}, err
		},
	})
	if code != tutorials.ExitOK || strings.Join(clocks, " ") != "virtual real" || !strings.Contains(out.String(), " faults:shutdown]") {
		t.Errorf("exit code %d, clocks %q: %s\n%s", code, clocks, &errs, &out)
	}
}

// lively tells when it goes on in real time.
type lively struct {
	transcript.Shell
	went func()
}

func (l lively) GoLive() { l.went() }
