package interp

import (
	"strings"
	"time"

	"gex/runtime/late"
	"gex/runtime/term"
)

// An Input is what was typed, and what came of it.
type Input struct {
	Number  int // of the prompt
	Text    string
	Outcome Outcome
	Outputs []Output // up to the next input
	// At and Until are the times of the node at which it began and ended.
	At, Until time.Duration
	// Late counts the outputs that came after Until.
	Late        int
	Interrupted bool
	Cut         bool // there was more output than is kept
	Files       []ReadFile
	Answers     []Answer
	size        int
}

// A ReadFile is a file that an input read. Data is nil where there was none.
type ReadFile struct {
	Name string
	Data []byte
	Err  error
}

// maxKept is how much output of an input the journal keeps, in bytes.
const maxKept = 1 << 16

// journal keeps the inputs of a session, so that they can be run again. Lines
// that begin with a slash are no inputs.
type journal struct {
	inputs []*Input
	began  time.Time // the system time when the session began
	sink   func(Output)
	read   func(name string) ([]byte, error)

	running   bool
	rerunning bool   // inputs are run again
	again     *Input // which one; its files and answers are as they were
	answered  int    // answers read by the input that runs
	muted     bool   // nothing reaches the learner
}

// Journal returns the inputs of the session, the oldest first.
func (s *Session) Journal() []*Input { return s.journal.inputs }

// print passes an output on and takes it down.
func (s *Session) print(o Output) {
	s.journal.note(o)
	if !s.journal.muted && s.journal.sink != nil {
		s.journal.sink(o)
	}
}

// note takes an output down. What the shell has to say beside is none, unless
// it speaks for a process that died.
func (j *journal) note(o Output) {
	if len(j.inputs) == 0 || o.Kind == Hint || o.Kind == Notice && o.From == (term.PID{}) {
		return
	}
	in := j.inputs[len(j.inputs)-1]
	if in.size += len(o.Text); in.size > maxKept {
		in.Cut = true
		return
	}
	if !j.running {
		in.Late++
	}
	in.Outputs = append(in.Outputs, o)
}

func (j *journal) begin(text string, number int, now time.Duration) {
	j.inputs = append(j.inputs, &Input{Number: number, Text: text, At: now})
	j.running, j.answered = true, 0
}

func (j *journal) end(outcome Outcome, now time.Duration, interrupted bool) {
	in := j.inputs[len(j.inputs)-1]
	in.Outcome, in.Until, in.Interrupted = outcome, now, interrupted
	j.running = false
}

// readFile reads a file for the input that is running. When that runs again it
// finds the file as it was.
func (j *journal) readFile(name string) ([]byte, error) {
	if j.again != nil {
		for _, f := range j.again.Files {
			if f.Name == name {
				j.noteFile(f)
				return f.Data, f.Err
			}
		}
	}
	data, err := j.read(name)
	j.noteFile(ReadFile{name, data, err})
	return data, err
}

func (j *journal) noteFile(f ReadFile) {
	if j.running {
		in := j.inputs[len(j.inputs)-1]
		in.Files = append(in.Files, f)
	}
}

// text is what an input printed, without colours.
func (in *Input) text() string { return outputText(in.Outputs) }

func outputText(outputs []Output) string {
	var b strings.Builder
	for _, o := range outputs {
		b.WriteString(colours().ReplaceAllLiteralString(o.Text, ""))
	}
	return b.String()
}

// logTime is the time at the start of a line of the logger.
var logTime = late.Regexp(`(?m)^\d\d:\d\d:\d\d\.\d{3} \[`)

// printedAs reports whether two runs of an input printed the same, whenever
// that was.
func (in *Input) printedAs(other *Input) bool {
	return logTime().ReplaceAllString(in.text(), "[") == logTime().ReplaceAllString(other.text(), "[")
}
