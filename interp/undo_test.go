package interp_test

import (
	"context"
	"io/fs"
	"strings"
	"testing"
	"time"

	"gex/interp"
)

// typing is a session with what it printed since the last input.
type typing struct {
	*interp.Session
	text  strings.Builder
	files map[string]string
}

func openTyping(t *testing.T, o interp.Options) *typing {
	t.Helper()
	typed := &typing{files: make(map[string]string)}
	o.Output = func(out interp.Output) { typed.text.WriteString(out.Text) }
	o.ReadFile = func(name string) ([]byte, error) {
		if text, ok := typed.files[name]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
	o.WriteFile = func(name string, data []byte) error {
		typed.files[name] = string(data)
		return nil
	}
	typed.Session = interp.New(o)
	t.Cleanup(typed.Close)
	return typed
}

// typed evaluates inputs and returns what was printed.
func (t *typing) typed(inputs ...string) string {
	t.text.Reset()
	for _, input := range inputs {
		t.Eval(context.Background(), input)
	}
	return t.text.String()
}

func TestUndo(t *testing.T) {
	s := openTyping(t, interp.Options{})
	if got := s.typed("/undo"); got != "There is nothing to undo.\n" {
		t.Errorf("in a new session: %q", got)
	}
	s.typed("x = 1", "{:ok, m} = GenEvent.start_link", "before = self()", "x = 2", "exit(m)")
	if got, want := s.typed("/undo 2"), "undone: x = 2\nundone: exit(m)\n"; got != want {
		t.Errorf("/undo 2: %q, want %q", got, want)
	}
	if got := s.typed("{x, Process.alive?(m), before == self()}"); got != "{1, true, true}\n" {
		t.Errorf("after /undo 2: %q", got)
	}
	if got := s.Number(); got != 5 {
		t.Errorf("the prompt is %d, want 5", got)
	}
	if got := s.typed("/undo no"); !strings.HasPrefix(got, "/undo takes") {
		t.Errorf("/undo no: %q", got)
	}
	s.typed("/undo 100")
	if got := s.typed("x"); !strings.Contains(got, "undefined function x/0") {
		t.Errorf("after /undo 100 x is %q", got)
	}
}

// A crash of the shell is undone with all that it took down.
func TestUndoCrash(t *testing.T) {
	s := openTyping(t, interp.Options{})
	s.typed("{:ok, m} = GenEvent.start_link", "send self(), :kept")
	s.typed("spawn_link(fn -> exit(:kaboom) end)")
	s.typed("/undo")
	if got := s.typed("flush", "Process.alive?(m)"); got != ":kept\n:ok\ntrue\n" {
		t.Errorf("after the crash was undone: %q", got)
	}
}

func TestReplay(t *testing.T) {
	s := openTyping(t, interp.Options{})
	s.typed("pid = spawn(fn -> receive do x -> IO.inspect({:got, x}) end end)", "send pid, make_ref()", "1 / 0", "Enum.random(1..1000000)")
	got := s.typed("/replay")
	if want := "iex(2)> send pid, make_ref()\n{:got, #Ref"; !strings.Contains(got, want) {
		t.Errorf("/replay shows\n%s, want %q in it", got, want)
	}
	if want := "4 inputs, with the same output.\n"; !strings.HasSuffix(got, want) {
		t.Errorf("/replay shows\n%s, want %q at the end", got, want)
	}
	if again := s.typed("/replay"); again != got {
		t.Errorf("the second time:\n%s", again)
	}
}

// What was interrupted is interrupted again at the same time.
func TestReplayInterrupted(t *testing.T) {
	s := openTyping(t, interp.Options{})
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	s.Eval(ctx, "Process.sleep(3_600_000)")
	s.typed("x = 5")
	if got := s.typed("/replay"); !strings.Contains(got, "** (EXIT) interrupted") || !strings.HasSuffix(got, "2 inputs, with the same output.\n") {
		t.Errorf("/replay shows\n%s", got)
	}
}

// Files are read as they were.
func TestReplayFiles(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	s.files["a.exs"] = "x = 1\n"
	s.typed(`import_file "a.exs"`, "y = 2")
	s.files["a.exs"] = "x = 100\n"
	s.typed("/undo")
	if got := s.typed("x"); got != "1\n" {
		t.Errorf("x is %q", got)
	}
}

func TestSaveTranscript(t *testing.T) {
	s := openTyping(t, interp.Options{})
	s.files["other.md"] = "mine"
	if got := s.typed("/save other.md"); got != "There is nothing to save yet.\n" {
		t.Errorf("nothing typed: %q", got)
	}
	s.files["a.exs"] = "x = 1"
	s.typed("nobody", `import_file "a.exs"`, "[1,\n2]", "type F struct{ UseGenEvent }\n\nfunc (F) HandleEvent(_, s Term) Result { return OK(s) }\n", "IO.puts \"```\"", "x / 0")
	for name, want := range map[string]string{
		"other.md": "other.md exists and was not written by /save: remove it first, or choose another name.\n",
		"":         "Name a file", "a.txt": "Name a file", "s.md": "Saved in s.md: 6 inputs.\n",
	} {
		if got := s.typed("/save " + name); !strings.HasPrefix(got, want) {
			t.Errorf("/save %s: %q, want %q", name, got, want)
		}
	}
	want := "# A session with gex\n\nSaved from a session of gex with /save. `gex test s.md` runs it again and compares.\n" + `
~~~iex
iex> nobody
** (CompileError) iex:1: undefined function nobody/0 (there is no such import)
~~~

<!-- gex: file=a.exs -->
~~~elixir
x = 1
~~~

~~~iex
iex> import_file "a.exs"
1
iex(2)> [1,
...(2)> 2]
[1, 2]
~~~

~~~go
type F struct{ UseGenEvent }

func (F) HandleEvent(_, s Term) Result { return OK(s) }
~~~

~~~~iex
iex(4)> IO.puts "~~~"
~~~
:ok
iex(5)> x / 0
** (ArithmeticError) bad argument in arithmetic expression: 1 / 0
    :erlang./(1, 0)
~~~~
`
	if got := s.files["s.md"]; got != strings.ReplaceAll(want, "~", "`") {
		t.Errorf("saved:\n%s\nwant\n%s", got, want)
	}
}

// What a timer printed while the shell waited comes behind a pause, and what
// depends on the moment is marked.
func TestSaveLate(t *testing.T) {
	s := openTyping(t, interp.Options{})
	s.typed("spawn(fn -> Process.sleep(5); IO.puts \"late\" end)")
	for !strings.Contains(s.text.String(), "late") {
		if d, ok := s.NextTimer(); ok {
			<-time.After(d)
		}
		s.Settle()
	}
	s.typed("System.os_time()")
	s.typed("/save s.md")
	got := s.files["s.md"]
	if !strings.Contains(got, "iex(2)> Process.sleep ") || !strings.Contains(got, "\nlate\n:ok\n") || strings.Count(got, "racy") != 1 {
		t.Errorf("saved:\n%s", got)
	}
}

func TestUndoKeepsLookingOn(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	s.typed("{:ok, a} = Agent.start_link(fn -> 0 end)", "/watch a", "/trace a", "Agent.update(a, & &1 + 1)", "self()")
	if got := s.typed("/undo"); got != "undone: self()\n" {
		t.Errorf("/undo prints %q", got)
	}
	got := s.typed("Agent.update(a, & &1 + 1)")
	for _, want := range []string{"trace: 0.108.0 ══> 0.109.0", "watch: #PID<0.109.0> (Agent) 2\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("after /undo an update prints %q, want %q in it", got, want)
		}
	}
}
