package tutorials

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gex/tutorials/transcript"
)

func learn(t *testing.T, s *studio, input string, change func(*LearnOptions)) int {
	t.Helper()
	o := LearnOptions{Terminal: s.terminal(input), Open: s.open, Lesson: "tiny", Lessons: tiny()}
	if change != nil {
		change(&o)
	}
	return Learn(context.Background(), o)
}

const wholeLesson = "{:ok, m} = start\nnotify(m)\ntype F struct{}\nfunc (F) G() int { return 1 }\n2 + 1\n"

func TestLearnWholeLesson(t *testing.T) {
	s := newStudio()
	s.out.Reset()
	if code := learn(t, s, wholeLesson, nil); code != ExitOK {
		t.Fatalf("exit code %d: %s%s", code, &s.out, &s.err)
	}
	want := []string{"{:ok, m} = start", "notify(m)", "type F struct{}", "func (F) G() int { return 1 }", "secret", "2 + 1"}
	if !slices.Equal(s.ran, want) {
		t.Errorf("ran %q, want %q", s.ran, want)
	}
	for _, text := range []string{"A tiny lesson", "Some prose with `code`.", "[1/4 tiny:start]", "Goal: a manager",
		"Well done.", "Exercise: print 3", "Now F.G.", "The end.", "That was lesson tiny."} {
		if !strings.Contains(s.out.String(), text) {
			t.Errorf("%q is missing in\n%s", text, &s.out)
		}
	}
	if strings.Contains(s.out.String(), "1 + 2") {
		t.Error("the answer of the exercise is shown")
	}
}

// TestLearnAnswers types an answer to the first step, then asks for the end:
// the lesson has moved on if the second step is announced.
func TestLearnAnswers(t *testing.T) {
	tests := []struct {
		name, input, says string
		done              bool
	}{
		{"as written", "{:ok, m} = start\n", "", true},
		{"other blanks", "{:ok,  m} =  start()\n", "", true},
		{"pasted with prompt", "iex(1)> {:ok, m} = start\n", "", true},
		{"no name", "start\n", "later steps need the name m", false},
		{"name after no name", "start\n{:ok, m} = start\n", "later steps need the name m", true},
		{"other result", "a = 1\n", "/hint helps", false},
		{"error", "oops\n", "** (CompileError) oops", false},
		{"blank lines", "\n\n", "", false},
		{"continued", "{:ok,\nm}\n", "...(1)> ", false},
		{"hints", "/hint\n/hint\n/hint\n", "Hint 2 of 2: with =\niex(1)> No more hints", false},
		{"goal", "/goal\n", "It prints:\n    {:ok, #PID<0.1.0>}", false},
		{"show", "/show\n", "{:ok, m} = start", false},
		{"type", "/type\n\n", "iex(1)> {:ok, m} = start", true},
		{"skip", "/skip\n", "iex(1)> {:ok, m} = start\n{:ok, #PID<0.7.0>}", true},
		{"next", "/next\n", "", true},
		{"play", "/play\n{:ok, m} = start\n", "The shell is yours", false},
		{"play and next", "/play\na = 1\n/next\n{:ok, m} = start\n", "", true},
		{"back at the start", "/back\n", "this is the first step", false},
		{"reset", "a = 1\n/reset\n{:ok, m} = start\n", "", true},
		{"unknown command", "/foo\n", "there is no /foo", false},
		{"help", "/help\n", "/quit   leave", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newStudio()
			if code := learn(t, s, test.input, nil); code != ExitOK {
				t.Errorf("exit code %d", code)
			}
			if done := strings.Contains(s.out.String(), "[2/4 tiny:"); done != test.done {
				t.Errorf("done %v, want %v:\n%s", done, test.done, &s.out)
			}
			out := strings.ReplaceAll(strings.ReplaceAll(s.out.String(), "\x1b[33m", ""), "\x1b[0m", "")
			if !strings.Contains(out, test.says) {
				t.Errorf("%q is missing in\n%s", test.says, &s.out)
			}
		})
	}
}

