package interp

import "gex/runtime/term"

// Kind says what an output is, so that it can be coloured and compared.
type Kind uint8

const (
	User    Kind = iota // printed by a process
	Log                 // a log line
	Warning             // a remark of the compiler
	Value               // the result of an input
	Failure             // the error of an input
	Notice              // what the shell has to say
	Hint                // what gex knows beside an error
)

// Output is a piece of text for the terminal, with its newlines and colours.
// From is the process it comes from, if it comes from one.
type Output struct {
	Kind Kind
	From term.PID
	Text string
	// Tag names the process in front of each line, "" if it needs no name.
	Tag string
}

// Status says how much of an input has been typed.
type Status uint8

const (
	// Complete input can be evaluated.
	Complete Status = iota
	// Incomplete input needs more lines.
	Incomplete
	// Blank input is nothing but space and comments.
	Blank
	// Wrong input cannot become right; Eval says why.
	Wrong
)

// Outcome is what came of an input.
type Outcome struct {
	// OK reports whether there was no error.
	OK    bool
	Value term.Term
	// Silent reports whether the value was not to be printed.
	Silent bool
	// Exit reports whether the learner asked to leave.
	Exit bool
	// Edit is what the learner wants to edit next, or nil.
	Edit *Edit
}
