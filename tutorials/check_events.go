package tutorials

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"time"

	"gex/tutorials/transcript"
)

// TestEvent is a line of gex test -json. Fields and actions may be added later;
// those that are there stay what they are.
type TestEvent struct {
	Time time.Time
	// Action is, of a file: start, then of each of its steps one of pass, fail,
	// erratum (it differs, as its erratum says), racy (it differs, as it may) and
	// skip, with an output before it if there is something to say, and of the
	// file again pass, fail, update (outputs were rewritten) or error (it could
	// not be run, see Output).
	Action string
	File   string
	Step   string `json:",omitempty"` // section/step; "" speaks of the file
	Line   int    `json:",omitempty"` // of the input, from 1
	// Elapsed is the time it took, in seconds.
	Elapsed float64 `json:",omitempty"`
	// Output is text for people, of output and error.
	Output string `json:",omitempty"`
	// Outcomes are those of a step under -explore, the most frequent first.
	Outcomes []TestOutcome `json:",omitempty"`
	// Book, OTP and Gex are what a step printed in each, under -oracle.
	Book *string `json:",omitempty"`
	OTP  *string `json:",omitempty"`
	Gex  *string `json:",omitempty"`
	// Runs and Failed count the runs of a file, under -count and -explore.
	Runs   int `json:",omitempty"`
	Failed int `json:",omitempty"`
}

// TestOutcome is one of several outcomes of a step.
type TestOutcome struct {
	Runs   int    // how often it came
	Seed   int64  // that brings it again
	Action string // pass or fail, as it agrees with what is written
	Output string // what was printed
}

// actions are the actions of verdicts.
var actions = map[transcript.Verdict]string{
	transcript.Passed: "pass", transcript.Failed: "fail", transcript.Stale: "fail",
	transcript.Known: "erratum", transcript.Racy: "racy", transcript.Skipped: "skip",
}

// eventSink writes events.
type eventSink struct {
	out io.Writer
	err error
}

func (s *eventSink) end() error { return s.err }

func (s *eventSink) emit(e TestEvent) {
	e.Time = time.Now()
	line, err := json.Marshal(e)
	if err == nil {
		_, err = fmt.Fprintf(s.out, "%s\n", line)
	}
	if err != nil && s.err == nil {
		s.err = fmt.Errorf("-json: %w", err)
	}
}

// file writes the events of a file.
func (s *eventSink) file(f *checked) {
	s.emit(TestEvent{Action: "start", File: f.name})
	last := TestEvent{Action: "pass", File: f.name, Elapsed: f.elapsed.Seconds(), Runs: f.runs, Failed: f.bad}
	switch {
	case f.err != nil:
		last.Action, last.Output = "error", f.err.Error()
	case f.updated && f.ok():
		last.Action = "update"
	case !f.ok():
		last.Action = "fail"
	}
	switch {
	case f.exploration != nil:
		last.Runs = f.exploration.Runs
		s.explored(f)
	case f.witnesses != nil:
		s.witnessed(f)
	case f.report != nil:
		for _, r := range f.report.Results {
			s.step(f, r)
		}
	}
	s.emit(last)
}

func (s *eventSink) step(f *checked, r transcript.Result) {
	e := stepEvent(f, r.Step)
	if r.Verdict.Bad() {
		e.Action, e.Output = "output", r.Describe()
		s.emit(e)
		e.Output = ""
	}
	e.Action, e.Elapsed = actions[r.Verdict], r.Elapsed.Seconds()
	s.emit(e)
}

func stepEvent(f *checked, step *transcript.Step) TestEvent {
	return TestEvent{File: f.name, Step: step.Path(), Line: step.Line}
}

func (s *eventSink) explored(f *checked) {
	for _, x := range f.exploration.Steps {
		e := stepEvent(f, x.Step)
		e.Action = actions[x.Variants[0].Verdict]
		if x.Bad() {
			e.Action = "fail"
		} else if len(x.Variants) > 1 {
			e.Action = "racy"
		}
		for _, v := range x.Variants {
			action := "pass"
			if v.Verdict != transcript.Passed {
				action = "fail"
			}
			e.Outcomes = append(e.Outcomes, TestOutcome{v.Runs, v.Seed, action, v.Printed()})
		}
		s.emit(e)
	}
}

