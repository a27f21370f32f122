package logger

import (
	"slices"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Level is the severity of a report.
type Level int8

// The levels, least severe first. All and None are no levels of a report: as
// the lowest one All leaves none of them out, and None all.
const (
	All   Level = -1
	Debug Level = iota - 1
	Info
	Notice
	Warning
	Error
	Critical
	Alert
	Emergency
	None
)

var levelNames = [...]string{"all", "debug", "info", "notice", "warning", "error", "critical", "alert", "emergency", "none"}

// String returns the name of the level as log lines show it.
func (l Level) String() string { return levelNames[l-All] }

// Erlang returns the number that Erlang's logger has for the level: the more
// severe, the lower.
func (l Level) Erlang() int {
	if l == All {
		return 10
	}
	return int(Emergency - l)
}

// ParseLevel finds a level by its name: also warn, another one for warning.
func ParseLevel(name string) (Level, bool) {
	if name == "warn" {
		return Warning, true
	}
	i := slices.Index(levelNames[:], name)
	return All + Level(max(i, 0)), i >= 0
}

// Report is one thing to be logged: one of the types of this file.
type Report interface{ isReport() }

// Message is a text that was logged as such.
type Message struct {
	Level Level
	Text  string
	// Metadata is what came with it, nil for none.
	Metadata *term.Map
	// Data is the message as Erlang's handlers get it: {:string, text}, {:report,
	// data} or {format, arguments}; nil for Text.
	Data term.Term
	// Words, if it is set, returns the text in Erlang's notation.
	Words func(Layout) string
	// ElixirSilent says that Elixir's Logger shows nothing.
	ElixirSilent bool
	// Module is the one whose code logs it, "" if that is not known.
	Module term.Atom
	// Title is what Erlang's header says instead of the level, "" for that.
	Title string
}

// ProcessRaised reports a plain process that ended with an exception.
type ProcessRaised struct {
	PID       term.PID
	Exception *exception.Error
}

// ServerTerminated reports a GenServer that ends with a reason other than
// normal and shutdown. Reason is {reason, stack} if it has a stack.
type ServerTerminated struct {
	Name                       term.Term
	LastMessage, State, Reason term.Term
	Client                     *Client
}

// Client is the process whose call a server was handling.
type Client struct {
	// From is the pid, or the tag if it is no process of ours.
	From term.PID
	// Name is its registered name, or its pid again.
	Name term.Term
	Dead bool
	// Stack is where it waits, as far as that is known.
	Stack []exception.Frame
}

// HandlerTerminated reports a crashed handler of :gen_event. Reason is as
// catch returns it: {:EXIT, reason} if it was an exception.
type HandlerTerminated struct {
	Handler, Name              term.Term
	LastMessage, State, Reason term.Term
}

// GenEventHandlerTerminated reports a crashed handler of Elixir's GenEvent,
// which logs it as text, in the words of Erlang.
type GenEventHandlerTerminated struct {
	Handler, Name              term.Term
	LastMessage, State, Reason term.Term
}

// TaskTerminated reports a Task that ends abnormally.
type TaskTerminated struct {
	Name, Starter          term.Term
	Function, Args, Reason term.Term
}

// UnexpectedMessage reports a message that the handle_info/2 of `use
// GenServer` took.
type UnexpectedMessage struct {
	Module        term.Atom
	Name, Message term.Term
}

// BadDebugOptions reports the option debug of a start function that is no
// list of debug options.
type BadDebugOptions struct{ Name, Options term.Term }

// NoHandleInfo reports a message to a module without handle_info/2. Behaviour
// is gen_event or gen_server. Elixir's Logger does not show it.
type NoHandleInfo struct {
	Behaviour, Module term.Atom
	Message           term.Term
}

// ApplicationExited reports that an application has ended, or that it did not
// start.
type ApplicationExited struct {
	Name   term.Atom
	Reason term.Term
}

// fields are the report as data.
func (r ApplicationExited) fields() term.Term {
	return term.List(entry("application", r.Name), entry("exited", r.Reason), entry("type", term.Atom("temporary")))
}

// ProcessCrashed is the crash report of proc_lib. Elixir's Logger shows it
// only when told to handle SASL reports, which IEx does not.
type ProcessCrashed struct {
	PID       term.PID
	Name      term.Atom // registered name or ""
	Initial   term.Term // {module, function, arity}
	Ancestors term.Term
	Exception *exception.Error
	// Process is the one that ends, nil if it is not known.
	Process *process.Process
}

func (Message) isReport()                   {}
func (ProcessRaised) isReport()             {}
func (ServerTerminated) isReport()          {}
func (HandlerTerminated) isReport()         {}
func (GenEventHandlerTerminated) isReport() {}
func (TaskTerminated) isReport()            {}
func (UnexpectedMessage) isReport()         {}
func (BadDebugOptions) isReport()           {}
func (NoHandleInfo) isReport()              {}
func (ApplicationExited) isReport()         {}
func (ProcessCrashed) isReport()            {}
