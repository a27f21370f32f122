package interp

import (
	"fmt"
	"strconv"
	"strings"

	"gex/interp/observe"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

const sequenceUsage = "Say /seq for the last input, /seq 3 for input 3, and mermaid or json behind it for these formats.\n"

// showSequence is /seq.
func (s *Session) showSequence(argument string) string {
	step, format := s.sight.log.Last(), "text"
	for _, word := range strings.Fields(argument) {
		number, err := strconv.Atoi(word)
		switch {
		case word == "mermaid" || word == "json":
			format = word
		case err != nil:
			return sequenceUsage
		default:
			if step = s.sight.log.Step(number); step == nil {
				return fmt.Sprintf("Nothing is kept of input %d.\n", number)
			}
		}
	}
	s.sight.log.Refresh()
	chart := observe.ChartOf(s.sight.log, step, observe.ChartOptions{Shell: s.shell.process.PID()})
	switch format {
	case "mermaid":
		return chart.Mermaid()
	case "json":
		return step.JSON()
	}
	return chart.Text(s.style())
}

// Chart returns what an input sent, of the newest one that had the number, and
// whether the log still has it.
func (s *Session) Chart(number int, o observe.ChartOptions) (observe.Chart, bool) {
	if s.sight.log == nil {
		return observe.Chart{}, false
	}
	step := s.sight.log.Step(number)
	if step == nil {
		return observe.Chart{}, false
	}
	s.sight.log.Refresh()
	if o.Shell.Identity == nil {
		o.Shell = s.shell.process.PID()
	}
	return observe.ChartOf(s.sight.log, step, o), true
}

// LastChart draws what the last input sent, on a screen of the session's
// width. It is empty under Strict and if nothing was sent.
func (s *Session) LastChart() string {
	if s.sight.log == nil {
		return ""
	}
	s.sight.log.Refresh()
	chart := observe.ChartOf(s.sight.log, s.sight.log.Last(), observe.ChartOptions{Shell: s.shell.process.PID()})
	if len(chart.Rows) == 0 {
		return ""
	}
	return chart.Text(s.style())
}

// Log returns the event log of the session, nil under Strict.
func (s *Session) Log() *observe.Log { return s.sight.log }

// oneLine is a term on one line.
func oneLine(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }

// showWhy is /why.
func (s *Session) showWhy(argument string) string {
	pid, problem := s.findPID("why", argument)
	if problem != "" {
		return problem
	}
	s.sight.log.Refresh()
	return s.sight.log.Why(pid, func(reason term.Term) string {
		return strings.TrimSpace(exception.FormatExit(reason, s.exceptionOptions(false)))
	})
}
