package hint

import (
	"gex/runtime/exception"
	"gex/runtime/late"
	"gex/runtime/term"
)

// Failure is an error of an input.
type Failure struct {
	Input string
	Error *exception.Error
	// Text is the error as it is printed, with or without colours.
	Text  string
	Facts Facts
}

// Facts is what a session knows.
type Facts interface {
	// Gone tells in a clause who a dead process was, when and why it died; ""
	// if it is alive or nothing is known.
	Gone(pid term.PID) string
	// LastNamed tells the same of the last process that had a name.
	LastNamed(name term.Atom) string
	// Waiting tells what a live process is at, for calls that took too long.
	Waiting(server term.Term) string
	// Self is the process of the shell.
	Self() term.PID
	// Value returns the value of a variable.
	Value(variable string) (term.Term, bool)
	// Variables and Modules are the names there are.
	Variables() []string
	Modules() []string
	// Functions returns the arities of the functions that can be called by
	// their bare name.
	Functions() map[string][]int
	// InGo reports whether a module is a type that was typed in Go.
	InGo(module string) bool
	// Removed tells in a sentence why a handler that the input names is not
	// there, "" if none is.
	Removed(input string) string
}

// rule is one thing that there may be to say.
type rule struct {
	about string
	say   func(f *Failure) string
}

// rules are tried in order.
func rules() []rule {
	var all []rule
	for _, w := range words {
		all = append(all, rule{w.about, w.say})
	}
	return append(all, []rule{
		{"a callback that a Go type lacks", (*Failure).callbackOfGo},
		{"a pair {:ok, pid} in place of a pid", (*Failure).okPair},
		{"a start that failed because the process is there", (*Failure).alreadyStarted},
		{"another start that failed", (*Failure).failedStart},
		{"a call of oneself", (*Failure).callingSelf},
		{"a call that took too long", (*Failure).timeout},
		{"a process that is dead", (*Failure).deadProcess},
		{"a process that died during the call", (*Failure).diedInCall},
		{"a name that nobody has", (*Failure).nobodyNamed},
		{"a function in a variable", (*Failure).functionInVariable},
		{"a function with other arities", (*Failure).otherArities},
		{"a name that is like another", (*Failure).nearestName},
		{"a module that is like another", (*Failure).nearestModule},
	}...)
}

var escapes = late.Regexp("\x1b\\[[0-9;]*m")

// For returns what there is to say about an error, "" for nothing.
func For(f Failure) string {
	f.Text = escapes().ReplaceAllString(f.Text, "")
	for _, r := range rules() {
		if text := r.say(&f); text != "" {
			return text
		}
	}
	return ""
}

// ForValue returns what there is to say about a value that tells of a failure,
// "" for nothing.
func ForValue(input string, value term.Term, facts Facts) string {
	if text := callbackInValue(value, facts); text != "" || term.Tag(value, 2) != term.ErrorAtom {
		return text
	}
	switch value.(term.Tuple)[1] {
	case term.Term(term.Atom("not_found")), term.Term(term.Atom("bad_module")), term.Term(term.Atom("module_not_found")):
		return facts.Removed(input)
	}
	return ""
}
