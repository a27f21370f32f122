package tutorials

import (
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/tutorials/transcript"
)

// solved reports whether an input and what it printed are the step, and may
// have advice if they nearly are.
func (a *attempt) solved(text string, outputs []transcript.Output, outcome transcript.Outcome) (bool, string) {
	s := a.step
	d := s.Block.Directives
	switch {
	case d.Answer == transcript.ByText || looks(s.Text()):
		return outcome.OK && slices.Equal(texts(text), texts(s.Text())), ""
	case d.Answer == transcript.ByAny || d.Erratum != "" || d.Racy && !d.Exercise:
		// An exercise is compared all the same: the shell of a learner keeps the
		// usual order.
		return outcome.OK, ""
	case s.Block.Use == transcript.Program:
		return a.declared(outcome)
	}
	agrees := outcome.OK
	if len(s.Expected) > 0 {
		agrees = a.agrees(outputs)
	}
	if !agrees {
		return false, ""
	}
	if advice := a.lacking(text); advice != "" {
		a.stage.Forget()
		return false, advice
	}
	return true, ""
}

// lacking returns what an input that printed the right thing must have besides,
// "" if that is nothing.
func (a *attempt) lacking(text string) string {
	if literal(text) && !literal(a.step.Text()) {
		return "That is the result, not a way to it."
	}
	have := bound(strings.Join(a.typed, "\n"))
	for _, name := range a.needed(a.step) {
		if !slices.Contains(have, name) {
			return "Right, but later steps need the name " + name + " for it: match it with = as in /show."
		}
	}
	return ""
}

// agrees compares what an input printed with the step, and then all that was
// printed since the step began: one may take several lines to do it.
func (a *attempt) agrees(outputs []transcript.Output) bool {
	value := a.step.Block.Directives.Answer == transcript.ByValue
	return a.stage.Agrees(a.step, outputs, value) ||
		len(a.printed) > 0 && a.stage.Agrees(a.step, slices.Concat(a.printed, outputs), value)
}

// declared looks whether all that the step declares has been typed and loaded.
func (a *attempt) declared(outcome transcript.Outcome) (bool, string) {
	if !outcome.OK {
		return false, ""
	}
	typed := declarations(strings.Join(a.typed, "\n"))
	for _, name := range declarations(a.step.Text()) {
		if !slices.Contains(typed, name) {
			return false, "Now " + name + "."
		}
	}
	return true, ""
}

// declarations names the types and the functions of Go source, in order.
func declarations(source string) []string {
	var names []string
	for _, d := range transcript.Declared(source) {
		switch {
		case d.Type:
			names = append(names, "type "+d.Name)
		case d.Receiver != "":
			names = append(names, d.Receiver+"."+d.Name)
		default:
			names = append(names, d.Name)
		}
	}
	return names
}

// looks reports whether an input is a command of the shell. What it shows is that
// of the moment, so it is the command that counts.
func looks(text string) bool {
	_, is := slash(text)
	return is
}

func texts(source string) []string {
	var all []string
	for _, t := range syntax.Tokens(source) {
		all = append(all, t.Text)
	}
	return all
}

// literal reports whether an input is a mere value: nothing in it is called or
// computed and no name is used.
func literal(input string) bool {
	for _, t := range syntax.Tokens(input) {
		switch {
		case t.Kind == syntax.Mark && !strings.Contains(" [ ] ( ) { } %{ << >> , => | - . ", " "+t.Text+" "):
			return false
		case t.Kind == syntax.Word && variable(t.Text):
			return false
		}
	}
	return true
}

// variable reports whether a word is a name and no key or constant.
func variable(word string) bool {
	lower := word[0] >= 'a' && word[0] <= 'z' || word[0] == '_'
	return lower && !strings.HasSuffix(word, ":") && word != "true" && word != "false" && word != "nil"
}
