package interp_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gex/interp"
)

var updateSight = flag.Bool("update-sight", false, "write testdata/sight anew")

// TestSight plays the sessions of testdata/sight: lines of input, what they
// print below them. A first line "width N", "ascii" or both is about the
// screen. -update-sight writes what is printed now.
func TestSight(t *testing.T) {
	files, err := filepath.Glob("testdata/sight/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no sessions", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := replaySight(t, string(want))
			if *updateSight {
				if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			} else if got != string(want) {
				t.Errorf("%s is not what is printed:\n%s", file, got)
			}
		})
	}
}

// inputLine begins an input, moreLine continues it.
const (
	inputLine = "iex> "
	moreLine  = "...> "
)

// logTimes are the times of reports, which differ from run to run on no clock
// but a real one.
var logTimes = regexp.MustCompile(`(?m)^\d\d:\d\d:\d\d\.\d+`)

// replaySight plays a session again and returns it with what is printed now.
func replaySight(t *testing.T, text string) string {
	t.Helper()
	head, body, _ := strings.Cut(text, "\n")
	o := interp.Options{Width: 80, Tags: true, ASCII: strings.Contains(head, "ascii")}
	if strings.Contains(head, "width 60") {
		o.Width = 60
	}
	var inputs []string
	for line := range strings.Lines(body) {
		if in, ok := strings.CutPrefix(line, inputLine); ok {
			inputs = append(inputs, in)
		} else if more, ok := strings.CutPrefix(line, moreLine); ok && len(inputs) > 0 {
			inputs[len(inputs)-1] += more
		}
	}
	outputs := playEach(t, o, inputs)
	b := head + "\n"
	for i, in := range inputs {
		in = strings.TrimSuffix(in, "\n")
		b += inputLine + strings.ReplaceAll(in, "\n", "\n"+moreLine) + "\n" + outputs[i]
	}
	return logTimes.ReplaceAllString(b, "00:00:00.000")
}

// playEach plays a session and returns what each input printed, tags in front.
func playEach(t *testing.T, o interp.Options, inputs []string) []string {
	t.Helper()
	outputs, i := make([]string, len(inputs)), 0
	o.Virtual = true
	o.Output = func(out interp.Output) {
		if out.Tag != "" {
			out.Text = out.Tag + " | " + out.Text
		}
		outputs[i] += out.Text
	}
	s := interp.New(o)
	defer s.Close()
	for i = range inputs {
		s.Eval(t.Context(), inputs[i])
	}
	i = len(inputs) - 1
	return outputs
}

// TestStrictSeesNothing holds a strict session to the letter of IEx.
func TestStrictSeesNothing(t *testing.T) {
	got := play(t, interp.Options{Strict: true}, "8", "/ps", "/seq")
	if strings.Contains(got, "shell") || strings.Contains(got, "0.108.0") {
		t.Errorf("a strict session printed\n%s", got)
	}
}

func TestWhyOfManager(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	s.typed("defmodule F do\nuse GenEvent\ndef handle_event(_, n), do: {:ok, 10 / n}\nend", "{:ok, m} = GenEvent.start_link", "GenEvent.add_handler(m, F, 0)")
	if got, want := s.typed("/why m"), "#PID<0.109.0> (GenEvent) is alive.\n"; got != want {
		t.Errorf("/why prints %q, want %q", got, want)
	}
	s.typed("GenEvent.sync_notify(m, :boom)")
	want := "#PID<0.109.0> (GenEvent) is alive.\nF was removed from #PID<0.109.0> at input 4: it crashed with :badarith.\n" +
		"A manager goes on without a handler that is gone.\n"
	if got := s.typed("/why m"); got != want {
		t.Errorf("/why prints %q, want %q", got, want)
	}
}
