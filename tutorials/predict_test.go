package tutorials

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gex/tutorials/transcript"
)

const askingLesson = `# Asking

<!-- gex: step=one -->
` + "```iex" + `
iex> {:ok, m} = start
{:ok, #PID<0.1.0>}
iex> notify(m)
printed
:ok
` + "```" + `

<!-- gex: quiz step=which hint="think" after="That is so." -->
Which of these?

- [ ] the *first*
- [x] the second
- [x] the third

<!-- gex: step=last -->
` + "```iex" + `
iex> 1 + 2
3
` + "```" + `
`

// ask leads through the asking lesson.
func ask(t *testing.T, input string, change func(*LearnOptions)) (out string, ran []string) {
	t.Helper()
	s := newStudio()
	o := LearnOptions{Terminal: s.terminal(input), Open: s.open, Lesson: "asking",
		Lessons: fstest.MapFS{"asking.md": {Data: []byte(askingLesson)}, "order.txt": {Data: []byte("asking\n")}}}
	if change != nil {
		change(&o)
	}
	if code := Learn(context.Background(), o); code != ExitOK {
		t.Fatalf("exit code %d: %s", code, &s.err)
	}
	return strings.NewReplacer("\x1b[33m", "", "\x1b[0m", "").Replace(s.out.String()), s.ran
}

func TestQuiz(t *testing.T) {
	const before = "{:ok, m} = start\nnotify(m)\n"
	tests := []struct {
		name, input, says string
		done              bool
	}{
		{"right", "b c\n", "That is so.", true},
		{"right, another way", "[:c, :b]\n", "That is so.", true},
		{"in one word", "cb\n", "That is so.", true},
		{"too few", "b\n", "there is more: 1 missing", false},
		{"too many", "abc\n", "and 1 that is not", false},
		{"wrong", "a b\n", "Not quite", false},
		{"no letter", "what now\n", "Letters from a to c", false},
		{"beyond", "d\n", "Letters from a to c", false},
		{"empty", "\n", "your answer> your answer> ", false},
		{"hint", "/hint\n", "Hint 1 of 1: think", false},
		{"show", "/show\n", "    b c\n", false},
		{"goal", "/goal\n", "the letters of all answers that are right", false},
		{"type", "/type\n\n", "your answer> b c", true},
		{"skip", "/skip\n", "It would have been: b c", true},
		{"play", "/play\n1 + 2\n/next\nbc\n", "iex(3)> 3\n", true},
		{"back", "/back\nnotify(m)\nbc\n", "[2/4 asking:", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out, _ := ask(t, before+test.input, nil)
			if done := strings.Contains(out, "[4/4 asking:last]"); done != test.done || !strings.Contains(out, test.says) {
				t.Errorf("done %v, want %v, and %q in\n%s", done, test.done, test.says, out)
			}
		})
	}
}

func TestQuizShowsLetters(t *testing.T) {
	out, _ := ask(t, "/skip\n/skip\n", nil)
	for _, text := range []string{"Which of these?", "  a  the first\n", "  c  the third\n", "[3/4 asking:which]  /hint /show /skip /help"} {
		if !strings.Contains(out, text) {
			t.Errorf("%q is missing in\n%s", text, out)
		}
	}
	if strings.Contains(out, "[x]") {
		t.Errorf("the answers are given away:\n%s", out)
	}
}

func predict(o *LearnOptions) { o.Predict = true }

func TestPredict(t *testing.T) {
	out, ran := ask(t, "{:ok, #PID<0.5.0>}\n\nprinted\n:ok\n\nbc\n3\n\n", predict)
	if want := []string{"{:ok, m} = start", "notify(m)", "1 + 2"}; !slices.Equal(ran, want) {
		t.Errorf("ran %q, want %q", ran, want)
	}
	if strings.Count(out, "As you said.") != 3 || !strings.Contains(out, "You foretold 3 of 3.") || strings.Contains(out, "Once more") {
		t.Errorf("all right:\n%s", out)
	}
}

// TestPredictWrong has two wrong guesses, which come back at the end: the first
// is wrong once more and then right, the second is given up.
func TestPredictWrong(t *testing.T) {
	out, _ := ask(t, "{:error, :no}\n\n\nbc\n3\n\n"+":no\n\n{:ok, _}\n\n\n", predict)
	for _, text := range []string{"That is not what you said.", "You will see this one again.", "You foretold 1 of 3.",
		"Once more, asking:one.", "Once more, asking:7.", "That was lesson asking."} {
		if !strings.Contains(out, text) {
			t.Errorf("%q is missing in\n%s", text, out)
		}
	}
}

