package tutorials

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"gex/tutorials/transcript"
)

func noSleep(t *testing.T) func(context.Context, time.Duration) error {
	return func(context.Context, time.Duration) error { t.Error("slept"); return nil }
}

func uncoloured(text string) string {
	return strings.NewReplacer("\x1b[33m", "", "\x1b[0m", "").Replace(text)
}

func TestReplayShowOnly(t *testing.T) {
	s := newStudio()
	o := ReplayOptions{Work: s.work(""), ShowOnly: true, Max: true, Sleep: noSleep(t)}
	if code := Replay(context.Background(), o); code != ExitOK || len(s.ran) > 0 {
		t.Fatalf("exit code %d, ran %q: %s", code, s.ran, &s.err)
	}
	for _, text := range []string{"iex(1)> {:ok, m} = start\n{:ok, #PID<0.1.0>}\niex(2)> notify(m)\nprinted\n:ok\n", "iex(5)> 1 + 2\n3\n"} {
		if !strings.Contains(s.out.String(), text) {
			t.Errorf("%q is missing in\n%s", text, &s.out)
		}
	}
}

// keys is a KeyReader.
type keys struct{ text []rune }

func (k *keys) ReadKey() (rune, error) {
	if len(k.text) == 0 {
		return 0, io.EOF
	}
	r := k.text[0]
	k.text = k.text[1:]
	return r, nil
}

// TestReplayMash presses fewer keys than the first line has, Enter, and more
// keys than the second line has; then nobody is there any more.
func TestReplayMash(t *testing.T) {
	s := newStudio()
	o := ReplayOptions{Work: s.work(""), Mash: true, Sleep: func(context.Context, time.Duration) error { return nil }}
	o.Keys = &keys{[]rune("xyz\rabcdefghijklmnopqrstuvwxyz\rab")}
	if code := Replay(context.Background(), o); code != ExitOK {
		t.Errorf("exit code %d: %s", code, &s.err)
	}
	if out := uncoloured(s.out.String()); len(s.ran) != 2 || !strings.HasSuffix(out, "iex(3)> ty") ||
		!strings.Contains(out, "iex(1)> {:ok, m} = start\n{:ok,") || !strings.Contains(out, "iex(2)> notify(m)\nprinted\n") {
		t.Errorf("ran %q:\n%s", s.ran, out)
	}
}

// TestReplayStep waits for Enter before each input, until there is nobody any more.
func TestReplayStep(t *testing.T) {
	s := newStudio()
	pressed := &keys{[]rune("abc\r\rd\n")}
	o := ReplayOptions{Work: s.work(""), Step: true, Max: true, Section: "First"}
	o.Keys = pressed
	if code := Replay(context.Background(), o); code != ExitOK || len(s.ran) != 2 {
		t.Errorf("exit code %d, ran %q: %s", code, s.ran, &s.err)
	}
	if string(pressed.text) != "d\n" {
		t.Errorf("%q is left of the keys", string(pressed.text))
	}
	if out := uncoloured(s.out.String()); !strings.Contains(out, "iex(1)> {:ok, m} = start\n{:ok, #PID<0.7.0>}\niex(2)> notify(m)\n") {
		t.Errorf("shown:\n%s", out)
	}
}

// recorded is an asciicast that was read back.
type recorded struct {
	header map[string]any
	text   string // all output
	marks  []string
	times  []time.Duration // of all events, since the start
}

func readCast(t *testing.T, text string) recorded {
	t.Helper()
	var r recorded
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if err := json.Unmarshal([]byte(lines[0]), &r.header); err != nil {
		t.Fatalf("header %s: %v", lines[0], err)
	}
	var now time.Duration
	for _, line := range lines[1:] {
		var event []any
		if err := json.Unmarshal([]byte(line), &event); err != nil || len(event) != 3 {
			t.Fatalf("event %s: %v", line, err)
		}
		at := time.Duration(event[0].(float64)*1000+0.5) * time.Millisecond
		if r.header["version"] == 3.0 {
			at += now
		}
		now = at
		r.times = append(r.times, at)
		switch event[1] {
		case "o":
			r.text += event[2].(string)
		case "m":
			r.marks = append(r.marks, event[2].(string))
		}
	}
	return r
}

func castOf(t *testing.T, change func(*ReplayOptions)) string {
	t.Helper()
	s := newStudio()
	o := ReplayOptions{Work: s.work(""), Cast: true, Jitter: 0.3, Columns: 100, Rows: 30, Sleep: noSleep(t)}
	change(&o)
	if code := Replay(context.Background(), o); code != ExitOK {
		t.Fatalf("exit code %d: %s", code, &s.err)
	}
	return s.out.String()
}

