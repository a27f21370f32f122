package tutorials

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestReplay(t *testing.T) {
	s := newStudio()
	var slept time.Duration
	o := ReplayOptions{Work: s.work(""), Speed: 2, Jitter: 0.3,
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
	o := ReplayOptions{Work: s.work("\n\n\n\n\n"), Max: true, Step: true, Section: "Second",
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
	o := ReplayOptions{Work: s.work(""), Max: true}
	if code := Replay(context.Background(), o); code != ExitFailed || !strings.Contains(s.err.String(), "tiny.md:33") {
		t.Errorf("exit code %d: %s", code, &s.err)
	}
}

func TestReplayUsage(t *testing.T) {
	for _, o := range []ReplayOptions{{Work: Work{File: "nothing.md"}}, {Work: Work{File: "tiny"}, Section: "Third"}} {
		s := newStudio()
		o.Terminal, o.Open, o.Lessons = s.terminal(""), s.open, tiny()
		if code := Replay(context.Background(), o); code != ExitUsage {
			t.Errorf("exit code %d for %+v", code, o)
		}
	}
}

// TestReplayErrata plays a file as the errata beside it say.
func TestReplayErrata(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.md")
	write(t, name, "A call that has lost its end:\n\n    3(\n\n```iex\niex> 1 + 2\n4\n```\n")
	write(t, strings.TrimSuffix(name, ".md")+".errata.md",
		"<!-- gex: at=6 erratum=slip -->\n\n<!-- gex: at=3-3 -->\n```iex\niex> 3\n3\n```\n")
	s := newStudio()
	o := ReplayOptions{Max: true}
	o.Terminal, o.Open, o.File = s.terminal(""), s.open, name
	if code := Replay(context.Background(), o); code != ExitOK || !slices.Equal(s.ran, []string{"3", "1 + 2"}) {
		t.Errorf("exit code %d, ran %q: %s%s", code, s.ran, &s.out, &s.err)
	}
}
