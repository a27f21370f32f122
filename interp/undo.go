package interp

import (
	"context"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"time"

	"gex/runtime/late"
	"gex/runtime/process"
)

// colours are the escape sequences in what is printed.
var colours = late.Regexp("\x1b\\[[0-9;]*[A-Za-z]")

// foreignNode is the answer of a session that did not make its node.
const foreignNode = "This session runs on the node of a program, which cannot be started again.\n"

// undo is /undo [N]: the session begins anew and the inputs run again, but for
// the last N.
func (s *Session) undo(argument string) string {
	n, inputs := 1, s.journal.inputs
	if argument != "" {
		var err error
		if n, err = strconv.Atoi(argument); err != nil || n < 1 {
			return "/undo takes the number of inputs to undo, as in: /undo 2\n"
		}
	}
	switch {
	case s.given.Node != nil:
		return foreignNode
	case len(inputs) == 0:
		return "There is nothing to undo.\n"
	}
	n = min(n, len(inputs))
	kept, dropped := inputs[:len(inputs)-n], inputs[len(inputs)-n:]
	s.rerun(kept, true)
	var b strings.Builder
	for _, in := range dropped {
		b.WriteString("undone: " + headline(in.Text) + "\n")
	}
	return b.String()
}

// headline is the first line of a text, with three dots for the others.
func headline(text string) string {
	line, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if rest != "" {
		line += " ..."
	}
	return line
}

// replay is /replay: the session begins anew and all inputs run again, for
// everybody to see.
func (s *Session) replay(string) string {
	inputs := s.journal.inputs
	switch {
	case s.given.Node != nil:
		return foreignNode
	case len(inputs) == 0:
		return "There is nothing to replay.\n"
	}
	s.rerun(inputs, false)
	var b strings.Builder
	for i, in := range inputs {
		if again := s.journal.inputs[i]; !again.printedAs(in) {
			fmt.Fprintf(&b, "Different this time: iex(%d)> %s\n", in.Number, headline(in.Text))
		}
	}
	if b.Len() > 0 {
		return b.String()
	}
	if len(inputs) == 1 {
		return "1 input, with the same output.\n"
	}
	return fmt.Sprintf("%d inputs, with the same output.\n", len(inputs))
}

// rerun begins the session anew with inputs. They run on a virtual clock, each
// at the time when it ran at first, so that processes, timers and numbers are
// the same; then the node goes on in the present.
func (s *Session) rerun(inputs []*Input, muted bool) {
	now, before := s.node.Now(), s.sight
	before.traced = maps.Clone(before.traced) // those that end now leave it
	s.journal.inputs, s.journal.muted, s.journal.rerunning = nil, muted, true
	s.node.Close()
	s.boot(process.NewNode(process.Options{Virtual: true, FirstPID: s.given.FirstPID, Epoch: s.journal.began, Schedule: s.given.Schedule, MemoryBudget: s.given.Memory}))
	for _, in := range inputs {
		s.advance(in.At)
		if !muted {
			s.print(Output{Kind: Notice, Text: prompted(in.Number, in.Text)})
		}
		s.again(in)
	}
	s.advance(now)
	s.journal.muted, s.journal.rerunning = false, false
	s.lookOn(before)
	s.openWorld()
	if !s.given.Virtual {
		s.node.GoLive()
	}
}

// GoLive has a session on a virtual clock keep real time from now on.
func (s *Session) GoLive() {
	s.given.Virtual = false
	s.node.GoLive()
}

func (s *Session) advance(at time.Duration) {
	s.node.AdvanceTo(at)
	s.Settle()
}

// again evaluates an input anew. Where it was interrupted it is so again.
func (s *Session) again(in *Input) {
	s.journal.again = in
	defer func() { s.journal.again = nil }()
	if in.Interrupted {
		took := in.Until - in.At
		timer := s.node.After(took, func() { s.Interrupt() })
		defer timer.Cancel()
		real := time.AfterFunc(min(took, time.Second), s.Interrupt) // for one that never waits
		defer real.Stop()
	}
	s.Eval(context.Background(), in.Text)
}

// prompted is an input behind its prompts, as a transcript shows it.
func prompted(number int, text string) string {
	var b strings.Builder
	name := "iex"
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		b.WriteString(strings.TrimRight(fmt.Sprintf("%s(%d)> %s", name, number, line), " ") + "\n")
		name = "..."
	}
	return b.String()
}