func TestReplayCast(t *testing.T) {
	played := newStudio()
	o := ReplayOptions{Work: played.work(""), Max: true}
	Replay(context.Background(), o)
	want := strings.ReplaceAll(played.out.String(), "\n", "\r\n")
	var times []string
	for _, version := range []int{2, 3} {
		text := castOf(t, func(o *ReplayOptions) { o.CastVersion = version })
		r := readCast(t, text)
		if r.text != want {
			t.Errorf("version %d has\n%q\nwant\n%q", version, r.text, want)
		}
		if got := strings.Join(r.marks, "|"); got != "First|Second" {
			t.Errorf("version %d has the marks %s", version, got)
		}
		for i := 1; i < len(r.times); i++ {
			if r.times[i] < r.times[i-1] {
				t.Errorf("version %d: event %d is before the one before it", version, i)
			}
		}
		if again := castOf(t, func(o *ReplayOptions) { o.CastVersion = version }); again != text {
			t.Errorf("version %d: other bytes at the second time", version)
		}
		times = append(times, fmt.Sprint(r.times[len(r.times)-5]))
	}
	if times[0] != times[1] {
		t.Errorf("the versions take %s and %s", times[0], times[1])
	}
}

func TestReplayCastHeader(t *testing.T) {
	two := readCast(t, castOf(t, func(*ReplayOptions) {})).header
	if two["version"] != 2.0 || two["width"] != 100.0 || two["height"] != 30.0 || two["title"] != "A tiny lesson" || two["timestamp"] != nil {
		t.Errorf("version 2 has the header %v", two)
	}
	three := readCast(t, castOf(t, func(o *ReplayOptions) { o.CastVersion = 3 })).header
	if term, _ := three["term"].(map[string]any); three["version"] != 3.0 || term["cols"] != 100.0 || term["rows"] != 30.0 {
		t.Errorf("version 3 has the header %v", three)
	}
}

// TestReplayCastTimes plays slower, with short pauses, and without any.
func TestReplayCastTimes(t *testing.T) {
	length := func(change func(*ReplayOptions)) time.Duration {
		times := readCast(t, castOf(t, change)).times
		return times[len(times)-1]
	}
	usual, slow := length(func(*ReplayOptions) {}), length(func(o *ReplayOptions) { o.Speed = 0.5 })
	hasty := length(func(o *ReplayOptions) { o.Idle = 50 * time.Millisecond })
	if none := length(func(o *ReplayOptions) { o.Max = true }); none != 0 || usual < 5*time.Second || slow <= usual || hasty >= usual {
		t.Errorf("usual %v, slow %v, hasty %v, without pauses %v", usual, slow, hasty, none)
	}
	if other := castOf(t, func(o *ReplayOptions) { o.Seed = 7 }); other == castOf(t, func(*ReplayOptions) {}) {
		t.Error("another seed types the same way")
	}
}

// slowShell says when it begins an input, and ends it when it is told to.
type slowShell struct {
	transcript.Shell
	began, end chan struct{}
}

func (s slowShell) Eval(ctx context.Context, text string) transcript.Outcome {
	s.began <- struct{}{}
	<-s.end
	return s.Shell.Eval(ctx, text)
}

var progressLine = regexp.MustCompile(`\.\.\. waiting, \d+s\r\x1b\[2K`)

// TestReplayProgress has the first input take more than two seconds.
func TestReplayProgress(t *testing.T) {
	s := newStudio()
	slow := slowShell{began: make(chan struct{}), end: make(chan struct{})}
	ticks := make(chan time.Time)
	o := ReplayOptions{Work: s.work(""), Max: true, ticker: func(time.Duration) (<-chan time.Time, func()) { return ticks, func() {} }}
	o.Full = true
	o.Open = func(env transcript.Environment) (transcript.Shell, error) {
		shell, err := s.open(env)
		slow.Shell = shell
		return slow, err
	}
	done := make(chan int)
	go func() { done <- Replay(context.Background(), o) }()
	<-slow.began
	for range 3 { // when the third one is taken, the second one is shown
		ticks <- time.Time{}
	}
	slow.end <- struct{}{}
	go func() {
		for range slow.began {
			slow.end <- struct{}{}
		}
	}()
	if code := <-done; code != ExitOK {
		t.Errorf("exit code %d: %s", code, &s.err)
	}
	close(slow.began)
	if out := uncoloured(s.out.String()); !strings.Contains(out, "start\n... waiting, 1s\r\x1b[2K... waiting, 2s\r\x1b[2K") {
		t.Errorf("shown:\n%q", out)
	}
	usual := newStudio()
	Replay(context.Background(), ReplayOptions{Work: usual.work(""), Max: true})
	if left := progressLine.ReplaceAllString(s.out.String(), ""); left != usual.out.String() {
		t.Errorf("beside the progress:\n%q\nwant\n%q", left, &usual.out)
	}
}