func TestLearnLiteralIsNoAnswer(t *testing.T) {
	s := newStudio()
	learn(t, s, "/skip\n/skip\n/skip\n3\n2 + 1\n", nil)
	if !strings.Contains(s.out.String(), "not a way to it") || !strings.Contains(s.out.String(), "The end.") {
		t.Errorf("typing the result:\n%s", &s.out)
	}
}

func TestLearnGoInOnePiece(t *testing.T) {
	s := newStudio()
	learn(t, s, "/skip\n/skip\n/type\n\n\n\n2 + 1\n", nil)
	if !strings.Contains(s.out.String(), "The end.") {
		t.Errorf("after /type:\n%s", &s.out)
	}
}

func TestLearnBack(t *testing.T) {
	s := newStudio()
	learn(t, s, "{:ok, m} = start\n/back\n{:ok, m} = start\nnotify(m)\n", nil)
	if s.opened != 2 || !strings.Contains(s.out.String(), "[3/4 tiny:go]") {
		t.Errorf("%d shells:\n%s", s.opened, &s.out)
	}
}

func TestLearnResumes(t *testing.T) {
	home := t.TempDir()
	keep := func(o *LearnOptions) { o.Home = home }
	s := newStudio()
	learn(t, s, "{:ok, m} = start\nnotify(m)\n/quit\n", keep)
	if !strings.Contains(s.out.String(), "gex learn tiny goes on from here") {
		t.Errorf("after /quit:\n%s", &s.out)
	}
	s = newStudio()
	learn(t, s, "", func(o *LearnOptions) { keep(o); o.Lesson = "" })
	if !strings.Contains(s.out.String(), "2 of 4 steps") {
		t.Errorf("list:\n%s", &s.out)
	}
	s = newStudio()
	learn(t, s, "/skip\n2 + 1\n", keep)
	if !slices.Equal(s.ran[:2], []string{"{:ok, m} = start", "notify(m)"}) || !strings.Contains(s.out.String(), "going on at step 3 of 4") {
		t.Errorf("ran %q:\n%s", s.ran, &s.out)
	}
	s = newStudio()
	learn(t, s, "", func(o *LearnOptions) { keep(o); o.Lesson = "" })
	if !strings.Contains(s.out.String(), "done") {
		t.Errorf("list:\n%s", &s.out)
	}
}

func TestLearnFromAndReset(t *testing.T) {
	s := newStudio()
	learn(t, s, "", func(o *LearnOptions) { o.From = "Second" })
	if !slices.Equal(s.ran, []string{"{:ok, m} = start", "notify(m)"}) {
		t.Errorf("ran %q", s.ran)
	}
	s = newStudio()
	if code := learn(t, s, "", func(o *LearnOptions) { o.From = "Third" }); code != ExitUsage {
		t.Errorf("exit code %d", code)
	}
}

func TestLearnUnknown(t *testing.T) {
	s := newStudio()
	if code := learn(t, s, "", func(o *LearnOptions) { o.Lesson = "../x" }); code != ExitUsage {
		t.Errorf("exit code %d", code)
	}
}

func TestLearnShowsLateOutput(t *testing.T) {
	s := newStudio()
	s.late = "late\n"
	wait := make(chan string)
	go func() { wait <- "/quit" }()
	learn(t, s, "", func(o *LearnOptions) { o.In = reader(func(string, string) (string, error) { return <-wait, nil }) })
	// Settle runs at once, as the fake's timer is due; the line may come first.
	if out := s.out.String(); strings.Count(out, "late") > 1 {
		t.Errorf("late output:\n%s", out)
	}
}

type reader func(prompt, typed string) (string, error)

func (r reader) ReadLine(prompt, typed string) (string, error) { return r(prompt, typed) }

