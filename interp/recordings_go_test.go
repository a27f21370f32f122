package interp_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// handlers is a pattern for the names of the modules that recordings load.
func handlers() string {
	var names []string
	for _, dir := range []string{recordingsDir, *recordings} {
		files, _ := filepath.Glob(dir + "/lib/*.ex")
		for _, file := range files {
			text, _ := os.ReadFile(file)
			for _, m := range regexp.MustCompile(`(?m)^ *defmodule (\w+)`).FindAllSubmatch(text, -1) {
				names = append(names, string(m[1]))
			}
		}
	}
	return strings.Join(names, "|")
}

// own are the traces that the source of a handler leaves: frames of its
// functions and of Erlang's operators, functions without a name and the clauses that were tried, which
// differ between languages.
var own = sync.OnceValue(func() []trace {
	handler := handlers()
	return []trace{
		{regexp.MustCompile(`(?m)^ +(?:\(\w+ [0-9.]+\) )?(?:\w+\.ex|\w+\.go|iex):\w+: [A-Z].*\n?`), ""},
		{regexp.MustCompile(`(?s)\{(?:` + handler + `), :\w+,\s(?:[^'"]|"[^"]*")*?\[\s*file: '\w+\.(?:ex|go)'[^\]]*\]\},?`), ""},
		{regexp.MustCompile(`(?s)\{'Elixir\.(?:` + handler + `)',\w+,(?:[^"]|<<"[^"]*">>)*?\[\{file,"\w+\.(?:ex|go)"\}.*?\]\},?`), ""},
		{regexp.MustCompile(`(?m)^ +iex:\w+: :go\..*\n`), ""},
		{regexp.MustCompile(`(?m)^ +\w+\.ex:\w+: anonymous fn.*\n`), ""},
		{regexp.MustCompile(`#Function<[^>]*>`), "#Function<>"},
		{regexp.MustCompile(`(?m)^ +:erlang\.\w+\(.*\)\n?`), ""},
		{regexp.MustCompile(`\{:erlang, :\w+, \[[^\]]*\], \[error_info: %\{module: :erl_erts_errors\}\]\},?`), ""},
		{regexp.MustCompile(`(?m)^ +in (?:function  |call from )'Elixir\.\w+':.*\(\w+\.(?:ex|go), line \d+\)\n`), ""},
		{regexp.MustCompile(`Attempted function clauses \(.*\n(?:\s*\n| +(?:def|\.\.\.).*\n?)*`), ""},
	}
})

type trace struct {
	pattern *regexp.Regexp
	by      string
}

func withoutOwn(text string) string {
	for _, o := range own() {
		text = o.pattern.ReplaceAllString(text, o.by)
	}
	return text
}

// TestRecordingsWithGo replays the sessions that load handlers with the twins
// of these written in Go.
func TestRecordingsWithGo(t *testing.T) {
	paths, known := recordingPaths(t)
	steps, agree := 0, 0
	for n, path := range paths {
		r := readRecording(t, path)
		if len(r.Load) == 0 || n%share() != 0 {
			continue
		}
		name := strings.TrimSuffix(filepath.Base(path), ".json")
		t.Run(name, func(t *testing.T) {
			ids := renaming{map[string]string{}, map[string]string{}}
			r.replay(t, ".go", func(i int, step recordedStep, got string) {
				step.Log, step.Output, step.Late = withoutOwn(step.Log), withoutOwn(step.Output), withoutOwn(step.Late)
				steps++
				_, listed := known[fmt.Sprintf("%s %d", name, i+1)]
				reason, listedGo := known[fmt.Sprintf("%s.go %d", name, i+1)]
				same := step.agrees(withoutOwn(got), ids)
				if same {
					agree++
				}
				switch {
				case same && listedGo:
					t.Errorf("%s.go %d agrees now (%s); take it out of %s", name, i+1, reason, knownFile)
				case !same && !listed && !listedGo:
					t.Errorf("%s.go %d: %s\ngot:\n%s\nwant:\n%s\n%s\n%s", name, i+1, strings.Join(step.Input, "\n"), withoutOwn(got), step.Log, step.Output, step.Late)
				}
			})
		})
	}
	t.Logf("%d of %d steps agree with handlers in Go", agree, steps)
}
