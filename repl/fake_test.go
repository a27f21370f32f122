package repl

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"gex/interp"
	"gex/runtime/term"
)

// fake is a session that knows a handful of statements: "echo TEXT", "print N",
// "wait" (until interrupted), "exit", "fail", "edit TEXT", and what has open brackets is
// incomplete.
type fake struct {
	output func(interp.Output)
	number int
	woken  chan struct{}
	intr   chan struct{}

	mu      sync.Mutex
	pending []interp.Output // of background work, shown when settled
	inputs  []string
	due     bool
	status  int // of one that left in the background
}

func newFake() *fake {
	return &fake{number: 1, woken: make(chan struct{}, 1), intr: make(chan struct{}, 1)}
}

func (f *fake) Status(text string) interp.Status {
	open := strings.Count(text, "{") - strings.Count(text, "}") +
		strings.Count(text, " do") - strings.Count(text, "end")
	switch {
	case strings.TrimSpace(text) == "":
		return interp.Blank
	case strings.HasSuffix(text, "#iex:break\n"):
		return interp.Wrong
	case open > 0:
		return interp.Incomplete
	case open < 0:
		return interp.Wrong
	}
	return interp.Complete
}

func (f *fake) Continues(text, next string) bool {
	return strings.HasPrefix(text, "type") && strings.HasPrefix(next, "func")
}

func (f *fake) Eval(ctx context.Context, text string) interp.Outcome {
	f.mu.Lock()
	f.inputs = append(f.inputs, text)
	f.mu.Unlock()
	if strings.HasSuffix(text, "#iex:break") {
		text = "fail given up"
	}
	word, rest, _ := strings.Cut(text, " ")
	switch word {
	case "wait":
		return f.wait(ctx)
	case "fail":
		f.output(interp.Output{Kind: interp.Failure, Text: "** (RuntimeError) " + rest + "\n"})
		return interp.Outcome{}
	case "exit":
		return interp.Outcome{OK: true, Exit: true, Value: term.Int(len(rest))}
	case "write":
		f.output(interp.Output{Kind: interp.User, Text: rest})
		return interp.Outcome{OK: true}
	case "edit":
		f.number++
		return interp.Outcome{OK: true, Edit: &interp.Edit{Text: rest, Name: "input.exs", Line: 1}}
	case "panic":
		panic("a fault in the shell")
	}
	f.output(interp.Output{Kind: interp.Value, Text: strings.TrimPrefix(text, "echo ") + "\n"})
	f.number++
	return interp.Outcome{OK: true}
}

func (f *fake) wait(ctx context.Context) interp.Outcome {
	f.output(interp.Output{Kind: interp.User, Text: "waiting\n"})
	select {
	case <-ctx.Done():
	case <-f.intr:
	}
	f.output(interp.Output{Kind: interp.Failure, Text: "** (EXIT) interrupted\n"})
	return interp.Outcome{}
}

func (f *fake) Prompt(continued bool) string {
	if continued {
		return fmt.Sprintf("...(%d)> ", f.number)
	}
	return fmt.Sprintf("iex(%d)> ", f.number)
}

func (f *fake) Woken() <-chan struct{} { return f.woken }
func (f *fake) Interrupt()             { f.intr <- struct{}{} }

func (f *fake) NextTimer() (time.Duration, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return 0, f.due
}

func (f *fake) Settle() {
	f.mu.Lock()
	pending := f.pending
	f.pending, f.due = nil, false
	f.mu.Unlock()
	for _, o := range pending {
		if o.Text == "restart\n" {
			f.number = 1
		}
		if o.Text == "leave\n" {
			f.status = 3
		}
		f.output(o)
	}
}

// Left implements Session: a text "leave" from the background ends it.
func (f *fake) Left() (status int, left bool) { return f.status, f.status != 0 }

// print has the session print text from the background.
func (f *fake) print(text string) {
	f.mu.Lock()
	f.pending = append(f.pending, interp.Output{Kind: interp.User, Text: text})
	f.mu.Unlock()
	select {
	case f.woken <- struct{}{}:
	default:
	}
}

func (f *fake) evaluated() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return fmt.Sprintf("%q", f.inputs)
}

func (f *fake) Complete(text string, cursor int) interp.Completion {
	start := strings.LastIndexAny(text[:cursor], " .") + 1
	var found []interp.Candidate
	for _, w := range []string{"Enum", "Enumerable", "GenEvent", "sync_notify"} {
		if strings.HasPrefix(w, text[start:cursor]) {
			found = append(found, interp.Candidate{Word: w, Label: w})
		}
	}
	return interp.Completion{Start: start, Found: found}
}