func TestLearnExit(t *testing.T) {
	s := newStudio()
	if code := learn(t, s, "exit\nstart\n", nil); code != ExitOK || len(s.ran) != 1 {
		t.Errorf("exit code %d, ran %q", code, s.ran)
	}
}

func TestProgressBroken(t *testing.T) {
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, "progress.json"), []byte("nonsense"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newStudio()
	if code := learn(t, s, wholeLesson, func(o *LearnOptions) { o.Home = home }); code != ExitOK {
		t.Errorf("exit code %d: %s", code, &s.err)
	}
}

// A lesson goes on though nothing can be kept of it.
func TestProgressCannotBeKept(t *testing.T) {
	home := filepath.Join(t.TempDir(), "state")
	s := newStudio()
	code := learn(t, s, wholeLesson, func(o *LearnOptions) {
		o.Home = home
		if err := os.WriteFile(home, nil, 0o600); err != nil { // no directory can be made there
			t.Fatal(err)
		}
		o.Home = filepath.Join(home, "gex")
	})
	if code != ExitOK || strings.Count(s.out.String(), "your progress is not kept: ") != 1 {
		t.Errorf("exit code %d: %s%s", code, &s.err, &s.out)
	}
}

// Two terminals keep what they did in two lessons.
func TestProgressOfTwo(t *testing.T) {
	home := t.TempDir()
	one, err := loadProgress(home)
	if err != nil {
		t.Fatal(err)
	}
	two, err := loadProgress(home)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{one.keep("a", lessonProgress{Done: 1}), two.keep("b", lessonProgress{Done: 2}), one.keep("a", lessonProgress{Done: 3})} {
		if err != nil {
			t.Fatal(err)
		}
	}
	got, err := loadProgress(home)
	if err != nil || got.Lessons["a"].Done != 3 || got.Lessons["b"].Done != 2 {
		t.Errorf("progress %v, %v", got, err)
	}
	if files, err := os.ReadDir(home); err != nil || len(files) != 1 {
		t.Errorf("files %v, %v", files, err)
	}
}

// TestNeeded tells the names of a step that later ones use from those that
// nobody misses.
func TestNeeded(t *testing.T) {
	doc, err := transcript.Parse("t.md", "```iex\niex> a = 1; b = 2; c = 3\niex> b = 4\niex> {b, ^c} = {a, 3}\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	p := &player{beats: beats(doc)}
	if got := p.needed(doc.Steps()[0]); !slices.Equal(got, []string{"a", "c"}) {
		t.Errorf("needed %q, want a and c", got)
	}
}

func TestSolvedHelpers(t *testing.T) {
	for input, want := range map[string]string{
		"{:ok, m} = f": "m", "x = 1": "x", "f(a)": "", "[a, {b, _}] = c": "a b", "f(x = 1)": "", "%{key: v} = m": "v",
		"spawn fn -> x = 1 end": "", "a == b": "", "f(1); {:ok, b} = g(2); h(b)": "b", "x = 1\ny = x": "x y",
		"{:ok, ^a} = f()": "", "for n <- 1..3, do: x = n": "", "KV.put(:a); old = 1": "old",
	} {
		if got := strings.Join(bound(input), " "); got != want {
			t.Errorf("bound(%q) = %q, want %q", input, got, want)
		}
	}
	for input, want := range map[string]bool{
		"{:ok, 1}": true, "flush": false, "[a: 1]": true, ":ok": true, "self()": false, "Enum.map([], x)": false, `"text"`: true, "nil": true,
	} {
		if got := literal(input); got != want {
			t.Errorf("literal(%q) = %v, want %v", input, got, want)
		}
	}
	got := declarations("type A struct{}\nfunc (a *A) B() {}\nfunc C() {}\nvar x = 1")
	if want := []string{"type A", "A.B", "C"}; !slices.Equal(got, want) {
		t.Errorf("declarations %q, want %q", got, want)
	}
}
