package logger

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// formatter knows how terms and errors are printed.
type formatter struct{ options exception.Options }

// Format returns the level and the text of a report, and false if Elixir's
// Logger leaves it out or the level is below lowest. With lowest above Debug
// the text has no states.
func Format(r Report, lowest Level, o exception.Options) (Level, string, bool) {
	level, text, ok := formatter{o}.report(r, lowest)
	return level, text, ok && level >= lowest
}

func (f formatter) report(r Report, lowest Level) (Level, string, bool) {
	switch r := r.(type) {
	case Message:
		return r.Level, r.Text, !r.ElixirSilent
	case ProcessRaised:
		return Error, "Process " + f.inspect(r.PID) + " raised an exception" + f.exception(r.Exception), true
	case ServerTerminated:
		return Error, f.serverTerminated(r, lowest), true
	case HandlerTerminated:
		return Error, f.handlerTerminated(r, lowest), true
	case GenEventHandlerTerminated:
		return Error, f.genEventHandlerTerminated(r), true
	case TaskTerminated:
		return Error, f.taskTerminated(r), true
	case UnexpectedMessage:
		return Error, f.pretty(r.Module) + " " + f.pretty(r.Name) +
			" received unexpected message in handle_info/2: " + f.pretty(r.Message) + "\n", true
	case ApplicationExited:
		return Notice, "Application " + string(r.Name) + " exited: " + exception.FormatApplicationError(r.Reason, f.options), true
	case BadDebugOptions:
		return Error, f.pretty(r.Name) + ": ignoring erroneous debug options - " + f.pretty(r.Options) + "\n", true
	}
	return Debug, "", false
}

// inspect prints a term on one line.
func (f formatter) inspect(t term.Term) string {
	return inspect.Inspect(t, inspect.Options{StructFields: f.options.Inspect.StructFields})
}

// pretty prints a term as the directive ~p of a log format.
func (f formatter) pretty(t term.Term) string {
	return inspect.Inspect(t, inspect.Options{StructFields: f.options.Inspect.StructFields, Pretty: true})
}

func (f formatter) serverTerminated(r ServerTerminated, lowest Level) string {
	var b strings.Builder
	b.WriteString("GenServer " + f.inspect(r.Name) + " terminating" + f.reason(r.Reason) + "\nLast message")
	if r.Client != nil {
		b.WriteString(" (from " + f.inspect(r.Client.name()) + ")")
	}
	b.WriteString(": " + f.inspect(r.LastMessage))
	if lowest <= Debug {
		b.WriteString("\nState: " + f.inspect(r.State) + f.client(r.Client))
	}
	return b.String()
}

func (c *Client) name() term.Term {
	if c.Dead {
		return c.From
	}
	return c.Name
}

func (f formatter) client(c *Client) string {
	switch {
	case c == nil:
		return ""
	case c.Dead:
		return "\nClient " + f.inspect(c.From) + " is dead"
	}
	return "\nClient " + f.inspect(c.Name) + " is alive\n" + f.stack(c.Stack)
}

func (f formatter) handlerTerminated(r HandlerTerminated, lowest Level) string {
	reason := r.Reason
	if term.Tag(reason, 2) == "EXIT" {
		reason = reason.(term.Tuple)[1]
	}
	text := ":gen_event handler " + f.inspect(r.Handler) + " installed in " + f.inspect(r.Name) + " terminating" +
		f.reason(reason) + "\nLast message: " + f.inspect(r.LastMessage)
	if lowest <= Debug {
		text += "\nState: " + f.inspect(r.State)
	}
	return text
}

func (f formatter) genEventHandlerTerminated(r GenEventHandlerTerminated) string {
	return "** gen_event handler " + f.pretty(r.Handler) + " crashed.\n" +
		"** Was installed in " + f.pretty(r.Name) + "\n" +
		"** Last event was: " + f.pretty(r.LastMessage) + "\n" +
		"** When handler state == " + f.pretty(r.State) + "\n" +
		"** Reason == " + f.pretty(r.Reason) + "\n"
}

func (f formatter) taskTerminated(r TaskTerminated) string {
	return "Task " + f.inspect(r.Name) + " started from " + f.inspect(r.Starter) + " terminating" +
		f.reason(r.Reason) + "\nFunction: " + f.inspect(r.Function) + "\n    Args: " + f.inspect(r.Args)
}

// exception prints an exception with its stack on lines of their own.
func (f formatter) exception(x *exception.Error) string {
	if x.Class == exception.ClassThrow {
		x = &exception.Error{Reason: term.Tuple{term.Atom("nocatch"), x.Reason}, Stack: x.Stack}
	}
	return "\n" + exception.FormatBanner(x, f.options) + f.stack(x.Stack)
}

func (f formatter) stack(frames []exception.Frame) string {
	var b strings.Builder
	for _, frame := range frames {
		b.WriteString("\n    " + exception.FormatStackFrame(frame, f.options))
	}
	return b.String()
}

// reason prints an exit reason: what was raised and its stack if the reason
// is a pair of these, else the reason itself.
func (f formatter) reason(reason term.Term) string {
	pair, ok := reason.(term.Tuple)
	if !ok || len(pair) != 2 {
		return f.stop(reason)
	}
	frames, ok := exception.ParseStack(pair[1])
	if !ok || len(frames) == 0 {
		return f.stop(reason)
	}
	x := &exception.Error{Reason: pair[0], Stack: frames}
	if !exception.IsException(pair[0]) && isErlangError(exception.Normalize(pair[0], frames, f.options)) {
		return f.stop(pair[0]) + f.stack(frames)
	}
	return f.exception(x)
}

func (f formatter) stop(reason term.Term) string {
	return "\n** (stop) " + exception.FormatExit(reason, f.options)
}

// isErlangError reports whether Normalize found no exception for a reason.
func isErlangError(x *term.Map) bool {
	name, _ := x.Get(term.Atom("__struct__"))
	return name == term.Term(term.Alias("ErlangError"))
}