func (s *eventSink) witnessed(f *checked) {
	for _, w := range f.witnesses {
		e := stepEvent(f, w.right.Step)
		if problem := w.problem(); problem != "" {
			e.Action, e.Output = "output", problem+"\n"
			s.emit(e)
			e.Output = ""
		}
		book, otp, gex := w.right.Step.Output(), w.right.Printed(), w.ours.Printed()
		e.Action, e.Book, e.OTP, e.Gex = actions[w.right.Verdict], &book, &otp, &gex
		if w.bad() {
			e.Action = "fail"
		} else if w.reordered || w.right.Step.Block.Use == transcript.Program {
			e.Action = "pass"
		}
		s.emit(e)
	}
}

// junitSink writes what steps came to as an XML file that build servers read.
type junitSink struct {
	name   string
	suites junitSuites
}

type junitSuites struct {
	XMLName xml.Name     `xml:"testsuites"`
	Suites  []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Time     float64     `xml:"time,attr"`
	Cases    []junitCase `xml:"testcase"`
	Error    string      `xml:"system-err,omitempty"`
}

type junitCase struct {
	Class   string     `xml:"classname,attr"`
	Name    string     `xml:"name,attr"`
	Time    float64    `xml:"time,attr"`
	Failure *junitText `xml:"failure"`
	Skipped *junitText `xml:"skipped"`
}

type junitText struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

func (s *junitSink) file(f *checked) {
	suite := junitSuite{Name: f.name, Time: f.elapsed.Seconds()}
	if f.err != nil {
		suite.Errors, suite.Error = 1, f.err.Error()
	}
	for _, c := range junitCases(f) {
		suite.Tests++
		if c.Failure != nil {
			suite.Failures++
		}
		if c.Skipped != nil {
			suite.Skipped++
		}
		c.Class = f.name
		suite.Cases = append(suite.Cases, c)
	}
	s.suites.Suites = append(s.suites.Suites, suite)
}

// junitCases are the steps of a file.
func junitCases(f *checked) []junitCase {
	var cases []junitCase
	switch {
	case f.exploration != nil:
		for _, x := range f.exploration.Steps {
			c := junitCase{Name: x.Step.Path()}
			if x.Bad() {
				c.Failure = &junitText{Message: count(len(x.Variants), "outcome"), Text: x.Variants[len(x.Variants)-1].Printed()}
			}
			cases = append(cases, c)
		}
	case f.witnesses != nil:
		for _, w := range f.witnesses {
			c := junitCase{Name: w.right.Step.Path()}
			if w.bad() {
				c.Failure = &junitText{Message: w.problem(), Text: "OTP: " + w.right.Printed() + "\ngex: " + w.ours.Printed()}
			}
			cases = append(cases, c)
		}
	case f.report != nil:
		for _, r := range f.report.Results {
			c := junitCase{Name: r.Step.Path(), Time: r.Elapsed.Seconds()}
			switch {
			case r.Verdict.Bad():
				c.Failure = &junitText{Message: r.Step.Place() + ": " + r.Verdict.String(), Text: r.Describe()}
			case r.Verdict != transcript.Passed:
				c.Skipped = &junitText{Message: r.Verdict.String() + reason(r)}
			}
			cases = append(cases, c)
		}
	}
	return cases
}

// end writes the file, anew each time files have been checked.
func (s *junitSink) end() error {
	text, err := xml.MarshalIndent(s.suites, "", "  ")
	if err != nil {
		return fmt.Errorf("-junit: %w", err)
	}
	s.suites.Suites = nil
	if err := os.WriteFile(s.name, append([]byte(xml.Header), append(text, '\n')...), 0o644); err != nil {
		return fmt.Errorf("-junit: %w", err)
	}
	return nil
}
