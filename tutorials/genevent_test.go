package tutorials_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"gex/tutorials"
	"gex/tutorials/transcript"
)

// learnGenevent types input into the lesson and returns what is shown.
func learnGenevent(t *testing.T, input string) string {
	t.Helper()
	var out, errs bytes.Buffer
	code := tutorials.Learn(context.Background(), tutorials.LearnOptions{
		Terminal: tutorials.Terminal{In: tutorials.Lines(strings.NewReader(input), &out), Out: &out, Err: &errs},
		Open:     openGolden, Lesson: "genevent",
	})
	if code != tutorials.ExitOK {
		t.Fatalf("exit code %d: %s\n%s", code, &errs, &out)
	}
	return out.String()
}

// script returns what solves the lesson's steps, up to the one named.
func script(t *testing.T, upTo string) string {
	t.Helper()
	doc, err := transcript.ParseFile(tutorials.Lessons(), "genevent.md")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range doc.Steps() {
		if s.ID == upTo {
			return b.String()
		}
		b.WriteString(s.Text() + "\n")
	}
	if upTo != "" {
		t.Fatalf("no step %s", upTo)
	}
	return b.String()
}

const farewell = "That was lesson genevent."

func TestLearnByTyping(t *testing.T) {
	if out := learnGenevent(t, script(t, "")); !strings.Contains(out, farewell) {
		t.Errorf("typing what is shown does not lead to the end:\n%s", out)
	}
}

func TestLearnByCommands(t *testing.T) {
	for _, command := range []string{"/skip\n", "/next\n"} {
		if out := learnGenevent(t, strings.Repeat(command, 100)); !strings.Contains(out, farewell) {
			t.Errorf("%q does not lead to the end:\n%s", command, out)
		}
	}
}

// TestExercises types answers of one's own to each exercise. The next step is
// announced if they are right.
func TestExercises(t *testing.T) {
	tests := []struct {
		step, answer string
		right        bool
	}{
		{"order", "GenEvent.sync_notify(manager, {:order, 42}); flush", true},
		{"order", "GenEvent.notify(manager, {:order, 42})\nflush()", true},
		{"order", "event = {:order, 40 + 2}\nGenEvent.sync_notify(manager, event)\nflush", true},
		{"order", "GenEvent.sync_notify(manager, {:order, 43})\nflush", false},
		{"order", "flush", false},
		{"count", "Enum.map([1, 2, 3], fn x -> GenEvent.sync_notify(manager, x) end)", true},
		{"count", "for x <- [1, 2, 3], do: GenEvent.notify(manager, x)", true},
		{"count", "for x <- 1..2, do: GenEvent.sync_notify(manager, x)", false},
		{"count", "[:ok, :ok, :ok]", false},
		{"counter", "type Counter struct{ UseGenEvent }\nfunc (Counter) HandleEvent(_ Term, n int) Result { n++; return OK(n) }\n" +
			"func (Counter) HandleCall(_ Term, n int) Result { return Reply(n, n) }", true},
		{"counter", "type Counter struct{ UseGenEvent }\nfunc (c Counter) HandleEvent(event Term, seen int) Result {\n\treturn OK(seen + 1)\n}\n" +
			"func (c Counter) HandleCall(request Term, seen int) Result {\n\tif Match(request, \":count\") {\n\t\treturn Reply(seen, seen)\n\t}\n" +
			"\treturn BadCall(request)\n}", true},
		{"counter", "type Counter struct{ UseGenEvent }\nfunc (Counter) HandleEvent(_ Term, n int) Result { return OK(n + 1) }", false},
		{"counter", "type Counter struct{ UseGenEvent }\nfunc (Counter) HandleEvent(_ Term, n int) Result { return OK(n + \"1\") }\n" +
			"func (Counter) HandleCall(_ Term, n int) Result { return Reply(n, n) }", false},
	}
	for _, test := range tests {
		out := learnGenevent(t, script(t, test.step)+test.answer+"\n")
		_, after, found := strings.Cut(out, " genevent:"+test.step+"]")
		if !found {
			t.Fatalf("step %s is not reached:\n%s", test.step, out)
		}
		if right := strings.Contains(after, " genevent:"); right != test.right {
			t.Errorf("%s: answer %q is right: %v, want %v:\n%s", test.step, test.answer, right, test.right, after)
		}
	}
}
