package tutorials

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestReplay(t *testing.T) {
	s := newStudio()
	var slept time.Duration
	o := ReplayOptions{Terminal: s.terminal(""), Open: s.open, File: "tiny", Lessons: tiny(), Speed: 2, Jitter: 0.3,
		Sleep: func(_ context.Context, d time.Duration) error { slept += d; return nil }}
	if code := Replay(context.Background(), o); code != ExitOK {
		t.Fatalf("exit code %d: %s", code, &s.err)
	}
	plain := strings.NewReplacer("\x1b[33m", "", "\x1b[0m", "").Replace(s.out.String())
	want := `A tiny lesson

Some prose with ` + "`code`" + `.

First

iex(1)> {:ok, m} = start
{:ok, #PID<0.7.0>}
iex(2)> notify(m)
printed
:ok

Second

iex(3)> type F struct{}
...(3)> 
...(3)> func (F) G() int { return 1 }
{:module, F, <<1>>, {:g, 0}}

iex(5)> 1 + 2
3

The end.

`
	if plain != want {
		t.Errorf("replay shows\n%s\nwant\n%s", plain, want)
	}
	if slept < time.Second || slept > 10*time.Second {
		t.Errorf("slept %v", slept)
	}
}

func TestReplayMax(t *testing.T) {
	s := newStudio()
	o := ReplayOptions{Terminal: s.terminal("\n\n\n\n\n"), Open: s.open, File: "tiny", Lessons: tiny(), Max: true, Step: true, Section: "Second",
		Sleep: func(context.Context, time.Duration) error { t.Error("slept"); return nil }}
	if code := Replay(context.Background(), o); code != ExitOK {
		t.Fatalf("exit code %d: %s", code, &s.err)
	}
	if out := s.out.String(); strings.Contains(out, "notify") || !strings.Contains(out, "1 + 2") || len(s.ran) != 5 {
		t.Errorf("section alone shows\n%s\nran %q", out, s.ran)
	}
}

func TestReplayDiffers(t *testing.T) {
	s := newStudio()
	s.answers["1 + 2"] = "4"
	o := ReplayOptions{Terminal: s.terminal(""), Open: s.open, File: "tiny", Lessons: tiny(), Max: true}
	if code := Replay(context.Background(), o); code != ExitFailed || !strings.Contains(s.err.String(), "tiny.md:33") {
		t.Errorf("exit code %d: %s", code, &s.err)
	}
}

func TestReplayUsage(t *testing.T) {
	for _, o := range []ReplayOptions{{File: "nothing.md"}, {File: "tiny", Section: "Third"}} {
		s := newStudio()
		o.Terminal, o.Open, o.Lessons = s.terminal(""), s.open, tiny()
		if code := Replay(context.Background(), o); code != ExitUsage {
			t.Errorf("exit code %d for %+v", code, o)
		}
	}
}

func check(t *testing.T, change func(*TestOptions)) (int, *studio) {
	t.Helper()
	s := newStudio()
	o := TestOptions{Terminal: s.terminal(""), Open: s.open, Lessons: tiny(), Paths: []string{"tiny"}}
	if change != nil {
		change(&o)
	}
	return Test(context.Background(), o), s
}

func TestTest(t *testing.T) {
	code, s := check(t, nil)
	if want := "ok    tiny  (5 ok)\n"; code != ExitOK || s.out.String() != want {
		t.Errorf("exit code %d, output %q, want %q", code, &s.out, want)
	}
}

func TestTestUpdate(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	text := "## S\n```iex\niex> 1 + 2\n4\niex> 2 + 1\n5\n```\n"
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "prose.md"), []byte("# Only prose\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, s := check(t, func(o *TestOptions) { o.Paths = []string{dir} })
	for _, want := range []string{name + ":3: FAIL (S/3)", "want  | 4\n", "got   | 3\n", "-run '^S/3$' " + name, "-update " + name,
		`1 more in section "S"`, "FAIL  " + name + "  (2 FAIL)\n"} {
		if !strings.Contains(s.out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, &s.out)
		}
	}
	if code != ExitFailed {
		t.Errorf("exit code %d", code)
	}
	if code, s := check(t, func(o *TestOptions) { o.Paths = []string{dir}; o.Update = true }); code != ExitOK {
		t.Errorf("update: exit code %d: %s", code, &s.out)
	}
	if got, _ := os.ReadFile(name); string(got) != strings.NewReplacer("4", "3", "5", "3").Replace(text) {
		t.Errorf("updated to\n%s", got)
	}
	if code, s := check(t, func(o *TestOptions) { o.Paths = []string{dir}; o.Verbose = true }); code != ExitOK ||
		!strings.Contains(s.out.String(), name+":3: ok (S/3)\n") {
		t.Errorf("after update: exit code %d: %s", code, &s.out)
	}
}

func TestTestRun(t *testing.T) {
	if code, s := check(t, func(o *TestOptions) { o.Run = "^First/" }); code != ExitOK || !strings.Contains(s.out.String(), "2 ok, 3 skipped") {
		t.Errorf("exit code %d: %s", code, &s.out)
	}
}

func TestTestUsage(t *testing.T) {
	for name, change := range map[string]func(*TestOptions){
		"no paths":    func(o *TestOptions) { o.Paths = nil },
		"bad pattern": func(o *TestOptions) { o.Run = "(" },
		"no file":     func(o *TestOptions) { o.Paths = []string{"nothing.md"} },
		"nothing":     func(o *TestOptions) { o.Paths = []string{t.TempDir()} },
	} {
		if code, s := check(t, change); code != ExitUsage || s.err.Len() == 0 {
			t.Errorf("%s: exit code %d, %q", name, code, &s.err)
		}
	}
}
