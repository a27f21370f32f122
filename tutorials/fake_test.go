package tutorials

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing/fstest"
	"time"

	"gex/tutorials/transcript"
)

// fakeShell answers inputs from a table: "from|text" lines are printed by
// processes, the last line is the value, "** " starts an error.
type fakeShell struct {
	env     transcript.Environment
	answers map[string]string
	number  int
	studio  *studio
	woken   chan struct{}
	late    string // printed by Settle
}

func (f *fakeShell) Status(text string) transcript.Status {
	depth := strings.Count(text, "(") + strings.Count(text, "{") - strings.Count(text, ")") - strings.Count(text, "}")
	switch {
	case strings.TrimSpace(text) == "":
		return transcript.Blank
	case depth > 0:
		return transcript.Incomplete
	case depth < 0:
		return transcript.Wrong
	}
	return transcript.Complete
}

func (f *fakeShell) Eval(_ context.Context, text string) transcript.Outcome {
	f.studio.run(text)
	answer, known := f.answers[text]
	if !known {
		f.env.Output(transcript.Output{Kind: transcript.Failure, Text: "** (CompileError) " + text + "\n"})
		return transcript.Outcome{}
	}
	if answer == "bye" {
		return transcript.Outcome{Exit: true}
	}
	for line := range strings.SplitSeq(answer, "\n") {
		if from, text, printed := strings.Cut(line, "|"); printed {
			f.env.Output(transcript.Output{Kind: transcript.User, From: from, Text: text + "\n"})
			continue
		}
		f.env.Output(transcript.Output{Kind: transcript.Value, Text: "\x1b[33m" + line + "\x1b[0m\n"})
	}
	f.number++
	return transcript.Outcome{OK: true}
}

func (f *fakeShell) Number() int { return f.number + 1 }

func (f *fakeShell) Close() {}

func (f *fakeShell) Settle() {
	if f.late != "" {
		f.env.Output(transcript.Output{Kind: transcript.User, From: "p", Text: f.late})
		f.late = ""
	}
}

func (f *fakeShell) Woken() <-chan struct{} { return f.woken }

func (f *fakeShell) NextTimer() (time.Duration, bool) { return 0, f.late != "" }

// studio is a fake terminal and the shells on it.
type studio struct {
	mu       sync.Mutex // of opened and ran
	out, err bytes.Buffer
	ran      []string
	answers  map[string]string
	opened   int
	late     string
}

// run takes an input down; shells may run side by side.
func (s *studio) run(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ran = append(s.ran, text)
}

func (s *studio) open(env transcript.Environment) (transcript.Shell, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.opened++
	late := s.late
	s.late = ""
	return &fakeShell{env: env, answers: s.answers, studio: s, late: late, woken: make(chan struct{})}, nil
}

func (s *studio) terminal(input string) Terminal {
	return Terminal{In: Lines(strings.NewReader(input), &s.out), Out: &s.out, Err: &s.err}
}

// work is done on the tiny lesson.
func (s *studio) work(input string) Work {
	return Work{Terminal: s.terminal(input), Open: s.open, File: "tiny", Lessons: tiny()}
}

const tinyLesson = `# A tiny lesson

Some *prose* with ` + "`code`" + `.

## First

<!-- gex: step=start goal="a manager" hint="start it" hint="with =" after="Well done." -->
` + "```iex" + `
iex> {:ok, m} = start
{:ok, #PID<0.1.0>}
iex> notify(m)
printed
:ok
` + "```" + `

## Second

<!-- gex: step=go -->
` + "```go" + `
type F struct{}

func (F) G() int { return 1 }
` + "```" + `

<!-- gex: hidden -->
` + "```iex" + `
iex> secret
:ok
` + "```" + `

<!-- gex: step=own exercise goal="print 3" -->
` + "```iex" + `
iex> 1 + 2
3
` + "```" + `

The end.
`

func tiny() fstest.MapFS {
	return fstest.MapFS{"tiny.md": {Data: []byte(tinyLesson)}, "order.txt": {Data: []byte("tiny\n")}}
}

func newStudio() *studio {
	return &studio{answers: map[string]string{
		"{:ok, m} = start": "{:ok, #PID<0.7.0>}", "start": "{:ok, #PID<0.8.0>}", "{:ok,\nm} = start": "{:ok, #PID<0.7.0>}", "{:ok,  m} =  start()": "{:ok, #PID<0.7.0>}",
		"notify(m)": "p|printed\n:ok", ":ok": ":ok", "a = 1": "1", "secret": ":ok", "1 + 2": "3", "2 + 1": "3", "3": "3",
		"type F struct{}":                                        "{:module, F, <<1>>, nil}",
		"func (F) G() int { return 1 }":                          "{:module, F, <<1>>, {:g, 0}}",
		"type F struct{}\n\nfunc (F) G() int { return 1 }":       "{:module, F, <<1>>, {:g, 0}}",
		"type F struct{ x int }\nfunc (F) G() int { return 42 }": "{:module, F, <<1>>, {:g, 0}}",
		"exit": "bye",
	}}
}