func TestPredictKeepsWrongGuesses(t *testing.T) {
	home := t.TempDir()
	keep := func(o *LearnOptions) { o.Predict, o.Home = true, home }
	ask(t, ":no\n\n/quit\n", keep)
	out, _ := ask(t, "printed\n:ok\n\nbc\n3\n\n/back\n{:ok, _}\n\n", keep)
	for _, text := range []string{"going on at step 2 of 4", "Once more, asking:one.", "Only /quit", "That was lesson asking."} {
		if !strings.Contains(out, text) {
			t.Errorf("%q is missing in\n%s", text, out)
		}
	}
}

func TestPredictCommands(t *testing.T) {
	out, ran := ask(t, "/show\n/play\n1 + 2\n/next\n{:ok, m} = start\n", predict)
	if !slices.Equal(ran, []string{"1 + 2", "{:ok, m} = start"}) || strings.Contains(out, "As you said") {
		t.Errorf("ran %q:\n%s", ran, out)
	}
}

func TestLearnAtStep(t *testing.T) {
	out, ran := ask(t, "bc\n", func(o *LearnOptions) { o.Lesson = "asking:which" })
	if !slices.Equal(ran, []string{"{:ok, m} = start", "notify(m)"}) || !strings.Contains(out, "[3/4 asking:which]") || strings.Contains(out, "[2/4") {
		t.Errorf("ran %q:\n%s", ran, out)
	}
	s := newStudio()
	if code := learn(t, s, "", func(o *LearnOptions) { o.Lesson = "tiny:nothing" }); code != ExitUsage ||
		!strings.Contains(s.err.String(), `no step "nothing"`) {
		t.Errorf("exit code %d: %s", code, &s.err)
	}
}

func TestForgetAll(t *testing.T) {
	home := t.TempDir()
	keep := func(o *LearnOptions) { o.Home = home }
	ask(t, "/skip\n/quit\n", keep)
	if out, _ := ask(t, "", func(o *LearnOptions) { keep(o); o.Lesson = "" }); !strings.Contains(out, "1 of 4") {
		t.Errorf("list:\n%s", out)
	}
	ask(t, "", func(o *LearnOptions) { keep(o); o.Lesson, o.Reset = "", true })
	if out, _ := ask(t, "", func(o *LearnOptions) { keep(o); o.Lesson = "" }); strings.Contains(out, "1 of 4") {
		t.Errorf("list after -reset:\n%s", out)
	}
}

// TestLookInLesson uses a command of the shell, which is no attempt at the step.
func TestLookInLesson(t *testing.T) {
	out, ran := ask(t, "/seq\n/tree 1\n/foo\n", nil)
	if !slices.Equal(ran, []string{"/seq", "/tree 1"}) || !strings.Contains(out, "there is no /foo") || strings.Contains(out, "/hint helps") {
		t.Errorf("ran %q:\n%s", ran, out)
	}
}

// TestAside has something done while a line is awaited, within a statement of
// several lines and at a quiz, which has no shell.
func TestAside(t *testing.T) {
	asides := make(chan Aside)
	inputs := strings.Split("{:ok,|m} = start|notify(m)|/quit", "|")
	var seen []string
	out, _ := ask(t, "", func(o *LearnOptions) {
		o.Asides = asides
		o.In = reader(func(string, string) (string, error) {
			done := make(chan string)
			asides <- func(shell transcript.Shell, before string) { done <- fmt.Sprintf("%v %q", shell != nil, before) }
			seen = append(seen, <-done)
			line := inputs[0]
			inputs = inputs[1:]
			return line, nil
		})
	})
	want := []string{`true ""`, `true "{:ok,"`, `true ""`, `false ""`}
	if !slices.Equal(seen, want) {
		t.Errorf("seen %q, want %q:\n%s", seen, want, out)
	}
}

// hinting is a shell that says what it knows beside each error.
type hinting struct{ *fakeShell }

func (h hinting) Eval(ctx context.Context, text string) transcript.Outcome {
	o := h.fakeShell.Eval(ctx, text)
	h.env.Output(transcript.Output{Kind: transcript.Hint, Text: "hint: try something else\n"})
	return o
}

// TestHintsAreNotCompared has the shell give hints, which are shown and do not
// keep a step from being done.
func TestHintsAreNotCompared(t *testing.T) {
	out, _ := ask(t, "{:ok, m} = start\n", func(o *LearnOptions) {
		open := o.Open
		o.Open = func(env transcript.Environment) (transcript.Shell, error) {
			shell, err := open(env)
			return hinting{shell.(*fakeShell)}, err
		}
	})
	if !strings.Contains(out, "hint: try something else") || !strings.Contains(out, "[2/4") {
		t.Errorf("shown:\n%s", out)
	}
}
