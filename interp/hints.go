package interp

import (
	"errors"
	"fmt"
	"strings"

	"gex/interp/gosrc"
	"gex/interp/hint"
	"gex/interp/observe"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/otp"
	"gex/runtime/process"
	"gex/runtime/term"
)

// noHints reports whether only IEx and the Go compiler are to speak.
func (s *Session) noHints() bool { return s.options.Strict || s.options.NoHints }

// hinted is an error beside which its maker has something to say.
type hinted struct {
	error
	hint string
}

// Unwrap returns the error alone.
func (h hinted) Unwrap() error { return h.error }

// hint returns what gex has to say beside the error of an input.
func (s *Session) hint(text string, err error, failure string) string {
	if s.noHints() {
		return ""
	}
	if Classify(text) == Go {
		var h hinted
		errors.As(err, &h)
		return h.hint
	}
	f := hint.Failure{Input: text, Text: failure, Facts: facts{s}}
	if _, isSyntax := err.(*syntax.Error); !isSyntax {
		f.Error = exception.As(err)
	}
	_, wrong := syntax.Parse(text, s.syntaxOptions())
	if wrong == nil {
		if said, ok := gosrc.HintForWord(text); ok {
			return said
		}
	}
	said := hint.For(f)
	if said == "" && wrong != nil {
		said, _ = gosrc.Hint(text)
	}
	return said
}

// valueHint returns what gex has to say beside a value: one that tells of a failure,
// or of methods that will not be called.
func (s *Session) valueHint(text string, value term.Term) string {
	switch {
	case s.noHints():
		return ""
	case Classify(text) == Go:
		return s.methodHint(text)
	}
	return hint.ForValue(text, value, facts{s})
}

// methodHint is for a method with the name of a callback and another number of
// parameters, which nobody calls.
func (s *Session) methodHint(text string) string {
	for _, method := range gosrc.Methods(text) {
		m := s.table.Module(term.Alias(otp.ModuleName(method.Type)))
		if m == nil {
			continue
		}
		for _, behaviour := range m.Behaviours {
			if want := s.otherArity(behaviour, code.Key{Name: otp.FunctionName(method.Name), Arity: method.Params}); want != "" {
				name, why := inspect.AtomText(behaviour), ""
				if strings.Contains(want, "state") {
					why = ": the state is a parameter, and not the receiver"
				}
				return fmt.Sprintf("%s calls func (%s) %s%s; b %s shows all callbacks", name, method.Type, want, why, name)
			}
		}
	}
	return ""
}

// otherArity is the Go method for a callback of a behaviour that has the name of a
// function and not its arity; "" if there is none, or one with its arity.
func (s *Session) otherArity(behaviour term.Atom, given code.Key) (method string) {
	for _, text := range s.callbacksOf(behaviour) {
		key := callbackKey(text)
		if key == given {
			return ""
		}
		if key.Name == given.Name {
			method = goCallbacks[key]
		}
	}
	return method
}

// facts are what a session knows for hints.
type facts struct{ s *Session }

// Gone implements hint.Facts.
func (f facts) Gone(pid term.PID) string { return obituary(f.s.sight.log.Actor(pid)) }

func obituary(a *observe.Actor) string {
	if a == nil || !a.Gone {
		return ""
	}
	when := ""
	if a.Step > 0 {
		when = fmt.Sprintf(" at input %d", a.Step)
	}
	return a.Sentence() + " exited" + when + " with " + observe.Reason(a.Reason)
}

// LastNamed implements hint.Facts.
func (f facts) LastNamed(name term.Atom) string {
	var last *observe.Actor
	for _, a := range f.s.sight.log.Known() {
		if a.Gone && a.Name == inspect.AtomText(name) && (last == nil || a.Died >= last.Died) {
			last = a
		}
	}
	return obituary(last)
}

// Waiting implements hint.Facts.
func (f facts) Waiting(server term.Term) string {
	pid, ok := server.(term.PID)
	if name, isName := server.(term.Atom); isName {
		if p := f.s.node.Whereis(name); p != nil {
			pid, ok = p.PID(), true
		}
	}
	p := process.Lookup(pid)
	if !ok || p == nil {
		return ""
	}
	text := f.s.called(pid) + " is " + stateOf(p)
	if n := p.MailboxLen(); n > 0 {
		text += fmt.Sprintf(", with %d in its mailbox", n)
	}
	return text
}

// Self implements hint.Facts.
func (f facts) Self() term.PID { return f.s.shell.process.PID() }

// Value implements hint.Facts.
func (f facts) Value(variable string) (term.Term, bool) { return f.s.env.Lookup(variable) }

// Variables implements hint.Facts.
func (f facts) Variables() []string {
	var names []string
	for _, b := range f.s.env.Bindings() {
		names = append(names, b.Name)
	}
	return names
}

// Modules implements hint.Facts.
func (f facts) Modules() []string {
	var names []string
	for _, m := range f.s.table.Modules() {
		if name, ok := m.Name.AliasName(); ok {
			names = append(names, name)
		}
	}
	return names
}

// Functions implements hint.Facts.
func (f facts) Functions() map[string][]int {
	functions := make(map[string][]int)
	for _, name := range f.s.env.Imports() {
		m := f.s.table.Module(name)
		if m == nil {
			continue
		}
		for _, e := range m.Exports() {
			if !strings.HasPrefix(e.Name, "__") {
				functions[e.Name] = append(functions[e.Name], e.Arity)
			}
		}
	}
	return functions
}

// InGo implements hint.Facts.
func (f facts) InGo(module string) bool {
	m := f.s.table.Module(term.Alias(module))
	return m != nil && m.Language == code.Go
}

// Removed implements hint.Facts.
func (f facts) Removed(input string) string {
	if !strings.Contains(input, "GenEvent.") && !strings.Contains(input, "gen_event.") {
		return ""
	}
	removals := f.s.sight.log.Removals()
	for i := len(removals) - 1; i >= 0; i-- {
		if r := removals[i]; strings.Contains(input, r.Handler) {
			return r.Sentence()
		}
	}
	return "no handler of that name is installed; GenEvent.which_handlers(manager) lists those there are"
}
