package interp_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"gex/interp"
)

const recordingsDir = "../testdata/recordings"

// recordings is where the sessions are; of others nothing is known to differ.
var recordings = flag.String("recordings", recordingsDir, "compare the recordings of this `directory`")

// recordingPaths are the files of the sessions, and the steps known to differ.
func recordingPaths(t *testing.T) (paths []string, known map[string]string) {
	t.Helper()
	paths, err := filepath.Glob(*recordings + "/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no recordings: %v", err)
	}
	if *recordings != recordingsDir {
		return paths, nil
	}
	return paths, readReasons(t, filepath.Join(recordingsDir, knownFile))
}

// recordedSession is a session of real IEx.
type recordedSession struct {
	Load  []string
	Quiet bool
	// ErlLogger says that Erlang's own handler logs, and not Elixir's Logger.
	ErlLogger bool `json:"erl_logger"`
	Steps     []recordedStep
}

// erlLogger is what is typed before a recording that Erlang's handler logs.
const erlLogger = `:logger.remove_handler(Logger)
:logger.add_handler(:default, :logger_std_h, %{config: %{type: :standard_error},
  formatter: {:logger_formatter, %{legacy_header: true, single_line: false}}})`

type recordedStep struct {
	Input             []string
	Log, Output, Late string
	Unordered         bool
	Optional          []string
}

// sources are what the recording leaves out.
var sources = []struct {
	pattern *regexp.Regexp
	by      string
}{
	{regexp.MustCompile(`(?s)<<70, 79, 82, 49,[^>]*>>`), "<<70, 79, 82, 49, ...>>"},
	{regexp.MustCompile(`\b\d\d:\d\d:\d\d\.\d{3}\b`), "HH:MM:SS.mmm"},
	{regexp.MustCompile(`==== \d+-\w{3}-\d{4}::\d\d:\d\d:\d\d\.\w+ ===`), "==== DATE::TIME ==="},
	{regexp.MustCompile(`\b((?:heap|stack)_size: )\d+`), "${1}N"},
	{regexp.MustCompile(`\{\{\d{4}, \d+, \d+\}, \{\d+, \d+, \d+\}\}`), "{{Y, M, D}, {h, m, s}}"},
	{regexp.MustCompile(`reductions: \d+`), "reductions: N"},
	{regexp.MustCompile(`-576460\d{3}\b`), "SECONDS"}, // of the monotonic clock, since a supervisor restarted a child
	{regexp.MustCompile(`#Function<[\d.]+/`), "#Function<F/"},
	{regexp.MustCompile(`#Fun<([\w.]+?)[.\d]*>`), "#Fun<$1>"},
	{regexp.MustCompile(`([\[{(])\n\s*`), "$1"},
	{regexp.MustCompile(`\n\s*([\]})])`), "$1"},
	{regexp.MustCompile(`(\.(?:erl|exs?)):\d+`), "$1:L"},
	{regexp.MustCompile(`(line: |\{line,)\d+`), "${1}L"},
	{regexp.MustCompile(`(?m)^ +\((?:stdlib|elixir|iex) [0-9.]+\) (?:erl_eval|src/elixir\w*|lib/iex/\w+|lib/module/parallel_checker)\.(?:erl|ex):L: .*\n`), ""},
}

// identity is a pid or reference, in any of its notations.
var identity = regexp.MustCompile(`#PID<[\w.]+>|#Reference<[\w.]+>|#Ref<[\w.]+>|<0\.\d+\.\d+>|<[A-Z]+>`)

// comparable returns text without what no two runs have in common: line
// breaks of the layout and identities, which are returned beside it.
func comparableText(text string) (plain string, ids []string) {
	for _, s := range sources {
		text = s.pattern.ReplaceAllString(text, s.by)
	}
	text = identity.ReplaceAllStringFunc(text, func(id string) string {
		ids = append(ids, id[strings.IndexByte(id, '<'):])
		return "<id>"
	})
	text = brackets.ReplaceAllString(strings.Join(strings.Fields(text), " "), "$1$2")
	return strings.ReplaceAll(text, ", ", ","), ids
}

// brackets have space inside where the layout broke the line.
var brackets = regexp.MustCompile(`([\[({]) | ([\])}])`)

// renaming maps the identities of one session to those of another.
type renaming struct{ to, from map[string]string }

func (r renaming) agree(got, want []string) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		to, ok1 := r.to[got[i]]
		from, ok2 := r.from[want[i]]
		if ok1 && to != want[i] || ok2 && from != got[i] {
			return false
		}
		r.to[got[i]], r.from[want[i]] = want[i], got[i]
	}
	return true
}

