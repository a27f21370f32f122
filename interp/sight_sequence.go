package interp

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gex/interp/observe"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

const sequenceUsage = "Say /seq for the last input, /seq 3 for input 3, and mermaid, svg or json behind it for these formats.\n"

// showSequence is /seq.
func (s *Session) showSequence(argument string) string {
	step, format := s.sight.log.Last(), Terminal
	for _, word := range strings.Fields(argument) {
		number, err := strconv.Atoi(word)
		switch {
		case slices.Contains(Formats(), Format(word)):
			format = Format(word)
		case err != nil:
			return sequenceUsage
		default:
			if step = s.sight.log.Step(number); step == nil {
				return fmt.Sprintf("Nothing is kept of input %d.\n", number)
			}
		}
	}
	return s.draw(step, format, PictureOptions{})
}

// Format is how a sequence chart is written down.
type Format string

// The formats.
const (
	Terminal Format = "term"
	Mermaid  Format = "mermaid"
	SVG      Format = "svg"
	JSON     Format = "json"
)

// Formats returns all formats.
func Formats() []Format { return []Format{Terminal, Mermaid, SVG, JSON} }

// PictureOptions say how a chart is drawn.
type PictureOptions struct {
	Title  string   // of an SVG
	Inline bool     // the SVG stands in a page that has the style
	Only   []string // only processes called so: by name, by what they are, or by pid; empty: all
}

// Picture draws what the last input sent. It reports false if nothing is kept
// of that: under Strict, or if nothing happened among the processes shown.
func (s *Session) Picture(format Format, o PictureOptions) (string, bool) {
	if s.sight.log == nil {
		return "", false
	}
	step := s.sight.log.Last()
	if len(s.chart(step, o).Rows) == 0 {
		return "", false
	}
	return s.draw(step, format, o), true
}

func (s *Session) draw(step *observe.Step, format Format, o PictureOptions) string {
	chart := s.chart(step, o)
	switch format {
	case Mermaid:
		return chart.Mermaid()
	case SVG:
		return chart.SVG(observe.SVGOptions{Title: o.Title, Inline: o.Inline})
	case JSON:
		return step.JSON()
	}
	return chart.Text(s.style())
}

func (s *Session) chart(step *observe.Step, o PictureOptions) observe.Chart {
	s.sight.log.Refresh()
	options := observe.ChartOptions{Shell: s.shell.process.PID()}
	for _, a := range s.sight.log.Known() {
		called := func(name string) bool {
			return name == a.Title() || name == a.Role || name == a.PID.String() || name == "#PID<"+a.PID.String()+">"
		}
		if slices.ContainsFunc(o.Only, called) {
			options.Only = append(options.Only, a.PID)
		}
	}
	if len(o.Only) > 0 && options.Only == nil {
		return observe.Chart{}
	}
	return observe.ChartOf(s.sight.log, step, options)
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
