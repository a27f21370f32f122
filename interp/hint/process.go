package hint

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/late"
	"gex/runtime/term"
)

func inspected(t term.Term) string { return inspect.Inspect(t, inspect.Options{Limit: 10}) }

// exit returns the reason of an exit and the arguments of the call that it is
// of, if it is of one: {reason, {module, function, arguments}}.
func (f *Failure) exit() (reason term.Term, args []term.Term, ok bool) {
	if f.Error == nil || f.Error.Class != exception.ClassExit {
		return nil, nil, false
	}
	if t, isTuple := f.Error.Reason.(term.Tuple); isTuple && len(t) == 2 {
		if call, isCall := t[1].(term.Tuple); isCall && len(call) == 3 {
			args, _ = term.Slice(call[2])
			return t[0], args, true
		}
	}
	return f.Error.Reason, nil, true
}

// server returns whom a call was for: its first argument or, if the error does
// not tell, the first one of the input.
func (f *Failure) server(args []term.Term) term.Term {
	if len(args) > 0 {
		return args[0]
	}
	m := firstArgument().FindStringSubmatch(f.Input)
	if m == nil {
		return nil
	}
	return f.word(m[1])
}

var firstArgument = late.Regexp(`\b[a-z_]\w*[?!]?[( ]\s*(:?[\w.]+(?:\(\))?)`)

// word returns the value of a variable, an atom or an alias.
func (f *Failure) word(text string) term.Term {
	switch {
	case text == "self()":
		return f.Facts.Self()
	case strings.HasPrefix(text, ":"):
		return term.Atom(text[1:])
	case text[0] >= 'A' && text[0] <= 'Z':
		return term.Alias(text)
	}
	value, ok := f.Facts.Value(text)
	if !ok {
		return nil
	}
	return value
}

func isReason(reason term.Term, name term.Atom) bool { return reason == term.Term(name) }

// deadProcess says who a process was that a call, or a message by name, found
// dead.
func (f *Failure) deadProcess() string {
	reason, args, ok := f.exit()
	if !ok || !isReason(reason, "noproc") {
		return ""
	}
	switch s := f.server(args).(type) {
	case term.PID:
		return f.gone(s)
	case term.Atom:
		return f.absent(s)
	}
	return ""
}

func (f *Failure) gone(pid term.PID) string {
	if text := f.Facts.Gone(pid); text != "" {
		return text + "; /why " + pid.String() + " tells more"
	}
	return ""
}

// absent says of a name that nobody has it, and who had.
func (f *Failure) absent(name term.Atom) string {
	text := inspect.AtomText(name)
	if last := f.Facts.LastNamed(name); last != "" {
		return "nobody is called " + text + " any more: " + last
	}
	return "nobody is registered as " + text + ": start it first, with name: " + text
}

// nobodyNamed is for send/2.
func (f *Failure) nobodyNamed() string {
	if !strings.Contains(f.Text, "invalid destination") || f.Error == nil {
		return ""
	}
	for _, frame := range f.Error.Stack {
		if name, ok := firstOf(frame.Args).(term.Atom); ok && len(frame.Args) == 2 {
			return f.absent(name)
		}
	}
	return ""
}

func firstOf(args []term.Term) term.Term {
	if len(args) == 0 {
		return nil
	}
	return args[0]
}

// callingSelf is for a call of the process that calls.
func (f *Failure) callingSelf() string {
	if reason, _, ok := f.exit(); !ok || !isReason(reason, "calling_self") {
		return ""
	}
	return "a process that calls itself would wait for its own answer for ever: self() is the shell here; call the pid of the server"
}

// timeout tells what a server is at that has not answered.
func (f *Failure) timeout() string {
	reason, args, ok := f.exit()
	if !ok || !isReason(reason, "timeout") {
		return ""
	}
	text := "the server has not answered in time"
	if len(args) > 0 {
		if what := f.Facts.Waiting(args[0]); what != "" {
			text += ": " + what
		}
	}
	return text + ". It goes on, and a longer timeout can be given as the last argument"
}

// diedInCall is for a server that ended while somebody waited for its answer.
func (f *Failure) diedInCall() string {
	_, args, ok := f.exit()
	if !ok || len(args) == 0 {
		return ""
	}
	switch s := args[0].(type) {
	case term.PID:
		return f.gone(s)
	case term.Atom:
		if last := f.Facts.LastNamed(s); last != "" {
			return last
		}
	}
	return ""
}

// okPair is for {:ok, pid}, which start_link returns, given as a process.
func (f *Failure) okPair() string {
	if f.Error == nil || !strings.Contains(f.Text, "FunctionClauseError") && !strings.Contains(f.Text, "ArgumentError") {
		return ""
	}
	for _, frame := range f.Error.Stack {
		for _, arg := range frame.Args {
			if pair, ok := arg.(term.Tuple); ok && len(pair) == 2 && pair[0] == term.Term(term.OK) {
				if pid, ok := pair[1].(term.PID); ok {
					return inspected(pair) + " is a pair, not a process: take the pid out of it, {:ok, pid} = ..., and use " + inspected(pid)
				}
			}
		}
	}
	return ""
}

// alreadyStarted is for {:ok, pid} = start_link(name: ...) a second time.
func (f *Failure) alreadyStarted() string {
	reason := f.unmatched()
	if term.Tag(reason, 2) != "already_started" {
		return ""
	}
	pid := inspected(reason.(term.Tuple)[1])
	return "it runs already, as " + pid + ": use that one, or stop it first"
}

// failedStart is for {:ok, x} = ... where the right side is {:error, reason}.
func (f *Failure) failedStart() string {
	if reason := f.unmatched(); reason != nil && strings.Contains(f.Input, "{:ok,") {
		return "the right side failed: " + oneLine(inspected(reason)) + "; case ... do {:ok, x} -> ...; {:error, reason} -> ... end takes both"
	}
	return ""
}

// unmatched returns the reason of {:error, reason} that did not match.
func (f *Failure) unmatched() term.Term {
	if f.Error == nil || !strings.HasPrefix(f.Text, "** (MatchError)") {
		return nil
	}
	value := term.Term(nil)
	switch r := f.Error.Reason.(type) {
	case *term.Map:
		value, _ = r.Get(term.Atom("term"))
	case term.Tuple:
		if term.Tag(r, 2) == "badmatch" {
			value = r[1]
		}
	}
	if term.Tag(value, 2) != term.ErrorAtom {
		return nil
	}
	return value.(term.Tuple)[1]
}