// agrees compares what a step printed with the recording.
func (s recordedStep) agrees(got string, ids renaming) bool {
	want := strings.Join([]string{s.Log, s.Output, s.Late}, "\n")
	if s.Unordered {
		return s.agreesAsLines(got, want)
	}
	gotText, gotIDs := comparableText(got)
	wantText, wantIDs := comparableText(want)
	return gotText == wantText && ids.agree(gotIDs, wantIDs)
}

func (s recordedStep) agreesAsLines(got, want string) bool {
	lines := func(text string) []string {
		var out []string
		for line := range strings.SplitSeq(text, "\n") {
			plain, _ := comparableText(line)
			optional := slices.ContainsFunc(s.Optional, func(o string) bool { p, _ := comparableText(o); return p == plain })
			if plain != "" && !optional {
				out = append(out, strings.FieldsFunc(plain, func(r rune) bool { return r == ' ' || r == ',' })...)
			}
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(lines(got), lines(want))
}

// replay types a recording into a session, with the handlers that it loads in
// the language of the file extension, and calls check for each step.
func (r recordedSession) replay(t *testing.T, language string, check func(i int, step recordedStep, got string)) {
	var printed, logged strings.Builder
	quiet := true
	s := interp.New(interp.Options{Virtual: true, Strict: true, ReadFile: readRecorded, Output: func(o interp.Output) {
		switch {
		case quiet || o.Kind == interp.Warning || r.Quiet && o.Kind == interp.Log:
		case o.Kind == interp.Log:
			logged.WriteString(o.Text)
		default:
			printed.WriteString(o.Text)
		}
	}})
	defer s.Close()
	for _, module := range r.Load {
		s.Eval(context.Background(), fmt.Sprintf("c %q", module+language))
	}
	if r.ErlLogger {
		s.Eval(context.Background(), erlLogger)
	}
	if len(r.Load) > 0 || r.ErlLogger {
		s.Eval(context.Background(), "respawn")
	}
	quiet = false
	for i, step := range r.Steps {
		printed.Reset()
		logged.Reset()
		s.Eval(context.Background(), strings.Join(step.Input, "\n"))
		pass(s, step)
		check(i, step, logged.String()+"\n"+printed.String())
	}
}

// pass lets the time go by that the recorder waited after an input.
func pass(s *interp.Session, step recordedStep) {
	d := 200 * time.Millisecond
	if step.Late != "" {
		d = 3 * time.Second
	}
	over := false
	s.Node().After(d, func() { over = true })
	_ = s.Node().Run(context.Background(), func() bool { return over })
	s.Settle()
}

func readRecorded(name string) ([]byte, error) {
	for _, dir := range []string{recordingsDir + "/lib", recordingsDir + "/golib", recordingsDir + "/files", *recordings + "/lib"} {
		if text, err := os.ReadFile(filepath.Join(dir, name)); err == nil {
			return text, nil
		}
	}
	return nil, fs.ErrNotExist
}

// TestRecordings replays the sessions of real IEx.
func TestRecordings(t *testing.T) {
	paths, known := recordingPaths(t)
	steps, agree := 0, 0
	for n, path := range paths {
		if n%share() != 0 {
			continue
		}
		name := strings.TrimSuffix(filepath.Base(path), ".json")
		t.Run(name, func(t *testing.T) {
			r := readRecording(t, path)
			ids := renaming{map[string]string{}, map[string]string{}}
			r.replay(t, ".ex", func(i int, step recordedStep, got string) {
				key := fmt.Sprintf("%s %d", name, i+1)
				steps++
				_, listed := known[key]
				same := step.agrees(got, ids)
				if same {
					agree++
				}
				switch {
				case same && listed:
					t.Errorf("%s agrees now; take it out of %s", key, knownFile)
				case !same && !listed:
					t.Errorf("%s: %s\ngot:\n%s\nwant:\n%s\n%s\n%s", key, strings.Join(step.Input, "\n"), got, step.Log, step.Output, step.Late)
				}
			})
		})
	}
	t.Logf("%d of %d steps agree", agree, steps)
}

func readRecording(t *testing.T, path string) (r recordedSession) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// readReasons reads lines KEY  ## REASON.
func readReasons(t *testing.T, path string) map[string]string {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if key, reason, ok := strings.Cut(strings.TrimSpace(line), "  ## "); ok {
			reasons[key] = reason
		}
	}
	return reasons
}
