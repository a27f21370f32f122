package transcript

import "context"

// Shell is what runs inputs. One goroutine uses it. interp.Session is one
// behind a few lines of adapter.
type Shell interface {
	// Status says what kind of input text is, without running it.
	Status(text string) Status
	// Eval runs one complete input, lets the work it caused come to rest and
	// prints everything through the sink of the Environment, the value last.
	Eval(ctx context.Context, text string) Outcome
	// Number is the N of the prompt.
	Number() int
	// Close ends all processes of the shell.
	Close()
}

// Status is what an input is.
type Status uint8

// The statuses of an input.
const (
	Complete Status = iota
	Incomplete
	Blank // blanks and comments only
	Wrong // no further line makes it right
)

// Outcome is how an input ended.
type Outcome struct {
	OK   bool // it has a value
	Exit bool // it asked to leave the shell
	// TimedOut says that it did not end in the time it had. A Stage sets it.
	TimedOut bool
}

// Kind is what an output is.
type Kind uint8

// The kinds of outputs.
const (
	User    Kind = iota // printed by a process
	Log                 // a report
	Warning             // of the compiler, or a print to standard error
	Value               // the result of the input
	Failure             // the error the input ended with
	Notice              // of the shell itself
	Hint                // what the shell knows beside an error; shown, and never compared
)

// Output is something that was printed.
type Output struct {
	Kind Kind
	From string // the process, any text that is one to one
	Text string // with its line ends
}

// Environment is what a shell is opened with.
type Environment struct {
	Name     string // of the session
	Strict   bool   // IEx to the letter
	Virtual  bool   // time jumps when all wait
	Color    bool   // outputs may have escape sequences
	FirstPID uint32 // the first pid; 0 is any
	Width    int    // of values; 0 is 80
	// Schedule is the seed of an order drawn by lot in which processes run; 0 is
	// the usual order.
	Schedule int64
	Output   func(Output)
	ReadFile func(name string) ([]byte, error) // nil for the files of the system
}

// Opener opens a shell.
type Opener func(Environment) (Shell, error)
